/** A second state over the same base and corrections: what it shows is its own, so that pictures disturb nothing. */
import { type AppState, createAppState } from './app-state.ts';
import { startAnswers } from './plan/answers.ts';
import { startShading } from './plan/shading.ts';
import type { StageSize } from './present/stage-size.ts';

/** In the presenter's mode, in the language of the first, which it does not follow; light, as all that leaves the product. */
export function copyState(state: AppState, stageSize: StageSize | null): AppState {
  const { base, address, lang, corrections, imports, statistics } = state;
  const copy = createAppState(
    base,
    { ...address.peek(), mode: 'present', map: null, theme: 'light' },
    { lang: lang.peek(), theme: 'light' },
  );
  copy.corrections.list.value = corrections.list.peek();
  copy.corrections.sites.value = corrections.sites.peek();
  copy.imports.value = imports.peek();
  copy.statistics.value = statistics.peek();
  copy.present.stageSize.value = stageSize;
  startAnswers(copy);
  startShading(copy);
  return copy;
}

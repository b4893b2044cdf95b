/** A second state over the same base and corrections: what it shows is its own, so that pictures disturb nothing. */
import { type AppState, createAppState } from './app-state.ts';
import type { StageSize } from './present/stage-size.ts';

/** In the presenter's mode, in the language of the first, which it does not follow; light, as all that leaves the product. */
export function copyState(state: AppState, stageSize: StageSize | null): AppState {
  const { base, address, lang, corrections, imports, statistics } = state;
  const shadow = createAppState(
    base,
    { ...address.peek(), mode: 'present', map: null, theme: 'light' },
    { lang: lang.peek(), theme: 'light' },
  );
  shadow.corrections.list.value = corrections.list.peek();
  shadow.corrections.sites.value = corrections.sites.peek();
  shadow.imports.value = imports.peek();
  shadow.statistics.value = statistics.peek();
  shadow.present.stageSize.value = stageSize;
  return shadow;
}

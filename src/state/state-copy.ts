/** A second state over the same base and corrections: what it shows is its own, so that pictures disturb nothing. */
import type { ReadonlySignal } from '@preact/signals';
import { type AppState, createAppState } from './app-state.ts';
import { startAnswers } from './plan/answers.ts';
import { startShading } from './plan/shading.ts';
import type { Stage } from './present/present.ts';

/**
 * In the presenter's mode, in the language of the first, which it does not follow; light, as all that leaves the
 * product.
 */
export function copyState(state: AppState, stage: ReadonlySignal<Stage | null>): AppState {
  const { base, address, lang, corrections, imports, statistics, outlines, plan } = state;
  const copy = createAppState(
    base,
    { ...address.peek(), mode: 'present', map: null, theme: 'light' },
    { lang: lang.peek(), theme: 'light' },
    stage,
  );
  copy.corrections.provide({ list: corrections.list.peek(), sites: corrections.sites.peek() });
  copy.provide({ imports: imports.peek(), statistics: statistics.peek(), outlines: outlines.peek() });
  startAnswers(copy, plan.answers.peek()?.towns);
  startShading(copy);
  return copy;
}

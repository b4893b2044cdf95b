/**
 * Code and data that the map's picture is computed with are loaded for what the state says, whichever panel shows:
 * so the same address gives the same map, however one came to it.
 */
import { effect } from '@preact/signals';
import type { App } from './app.ts';

export function loadOnNeed({ state, need }: Pick<App, 'state' | 'need'>): void {
  const { mode, plan, present } = state;
  effect(() => {
    if (plan.ask.value === null) return;
    need.answers();
    if (plan.ask.value.kind === 'own') need.imports();
  });
  effect(() => {
    if (plan.shade.value === null && plan.ownShade.value === null && plan.year.value === null) return;
    need.shading();
    if (plan.shade.value !== null) need.statistics();
  });
  effect(() => {
    if (mode.value === 'invest') need.finder();
  });
  effect(() => {
    if (mode.value === 'present') need.presentation();
  });
  effect(() => {
    if ((present.stopShow.value?.set ?? null) !== null) need.imports();
  });
}

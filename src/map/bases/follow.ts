/** From the base map that the address names to what the map draws under ours. */
import { effect, type Signal, signal, untracked } from '@preact/signals';
import { isDrawable } from '../../domain/basemap-datum.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import type { App } from '../../state/app.ts';
import { basemapsOf } from '../../state/basemaps/basemaps.ts';
import type { Base } from '../scene.ts';
import type { Ground } from '../scene-of-state.ts';
import type { BaseParts } from './base.ts';
import { partsOf } from './kinds.ts';

/** Keeps `ground` as the state has it. What cannot be drawn is said, and the built-in map is back. */
export function followBase({ state, i18n }: Pick<App, 'state' | 'i18n'>, ground: Signal<Ground>): void {
  const bases = basemapsOf(state);
  for (const problem of bases.problems) state.actions.notify(problem);
  const drawn = signal<Ground['base']>('thematic');
  let shown: Basemap | null = null;

  const refuse = (why: unknown) => {
    state.actions.notify(why);
    state.actions.setBasemap(null);
  };
  const show = (entry: Basemap | null): void => {
    if (entry === shown) return;
    shown = entry;
    if (entry === null) {
      drawn.value = 'thematic';
      return;
    }
    const put = (parts: BaseParts) => {
      if (entry === shown) drawn.value = baseOf(entry, parts);
    };
    const failed = (error: unknown) => {
      if (entry === shown) refuse(error);
    };
    try {
      const parts = partsOf(entry);
      if (parts instanceof Promise) parts.then(put, failed);
      else put(parts);
    } catch (error) {
      failed(error);
    }
  };

  effect(() => {
    const id = state.basemap.value;
    const entry = id === null ? null : (bases.list.value.find((each) => each.id === id) ?? null);
    untracked(() => {
      if (entry === null || isDrawable(entry.datum)) show(entry);
      else refuse(i18n.peek().t('basemapRefused', { name: entry.label, datum: entry.datum }));
    });
  });
  effect(() => {
    const base = drawn.value;
    ground.value =
      base === 'thematic' ? { base } : { base, strength: bases.strengthOf(base.id) ?? base.parts.strength };
  });
}

function baseOf({ id, label, attribution, approval }: Basemap, parts: BaseParts): Base {
  const owner = approval === null ? attribution : `${attribution} ${approval}`;
  return { id, label, credits: [owner, ...(parts.credits ?? [])], parts };
}

/** From the base map that the address names to what the map draws under ours. */
import { effect, type Signal, signal, untracked } from '@preact/signals';
import { ArchiveFault } from '../../data/basemap/fault.ts';
import { refusalOf } from '../../domain/basemap-refusal.ts';
import type { Basemap } from '../../domain/schema/basemap.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import type { App } from '../../state/app.ts';
import { baseFailed, baseRefused } from '../../state/basemaps/base-words.ts';
import { basemapsOf } from '../../state/basemaps/basemaps.ts';
import { fileFailed } from '../../state/basemaps/file-failed.ts';
import type { Base } from '../scene.ts';
import type { Ground } from '../scene-of-state.ts';
import type { BaseParts } from './base.ts';
import { partsOf } from './kinds.ts';

/** What is drawn, or on its way: another key gives another map. */
interface Wanted {
  readonly entry: Basemap;
  readonly key: string | null;
}

/** Keeps `ground` as the state has it. What cannot be drawn is said, and the built-in map is back. */
export function followBase(app: Pick<App, 'state' | 'i18n' | 'need'>, ground: Signal<Ground>): void {
  const { state } = app;
  const bases = basemapsOf(state);
  for (const problem of bases.problems) state.actions.notify(problem);
  const drawn = signal<Ground['base']>('thematic');
  let wanted: Wanted | null = null;

  const refuse = (entry: Basemap, error: unknown): void => {
    if (error instanceof ServiceError) baseFailed(app, entry.label, error.failure);
    else if (error instanceof ArchiveFault) fileFailed(app, entry.label, error);
    else state.actions.notify(error);
    state.actions.setBasemap(null);
  };
  const show = (next: Wanted): void => {
    wanted = next;
    const { entry, key } = next;
    const put = (parts: BaseParts) => {
      if (wanted === next) drawn.value = baseOf(entry, parts);
    };
    const failed = (error: unknown) => {
      if (wanted === next) refuse(entry, error);
    };
    try {
      const parts = partsOf(entry, { key });
      if (parts instanceof Promise) parts.then(put, failed);
      else put(parts);
    } catch (error) {
      failed(error);
    }
  };
  const hide = (): void => {
    wanted = null;
    drawn.value = 'thematic';
  };

  effect(() => {
    const id = state.basemap.value;
    const entry = bases.list.value.find((each) => each.id === id) ?? null;
    const key = entry?.kind === 'tianditu' ? bases.tiandituKey.value : null;
    untracked(() => {
      if (entry === null) return hide();
      if (wanted?.entry === entry && wanted.key === key) return;
      const refusal = refusalOf(entry);
      if (refusal === null) return show({ entry, key });
      baseRefused(app, entry.label, refusal);
      state.actions.setBasemap(null);
    });
  });
  effect(() => {
    const base = drawn.value;
    ground.value =
      base === 'thematic'
        ? { base }
        : {
            base,
            strength: bases.strengthOf(base.id) ?? base.parts.strength,
            grey: bases.isGrey(base.id),
          };
  });
}

function baseOf({ id, label, attribution, approval }: Basemap, parts: BaseParts): Base {
  const owner = approval === null ? attribution : `${attribution} ${approval}`;
  return { id, label, credits: [owner, ...(parts.credits ?? [])], parts };
}

/** Areas of towns, where a build has them: they find the town of what states none. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CountedSet } from '../../analysis/counted-set.ts';
import { type TownAreas, townAreasOf, withTowns } from '../../analysis/town-areas.ts';
import { loadTownAreas } from '../../data/load-later.ts';
import type { ByteSource } from '../../data/source.ts';
import type { AppState } from '../app-state.ts';
import { indexOf } from './answer.ts';

export type ShownTowns = ReadonlySignal<TownAreas | null>;

export const NO_TOWNS: ShownTowns = signal(null);

/** Null until they have come, and for good where this build has none; what cannot be read is told. */
export function townsFrom(source: ByteSource, { base, actions }: Pick<AppState, 'base' | 'actions'>): ShownTowns {
  if (!source.has('osm-towns.geojson')) return NO_TOWNS;
  const towns = signal<TownAreas | null>(null);
  loadTownAreas(source).then((file) => {
    towns.value = file === null ? null : townAreasOf(file, base.towns.features);
  }, actions.notify);
  return towns;
}

const made = new WeakMap<TownAreas, WeakMap<CountedSet['set'], CountedSet>>();

/** The rows with the towns that the areas find; as they are where there are no areas. Of a set asked once. */
export function townsFound<C extends CountedSet>(counted: C, towns: TownAreas | null): C | CountedSet {
  if (towns === null) return counted;
  const known = made.get(towns) ?? new WeakMap<CountedSet['set'], CountedSet>();
  made.set(towns, known);
  const found = known.get(counted.set) ?? withTowns(counted, indexOf, towns);
  known.set(counted.set, found);
  return found;
}

/** The areas as the questions have them; null where they have not come, or are of no build. */
export const shownTowns = ({ plan }: Pick<AppState, 'plan'>): TownAreas | null =>
  plan.answers.value?.towns.value ?? null;

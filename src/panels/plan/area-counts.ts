/** What lies in each area of a set: whose rows are counted, the counts, and the lines in the order of one of them. */
import type { MultiPolygon, Polygon } from 'geojson';
import { countedImport } from '../../analysis/counted-set.ts';
import { registerSet } from '../../analysis/register-set.ts';
import { areaBlocks, type CountedRows, countInAreas, type InAreas } from '../../analysis/rows-in-areas.ts';
import type { Range } from '../../analysis/tally.ts';
import { addUnplaced } from '../../analysis/unplaced-in-areas.ts';
import { measureColumns } from '../../domain/column-values.ts';
import { labelAt, type PointSet } from '../../domain/point-set.ts';
import type { DistrictId } from '../../domain/vocabulary.ts';
import type { AppState } from '../../state/app-state.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { areasOf, indexOf } from '../../state/plan/answer.ts';

/** The register, or another set that is shown. */
export interface CountSource {
  readonly id: string;
  /** Null of the register. */
  readonly name: string | null;
  readonly asked: CountedRows;
}

/** A column of a source that is summed. */
export interface SumChoice {
  readonly source: string;
  readonly column: string;
}

/** The register under its filters, and every other set that the map shows, under its own. */
export function countSources(state: AppState, areas: ImportedSet, sum: SumChoice | null): CountSource[] {
  const register = registerSet(state.visibleSites.value, 'register');
  const others = (state.imports.value?.visible.value ?? []).filter(({ id }) => id !== areas.id);
  return [
    { id: 'register', name: null, asked: { counted: register, index: indexOf(register.set), rows: undefined } },
    ...others.map(({ id, set, look, rows }): CountSource => {
      const values =
        sum?.source === id ? measureColumns(set).find(({ name }) => name === sum.column)?.values : undefined;
      return { id, name: look.name, asked: { counted: countedImport(set), index: indexOf(set), rows, values } };
    }),
  ];
}

export interface AreaCounts {
  readonly found: readonly InAreas[];
  /** Of each source: rows that have no position and state nothing. */
  readonly unknown: readonly number[];
}

/** In turns, as `useTurns` takes them. */
export function* areaCounts(
  { base }: AppState,
  set: PointSet,
  sources: readonly CountSource[],
): Generator<undefined, AreaCounts> {
  const blocks = areaBlocks(set, indexOf(set));
  if (blocks === null) return { found: [], unknown: [] };
  const found: InAreas[] = [];
  const unknown: number[] = [];
  for (const { asked } of sources) {
    const counts = yield* countInAreas(blocks, asked);
    found.push(counts);
    unknown.push(yield* addUnplaced(counts, blocks, indexOf(set), asked, districtsOf(base)));
  }
  return { found, unknown };
}

export const districtsOf = (base: AppState['base']): ReadonlyMap<DistrictId, Polygon | MultiPolygon> =>
  areasOf(base).districts;

export function rangeAt({ certain, inside, possible }: InAreas, row: number): Range {
  return { certain: certain[row] ?? 0, inside: inside[row] ?? 0, possible: possible[row] ?? 0 };
}

/** By its number, its name, the count of a source (its place among them), or the sum of that source's column. */
export type SortKey =
  | { readonly by: 'row' }
  | { readonly by: 'name' }
  | { readonly by: 'count' | 'sum'; readonly source: number };

export interface AreaSort {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Rows in order; equal ones as they stand. */
export function sortedAreas(
  set: PointSet,
  rows: Uint32Array,
  { found }: AreaCounts,
  { key, descending }: AreaSort,
): Uint32Array {
  const sign = descending ? -1 : 1;
  const by = (compare: (a: number, b: number) => number) => rows.slice().sort((a, b) => sign * compare(a, b) || a - b);
  if (key.by === 'row') return by((a, b) => a - b);
  if (key.by === 'name') {
    const { compare } = new Intl.Collator('zh-Hans-CN', { numeric: true });
    const names = new Map(Array.from(rows, (row) => [row, labelAt(set, row)]));
    return by((a, b) => compare(names.get(a) ?? '', names.get(b) ?? ''));
  }
  const counts = found[key.source];
  const [first, then] = key.by === 'count' ? [counts?.inside, counts?.possible] : [counts?.middle, counts?.greatest];
  return by((a, b) => (first?.[a] ?? 0) - (first?.[b] ?? 0) || (then?.[a] ?? 0) - (then?.[b] ?? 0));
}

/** Rows without a position, in each area of a set: possible where a district that they state touches it. */
import type { MultiPolygon, Polygon } from 'geojson';
import type { DistrictId } from '../domain/vocabulary.ts';
import { NO } from './answer.ts';
import { type CountedSet, districtOfTown } from './counted-set.ts';
import type { AreaBlocks, CountedRows, InAreas } from './rows-in-areas.ts';
import type { SpatialIndex } from './spatial-index.ts';
import { verdictsInPolygon } from './within-polygon.ts';

/** Districts that a row states, or that its towns lie in; none where it states nothing. */
function statedBy({ townsOf, districtsOf }: CountedSet, row: number): readonly DistrictId[] {
  const towns = townsOf(row);
  if (towns.length > 0) return towns.map(districtOfTown).filter((id) => id !== null);
  const { known, possible } = districtsOf(row);
  return known ? possible : [];
}

interface Group {
  readonly ids: readonly DistrictId[];
  n: number;
  least: number;
  greatest: number;
}

function groupsOf({ counted, index, values, rows }: CountedRows): { groups: Group[]; unknown: number } {
  const passes = rows === undefined ? null : new Set(rows);
  const groups = new Map<string, Group>();
  let unknown = 0;
  for (const row of index.unplaced) {
    if (counted.isPart(row) || passes?.has(row) === false) continue;
    const ids = statedBy(counted, row);
    if (ids.length === 0) {
      unknown++;
      continue;
    }
    const group = groups.get(ids.join()) ?? { ids, n: 0, least: 0, greatest: 0 };
    const value = values?.[row] ?? Number.NaN;
    group.n++;
    if (Number.isFinite(value)) {
      group.least += Math.min(0, value);
      group.greatest += Math.max(0, value);
    }
    groups.set(ids.join(), group);
  }
  return { groups: [...groups.values()], unknown };
}

/**
 * Adds them to what was counted; yields between two districts.
 *
 * @param areaIndex that of the set of areas
 * @returns how many state nothing that could tell
 */
export function* addUnplaced(
  found: InAreas,
  { set, blocks }: AreaBlocks,
  areaIndex: SpatialIndex,
  asked: CountedRows,
  districts: ReadonlyMap<DistrictId, Polygon | MultiPolygon>,
): Generator<undefined, number> {
  const { groups, unknown } = groupsOf(asked);
  const touching = new Map<DistrictId, Uint8Array>();
  for (const id of new Set(groups.flatMap(({ ids }) => ids))) {
    const outline = districts.get(id);
    if (outline !== undefined) touching.set(id, verdictsInPolygon(set, areaIndex, outline).verdict);
    yield;
  }
  const touches = (id: DistrictId, row: number) => (touching.get(id)?.[row] ?? NO) !== NO;
  for (const { ids, n, least, greatest } of groups) {
    for (const { rows } of blocks) {
      for (const row of rows) {
        if (!ids.some((id) => touches(id, row))) continue;
        found.possible[row] = (found.possible[row] ?? 0) + n;
        if (asked.values === undefined) continue;
        found.least[row] = (found.least[row] ?? 0) + least;
        found.greatest[row] = (found.greatest[row] ?? 0) + greatest;
      }
    }
    yield;
  }
  return unknown;
}

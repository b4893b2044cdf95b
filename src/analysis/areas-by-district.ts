/** The areas of a set by district: how many are of it, and which lie in it wholly, partly, or as far as their error goes. */
import type { MultiPolygon, Polygon } from 'geojson';
import { geometryKindAt } from '../domain/geometries.ts';
import { wholeGeometries } from '../domain/point-set.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { among, CERTAIN, INSIDE, NO } from './answer.ts';
import { byDistrict } from './by-area.ts';
import type { CountedSet } from './counted-set.ts';
import type { SpatialIndex } from './spatial-index.ts';
import type { Range } from './tally.ts';
import { verdictsInPolygon } from './within-polygon.ts';

export interface DistrictAreas {
  readonly district: DistrictId;
  /** As every count by district has it: by where the area lies, or else by what it states. */
  readonly count: Range;
  /** Rows by their shape alone, ascending; a row is in one of the four. */
  readonly wholly: Uint32Array;
  /** All of the shape is inside, its error reaches out. */
  readonly nearly: Uint32Array;
  readonly partly: Uint32Array;
  /** Its shape is outside, its error reaches in. */
  readonly byError: Uint32Array;
}

/**
 * Yields between two districts.
 *
 * @param rows that are asked; all where absent. Points and lines among them are left out.
 */
export function* areasByDistrict(
  counted: CountedSet,
  index: SpatialIndex,
  districts: ReadonlyMap<DistrictId, Polygon | MultiPolygon>,
  rows: Uint32Array | undefined,
): Generator<undefined, readonly DistrictAreas[]> {
  const { set } = counted;
  const geometries = wholeGeometries(set);
  const all = rows ?? Uint32Array.from({ length: set.count }, (_, row) => row);
  const areas = all.filter((row) => geometryKindAt(geometries, row) === 'area');
  const lines: DistrictAreas[] = [];
  for (const district of DISTRICT_IDS) {
    yield;
    const { certain, possible, verdict: stated } = among(byDistrict(counted, district), areas);
    const outline = districts.get(district);
    const shaped = outline === undefined ? null : verdictsInPolygon(set, index, outline);
    const cut = new Set(shaped?.partly);
    const of = (passes: (verdict: number, row: number) => boolean) =>
      areas.filter((row) => passes(shaped?.verdict[row] ?? NO, row));
    lines.push({
      district,
      count: {
        certain: certain.length,
        inside: areas.reduce((n, row) => n + ((stated[row] ?? NO) >= INSIDE ? 1 : 0), 0),
        possible: possible.length,
      },
      wholly: of((verdict) => verdict === CERTAIN),
      nearly: of((verdict, row) => verdict === INSIDE && !cut.has(row)),
      partly: of((_verdict, row) => cut.has(row)),
      byError: of((verdict, row) => verdict !== NO && verdict < INSIDE && !cut.has(row)),
    });
  }
  return lines;
}

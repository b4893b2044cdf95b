/**
 * The town of a row that states none, found by where it lies: as far as the areas of towns, which are only known to so
 * many metres, and the error of its place allow. A row that states a town is never asked.
 */
import { booleanIntersects, circle } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { isPlaced, type PointSet, precisionAt } from '../domain/point-set.ts';
import type { TownCollection } from '../domain/schema/area.ts';
import type { OsmTownCollection } from '../domain/schema/osm.ts';
import { isLocated } from '../domain/site.ts';
import { CERTAIN, INSIDE, NO } from './answer.ts';
import { type CountedSet, districtOfTown, type FoundTown } from './counted-set.ts';
import type { SpatialIndex } from './spatial-index.ts';
import { verdictsInPolygon } from './within-polygon.ts';

export interface TownAreas {
  /** By the town's nine-digit code. */
  readonly areas: ReadonlyMap<number, MultiPolygon>;
  /** Towns of the city whose area is not known. */
  readonly unknown: readonly number[];
  /** How far a border may lie from the line, metres. */
  readonly accuracyM: number;
  /** Day of the data, ISO 8601; null where nobody says. */
  readonly day: string | null;
}

type Town = TownCollection['features'][number];
type Found = OsmTownCollection['features'][number];

/** The towns of the city among the areas of a file; null where it holds none of them. */
export function townAreasOf({ features, accuracyMetres, state }: OsmTownCollection, towns: readonly Town[]) {
  const areas = new Map<number, MultiPolygon>();
  const unknown: number[] = [];
  for (const town of towns) {
    const [area, ...others] = features.filter((found) => isAreaOf(found, town, accuracyMetres));
    // Of two areas nobody says which it is.
    if (area === undefined || others.length > 0) unknown.push(Number(town.properties.code));
    else areas.set(Number(town.properties.code), area.geometry);
  }
  const found: TownAreas = { areas, unknown, accuracyM: accuracyMetres, day: state?.slice(0, 10) ?? null };
  return areas.size === 0 ? null : found;
}

/** Of its name, and where the town is known to be: another prefecture may have a town of the same name. */
function isAreaOf({ properties, geometry }: Found, town: Town, accuracyM: number): boolean {
  if (properties.name !== town.properties.nameZh) return false;
  if (town.geometry === null) return true;
  const reach = town.properties.radiusM + accuracyM;
  return booleanIntersects(circle(town.geometry.coordinates, reach, { units: 'meters' }), geometry);
}

/** A town or a district that stands for a row's place says nothing of where in it the row lies. */
function mayBeAsked(set: PointSet, row: number): boolean {
  return isPlaced(set, row) && isLocated(precisionAt(set, row)) && set.datum?.byCoordinates[row] !== 0;
}

interface Lying {
  /** The town whose area holds the point; 0 where none does. */
  readonly inside: Uint32Array;
  /** Of rows that are not certainly in that one: all that their circle of error touches. */
  readonly touched: ReadonlyMap<number, readonly number[]>;
}

function lyingOf({ set, townsOf }: CountedSet, index: SpatialIndex, { areas, accuracyM }: TownAreas): Lying {
  const inside = new Uint32Array(set.count);
  const touched = new Map<number, number[]>();
  for (const [code, area] of areas) {
    const { verdict } = verdictsInPolygon(set, index, area, accuracyM);
    for (let row = 0; row < set.count; row++) {
      const found = verdict[row] ?? NO;
      if (found === NO || townsOf(row).length > 0 || !mayBeAsked(set, row)) continue;
      if (found >= INSIDE) inside[row] = code;
      if (found === CERTAIN) continue;
      const codes = touched.get(row) ?? [];
      codes.push(code);
      touched.set(row, codes);
    }
  }
  return { inside, touched };
}

/** The same rows, with the towns that areas find for those that state none. The areas are asked on first need. */
export function withTowns(counted: CountedSet, indexOf: (set: PointSet) => SpatialIndex, towns: TownAreas): CountedSet {
  let lying: Lying | null = null;
  return {
    ...counted,
    townFound(row) {
      lying ??= lyingOf(counted, indexOf(counted.set), towns);
      return foundTown(counted, row, lying, towns);
    },
  };
}

/** Null where the row states a town, lies in no known area, or its district says that it cannot be in that one. */
function foundTown(
  { districtsOf }: CountedSet,
  row: number,
  { inside, touched }: Lying,
  { unknown }: TownAreas,
): FoundTown | null {
  const code = inside[row] ?? 0;
  if (code === 0) return null;
  const { possible, certain } = districtsOf(row);
  const mayBe = (town: number): boolean => {
    const district = districtOfTown(town);
    return district === null || possible.includes(district);
  };
  if (!mayBe(code)) return null;
  const others = touched.get(row);
  if (others === undefined) return { counted: code, certain, possible: [code] };
  // Beyond a border that it may lie across there may be a town whose area nobody has.
  return { counted: code, certain: false, possible: [...new Set([code, ...others, ...unknown])].filter(mayBe) };
}

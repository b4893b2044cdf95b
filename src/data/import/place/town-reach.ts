/**
 * How far a town reaches from the point that stands for it. No source gives boundaries of towns, so this is a
 * bound and not a measure. It rests on two things: a town lies in its district, and no place of it is more
 * than half as far again from its own point as from the point of any other town. The second is an assumption, made
 * wide on purpose: with "no farther than from any other" a park of the register (奇槎) already falls outside
 * its town.
 */
import { ringsOf } from '../../../domain/rings.ts';
import type { DistrictCollection, TownCollection } from '../../../domain/schema/area.ts';
import type { InDistrict } from './areas.ts';
import { planarMetres } from './planar.ts';

const TIMES = 1.5;
/** Step of the places that are tried, degrees; and how far a place can be from the nearest of them, metres. */
const STEP = 0.005;
const SLACK_M = 400;

type Town = TownCollection['features'][number];

/** Places all over a district: its corners, and a grid within. */
function placesIn(
  { geometry, properties }: DistrictCollection['features'][number],
  inside: InDistrict,
): readonly (readonly number[])[] {
  const corners = ringsOf(geometry).flat();
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => y);
  const [west, south] = [Math.min(...xs), Math.min(...ys)];
  const columns = Math.ceil((Math.max(...xs) - west) / STEP);
  const rows = Math.ceil((Math.max(...ys) - south) / STEP);
  const grid = Array.from({ length: columns * rows }, (_, i) => [
    west + (i % columns) * STEP,
    south + Math.floor(i / columns) * STEP,
  ]);
  return [...corners, ...grid.filter(([x = 0, y = 0]) => inside(properties.id, x, y))];
}

/** Whether a place can belong to a town by the second of the two; with it in the town's district, by both. */
function townBound(towns: TownCollection): (code: string, lng: number, lat: number) => boolean {
  const points = towns.features.flatMap(({ geometry, properties }) =>
    geometry === null ? [] : [{ code: properties.code, at: geometry.coordinates }],
  );
  return (code, lng, lat) => {
    const own = points.find((point) => point.code === code);
    if (own === undefined) return false;
    const away = planarMetres(own.at[0], own.at[1], lng, lat);
    return points.every(
      ({ code: other, at: [u, v] }) => other === code || away <= TIMES * (planarMetres(u, v, lng, lat) + SLACK_M),
    );
  };
}

/** Whether a place can belong to a town; null where no source gives the town a point. */
export function townTest(towns: TownCollection, inside: InDistrict) {
  const within = townBound(towns);
  const byCode = new Map(towns.features.map((town) => [Number(town.properties.code), town]));
  return (code: number, lng: number, lat: number): boolean | null => {
    const town = byCode.get(code);
    if (town === undefined || town.geometry === null) return null;
    return inside(town.properties.district, lng, lat) && within(town.properties.code, lng, lat);
  };
}

/**
 * Metres, rounded up to hundreds, the error of the point itself included; for a town with a position.
 * Computed once a town, when a row first asks for it.
 */
export function townReach(districts: DistrictCollection, towns: TownCollection, inside: InDistrict) {
  const places = new Map<string, ReturnType<typeof placesIn>>();
  const known = new Map<string, number>();
  const within = townBound(towns);
  return ({ geometry, properties }: Town): number => {
    const { code, district, radiusM } = properties;
    const before = known.get(code);
    if (before !== undefined) return before;
    const feature = districts.features.find((f) => f.properties.id === district);
    if (geometry === null || feature === undefined) return Number.POSITIVE_INFINITY;
    const all = places.get(district) ?? placesIn(feature, inside);
    places.set(district, all);
    const [lng, lat] = geometry.coordinates;
    let far = 0;
    for (const [x = 0, y = 0] of all) {
      const away = planarMetres(lng, lat, x, y);
      if (away <= far) continue;
      if (within(code, x, y)) far = away;
    }
    const reach = Math.ceil((far + SLACK_M + radiusM) / 100) * 100;
    known.set(code, reach);
    return reach;
  };
}

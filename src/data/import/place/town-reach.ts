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

/**
 * Metres, rounded up to hundreds, the error of the point itself included; for a town with a position.
 * Computed once a town, when a row first asks for it.
 */
export function townReach(districts: DistrictCollection, towns: TownCollection, inside: InDistrict) {
  const places = new Map<string, ReturnType<typeof placesIn>>();
  const known = new Map<string, number>();
  const others = (code: string) =>
    towns.features.flatMap(({ geometry, properties }) =>
      geometry === null || properties.code === code ? [] : [geometry.coordinates],
    );
  return ({ geometry, properties }: Town): number => {
    const { code, district, radiusM } = properties;
    const before = known.get(code);
    if (before !== undefined) return before;
    const feature = districts.features.find((f) => f.properties.id === district);
    if (geometry === null || feature === undefined) return Number.POSITIVE_INFINITY;
    const all = places.get(district) ?? placesIn(feature, inside);
    places.set(district, all);
    const [lng, lat] = geometry.coordinates;
    const rivals = others(code);
    let far = 0;
    for (const [x = 0, y = 0] of all) {
      const away = planarMetres(lng, lat, x, y);
      if (away <= far) continue;
      if (rivals.every(([u, v]) => away <= TIMES * (planarMetres(u, v, x, y) + SLACK_M))) far = away;
    }
    const reach = Math.ceil((far + SLACK_M + radiusM) / 100) * 100;
    known.set(code, reach);
    return reach;
  };
}

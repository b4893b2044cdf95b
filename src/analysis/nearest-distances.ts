/** How far each of many points is from the nearest other one. */
import KDBush from 'kdbush';
import type { LngLat } from '../domain/position.ts';
import { writeXyz } from './chord.ts';
import { equalArea } from './equal-area.ts';

/** How much the equal-area plane stretches a length at most between two latitudes. */
function stretchOf(lats: readonly number[], lat0: number): number {
  const cosines = lats.map((lat) => Math.cos((lat * Math.PI) / 180));
  const own = Math.cos((lat0 * Math.PI) / 180);
  const least = cosines.reduce((a, b) => Math.min(a, b), own);
  const greatest = cosines.reduce((a, b) => Math.max(a, b), own);
  // A thousandth for the ellipsoid and for lines that leave the range of latitudes.
  return Math.max(own / least, greatest / own) * 1.001;
}

/** Members of each place, so that points on one position are found at once. */
function groupByPlace(points: readonly LngLat[]): number[][] {
  const places = new Map<string, number[]>();
  points.forEach(([lng, lat], i) => {
    const key = `${lng},${lat}`;
    const members = places.get(key);
    if (members === undefined) places.set(key, [i]);
    else members.push(i);
  });
  return [...places.values()];
}

/**
 * Metres from each point to the nearest other one, 0 where two share a position and Infinity where there is no
 * other; `reach` is how far to look first. By the straight line, which up to 10 km is the geodesic to a millimetre.
 */
export function nearestDistances(points: readonly LngLat[], reach: number): Float64Array {
  const distances = new Float64Array(points.length).fill(Infinity);
  const places = groupByPlace(points);
  for (const members of places) if (members.length > 1) for (const i of members) distances[i] = 0;
  if (places.length < 2) return distances;

  const at = places.map((members): LngLat => points[members[0] ?? 0] ?? [Number.NaN, Number.NaN]);
  const lats = at.map(([, lat]) => lat);
  const lat0 = lats.reduce((sum, lat) => sum + lat, 0) / lats.length;
  const stretch = stretchOf(lats, lat0);
  const plane = equalArea([at[0]?.[0] ?? 0, lat0]);
  const planar = at.map(([lng, lat]) => plane.project(lng, lat));
  const xyz = new Float64Array(3 * at.length);
  const tree = new KDBush(at.length);
  at.forEach(([lng, lat], i) => {
    writeXyz(lng, lat, xyz, 3 * i);
  });
  for (const [x, y] of planar) tree.add(x, y);
  tree.finish();

  const apart = (a: number, b: number): number =>
    Math.hypot(
      (xyz[3 * a] ?? 0) - (xyz[3 * b] ?? 0),
      (xyz[3 * a + 1] ?? 0) - (xyz[3 * b + 1] ?? 0),
      (xyz[3 * a + 2] ?? 0) - (xyz[3 * b + 2] ?? 0),
    );
  places.forEach((members, i) => {
    if (members.length > 1) return;
    const [x, y] = planar[i] ?? [0, 0];
    const least = (near: readonly number[]): number =>
      near.reduce((d, other) => (other === i ? d : Math.min(d, apart(i, other))), Infinity);
    let radius = reach;
    let near = tree.within(x, y, radius);
    while (near.length < 2) {
      radius *= 2;
      near = tree.within(x, y, radius);
    }
    // The plane stretches lengths, so the nearest on it need not be the nearest on the ground: look once more.
    distances[members[0] ?? 0] = least(tree.within(x, y, least(near) * stretch));
  });
  return distances;
}

/** Length of a line and area of a polygon on the WGS-84 ellipsoid (Karney), metres and m². */
import geodesicLibrary from 'geographiclib-geodesic';
import { wgs84 } from '../domain/position.ts';
import type { Ring } from '../domain/rings.ts';
import { distanceM } from './geodesic.ts';

/** Length of the line through the positions, metres; 0 for fewer than two. */
export function lengthM(line: Ring): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [x1 = Number.NaN, y1 = Number.NaN] = line[i - 1] ?? [];
    const [x2 = Number.NaN, y2 = Number.NaN] = line[i] ?? [];
    sum += distanceM(wgs84(x1, y1), wgs84(x2, y2));
  }
  return sum;
}

/** Area of one ring whose edges are geodesics, closed or not, in either direction. */
function ringM2(ring: Ring): number {
  const polygon = geodesicLibrary.Geodesic.WGS84.Polygon(false);
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  for (const [lng = Number.NaN, lat = Number.NaN] of closed ? ring.slice(0, -1) : ring) polygon.AddPoint(lat, lng);
  return Math.abs(polygon.Compute(false, true).area ?? 0);
}

/** Area of a polygon, m²: the first ring less the others, which are its holes. Of a multipolygon sum its parts. */
export function areaM2([outer, ...holes]: readonly Ring[]): number {
  if (outer === undefined) return 0;
  return holes.reduce((rest, hole) => rest - ringM2(hole), ringM2(outer));
}

/** Length of the outline of polygons, metres: holes included, borders between neighbours (with the same corners) not. */
export function outlineM(rings: readonly Ring[]): number {
  const edges = new Map<string, Ring>();
  for (const ring of rings) {
    ring.forEach((to, i) => {
      const from = ring[i === 0 ? ring.length - 1 : i - 1] ?? to;
      const key = [String(from), String(to)].sort().join(' ');
      // A border is met once from each side.
      if (!edges.delete(key)) edges.set(key, [from, to]);
    });
  }
  return [...edges.values()].reduce((sum, edge) => sum + lengthM(edge), 0);
}

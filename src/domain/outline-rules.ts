/** What must hold of the outline of a site, as codes that the page and the build put into words. */
import { booleanIntersects, kinks, multiPolygon } from '@turf/turf';
import { type AreaCoordinates, normalOutline, roundedCorner, sameCorner } from './outline.ts';
import { FOSHAN_BBOX, inBbox, type LngLat, METRES_PER_DEGREE } from './position.ts';
import { isInside, prepareRings } from './rings.ts';
import type { DistrictCollection } from './schema/area.ts';
import type { OutlineCoordinates } from './schema/outline.ts';
import type { DistrictId } from './vocabulary.ts';

/** Corners of one outline: enough for a park drawn from cadastral data, and little enough for a link or a patch. */
export const MOST_OUTLINE_CORNERS = 5000;

export const OUTLINE_PROBLEMS = [
  'empty',
  'open',
  'few',
  'many',
  'crosses',
  'swapped',
  'outside',
  'wrongDistrict',
  'farFromPoint',
] as const;
export type OutlineProblem = (typeof OUTLINE_PROBLEMS)[number];

/** How far beyond its own error a site's point may lie from its outline, metres. */
const NEAR_M = 200;

/** What is wrong with the rings themselves, before any place is looked at. */
export function ringProblems(area: AreaCoordinates): OutlineProblem[] {
  const rings = area.flat();
  if (rings.length === 0) return ['empty'];
  const problems: OutlineProblem[] = [];
  if (rings.some((ring) => !sameCorner(roundedCorner(ring[0] ?? []), roundedCorner(ring.at(-1) ?? []))))
    problems.push('open');
  const normal = normalOutline(area);
  if (normal.flat().some((ring) => ring.length < 4)) return [...problems, 'few'];
  if (normal.flat().reduce((sum, ring) => sum + ring.length, 0) > MOST_OUTLINE_CORNERS) return [...problems, 'many'];
  if (normal.some((part) => kinks(multiPolygon([part])).features.length > 0)) problems.push('crosses');
  return problems;
}

export interface OutlinePlace {
  readonly districts: readonly DistrictId[];
  /** The site's point with its error, metres; null where it has none that stands for a place. */
  readonly point: { readonly at: LngLat; readonly radiusM: number } | null;
}

/** What is wrong with where a whole outline lies; the districts may be thinned, an outline has only to touch one. */
export function placeProblems(
  outline: OutlineCoordinates,
  { districts: stated, point }: OutlinePlace,
  districts: DistrictCollection,
): OutlineProblem[] {
  const corners = outline.flat(2);
  if (corners.some((at) => !inBbox(at, FOSHAN_BBOX))) {
    const isSwapped = corners.every(([lng, lat]) => inBbox([lat, lng], FOSHAN_BBOX));
    return [isSwapped ? 'swapped' : 'outside'];
  }
  const problems: OutlineProblem[] = [];
  const own = districts.features.filter(({ properties }) => stated.includes(properties.id));
  if (own.length > 0 && !own.some(({ geometry }) => booleanIntersects(multiPolygon(outline), geometry)))
    problems.push('wrongDistrict');
  if (point !== null && distanceTo(outline, point.at) > point.radiusM + NEAR_M) problems.push('farFromPoint');
  return problems;
}

/** From a place to an outline, metres; 0 inside. In the plane about the place: it serves a limit, not a figure. */
function distanceTo(outline: OutlineCoordinates, [lng, lat]: LngLat): number {
  const { edges } = prepareRings(outline.flat());
  if (isInside(edges, lng, lat)) return 0;
  const across = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay] = [((edges[e] ?? 0) - lng) * across, ((edges[e + 1] ?? 0) - lat) * METRES_PER_DEGREE];
    const [bx, by] = [((edges[e + 2] ?? 0) - lng) * across, ((edges[e + 3] ?? 0) - lat) * METRES_PER_DEGREE];
    const [vx, vy] = [bx - ax, by - ay];
    const length = vx * vx + vy * vy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * vx + ay * vy) / length));
    least = Math.min(least, Math.hypot(ax + t * vx, ay + t * vy));
  }
  return least;
}

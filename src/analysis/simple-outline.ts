/** An outline of few corners in the place of a detailed one, and how far the two are apart. */
import { convex, kinks, multiPoint, polygon, simplify } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type LngLat, wgs84 } from '../domain/position.ts';
import { distanceM } from './geodesic.ts';
import { areaM2 } from './measure.ts';
import { type NearestEdge, nearestEdge } from './nearest-edge.ts';
import { laidLine, type Place, type Plane, planeAbout } from './plane.ts';

export interface SimpleOutline {
  /** Open, of three corners or more. */
  readonly ring: readonly LngLat[];
  /** Greatest distance of a place on either outline from the other, metres, geodesic, to half a metre above. */
  readonly errorM: number;
  /** Holes and further parts of the true one, which a single ring has no room for. */
  readonly left: number;
}

/** What is searched no further, metres. */
const CLOSE_M = 0.5;
/** How far corners may be moved, metres, finest first. */
const STEPS_M = [0, 1, 2, 4, 8, 15, 30, 60, 120, 250, 500, 1000, 2000];

/**
 * @param mostCorners at most so many
 * @param rounded what a corner becomes where it is written
 * @returns null where no ring of so few corners is left that does not cross itself
 */
export function simpleOutline(
  outline: Polygon | MultiPolygon,
  mostCorners: number,
  rounded: (corner: LngLat) => LngLat,
): SimpleOutline | null {
  const parts = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const largest = parts.reduce((best, part) => (areaM2(part) > areaM2(best) ? part : best), parts[0] ?? []);
  const [[lng = Number.NaN, lat = Number.NaN] = []] = largest[0] ?? [];
  const plane = planeAbout([lng, lat]);
  const laid = (largest[0] ?? []).map(([x = Number.NaN, y = Number.NaN]) => plane.to(x, y));
  const ring = fewCorners(laid, mostCorners, (place) => rounded(plane.from(place)));
  if (ring === null) return null;
  return {
    ring,
    errorM: apart(
      parts.flat(),
      [...ring, ...ring.slice(0, 1)].map((corner) => [...corner]),
      plane,
    ),
    left: parts.flat().length - 1,
  };
}

/** The finest simplification of a closed ring that has few enough corners and does not cross itself. */
function fewCorners(ring: readonly Place[], most: number, written: (place: Place) => LngLat): LngLat[] | null {
  const corners = ring.map((place) => [...place]);
  for (const tolerance of STEPS_M) {
    const thinned = tolerance === 0 ? corners : (thinnedRing(corners, tolerance) ?? corners);
    const open = writtenRing(thinned, written);
    if (open.length >= 3 && open.length <= most && !crossesItself(open)) return open;
  }
  const hull = convex(multiPoint(corners))?.geometry.coordinates[0] ?? [];
  const open = writtenRing(thinnedRing(hull, STEPS_M.at(-2) ?? 0) ?? hull, written);
  return open.length >= 3 && open.length <= most ? open : null;
}

const thinnedRing = (ring: Position[], tolerance: number) =>
  ring.length < 5
    ? ring
    : simplify(polygon([ring]), { tolerance, highQuality: true, mutate: false }).geometry.coordinates[0];

/** Corners as they are written, none of them twice in a row, the first not again at the end. */
function writtenRing(ring: readonly Position[], written: (place: Place) => LngLat): LngLat[] {
  const corners = ring.map(([x = Number.NaN, y = Number.NaN]) => written([x, y]));
  return corners.filter((corner, at) => {
    const before = corners[at === 0 ? corners.length - 1 : at - 1];
    return before === undefined || before[0] !== corner[0] || before[1] !== corner[1];
  });
}

function crossesItself(open: readonly LngLat[]): boolean {
  return (
    open.length > 3 && kinks(polygon([[...open, ...open.slice(0, 1)].map((corner) => [...corner])])).features.length > 0
  );
}

function apart(rings: readonly Position[][], ring: Position[], plane: Plane): number {
  const [all, one] = [rings.map((each) => laidLine(each, plane)), [laidLine(ring, plane)]];
  return Math.max(farthest(all, nearestEdge(one), plane), farthest(one, nearestEdge(all), plane));
}

/** The greatest distance of a place on some lines from others, metres. */
function farthest(lines: readonly (readonly Place[])[], nearest: NearestEdge, plane: Plane): number {
  const most: { distance: number; ends: readonly [Place, Place] | null } = { distance: 0, ends: null };
  const look = (at: Place): number => {
    const foot = nearest(...at);
    if (foot.distance > most.distance) {
      most.distance = foot.distance;
      most.ends = [at, foot.at];
    }
    return foot.distance;
  };
  // Between two places no place is farther than half of their distances and of the way between them.
  const between = (a: Place, da: number, b: Place, db: number): void => {
    if ((da + db + Math.hypot(b[0] - a[0], b[1] - a[1])) / 2 <= most.distance + CLOSE_M) return;
    const middle: Place = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const distance = look(middle);
    between(a, da, middle, distance);
    between(middle, distance, b, db);
  };
  for (const line of lines) {
    const distances = line.map(look);
    line.forEach((to, at) => {
      const from = line[at - 1];
      if (from !== undefined) between(from, distances[at - 1] ?? 0, to, distances[at] ?? 0);
    });
  }
  if (most.ends === null) return 0;
  const [[a, b], [c, d]] = [plane.from(most.ends[0]), plane.from(most.ends[1])];
  return distanceM(wgs84(a, b), wgs84(c, d)) + CLOSE_M;
}

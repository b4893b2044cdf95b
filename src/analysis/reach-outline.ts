/** All places within a distance of a line or an area, as an outline: what a question with one of the user's own asks. */
import { buffer, centroid } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { RowGeometry } from '../domain/geometries.ts';
import { EARTH_M } from '../domain/position.ts';
import { type NearestEdge, nearestEdge } from './nearest-edge.ts';
import { laidLine, linesOf, type Place, type Plane, planeAbout } from './plane.ts';

/** How far the outline may be from where it should be, metres. */
const TOLERANCE_M = 0.1;
/** A half circle of the first, rough outline has twice as many sides. */
const STEPS = 16;
const MOST_HALVINGS = 12;
const DEGREES = 180 / Math.PI / EARTH_M;

/**
 * The outline of what lies within `withinM` metres of a geometry, geodesic, to a decimetre. A pocket all of which is
 * farther by less than a hundredth of the distance may be closed.
 *
 * Turf makes it: on a sphere, and with a simplified input. So the geometry is laid in metres about the place where
 * degrees and metres are one, and every corner of what comes back is put where its distance is the one that was asked.
 *
 * @returns null where nothing is within reach of it, as of a geometry without a place
 */
export function reachOutline(geometry: RowGeometry, withinM: number): Polygon | MultiPolygon | null {
  const [lng = Number.NaN, lat = Number.NaN] = centroid(geometry).geometry.coordinates;
  const plane = planeAbout([lng, lat]);
  const nearest = nearestEdge(linesOf(geometry).map((line) => laidLine(line, plane)));
  const laid = mapped(geometry, (line) => laidLine(line, plane).map(([x, y]) => [x * DEGREES, y * DEGREES]));
  const rough = buffer(laid, withinM, { units: 'meters', steps: STEPS })?.geometry;
  if (rough === undefined) return null;
  const settled = (ring: Position[]) => settledRing(ring, withinM, nearest, plane);
  return rough.type === 'Polygon'
    ? { type: 'Polygon', coordinates: rough.coordinates.map(settled) }
    : { type: 'MultiPolygon', coordinates: rough.coordinates.map((rings) => rings.map(settled)) };
}

function mapped(geometry: RowGeometry, line: (line: Position[]) => Position[]): RowGeometry {
  switch (geometry.type) {
    case 'LineString':
      return { type: 'LineString', coordinates: line(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(line) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
  }
}

/** A ring with its corners at the distance that was asked, and with as many more as its bends need. */
function settledRing(ring: Position[], withinM: number, nearest: NearestEdge, plane: Plane): Position[] {
  const settle = ([x, y]: Place): Place => {
    let place: Place = [x, y];
    for (let turn = 0; turn < 4; turn++) {
      const { at, distance } = nearest(...place);
      if (distance === 0 || Math.abs(distance - withinM) < TOLERANCE_M / 10) break;
      const by = withinM / distance;
      place = [at[0] + (place[0] - at[0]) * by, at[1] + (place[1] - at[1]) * by];
    }
    return place;
  };
  const corners = ring.map(([x = 0, y = 0]) => settle([x / DEGREES, y / DEGREES]));
  const out: Place[] = [];
  const between = (a: Place, b: Place, halvings: number) => {
    const middle: Place = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const settled = settle(middle);
    if (halvings === 0 || Math.hypot(settled[0] - middle[0], settled[1] - middle[1]) < TOLERANCE_M) return;
    between(a, settled, halvings - 1);
    out.push(settled);
    between(settled, b, halvings - 1);
  };
  corners.forEach((corner, at) => {
    const before = corners[at - 1];
    if (before !== undefined) between(before, corner, MOST_HALVINGS);
    out.push(corner);
  });
  return out.map((place) => [...plane.from(place)]);
}

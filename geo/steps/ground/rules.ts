/**
 * What the ground must hold to before it is shipped, read from the collections themselves: no turn sharper than 25°, no
 * piece smaller than its zoom shows, no end in the middle of land that is not faded.
 */
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { toPosition } from '../planar.ts';
import type { Problem } from '../problem.ts';
import { angleAt, apart } from './curve.ts';
import { type Nearby, nearestWithin } from './ends.ts';
import { type Point, pointsOf } from './grid.ts';
import { areaOf } from './outline.ts';
import { lengthOf } from './strokes.ts';

export const SHARPEST_DEGREES = 25;
/** At zoom 9, where a pixel is 140 m, an area of five pixels' width and a line of eight. */
const LEAST_AREA_M2 = 300_000;
const LEAST_LINE_M = 1100;
/** What ends at most this far from something meets it. */
const MEETS_M = 60;
/** The end of a river: its two banks, followed for this long from a point, come nearer than 0.8 of that. */
const BANKS_M = [600, 1500];

interface Line {
  points: Point[];
  fade: number;
  feature: Feature;
}

/** Each place that breaks a rule, by file and position. Features of `waterways` that only bear a name are no ground. */
export function groundProblems(file: string, { features }: FeatureCollection): Problem[] {
  const ground = features.filter(({ properties }) => properties?.kind !== 'river-name');
  const lines = ground.flatMap(linesOf);
  const rings = ground.flatMap(ringsOf);
  const problem = ({ point, reason }: Fault): Problem => ({ file, record: placeOf(point), reason });
  return [
    ...lines.flatMap(({ points }) => sharpTurns(points, false)),
    ...rings.flatMap(({ points }) => sharpTurns(points, true)),
    ...smallAreas(rings),
    ...shortLines(lines, ground),
    ...openEnds(lines, ground),
    ...openBanks(rings, lines, ground),
  ].map(problem);
}

interface Fault {
  point: Point;
  reason: string;
}

const placeOf = (point: Point): string =>
  toPosition([...point])
    .map((n) => n.toFixed(4))
    .join(', ');

const fadeOf = ({ properties }: Feature): number => {
  const fade: unknown = properties?.fade;
  return typeof fade === 'number' ? fade : 1;
};

function linesOf(feature: Feature): Line[] {
  const { geometry } = feature;
  const coordinates: Position[][] =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  return coordinates.map((line) => ({ points: pointsOf(line), fade: fadeOf(feature), feature }));
}

/** Rings of areas, the outer one first. */
function ringsOf(feature: Feature): (Line & { outer: boolean })[] {
  const { geometry } = feature;
  if (geometry.type !== 'Polygon') return [];
  return geometry.coordinates.map((ring, i) => ({
    points: pointsOf(ring),
    fade: fadeOf(feature),
    feature,
    outer: i === 0,
  }));
}

/** Corners of a line or closed ring that are sharper than SHARPEST_DEGREES. */
export function sharpTurns(points: readonly Point[], closed: boolean): Fault[] {
  return points.flatMap((b, i): Fault[] => {
    const a = points[i - 1] ?? (closed ? points.at(-2) : undefined);
    const c = points[i + 1];
    if (a === undefined || c === undefined) return [];
    const angle = angleAt(a, b, c);
    return angle < SHARPEST_DEGREES ? [{ point: b, reason: `an angle of ${Math.round(angle)}°` }] : [];
  });
}

function smallAreas(rings: readonly (Line & { outer: boolean })[]): Fault[] {
  return rings.flatMap(({ points, fade, outer }): Fault[] => {
    const [point] = points;
    const m2 = Math.abs(areaOf(points));
    if (point === undefined || !outer || fade < 1 || m2 >= LEAST_AREA_M2) return [];
    return [{ point, reason: `an area of ${Math.round(m2 / 1000) / 1000} km²` }];
  });
}

const nearbyOf = (lines: readonly Line[]): Nearby<Line>[] => lines.map((line) => ({ points: line.points, of: line }));

/** Lines that meet no water and are short, with all that they meet. */
function shortLines(lines: readonly Line[], ground: readonly Feature[]): Fault[] {
  const nearby = nearbyOf(lines);
  return lines.flatMap((line): Fault[] => {
    const [start, end] = [line.points[0], line.points.at(-1)];
    if (start === undefined || end === undefined || line.fade < 1) return [];
    if (inWater(start, ground) || inWater(end, ground)) return [];
    const others = [start, end].flatMap((point) => touching(point, line, nearby));
    const length = lengthOf(line.points) + others.reduce((sum, other) => sum + lengthOf(other.points), 0);
    return length >= LEAST_LINE_M ? [] : [{ point: start, reason: `a lone line of ${Math.round(length)} m` }];
  });
}

function touching(point: Point, line: Line, nearby: readonly Nearby<Line>[]): Line[] {
  return nearby
    .filter(
      ({ of, points }) => of !== line && nearestWithin(point, [{ points, of }], MEETS_M, () => true) !== undefined,
    )
    .map(({ of }) => of);
}

/** Ends at full strength that meet neither a line nor water. */
function openEnds(lines: readonly Line[], ground: readonly Feature[]): Fault[] {
  const nearby = nearbyOf(lines);
  return lines.flatMap((line) => {
    const [start, end] = [line.points[0], line.points.at(-1)];
    if (line.fade < 1 || start === undefined || end === undefined || apart(start, end) < 1) return [];
    return [start, end]
      .filter((point) => nearestWithin(point, nearby, MEETS_M, (other) => other !== line) === undefined)
      .filter((point) => !inWater(point, ground))
      .map((point) => ({ point, reason: 'a line ends here and is not faded' }));
  });
}

function inWater(point: Point, ground: readonly Feature[]): boolean {
  const at = toPosition([...point]);
  return ground.some(({ geometry }) => geometry.type === 'Polygon' && booleanPointInPolygon(at, geometry));
}

/** Ends of areas at full strength from which neither a faded area nor a line goes on. */
function openBanks(
  rings: readonly (Line & { outer: boolean })[],
  lines: readonly Line[],
  ground: readonly Feature[],
): Fault[] {
  const goesOn = nearbyOf([...lines, ...rings.filter(({ fade }) => fade < 1)]);
  const faded = ground.filter((feature) => fadeOf(feature) < 1);
  return rings
    .filter(({ outer, fade }) => outer && fade === 1)
    .flatMap((ring) => tipsOf(ring))
    .filter((point) => nearestWithin(point, goesOn, 6 * MEETS_M, () => true) === undefined)
    .filter((point) => !inWater(point, faded))
    .map((point) => ({ point, reason: 'a river ends here and is not faded' }));
}

/** Points of a ring from which its two sides lead back close to each other, water between them; one for each end. */
export function tipsOf({ points, feature }: Pick<Line, 'points' | 'feature'>): Point[] {
  const { geometry } = feature;
  if (geometry.type !== 'Polygon') return [];
  const open = points.slice(0, -1);
  const found = open.flatMap((point, i) =>
    BANKS_M.flatMap((length) => {
      const [a, b] = [follow(open, i, 1, length), follow(open, i, -1, length)];
      const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const out = apart(middle, point);
      const narrow = apart(a, b) < length * 0.8 && out > length * 0.6;
      return narrow && booleanPointInPolygon(toPosition([...middle]), geometry) ? [{ point, out: out / length }] : [];
    }),
  );
  const tips: Point[] = [];
  for (const { point } of found.sort((a, b) => b.out - a.out))
    if (tips.every((other) => apart(other, point) > 1500)) tips.push(point);
  return tips;
}

/** The point of a ring that lies `length` along it from the one at `i`. */
function follow(open: readonly Point[], i: number, step: 1 | -1, length: number): Point {
  let here = open[i] ?? [0, 0];
  let left = length;
  for (let k = 1; k <= open.length; k++) {
    const next = open[(i + k * step + open.length * k) % open.length] ?? here;
    const way = apart(here, next);
    if (way >= left)
      return [here[0] + ((next[0] - here[0]) * left) / way, here[1] + ((next[1] - here[1]) * left) / way];
    left -= way;
    here = next;
  }
  return here;
}

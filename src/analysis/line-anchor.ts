/** Where the words of a line stand: in the middle of its longest straight run, turned as that runs. */
import { type Geometries, geometryKindAt } from '../domain/geometries.ts';
import type { LngLat } from '../domain/position.ts';

export interface LineAnchor {
  readonly at: LngLat;
  /** Degrees clockwise from east, above -90 and up to 90, so that words are upright where north is up. */
  readonly angle: number;
}

/** A run is straight where no vertex is farther from its chord than this share of the line's extent. */
const BEND = 0.02;
const RADIANS = Math.PI / 180;

/** As the map draws it: x east, y south. */
type Drawn = readonly [x: number, y: number];

const drawn = (lng: number, lat: number): Drawn => [
  lng * RADIANS,
  -Math.log(Math.tan(Math.PI / 4 + (lat * RADIANS) / 2)),
];

const apart = ([x, y]: Drawn, [u, v]: Drawn): number => Math.hypot(u - x, v - y);

function fromChord([x, y]: Drawn, a: Drawn, b: Drawn): number {
  const length = apart(a, b);
  if (length === 0) return apart([x, y], a);
  return Math.abs((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / length;
}

/** Diagonal of the box that holds a line. */
function extentOf(line: readonly Drawn[]): number {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of line) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return line.length === 0 ? 0 : Math.hypot(east - west, south - north);
}

/** First and last vertex of each straight run, as Douglas and Peucker part a line. */
function straightRuns(line: readonly Drawn[], bend: number): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  const open: (readonly [number, number])[] = [[0, line.length - 1]];
  for (let run = open.pop(); run !== undefined; run = open.pop()) {
    const [from, to] = run;
    const [a = [0, 0], b = [0, 0]] = [line[from], line[to]];
    let [farthest, at] = [bend, -1];
    for (let vertex = from + 1; vertex < to; vertex++) {
      const off = fromChord(line[vertex] ?? a, a, b);
      if (off > farthest) [farthest, at] = [off, vertex];
    }
    if (at < 0) runs.push(run);
    else open.push([from, at], [at, to]);
  }
  return runs;
}

/** The place half way along the vertices of a run, as a share of the leg behind a vertex. */
function halfWay(line: readonly Drawn[], [from, to]: readonly [number, number]): { vertex: number; share: number } {
  const legs = Array.from({ length: to - from }, (_, n) =>
    apart(line[from + n] ?? [0, 0], line[from + n + 1] ?? [0, 0]),
  );
  let left = legs.reduce((sum, leg) => sum + leg, 0) / 2;
  for (const [n, leg] of legs.entries()) {
    if (left <= leg) return { vertex: from + n, share: leg === 0 ? 0 : left / leg };
    left -= leg;
  }
  return { vertex: from, share: 0 };
}

const upright = (degrees: number): number => (degrees <= -90 ? degrees + 180 : degrees > 90 ? degrees - 180 : degrees);

/** Null where the row has no line. */
export function lineAnchor(geometries: Geometries, row: number): LineAnchor | null {
  const { partOffsets, ringOffsets, vertexOffsets, positions } = geometries;
  if (geometryKindAt(geometries, row) !== 'line') return null;
  const place = (vertex: number): LngLat => [
    positions[2 * vertex] ?? Number.NaN,
    positions[2 * vertex + 1] ?? Number.NaN,
  ];
  const [first, last] = [ringOffsets[partOffsets[row] ?? 0] ?? 0, ringOffsets[partOffsets[row + 1] ?? 0] ?? 0];
  let best: { readonly length: number; readonly anchor: LineAnchor } | null = null;
  for (let part = first; part < last; part++) {
    const [from, to] = [vertexOffsets[part] ?? 0, vertexOffsets[part + 1] ?? 0];
    const line = Array.from({ length: to - from }, (_, n) => drawn(...place(from + n)));
    for (const run of straightRuns(line, BEND * extentOf(line))) {
      const [a = [0, 0], b = [0, 0]] = [line[run[0]], line[run[1]]];
      const length = apart(a, b);
      if (length <= (best?.length ?? 0)) continue;
      const { vertex, share } = halfWay(line, run);
      const [[x, y], [u, v]] = [place(from + vertex), place(from + vertex + 1)];
      const angle = upright(Math.atan2(b[1] - a[1], b[0] - a[0]) / RADIANS);
      best = { length, anchor: { at: [x + share * (u - x), y + share * (v - y)], angle } };
    }
  }
  return best?.anchor ?? null;
}

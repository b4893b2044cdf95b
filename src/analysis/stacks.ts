/**
 * Rows that stand on one point: a list placed by its districts has hundreds on each district's point, of which a map
 * shows the uppermost. Here they are counted, and those of one point found again.
 */

import type { PointSet } from '../domain/point-set.ts';
import type { Bbox, LngLat } from '../domain/position.ts';

/** A set with the rows of it that are shown, ascending; undefined where all are. */
export interface ShownRows {
  readonly set: PointSet;
  readonly rows: Uint32Array | undefined;
}

/** Points with at least two rows, in no order. */
export interface Stacks {
  /** lng, lat, lng, lat … degrees. */
  readonly positions: Float64Array;
  /** Rows on each. */
  readonly counts: Uint32Array;
}

export const NO_STACKS: Stacks = { positions: new Float64Array(), counts: new Uint32Array() };

/** A millionth of a degree, a tenth of a metre: what is closer is one point at every scale that the map has. */
const STEPS_A_DEGREE = 1e6;
const step = (degrees: number) => Math.round(degrees * STEPS_A_DEGREE);

/** Spreads neighbouring steps over the table. */
function hash(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/** Calls `visit` with each shown row that has a point, of those from one place in their order up to another. */
function eachPlaced(
  { set, rows }: ShownRows,
  visit: (row: number, lng: number, lat: number) => void,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const row = rows?.[i] ?? i;
    const lng = set.positions[2 * row] ?? Number.NaN;
    const lat = set.positions[2 * row + 1] ?? Number.NaN;
    if (!Number.isNaN(lng) && !Number.isNaN(lat)) visit(row, lng, lat);
  }
}

/** Points of several sets that hold at least two rows, whichever set they are of; in O(n). */
export function stacksOf(shown: readonly ShownRows[]): Stacks {
  const work = stacksInTurns(shown);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Rows between two places at which the counting may rest. */
const ROWS_A_TURN = 20_000;

/** The same, resting now and then. */
export function* stacksInTurns(shown: readonly ShownRows[]): Generator<undefined, Stacks> {
  const total = shown.reduce((sum, { set, rows }) => sum + (rows?.length ?? set.count), 0);
  if (total < 2) return NO_STACKS;
  const mask = 2 ** Math.ceil(Math.log2(total * 2)) - 1;
  /** Number of the point from 1 in each slot of the table; 0 where it is free. */
  const slots = new Uint32Array(mask + 1);
  const positions = new Float64Array(2 * total);
  const counts = new Uint32Array(total);
  let points = 0;
  const count = (_: number, lng: number, lat: number) => {
    const [x, y] = [step(lng), step(lat)];
    for (let slot = hash(x, y) & mask; ; slot = (slot + 1) & mask) {
      const point = (slots[slot] ?? 0) - 1;
      if (point < 0) {
        positions[2 * points] = lng;
        positions[2 * points + 1] = lat;
        counts[points++] = 1;
        slots[slot] = points;
        return;
      }
      if (step(positions[2 * point] ?? 0) !== x || step(positions[2 * point + 1] ?? 0) !== y) continue;
      counts[point] = (counts[point] ?? 0) + 1;
      return;
    }
  };
  for (const each of shown) {
    const rows = each.rows?.length ?? each.set.count;
    for (let from = 0; from < rows; from += ROWS_A_TURN) {
      eachPlaced(each, count, from, Math.min(rows, from + ROWS_A_TURN));
      yield;
    }
  }
  return onlyStacks(positions, counts, points);
}

function onlyStacks(positions: Float64Array, counts: Uint32Array, points: number): Stacks {
  let kept = 0;
  for (let point = 0; point < points; point++) {
    const rows = counts[point] ?? 0;
    if (rows < 2) continue;
    positions[2 * kept] = positions[2 * point] ?? 0;
    positions[2 * kept + 1] = positions[2 * point + 1] ?? 0;
    counts[kept++] = rows;
  }
  return { positions: positions.slice(0, 2 * kept), counts: counts.slice(0, kept) };
}

/** Shown rows of a set that stand where `at` is, ascending: a walk, quick enough to follow the pointer. */
export function rowsOn({ set, rows }: ShownRows, at: LngLat): Uint32Array {
  const [x, y] = at.map(step);
  const { positions } = set;
  const found: number[] = [];
  const total = rows?.length ?? set.count;
  for (let i = 0; i < total; i++) {
    const row = rows?.[i] ?? i;
    const lng = positions[2 * row] ?? Number.NaN;
    // Nearly all lie elsewhere, and need not be rounded to say so.
    if (!(Math.abs(lng - at[0]) < 2 / STEPS_A_DEGREE)) continue;
    if (step(lng) === x && step(positions[2 * row + 1] ?? Number.NaN) === y) found.push(row);
  }
  return Uint32Array.from(found);
}

/** A stack whose count is written on the map. */
export interface Counted {
  readonly at: LngLat;
  readonly count: number;
}

/** So many counts at most are written at once: a map holds no more that can be read. */
const MOST_WRITTEN = 400;
/** Of stacks nearer to each other than this, px, only the largest can be written. */
const ROOM_PX = 24;
const TILE_PX = 512;

/** Whether the counts are few enough to be written in every view. */
export const writesAll = ({ counts }: Stacks): boolean => counts.length <= MOST_WRITTEN;

/**
 * The stacks whose counts there may be room for, all of them where they are few.
 *
 * @param view what is looked at; null for a picture that does not say so, where the largest of all are written
 */
export function writtenStacks(stacks: Stacks, view: { readonly bbox: Bbox; readonly zoom: number } | null): Counted[] {
  const { positions, counts } = stacks;
  const all = (indices: Iterable<number>) =>
    Array.from(
      indices,
      (i): Counted => ({ at: [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0], count: counts[i] ?? 0 }),
    );
  if (writesAll(stacks)) return all(counts.keys());
  const ranked = [...(view === null ? counts.keys() : largestOfCells(stacks, view))];
  ranked.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return all(ranked.slice(0, MOST_WRITTEN));
}

/** Of the stacks in a view the largest in each cell that holds one number. */
function largestOfCells(
  { positions, counts }: Stacks,
  { bbox: [west, south, east, north], zoom }: { readonly bbox: Bbox; readonly zoom: number },
): Iterable<number> {
  const cell = (ROOM_PX * 360) / (TILE_PX * 2 ** zoom);
  const largest = new Map<string, number>();
  counts.forEach((count, i) => {
    const [lng, lat] = [positions[2 * i] ?? 0, positions[2 * i + 1] ?? 0];
    if (lng < west || lng > east || lat < south || lat > north) return;
    const key = `${Math.floor(lng / cell)} ${Math.floor(lat / cell)}`;
    const before = largest.get(key);
    if (before === undefined || count > (counts[before] ?? 0)) largest.set(key, i);
  });
  return largest.values();
}

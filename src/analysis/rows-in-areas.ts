/**
 * How many rows lie in each area of a set, and what a column of theirs adds up to there: the same three numbers that a
 * question with each area would give, for all of them at once. Both sides come in blocks of neighbours, and blocks that
 * are apart are never compared row by row.
 */
import { type Geometries, rowBoxes } from '../domain/geometries.ts';
import { type PointSet, wholeGeometries } from '../domain/point-set.ts';
import { metresPerDegree } from '../domain/position.ts';
import { isInside } from '../domain/rings.ts';
import { CERTAIN, INSIDE, NO, POSSIBLE } from './answer.ts';
import type { CountedSet } from './counted-set.ts';
import {
  type Box,
  boxAt,
  edgesWithin,
  joined,
  reachesEdge,
  relationToOutline,
  rowEdges,
  verdictOf,
  widened,
} from './shape-relations.ts';
import { radiusAt, type SpatialIndex } from './spatial-index.ts';

const AREA = 2;
/** Rows between two turns. */
const TURN_ROWS = 32;
/** Farther an error says nothing of where something is, metres. */
const MOST_ERROR_M = 200_000;

/** Of every row of the set of areas; zeros where it is none. */
export interface InAreas {
  readonly certain: Uint32Array;
  readonly inside: Uint32Array;
  readonly possible: Uint32Array;
  /** Sums of the column, as `ColumnSums` has them. */
  readonly least: Float64Array;
  readonly middle: Float64Array;
  readonly greatest: Float64Array;
}

/** A set of areas, ready to be asked of. */
export interface AreaBlocks {
  readonly set: PointSet;
  readonly geometries: Geometries;
  readonly boxes: Float64Array;
  /** Rows of areas side by side, with the box about them and the greatest error of their places. */
  readonly blocks: readonly { readonly rows: Uint32Array; readonly box: Box; readonly maxError: number }[];
}

const errorAt = (set: PointSet, row: number) => Math.min(MOST_ERROR_M, radiusAt(set, row));

/** @returns null where no row is an area. */
export function areaBlocks(set: PointSet, index: SpatialIndex): AreaBlocks | null {
  const geometries = wholeGeometries(set);
  if (geometries === undefined) return null;
  const boxes = rowBoxes(geometries);
  const blocks = index.blocks.flatMap(({ start, end }) => {
    const rows = index.rows.slice(start, end).filter((row) => geometries.kind[row] === AREA);
    if (rows.length === 0) return [];
    let maxError = 0;
    for (const row of rows) maxError = Math.max(maxError, errorAt(set, row));
    return [{ rows, box: joined(Array.from(rows, (row) => boxAt(boxes, row))), maxError }];
  });
  return blocks.length === 0 ? null : { set, geometries, boxes, blocks };
}

export interface CountedRows {
  readonly counted: CountedSet;
  readonly index: SpatialIndex;
  /** Rows that count; all where absent. */
  readonly rows: Uint32Array | undefined;
  /** A number a row, NaN where there is none; absent where nothing is summed. */
  readonly values?: Float64Array | undefined;
}

/** Adds what a verdict says of a row to the numbers of an area. */
function adder(count: number, values: Float64Array | undefined) {
  const numbers = (): Uint32Array => new Uint32Array(count);
  const sums = (): Float64Array => new Float64Array(values === undefined ? 0 : count);
  const found = {
    certain: numbers(),
    inside: numbers(),
    possible: numbers(),
    least: sums(),
    middle: sums(),
    greatest: sums(),
  } satisfies InAreas;
  const plus = (to: Uint32Array | Float64Array, at: number, value: number) => {
    to[at] = (to[at] ?? 0) + value;
  };
  const add = (area: number, row: number, verdict: number) => {
    if (verdict === NO) return;
    plus(found.possible, area, 1);
    if (verdict >= INSIDE) plus(found.inside, area, 1);
    if (verdict === CERTAIN) plus(found.certain, area, 1);
    const value = values?.[row] ?? Number.NaN;
    if (!Number.isFinite(value)) return;
    plus(found.least, area, verdict === CERTAIN ? value : Math.min(0, value));
    plus(found.greatest, area, verdict === CERTAIN ? value : Math.max(0, value));
    if (verdict >= INSIDE) plus(found.middle, area, value);
  };
  return { found, add };
}

const meet = (a: Box, b: Box) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];

/** Counts rows that have a position; yields now and then, so that whoever runs it can let others have their turn. */
export function* countInAreas(areas: AreaBlocks, asked: CountedRows): Generator<undefined, InAreas> {
  const { counted, index } = asked;
  const { set } = counted;
  const { found, add } = adder(areas.set.count, asked.values);
  const passes = maskOf(asked);
  const shapes = wholeGeometries(set);
  const shapeBoxes = shapes === undefined ? null : rowBoxes(shapes);
  const boxOf = (row: number): Box => {
    if (shapes !== undefined && shapeBoxes !== null && shapes.kind[row] !== 0) return boxAt(shapeBoxes, row);
    const [lng = Number.NaN, lat = Number.NaN] = set.positions.subarray(2 * row, 2 * row + 2);
    return [lng, lat, lng, lat];
  };
  const relate = relater(areas, set, shapes);
  const { boxes } = areas;
  for (const { start, end } of index.blocks) {
    yield;
    const rows = index.rows.subarray(start, end).filter((row) => passes[row] === 1);
    if (rows.length === 0) continue;
    const about = joined(Array.from(rows, (row) => widened(boxOf(row), errorAt(set, row))));
    const near = areas.blocks.filter(({ box, maxError }) => meet(widened(box, maxError), about));
    const mostError = near.reduce((most, { maxError }) => Math.max(most, maxError), 0);
    for (const [at, row] of rows.entries()) {
      if (at % TURN_ROWS === 0) yield;
      const box = widened(boxOf(row), errorAt(set, row) + mostError);
      const [west, south, east, north] = box;
      const relation = shapes === undefined || shapes.kind[row] === 0 ? relate.point : relate.shape;
      for (const block of near) {
        if (!meet(box, block.box)) continue;
        for (const area of block.rows) {
          const i = 4 * area;
          if ((boxes[i] ?? 0) > east || (boxes[i + 2] ?? 0) < west) continue;
          if ((boxes[i + 1] ?? 0) > north || (boxes[i + 3] ?? 0) < south) continue;
          add(area, row, relation(row, area));
        }
      }
    }
  }
  return found;
}

/** 1 for the records that count. */
function maskOf({ counted: { set, isPart }, rows }: CountedRows): Uint8Array {
  const mask = new Uint8Array(set.count);
  for (let at = 0; at < (rows?.length ?? set.count); at++) {
    const row = rows?.[at] ?? at;
    if (!isPart(row)) mask[row] = 1;
  }
  return mask;
}

function relater({ set: areaSet, geometries, boxes }: AreaBlocks, set: PointSet, shapes: Geometries | undefined) {
  const shapeBoxes = shapes === undefined ? null : rowBoxes(shapes);
  const edges = edgesKept(geometries);
  return {
    point(row: number, area: number): number {
      const [x, y] = [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
      const error = errorAt(set, row) + errorAt(areaSet, area);
      const [west, south, east, north] = [
        boxes[4 * area] ?? 0,
        boxes[4 * area + 1] ?? 0,
        boxes[4 * area + 2] ?? 0,
        boxes[4 * area + 3] ?? 0,
      ];
      const isOut = x < west || x > east || y < south || y > north;
      const [perLng, perLat] = metresPerDegree(y);
      const [dx, dy] = [Math.max(0, west - x, x - east) * perLng, Math.max(0, south - y, y - north) * perLat];
      if (isOut && dx * dx + dy * dy > error * error) return NO;
      const [fx, fy] = [Math.max(x - west, east - x) * perLng, Math.max(y - south, north - y) * perLat];
      // All of it lies within the error: no edge need be asked.
      if (isOut && fx * fx + fy * fy < error * error) return POSSIBLE;
      const own = edges(area);
      const isIn = !isOut && isInside(own, x, y);
      const isNear = error > 0 && reachesEdge(own, x, y, error);
      return isIn ? (isNear ? INSIDE : CERTAIN) : isNear ? POSSIBLE : NO;
    },
    shape(row: number, area: number): number {
      if (shapes === undefined || shapeBoxes === null) return NO;
      const error = errorAt(set, row) + errorAt(areaSet, area);
      const around = widened(boxAt(shapeBoxes, row), error);
      if (!meet(around, boxAt(boxes, area))) return NO;
      const own = edges(area);
      const inside = (lng: number, lat: number) => isInside(own, lng, lat);
      const isPointIn = inside(set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN);
      const near = edgesWithin(own, around);
      if (near.length === 0) return isPointIn ? CERTAIN : NO;
      return verdictOf(relationToOutline(shapes, row, near, inside, error), isPointIn);
    },
  };
}

/** Areas are asked of over and over while a block of rows is compared; as many are kept as a few blocks hold. */
const MOST_KEPT = 4096;

function edgesKept(geometries: Geometries): (row: number) => Float64Array {
  const kept = new Map<number, Float64Array>();
  return (row) => {
    const known = kept.get(row);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const made = rowEdges(geometries, row);
    kept.set(row, made);
    return made;
  };
}

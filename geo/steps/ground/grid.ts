/**
 * Ground as cells of a grid, where lines that lie side by side, pieces that almost meet and corners that were cut become
 * one shape. Points are local metres (`toMetres`), a mask holds 1 where there is something.
 */
import type { Position } from 'geojson';
import type { Bbox } from '../../../src/domain/position.ts';
import { roundTo, toMetres, toPosition } from '../planar.ts';

/** Local metres, eastwards and northwards. */
export type Point = readonly [x: number, y: number];

export interface Grid {
  /** South-western corner. */
  readonly origin: Point;
  /** Side of a cell in metres. */
  readonly cell: number;
  readonly width: number;
  readonly height: number;
}

export type Mask = Uint8Array<ArrayBuffer>;

/** Cells around the box that stay empty, so that every cell that is looked at has neighbours. */
const RIM = 20;

export function gridOf([west, south, east, north]: Bbox, cell: number): Grid {
  const [x0, y0] = toMetres([west, south]);
  const [x1, y1] = toMetres([east, north]);
  return {
    origin: [x0 - RIM * cell, y0 - RIM * cell],
    cell,
    width: Math.ceil((x1 - x0) / cell) + 2 * RIM,
    height: Math.ceil((y1 - y0) / cell) + 2 * RIM,
  };
}

export const emptyMask = ({ width, height }: Grid): Mask => new Uint8Array(width * height);

/** Indices of what is marked, in order. Most cells are not, and are passed over at a stroke. */
export function cellsOf(mask: Mask): number[] {
  const cells: number[] = [];
  for (let at = mask.indexOf(1); at !== -1; at = mask.indexOf(1, at + 1)) cells.push(at);
  return cells;
}

/** The middle of a cell. */
export function pointOf({ origin, cell, width }: Grid, index: number): Point {
  return [origin[0] + ((index % width) + 0.5) * cell, origin[1] + (Math.floor(index / width) + 0.5) * cell];
}

/** Index of the cell that holds a point; -1 outside the grid and on its rim. */
export function indexOf({ origin, cell, width, height }: Grid, [x, y]: Point): number {
  const [column, row] = [Math.floor((x - origin[0]) / cell), Math.floor((y - origin[1]) / cell)];
  const inside = column > 1 && row > 1 && column < width - 2 && row < height - 2;
  return inside ? row * width + column : -1;
}

export const pointsOf = (line: readonly Position[]): Point[] => line.map(toMetres);

/** Degrees, rounded to `decimals`, without repetitions. */
export function positionsOf(points: readonly Point[], decimals: number): Position[] {
  const rounded = points.map((point) => toPosition(point).map((n) => roundTo(n, decimals)));
  return rounded.filter((position, i) => i === 0 || String(position) !== String(rounded[i - 1]));
}

/** Marks every cell within `ra` of `a`, `rb` of `b`, and in between what lies in between. */
export function stamp(grid: Grid, mask: Mask, a: Point, b: Point, ra: number, rb = ra): void {
  const { origin, cell, width, height } = grid;
  const r = Math.max(ra, rb);
  const column = (x: number) => Math.min(width - 3, Math.max(2, Math.floor((x - origin[0]) / cell)));
  const row = (y: number) => Math.min(height - 3, Math.max(2, Math.floor((y - origin[1]) / cell)));
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  for (let j = row(Math.min(a[1], b[1]) - r); j <= row(Math.max(a[1], b[1]) + r); j++) {
    const y = origin[1] + (j + 0.5) * cell - a[1];
    for (let i = column(Math.min(a[0], b[0]) - r); i <= column(Math.max(a[0], b[0]) + r); i++) {
      const x = origin[0] + (i + 0.5) * cell - a[0];
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length2));
      const limit = ra + (rb - ra) * t;
      if ((x - t * dx) ** 2 + (y - t * dy) ** 2 <= limit * limit) mask[j * width + i] = 1;
    }
  }
}

/** Marks every cell within `r` of a line. */
export function stampLine(grid: Grid, mask: Mask, line: readonly Point[], r: number): void {
  line.forEach((point, i) => {
    stamp(grid, mask, line[i - 1] ?? point, point, r);
  });
}

/** Marks the cells whose middle lies in the polygon: outer ring and holes, even-odd. */
export function fillPolygon(grid: Grid, mask: Mask, rings: readonly (readonly Point[])[]): void {
  const { origin, cell, width, height } = grid;
  const ys = rings.flat().map(([, y]) => y);
  const first = Math.max(2, Math.floor((Math.min(...ys) - origin[1]) / cell));
  const last = Math.min(height - 3, Math.ceil((Math.max(...ys) - origin[1]) / cell));
  for (let j = first; j <= last; j++) {
    const crossings = crossingsAt(rings, origin[1] + (j + 0.5) * cell);
    for (let k = 1; k < crossings.length; k += 2) {
      const from = Math.max(2, Math.ceil(((crossings[k - 1] ?? 0) - origin[0]) / cell - 0.5));
      const to = Math.min(width - 3, Math.floor(((crossings[k] ?? 0) - origin[0]) / cell - 0.5));
      if (to >= from) mask.fill(1, j * width + from, j * width + to + 1);
    }
  }
}

function crossingsAt(rings: readonly (readonly Point[])[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1] ?? [0, 0], ring[i] ?? [0, 0]];
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

/** Fills what is enclosed by the mask and is smaller than `maxM2`. */
export function fillHoles({ cell, width }: Grid, mask: Mask, maxM2: number): void {
  const most = maxM2 / (cell * cell);
  /** 1: seen, in a hole or in what is too large to be one. */
  const seen = new Uint8Array(mask.length);
  const steps = [1, -1, width, -width];
  for (const start of cellsOf(mask)) {
    for (const step of steps) {
      const first = start + step;
      if (mask[first] === 1 || seen[first] === 1) continue;
      const hole = flood(mask, seen, first, steps, most);
      for (const index of hole ?? []) mask[index] = 1;
    }
  }
}

/** The empty cells that hang together with `first`; null where they are more than `most` or were too many before. */
function flood(mask: Mask, seen: Mask, first: number, steps: readonly number[], most: number): number[] | null {
  const hole = [first];
  const own = new Set(hole);
  seen[first] = 1;
  for (let i = 0; i < hole.length; i++) {
    for (const step of steps) {
      const next = (hole[i] ?? 0) + step;
      if (next < 0 || next >= mask.length) return null;
      if (mask[next] === 1 || own.has(next)) continue;
      if (seen[next] === 1 || hole.length > most) return null;
      seen[next] = 1;
      own.add(next);
      hole.push(next);
    }
  }
  return hole.length > most ? null : hole;
}

/** How far each marked cell is from the nearest empty one, in thirds of a cell (chamfer, 8 % off at most). */
export function depths({ width }: Grid, mask: Mask): Uint16Array {
  const marked = cellsOf(mask);
  const far = new Uint16Array(mask.length);
  for (const index of marked) far[index] = 60_000;
  const relax = (index: number, steps: readonly (readonly [number, number])[]): void => {
    let best = far[index] ?? 0;
    for (const [step, cost] of steps) best = Math.min(best, (far[index + step] ?? 0) + cost);
    far[index] = best;
  };
  const before = [[-1, 3], [-width, 3], [-width - 1, 4], [-width + 1, 4]] as const; // biome-ignore format: a pair each
  const after = before.map(([step, cost]): [number, number] => [-step, cost]);
  for (const index of marked) relax(index, before);
  for (const index of marked.reverse()) relax(index, after);
  return far;
}

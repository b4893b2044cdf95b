/** Outlines of what a mask marks, as polygons. */
import { booleanPointInPolygon } from '@turf/turf';
import { rounded, simplifiedRing } from './curve.ts';
import { cellsOf, type Grid, type Mask, type Point, stampLine } from './grid.ts';

/** One polygon of metres: the outer ring anticlockwise, then its holes; rings closed, corners rounded. */
export type Outline = Point[][];

/** Rings that enclose less than this are left out, holes too. */
export interface OutlineRules {
  readonly leastM2: number;
  /** How far the smooth outline may leave the edge of the cells. */
  readonly smoothM: number;
}

export function outlinesOf(grid: Grid, mask: Mask, { leastM2, smoothM }: OutlineRules): Outline[] {
  const rings = edgeRings(grid, mask).filter((ring) => Math.abs(areaOf(ring)) >= leastM2);
  const smooth = (ring: Point[]) => rounded(simplifiedRing(middles(ring), smoothM), smoothM, true);
  const outer = rings.filter((ring) => areaOf(ring) > 0);
  const holes = rings.filter((ring) => areaOf(ring) < 0);
  return outer.map((ring) => {
    const polygon = { type: 'Polygon' as const, coordinates: [ring.map(([x, y]) => [x, y])] };
    const own = holes.filter(([first]) => first !== undefined && booleanPointInPolygon([...first], polygon));
    return [smooth(ring), ...own.map(smooth)];
  });
}

/** Signed, positive anticlockwise. */
export function areaOf(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[i - 1] ?? [x, y];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

/** The staircase of a ring cut to the middles of its steps. */
function middles(ring: readonly Point[]): Point[] {
  const made = ring.slice(1).map(([x, y], i): Point => {
    const [px, py] = ring[i] ?? [x, y];
    return [(x + px) / 2, (y + py) / 2];
  });
  const [first] = made;
  return first === undefined ? [] : [...made, first];
}

/** Along the edges of cells with what is marked on the left; where two cells touch in a corner they stay apart. */
function edgeRings({ origin, cell, width }: Grid, mask: Mask): Point[][] {
  const row = width + 1;
  /** From a corner of cells to the next corners of edges that begin there. */
  const next = new Map<number, number[]>();
  const edge = (from: number, to: number): void => {
    next.set(from, [...(next.get(from) ?? []), to]);
  };
  for (const index of cellsOf(mask)) {
    const corner = Math.floor(index / width) * row + (index % width);
    if (mask[index - width] !== 1) edge(corner, corner + 1);
    if (mask[index + 1] !== 1) edge(corner + 1, corner + 1 + row);
    if (mask[index + width] !== 1) edge(corner + 1 + row, corner + row);
    if (mask[index - 1] !== 1) edge(corner + row, corner);
  }
  const rings: Point[][] = [];
  const at = (corner: number): Point => [
    origin[0] + (corner % row) * cell,
    origin[1] + Math.floor(corner / row) * cell,
  ];
  for (const start of next.keys()) {
    while ((next.get(start)?.length ?? 0) > 0) {
      const ring = [start];
      for (let [here, step] = [start, 0]; ; ) {
        const ways = next.get(here) ?? [];
        // A left turn keeps cells that only touch apart.
        const left = step === 1 ? row : step === row ? -1 : step === -1 ? -row : 1;
        const to = ways.length > 1 && step !== 0 ? (ways.find((way) => way === here + left) ?? ways[0]) : ways[0];
        if (to === undefined) break;
        ways.splice(ways.indexOf(to), 1);
        step = to - here;
        here = to;
        ring.push(here);
        if (here === start) break;
      }
      rings.push(ring.map(at));
    }
  }
  return rings;
}

/** Marks what lies within `r` of the rings of a polygon. */
export function stampRings(grid: Grid, mask: Mask, rings: readonly (readonly Point[])[], r: number): void {
  for (const ring of rings) stampLine(grid, mask, ring, r);
}

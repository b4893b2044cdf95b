/** Which ring is a hole of which: told by where the rings lie, since files wind them either way. */
import type { Flat } from '../readers/source.ts';

/** Twice the signed area; above zero counter-clockwise. */
function twiceArea(ring: Flat): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  }
  return twice;
}

function holds(ring: Flat, x: number, y: number): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const yi = ring[i + 1] ?? 0;
    const yj = ring[j + 1] ?? 0;
    if (yi > y === yj > y) continue;
    const xi = ring[i] ?? 0;
    if (x < xi + ((y - yi) / (yj - yi)) * ((ring[j] ?? 0) - xi)) odd = !odd;
  }
  return odd;
}

interface Ring {
  readonly flat: number[];
  readonly area: number;
  readonly clockwise: boolean;
  readonly box: readonly [number, number, number, number];
}

function measured(flat: number[]): Ring {
  const twice = twiceArea(flat);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < flat.length; at += 2) {
    west = Math.min(west, flat[at] ?? west);
    east = Math.max(east, flat[at] ?? east);
    south = Math.min(south, flat[at + 1] ?? south);
    north = Math.max(north, flat[at + 1] ?? north);
  }
  return { flat, area: Math.abs(twice), clockwise: twice < 0, box: [west, south, east, north] };
}

/** A ring lies in a larger one when most of a few of its corners do: they may share an edge. */
function within(inner: Ring, outer: Ring): boolean {
  const [a, b] = [inner.box, outer.box];
  if (outer.area <= inner.area || a[0] < b[0] || a[1] < b[1] || a[2] > b[2] || a[3] > b[3]) return false;
  const corners = inner.flat.length / 2;
  const step = Math.max(1, Math.floor(corners / 7));
  let [asked, inside] = [0, 0];
  for (let at = 0; at < corners; at += step) {
    asked++;
    if (holds(outer.flat, inner.flat[2 * at] ?? Number.NaN, inner.flat[2 * at + 1] ?? Number.NaN)) inside++;
  }
  return inside * 2 > asked;
}

const smallest = (rings: readonly Ring[]) => [...rings].sort((a, b) => a.area - b.area)[0];

/** More rings than this are taken as the file winds them: asking each of each would take minutes. */
const MOST_COMPARED = 2000;

/**
 * Rings of one record of a shapefile as polygons, each its outer ring and then its holes. A clockwise ring is an outer
 * one, as the format has it; a counter-clockwise one is a hole of the smallest clockwise ring that holds it. Those that
 * none holds were wound the other way: among them every second one inwards is a hole.
 *
 * @param rings flat x, y, x, y …; shorter ones than a triangle are left out
 */
export function groupRings(rings: readonly number[][]): number[][][] {
  const all = rings.filter((ring) => ring.length >= 6).map(measured);
  const outers = all.filter(({ clockwise }) => clockwise);
  const others = all.filter(({ clockwise }) => !clockwise);
  const polygons = new Map<Ring, number[][]>(outers.map((ring) => [ring, [ring.flat]]));
  const orphans: Ring[] = [];
  const comparable = all.length <= MOST_COMPARED;
  for (const ring of others) {
    const holder = comparable ? smallest(outers.filter((outer) => within(ring, outer))) : outers.at(-1);
    if (holder === undefined) orphans.push(ring);
    else polygons.get(holder)?.push(ring.flat);
  }
  const depths = orphans.map((ring) => orphans.filter((other) => comparable && within(ring, other)));
  orphans.forEach((ring, at) => {
    if ((depths[at]?.length ?? 0) % 2 === 0) polygons.set(ring, [ring.flat]);
  });
  orphans.forEach((ring, at) => {
    const around = depths[at] ?? [];
    const holder = smallest(around.filter((other) => polygons.has(other)));
    if (around.length % 2 === 1 && holder !== undefined) polygons.get(holder)?.push(ring.flat);
  });
  return [...polygons.values()];
}

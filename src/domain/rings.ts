/**
 * Areas as rings of `[lng, lat]` with straight edges in degrees, as GeoJSON means them: Foshan is small and far from
 * the date line. Holes and separate parts go by the even-odd rule, so the rings of all parts stand in one list.
 */
import type { Bbox } from './position.ts';

/** Positions of one ring, closed or not. */
export type Ring = readonly (readonly number[])[];

/** Rings made ready for many questions. */
export interface Rings {
  /** x1, y1, x2, y2 of every edge, degrees. */
  readonly edges: Float64Array;
  readonly bbox: Bbox;
}

type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** All rings of a GeoJSON area in one list. */
export function ringsOf(geometry: AreaGeometry): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

function edgesOf(rings: readonly Ring[]): Float64Array {
  const edges: number[] = [];
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [x1 = Number.NaN, y1 = Number.NaN] = ring[j] ?? [];
      const [x2 = Number.NaN, y2 = Number.NaN] = ring[i] ?? [];
      if (x1 !== x2 || y1 !== y2) edges.push(x1, y1, x2, y2);
    }
  }
  return Float64Array.from(edges);
}

/** Without an edge (fewer than two different points) nothing is inside. */
export function prepareRings(rings: readonly Ring[]): Rings {
  const edges = edgesOf(rings);
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    const [x, y] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { edges, bbox: [west, south, east, north] };
}

/** True where `[x, y]` is inside by the even-odd rule, or on an edge. */
export function isInside(edges: Float64Array, x: number, y: number): boolean {
  let inside = false;
  for (let e = 0; e < edges.length; e += 4) {
    const y1 = edges[e + 1] ?? 0;
    const y2 = edges[e + 3] ?? 0;
    // Most edges lie wholly above or below.
    if ((y1 > y && y2 > y) || (y1 < y && y2 < y)) continue;
    const x1 = edges[e] ?? 0;
    const x2 = edges[e + 2] ?? 0;
    const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
    if (side === 0 && x >= Math.min(x1, x2) && x <= Math.max(x1, x2)) return true;
    if (y1 > y !== y2 > y && side > 0 === y2 > y1) inside = !inside;
  }
  return inside;
}

/** `isInside` for places of which most are outside: the box is asked first. */
export function isWithin({ edges, bbox: [west, south, east, north] }: Rings, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north && isInside(edges, x, y);
}

/** Remarks and sketches: what the user puts on the map beside all data. Pure; nothing counts or measures them. */
import type { Feature, FeatureCollection, LineString, Point, Polygon } from 'geojson';
import type { LngLat } from './position.ts';

export const SKETCH_KINDS = ['point', 'line', 'arrow', 'area', 'words'] as const;
export type SketchKind = (typeof SKETCH_KINDS)[number];

export interface Sketch {
  readonly id: string;
  readonly kind: SketchKind;
  /** One place of a point or of words, two or more of a line or an arrow, the open ring of an area. WGS-84. */
  readonly places: readonly LngLat[];
  /** Words beside it; the empty string for none. */
  readonly text: string;
}

/** How many places a kind needs. */
export const LEAST_PLACES: Record<SketchKind, number> = { point: 1, words: 1, line: 2, arrow: 2, area: 3 };
/** Where the drawing of a kind is over by itself. */
export const isOnePlace = (kind: SketchKind): boolean => LEAST_PLACES[kind] === 1;

/** A point, a line or a ring that is closed. */
export function sketchGeometry(kind: SketchKind, places: readonly LngLat[]): Point | LineString | Polygon {
  const line = places.map((at) => [...at]);
  const [first = []] = line;
  if (isOnePlace(kind)) return { type: 'Point', coordinates: first };
  return kind === 'area'
    ? { type: 'Polygon', coordinates: [[...line, first]] }
    : { type: 'LineString', coordinates: line };
}

/** As GeoJSON has it, for a file and for the map: `sketch` is the kind, `text` the words. */
export function sketchFeature(sketch: Sketch): Feature {
  const { id, kind, places, text } = sketch;
  return { type: 'Feature', id, geometry: sketchGeometry(kind, places), properties: { sketch: kind, text } };
}

export const sketchCollection = (sketches: readonly Sketch[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: sketches.map(sketchFeature),
});

/** The middle of an area's corners, the middle place of a line, the place itself: where its words stand. */
export function wordsAt({ kind, places }: Sketch): LngLat | null {
  if (kind !== 'area') return places[Math.floor((places.length - 1) / 2)] ?? null;
  const n = places.length;
  return n === 0 ? null : [places.reduce((sum, [x]) => sum + x, 0) / n, places.reduce((sum, [, y]) => sum + y, 0) / n];
}

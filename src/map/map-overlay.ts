/** What is drawn over the map on first need: the map's side of the bargain, without what draws it. */
import type { MapLibreMap } from 'maplibre-gl';
import type { HexagonRef, RowRef } from '../state/imports/imported-set.ts';

export interface MapOverlay {
  /** The row drawn within `reach` px of a point of the map, the topmost set's first; null for none. */
  rowAt(point: { readonly x: number; readonly y: number }, reach: number): RowRef | null;
  /** The hexagon drawn at a point of the map; null for none. */
  hexagonAt(point: { readonly x: number; readonly y: number }): HexagonRef | null;
  /** Resolves with the first frame that it is in, or when it could not be drawn. */
  readonly drawn: Promise<void>;
  remove(): void;
}

/** Called once the map has loaded, and again whenever it had to be made anew; `still` where the map is a picture. */
export type OverlayMaker = (map: MapLibreMap, still: boolean) => MapOverlay;

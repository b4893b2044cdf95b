/** What a map view is made with, and what it reports. */
import type { Bbox, Camera, LngLat } from '../domain/position.ts';
import type { ServiceFailure } from '../domain/services/failure.ts';
import type { HexagonRef, RowRef } from '../state/imports/imported-set.ts';
import type { InteractionCallbacks } from './interaction.ts';
import type { OverlayMaker } from './map-overlay.ts';
import type { MapData, Scene } from './scene.ts';

export interface MapCallbacks extends InteractionCallbacks {
  /** `bbox` is all that the map shows, under panels too. */
  onCamera(camera: Camera, bbox: Bbox): void;
  /** The map has loaded its style; again for a map made anew. */
  onLoad?(): void;
  /** A position was chosen, while the scene asks for one; nothing is selected then. */
  onPlace?(position: LngLat): void;
  /** Once: the first view's sites are on screen. */
  onSitesDrawn(): void;
  /** Once: and the map is idle. */
  onReady(): void;
  /** `basemap`: it failed and the thematic base is back; the message names it. `map`: anything else. */
  onError(message: string, kind: 'basemap' | 'map', failure?: ServiceFailure): void;
  /** A row of the overlay was clicked. */
  onRow?(row: RowRef): void;
  /** The uppermost row that is shown on a place. */
  rowOn?(place: LngLat): RowRef | null;
  onRowHover?(row: RowRef | HexagonRef | null, at: { x: number; y: number }): void;
}

/** What is shown and how. */
export interface MapContent {
  readonly data: MapData;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly overlay: OverlayMaker | null;
  readonly size: { readonly width: number; readonly height: number };
}

export interface MapViewOptions {
  readonly container: HTMLElement;
  readonly data: MapData;
  readonly scene: Scene;
  /** Null fits the whole city. */
  readonly initialCamera: Camera | null;
  readonly callbacks: MapCallbacks;
  /** Wheel and fingers are the page's around, too; of the plain map, see share-gestures.ts for the other. */
  readonly sharesHands?: boolean;
  /** For a picture: no controls, and this many pixels a CSS pixel whatever the screen has. */
  readonly still?: { readonly pixelRatio: number };
}

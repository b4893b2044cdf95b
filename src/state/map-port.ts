/** What panels may ask of the map: the verbs, and the pictures and films it gives. `map/mount.ts` makes it. */
import type { LegendLayer } from '../domain/base-legend.ts';
import type { Camera, LngLat } from '../domain/position.ts';
import type { LookTarget } from '../domain/tour.ts';
import type { AppState } from './app-state.ts';

/** A picture of the map as it is now, of another size: the same ground, north as it is turned, seen from straight above. */
export interface PictureRequest {
  /** CSS pixels; `as-shown` is the part of the map that no panel covers. */
  readonly size: { readonly width: number; readonly height: number } | 'as-shown';
  /** Pixels of the picture a CSS pixel, 1 to 4. */
  readonly pixelRatio: number;
  /** Another view than the shown one, for a page about some sites. */
  readonly focus?: PictureFocus;
  /** The ground at a scale of its own, north up, in the place of what the map shows or of the box in focus. */
  readonly ground?: PictureGround;
  /** The page draws a grid of coordinates over the picture: the map's own stays away. */
  readonly gridded?: boolean;
}

export interface PictureGround {
  readonly centre: LngLat;
  /** Metres that a CSS pixel is long from west to east, at the centre. */
  readonly metresPerPixel: number;
}

/** Some sites on their ground, north up: they stand out with their radii, whatever filters and questions the map has. */
export interface PictureFocus {
  readonly sites: readonly string[];
  /** West, south, east, north, degrees: all of it is in the picture. */
  readonly box: readonly [number, number, number, number];
}

export interface MapPicture {
  /** CSS pixels; the canvas has `pixelRatio` times as many. */
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly canvas: HTMLCanvasElement;
  /** Degrees that the map is turned, clockwise. */
  readonly bearing: number;
  /** Two positions 100 CSS pixels apart, left and right of the centre: degrees, WGS-84. */
  readonly ruler: readonly [readonly [number, number], readonly [number, number]];
  /** Where a position is in it, CSS pixels from the top left; seen from straight above. */
  readonly pixelOf: (position: LngLat) => readonly [x: number, y: number];
  /** The position of a place in it, degrees, WGS-84. */
  readonly positionAt: (x: number, y: number) => LngLat;
  /** Sites whose symbols are really in it. */
  readonly sites: ReadonlySet<string>;
  /** Layers of the legend of which something is really in it. */
  readonly layers: ReadonlySet<LegendLayer>;
  /** The base map under it is drawn without colours. */
  readonly greyBase?: boolean;
  /** Where the symbols of the sites in focus are, CSS pixels from the top left; those outside the picture are left out. */
  readonly points: ReadonlyMap<string, readonly [number, number]>;
  /** Credits of what is drawn. */
  readonly credits: readonly string[];
}

export interface FilmRequest {
  /** What is drawn; it may change between two frames. */
  readonly state: AppState;
  /** CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  readonly pixelRatio: number;
}

/** The way of a camera from one view to another, by time alone. */
export interface CameraPath {
  /** 0 where both views are one. */
  readonly seconds: number;
  /** @param share of the time that has passed, 0 to 1. */
  at(share: number): Camera;
}

/** A map out of sight that draws one view after another. The same states and cameras in the same order give the same pictures. */
export interface Film {
  /** The camera that shows a place in this size. */
  cameraOf(target: LookTarget): Promise<Camera>;
  path(from: Camera, to: Camera): CameraPath;
  /** Draws the view over the whole of a canvas. */
  frame(camera: Camera, context: CanvasRenderingContext2D): Promise<void>;
  picture(camera: Camera): Promise<MapPicture>;
  close(): void;
}

/** What panels may ask of the map. */
export interface MapPort {
  zoomIn(): void;
  zoomOut(): void;
  reset(): void;
  northUp(): void;
  /** The next key goes to the map. */
  focus(): void;
  /** Fits the sites that have a point; sites without one are passed over. */
  fitSites(ids: readonly string[]): void;
  /** Draws the map once more, out of sight. Rejects where the browser cannot. */
  picture(request: PictureRequest): Promise<MapPicture>;
  /** Opens a map out of sight for a state of its own. Rejects where the browser cannot. */
  film(request: FilmRequest): Promise<Film>;
  /** Fits west, south, east, north, degrees. */
  fitBox(box: readonly [number, number, number, number]): void;
  /**
   * Flies to a place; 0 ms is a cut. Resolves when the map stands there with its sites drawn: true, or false where
   * another move took its place.
   */
  moveTo(target: LookTarget, durationMs: number): Promise<boolean>;
  /** Ends the flight at once, where it was to end. */
  finishMove(): void;
  /** Tells where on the ground the pointer is, null where it is not over the map. Resolves to what ends it. */
  followPointer(tell: (at: LngLat | null) => void): Promise<() => void>;
  /** Where the map stands; `across` is the shorter side of its uncovered part, CSS pixels. */
  currentView(): Camera & { readonly across: number };
}

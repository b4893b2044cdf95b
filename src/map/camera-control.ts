/** Moves of the camera: home, fitting, paddings, and keeping the selection where no panel covers it. */
import type { MapLibreMap } from 'maplibre-gl';
import { type Bbox, type Camera, type LngLat, wgs84 } from '../domain/position.ts';
import {
  CITY_BBOX,
  clampPadding,
  fitPadding,
  isUncovered,
  MOVE_MS,
  type Size,
  samePadding,
  uncoveredCentre,
} from './camera.ts';
import type { Padding } from './scene.ts';
import type { MapPart } from './screen.ts';

export class CameraControl {
  readonly #map: MapLibreMap;
  /** True until somebody moves the map: while it is, the whole city is kept fitted to the room there is. */
  #atHome: boolean;
  #reducedMotion: boolean;
  #part: MapPart | null = null;

  constructor(map: MapLibreMap, padding: Padding, initial: Camera | null, reducedMotion: boolean) {
    this.#map = map;
    this.#reducedMotion = reducedMotion;
    this.#atHome = initial === null;
    map.jumpTo({ padding: clampPadding(padding, this.#size()) });
    if (initial === null) this.#fit(CITY_BBOX, 0);
    else this.#jump(initial);
    map.on('movestart', (event) => {
      if (event.originalEvent !== undefined) this.#atHome = false;
    });
    map.on('resize', () => {
      if (this.#atHome) this.#fit(CITY_BBOX, 0);
    });
  }

  setReducedMotion(reduced: boolean): void {
    this.#reducedMotion = reduced;
  }

  leaveHome(): void {
    this.#atHome = false;
  }

  get(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { zoom: this.#map.getZoom(), lat, lng, bearing: this.#map.getBearing(), pitch: this.#map.getPitch() };
  }

  /** What the map shows, as names and the grid are placed in it; the same object while it stays the same. */
  shownPart(still: boolean): MapPart {
    const { lng, lat } = this.#map.getCenter();
    const [zoom, bearing] = [this.#map.getZoom(), this.#map.getBearing()];
    const part = { zoom, bearing, centre: wgs84(lng, lat), padding: this.#padding(), ...this.#size(), still };
    if (JSON.stringify(part) !== JSON.stringify(this.#part)) this.#part = part;
    return this.#part ?? part;
  }

  fit(bbox: Bbox, maxZoom: number): void {
    this.#atHome = false;
    this.#fit(bbox, this.#duration(), maxZoom);
  }

  home(): void {
    this.#fit(CITY_BBOX, this.#duration());
    this.#atHome = true;
  }

  zoomBy(step: number): void {
    this.#atHome = false;
    this.#map.easeTo({ zoom: this.#map.getZoom() + step, ...this.#motion() });
  }

  north(): void {
    this.#map.easeTo({ bearing: 0, pitch: 0, ...this.#motion() });
  }

  /**
   * Panels cover other parts now. The ground stays where it is on screen; only what counts as the centre
   * changes, and a selection that was in sight is brought back if a panel now lies over it.
   */
  setPadding(wanted: Padding, selection: LngLat | null): void {
    const padding = clampPadding(wanted, this.#size());
    const before = this.#padding();
    if (samePadding(before, padding)) return;
    if (this.#atHome) {
      this.#map.jumpTo({ padding });
      this.#fit(CITY_BBOX, 0);
      return;
    }
    const wasInSight = selection !== null && this.#inSight(selection);
    const centre = this.#map.unproject(uncoveredCentre(padding, this.#size()));
    this.#map.jumpTo({ padding, center: centre });
    if (wasInSight) this.keepInSight(selection);
  }

  /** Brings a place into the uncovered part if it is not there. */
  keepInSight(place: LngLat): void {
    if (this.#inSight(place)) return;
    this.#atHome = false;
    this.#map.easeTo({ center: [place[0], place[1]], ...this.#motion() });
  }

  #inSight([lng, lat]: LngLat): boolean {
    const { x, y } = this.#map.project([lng, lat]);
    return isUncovered(x, y, this.#padding(), this.#size());
  }

  #jump({ lng, lat, zoom, bearing, pitch }: Camera): void {
    this.#map.jumpTo({ center: [lng, lat], zoom, bearing, pitch });
  }

  #fit([west, south, east, north]: Bbox, duration: number, maxZoom = 15): void {
    const camera = this.#map.cameraForBounds([west, south, east, north], {
      padding: fitPadding(this.#size()),
      maxZoom,
    });
    if (camera) this.#map.easeTo({ ...camera, bearing: 0, pitch: 0, duration, essential: true });
  }

  #padding(): Padding {
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.#map.getPadding();
    return { top, right, bottom, left };
  }

  #size(): Size {
    const { clientWidth, clientHeight } = this.#map.getContainer();
    return { width: clientWidth, height: clientHeight };
  }

  #duration(): number {
    return this.#reducedMotion ? 0 : MOVE_MS;
  }

  #motion(): { duration: number; essential: boolean } {
    return { duration: this.#duration(), essential: true };
  }
}

/** All the ground that a map shows, under panels too. */
export function boundsOf(map: MapLibreMap): Bbox {
  const bounds = map.getBounds();
  return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
}

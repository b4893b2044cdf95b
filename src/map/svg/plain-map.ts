/**
 * The map where there is no WebGL2: the same scene as SVG. It is north up and seen from straight above, jumps where the
 * live one flies, and has no tool to draw with. Otherwise it shows and answers as the live map does.
 */
import './plain-map.css';
import type { Bbox, LngLat, Wgs84 } from '../../domain/position.ts';
import { wgs84 } from '../../domain/position.ts';
import { boxOf } from '../../domain/thing-places.ts';
import type { LookTarget } from '../../domain/tour.ts';
import { hexagonUnder } from '../../state/imports/set-counts.ts';
import { CITY_BBOX, clampPadding, fitPadding, isBbox, isUncovered, type Size, uncoveredCentre } from '../camera.ts';
import { addCrosshair, CreditsControl, dress, MarkControl } from '../controls.ts';
import { airAround } from '../flight.ts';
import type { MapContent, MapViewOptions } from '../map-view-options.ts';
import { REACH } from '../picking.ts';
import type { MapData, Padding, Scene } from '../scene.ts';
import { type MapPart, screenOf } from '../screen.ts';
import type { ShownMap } from '../shown-map.ts';
import { type OwnRows, rowAt } from './own-rows.ts';
import { createPictures, type Picture } from './picture.ts';
import { fitted, kept, type Look, movedBy, zoomedBy } from './plain-camera.ts';
import { corner, scaleBar } from './plain-corners.ts';
import { type Hands, takeHands } from './plain-hands.ts';
import { nearestSite, siteAt, stackAt, targetAt } from './plain-picking.ts';
import { Surface } from './surface.ts';

/** How long after the last move the map counts as at rest, ms. */
const REST_MS = 150;

export class PlainMap implements ShownMap {
  readonly #options: MapViewOptions;
  readonly #container: HTMLElement;
  readonly #surface = new Surface();
  readonly #picture = createPictures();
  readonly #credits: CreditsControl;
  readonly #mark: MarkControl;
  readonly #crosshair: HTMLElement;
  readonly #scale = scaleBar();
  readonly #resize: ResizeObserver;
  #data: MapData;
  #scene: Scene;
  #own: OwnRows = { sets: [], chosen: null };
  #look: Look;
  #atHome: boolean;
  #now: Picture | null = null;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #waiting: (() => void)[] = [];
  #hovered: string | null = null;

  constructor(options: MapViewOptions) {
    const { container, scene, data, initialCamera, sharesHands = false } = options;
    this.#options = options;
    this.#container = container;
    this.#scene = scene;
    this.#data = data;
    container.classList.add('map-view', 'maplibregl-map');
    container.replaceChildren(this.#surface.element);
    this.#credits = new CreditsControl(scene.words.sources, scene.attribution, container.clientWidth >= 900);
    this.#mark = new MarkControl(scene.words.mark);
    container.append(
      corner('bottom-left', [this.#scale.element]),
      corner('bottom-right', [this.#credits.onAdd(), this.#mark.onAdd()]),
    );
    this.#crosshair = addCrosshair(container);
    this.#atHome = initialCamera === null;
    this.#look =
      initialCamera === null
        ? this.#home()
        : kept({ zoom: initialCamera.zoom, centre: [initialCamera.lng, initialCamera.lat] });
    takeHands(this.#surface.element, this.#hands(), sharesHands);
    let { width, height } = this.#size;
    this.#resize = new ResizeObserver(() => {
      const size = this.#size;
      if (size.width === width && size.height === height) return;
      ({ width, height } = size);
      if (this.#atHome) this.#look = this.#home();
      this.#moved();
    });
    this.#resize.observe(container);
    this.#dress();
    this.onceShown(() => {
      options.callbacks.onLoad?.();
      options.callbacks.onSitesDrawn();
      options.callbacks.onReady();
    });
  }

  setScene(scene: Scene): void {
    const before = this.#scene;
    if (scene === before) return;
    const place = scene.led === true || scene.selectedId === null ? null : this.#placeOf(scene.selectedId);
    const wasInSight = place !== null && this.#inSight(place);
    const middle = this.#middle;
    this.#scene = scene;
    this.#dress();
    const now = this.#middle;
    // Panels cover other parts now: the ground stays where it is on the screen.
    if (this.#atHome) this.#look = this.#home();
    else if (now[0] !== middle[0] || now[1] !== middle[1])
      this.#look = movedBy(this.#look, now[0] - middle[0], now[1] - middle[1]);
    if (place !== null && (scene.selectedId !== before.selectedId || wasInSight)) this.reveal(place);
    this.#draw();
  }

  addContext(more: MapData): void {
    this.#data = { ...this.#data, ...more };
    this.#draw();
  }

  /** The user's own sets as they are shown. */
  setOwnRows(own: OwnRows): void {
    this.#own = own;
    this.#draw();
  }

  fitTo(target: Bbox | readonly Wgs84[], { maxZoom = 13.5 }: { maxZoom?: number } = {}): void {
    const box = isBbox(target) ? target : boxOf(target);
    if (box !== null) this.#go(fitted(box, this.#size, this.#padding, fitPadding(this.#size), maxZoom));
  }

  resetView(): void {
    this.#go(this.#home());
    this.#atHome = true;
  }

  resetNorth(): void {
    // It is always up.
  }

  zoomBy(steps: number): void {
    this.#go(zoomedBy(this.#look, steps));
  }

  reveal(place: readonly [number, number]): void {
    if (!this.#inSight(place)) this.#go(kept({ ...this.#look, centre: place }));
  }

  focus(): void {
    this.#surface.element.focus();
  }

  onceShown(call: () => void): void {
    this.#waiting.push(call);
    this.#draw();
  }

  readonly flights = {
    moveTo: (target: LookTarget): Promise<boolean> => {
      this.#go(this.#lookAt(target));
      return new Promise((resolve) => this.onceShown(() => resolve(true)));
    },
    finish: () => undefined,
  };

  get bounds(): Bbox {
    const { back } = screenOf(this.#part);
    const { width, height } = this.#size;
    const [[west, north], [east, south]] = [back({ x: 0, y: 0 }), back({ x: width, y: height })];
    return [west, south, east, north];
  }

  /** Tiles are not drawn here. */
  readonly groundEnds = true;

  get content(): MapContent {
    const { zoom, centre } = this.#look;
    return {
      data: this.#data,
      scene: this.#scene,
      camera: { zoom, lng: centre[0], lat: centre[1], bearing: 0, pitch: 0 },
      overlay: null,
      size: this.#size,
    };
  }

  /** What a picture of this map shows of the user's own. */
  get ownRows(): OwnRows {
    return this.#own;
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#resize.disconnect();
    this.#container.replaceChildren();
  }

  get #size(): Size {
    return { width: this.#container.clientWidth, height: this.#container.clientHeight };
  }

  get #padding(): Padding {
    return clampPadding(this.#scene.padding, this.#size);
  }

  get #middle(): [number, number] {
    return uncoveredCentre(this.#padding, this.#size);
  }

  get #part(): MapPart {
    const { zoom, centre } = this.#look;
    return { zoom, centre: wgs84(...centre), bearing: 0, padding: this.#padding, ...this.#size, still: false };
  }

  #home(): Look {
    return fitted(CITY_BBOX, this.#size, this.#padding, fitPadding(this.#size), 15);
  }

  #lookAt(target: LookTarget): Look {
    const size = this.#size;
    const { top, right, bottom, left } = this.#padding;
    const across = Math.max(1, Math.min(size.width - left - right, size.height - top - bottom));
    if (target.kind === 'camera') {
      const { lng, lat, zoom, across: then } = target.camera;
      return kept({ zoom: zoom + (then === null ? 0 : Math.log2(across / then)), centre: [lng, lat] });
    }
    const { air, maxZoom } = airAround(target, this.#scene.scale ?? 1, across);
    return fitted(target.kind === 'city' ? CITY_BBOX : target.box, size, this.#padding, air, maxZoom);
  }

  #placeOf(id: string): LngLat | null {
    const site = this.#scene.sites.find((one) => one.id === id);
    return this.#now?.drawn.places.get(id)?.at ?? site?.position ?? null;
  }

  #inSight([lng, lat]: LngLat): boolean {
    const { x, y } = screenOf(this.#part).of(wgs84(lng, lat));
    return isUncovered(x, y, this.#padding, this.#size);
  }

  #dress(): void {
    const { words, attribution, led, placing } = this.#scene;
    dress(this.#container, this.#scene);
    this.#surface.element.setAttribute('aria-label', words.map);
    this.#credits.set(words.sources, attribution);
    this.#mark.set(words.mark);
    if (led === true) this.#credits.open();
    const [x, y] = this.#middle;
    Object.assign(this.#crosshair.style, { left: `${x}px`, top: `${y}px` });
    this.#container.classList.toggle('is-placing', (placing ?? null) !== null);
    this.#container.dataset['placing'] = placing?.hint ?? '';
  }

  #go(look: Look): void {
    this.#atHome = false;
    this.#look = look;
    this.#moved();
  }

  /** Draws, and says so once it is at rest. */
  #moved(): void {
    this.#leave();
    this.#draw();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#options.callbacks.onCamera(this.content.camera, this.bounds), REST_MS);
  }

  #draw(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const picture = this.#picture({ scene: this.#scene, data: this.#data, part: this.#part });
      this.#now = picture;
      this.#surface.show(picture, this.#own, this.#scene);
      this.#scale.show(this.#part);
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const call of waiting) call();
    });
  }

  #leave(): void {
    if (this.#hovered !== null) this.#options.callbacks.onHover(null, { x: 0, y: 0 });
    this.#hovered = null;
    this.#options.callbacks.onRowHover?.(null, { x: 0, y: 0 });
  }

  #hands(): Hands {
    const { callbacks } = this.#options;
    const placeAt = (point: { x: number; y: number }): LngLat => {
      const [lng, lat] = screenOf(this.#part).back(point);
      return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
    };
    const rowUnder = (point: { x: number; y: number }, reach: number) => {
      if (this.#now === null || this.#scene.drawing === true) return null;
      const stack = stackAt(this.#now, point);
      if (stack !== null) return callbacks.rowOn?.(stack) ?? null;
      return siteAt(this.#now, point, reach) === null ? rowAt(this.#own, screenOf(this.#part), point, reach) : null;
    };
    return {
      click: (point, touched) => {
        const reach = touched ? REACH.touch : REACH.mouse;
        const place = placeAt(point);
        if ((this.#scene.placing ?? null) !== null) return callbacks.onPlace?.(place);
        if (this.#now === null || this.#scene.drawing === true) return;
        const row = rowUnder(point, reach);
        if (row === null) callbacks.onSelect(targetAt(this.#now, this.#data, point, place, reach));
        else callbacks.onRow?.(row);
      },
      hover: (point) => {
        if (point === null || this.#now === null) return this.#leave();
        const id = siteAt(this.#now, point, REACH.mouse);
        const row = id === null ? rowUnder(point, 0) : null;
        this.#surface.element.classList.toggle('is-over', id !== null || row !== null);
        if (id !== null || this.#hovered !== null) callbacks.onHover(id, point);
        this.#hovered = id;
        const hexagon =
          row === null && id === null ? hexagonUnder(this.#own.sets, this.#part.zoom, placeAt(point)) : null;
        callbacks.onRowHover?.(row ?? hexagon, point);
      },
      drag: (dx, dy) => this.#surface.slide(dx, dy),
      drop: (dx, dy) => {
        this.#surface.slide(0, 0);
        this.#go(movedBy(this.#look, -dx, -dy));
      },
      zoom: (steps, point) => {
        const [x, y] = this.#middle;
        this.#go(zoomedBy(this.#look, steps, (point?.x ?? x) - x, (point?.y ?? y) - y));
      },
      pan: (dx, dy) => this.#go(movedBy(this.#look, dx, dy)),
      enter: () => {
        const [x, y] = this.#middle;
        if ((this.#scene.placing ?? null) !== null) return callbacks.onPlace?.(placeAt({ x, y }));
        const nearest = this.#now === null ? null : nearestSite(this.#now, { x, y });
        if (nearest !== null) callbacks.onSelect({ entity: 'site', id: nearest });
      },
    };
  }
}

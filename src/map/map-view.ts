/** Sole owner of the MapLibre map: takes scenes, draws them, and reports what people do. */
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import './map-worker.ts';
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { GeoJSONSource, type MapLibreMap } from 'maplibre-gl';
import type { Bbox, Camera, Wgs84 } from '../domain/position.ts';
import type { ServiceFailure } from '../domain/services/failure.ts';
import { boxOf } from '../domain/thing-places.ts';
import { announce, onceShown } from './announce.ts';
import { Attachment, type Removable } from './attachment.ts';
import { emptySources, liveLayers, STYLING, styleOf } from './base-style.ts';
import { BasemapWatch } from './basemap-watch.ts';
import { isBbox } from './camera.ts';
import { boundsOf, CameraControl } from './camera-control.ts';
import { createCollections, type Drawn } from './collections.ts';
import { addCrosshair, CreditsControl, dress, MarkControl, NorthControl, placeControls } from './controls.ts';
import { createFlights } from './flight.ts';
import { drawsChinese, fontStacks, loadWebFont } from './fonts.ts';
import { HeldFrames } from './held-frames.ts';
import type { LayerContext } from './layers/context.ts';
import type { SourceName } from './layers/index.ts';
import type { MapOverlay, OverlayMaker } from './map-overlay.ts';
import type { MapCallbacks, MapContent, MapViewOptions } from './map-view-options.ts';
import { answerHands, newMap } from './new-map.ts';
import { OverMap } from './over-map.ts';
import type { PlacePicker } from './placing.ts';
import { isQuick, QuickSites } from './quick-sites.ts';
import { restyle } from './restyle.ts';
import type { MapData, Scene } from './scene.ts';
import type { ShownMap } from './shown-map.ts';
import { spreadZoom } from './spread.ts';
import { withWebGL } from './webgl.ts';

interface Parts {
  readonly map: MapLibreMap;
  readonly camera: CameraControl;
  readonly north: NorthControl;
  readonly credits: CreditsControl;
  readonly mark: MarkControl;
  readonly basemap: BasemapWatch;
  readonly picker: PlacePicker;
  readonly quick: QuickSites;
  readonly frames: HeldFrames;
}

export class MapView implements ShownMap {
  readonly #container: HTMLElement;
  readonly #callbacks: MapCallbacks;
  readonly #collect = createCollections();
  readonly #still: MapViewOptions['still'] | null;
  /** What stands over it; over a picture nothing does. */
  readonly #over: OverMap | null;
  #data: MapData;
  #scene: Scene;
  readonly #fonts: LayerContext['fonts'];
  #parts: Parts;
  readonly #flights = createFlights(
    () => this.#parts.map,
    () => this.#scene.scale ?? 1,
  );
  #drawn: Drawn | null = null;
  /** What the map's sources and layers hold now. */
  #applied = new Map<SourceName, FeatureCollection>();
  #layers: LayerSpecification[] = [];
  #zoomStep = Number.NaN;
  /** What was worked out for the view stays while it is left and come back to. */
  held = false;
  #begun = false;
  #destroyed = false;
  #styled = false;
  #announced = false;
  readonly #overlay = new Attachment<MapOverlay>();
  #makeOverlay: OverlayMaker | null = null;
  readonly #tool = new Attachment<Removable>();
  /** A base that failed: the thematic one stands in for it. */
  #failedBase: Scene['base'] | null = null;

  /** Throws NoWebGLError where the browser cannot draw the map. */
  constructor({ container, data, scene, initialCamera, callbacks, still }: MapViewOptions) {
    this.#still = still ?? null;
    this.#container = container;
    this.#callbacks = callbacks;
    this.#data = data;
    this.#scene = scene;
    container.classList.add('map-view');
    // The scale follows every zoom: names keep clear of it once the map rests, which pushes anyway.
    const overChanged = () => {
      if (this.#styled && !this.#parts.map.isMoving()) this.#push();
    };
    this.#over = still ? null : new OverMap(container, overChanged);
    dress(this.#container, this.#scene);
    this.#parts = withWebGL(() => this.#build(initialCamera));
    const needsWebFont = !drawsChinese();
    this.#fonts = fontStacks(needsWebFont);
    // Names are drawn once and kept, so the style waits until there is a font that holds them.
    if (needsWebFont) void loadWebFont().then(() => this.#begin());
    else this.#begin();
  }

  /** Shows another scene. The same object again costs nothing. */
  setScene(scene: Scene): void {
    const before = this.#scene;
    if (scene === before) return;
    this.#scene = scene;
    this.#parts.frames.letGo();
    if (scene.base !== before.base) this.#failedBase = null;
    dress(this.#container, this.#scene);
    const parts = this.#parts;
    if (scene.base !== before.base) this.#setStyle();
    else if (STYLING.some((key) => scene[key] !== before[key])) {
      // Colours of lines and areas come with their tiles, those of names at once: they change in one frame.
      this.#parts.frames.shortly();
      this.#restyle();
    }
    // A picture waits for its tiles in any case.
    if (this.#styled && this.#still === null && isQuick(before, scene)) parts.quick.show(scene.sites);
    else this.#push();
    parts.north.setLabel(scene.words.north);
    parts.credits.set(scene.words.sources, this.#credits);
    parts.mark.set(scene.words.mark);
    parts.map.getCanvas().setAttribute('aria-label', scene.words.map);
    if (scene.led === true) parts.credits.open();
    parts.camera.setReducedMotion(scene.reducedMotion);
    if (scene.placing !== before.placing) parts.picker.set(scene.placing ?? null);
    const place = scene.led === true ? null : this.#selectedPlace();
    parts.camera.setPadding(scene.padding, place);
    if (place !== null && scene.selectedId !== before.selectedId) parts.camera.keepInSight(place);
  }

  /** Context collections that came later, drawn in one frame: a map that moves is spared it until the end of the move. */
  addContext(more: MapData): void {
    this.#data = { ...this.#data, ...more };
    const { map, frames } = this.#parts;
    if (map.isMoving()) return;
    frames.shortly();
    this.#push();
  }

  /** Shows a box or all of some positions; `maxZoom` keeps a single point from filling the screen. */
  fitTo(target: Bbox | readonly Wgs84[], { maxZoom = 13.5 }: { maxZoom?: number } = {}): void {
    const bbox = isBbox(target) ? target : boxOf(target);
    if (bbox !== null) this.#parts.camera.fit(bbox, maxZoom);
  }

  /** Back to the whole city, north up. */
  resetView(): void {
    this.#parts.camera.home();
  }

  resetNorth(): void {
    this.#parts.camera.north();
  }

  /** Moves of a tour; the map is no longer kept at home. */
  get flights(): ReturnType<typeof createFlights> {
    this.#parts.camera.leaveHome();
    return this.#flights;
  }

  /** Brings a place into the part of the map that no panel covers, if it is not there. */
  reveal(position: readonly [number, number]): void {
    this.#parts.camera.keepInSight(position);
  }

  get bounds(): Bbox {
    return boundsOf(this.#parts.map);
  }

  /** Whether the ground ends on the way down to a street, so that the grid stands in for it. */
  get groundEnds(): boolean {
    return this.#base === 'thematic' && (this.#scene.osm ?? null) === null;
  }

  /** Resolves when what lies over the map is on it; at once where there is nothing. */
  get overlayDrawn(): Promise<void> {
    return this.#overlay.now?.drawn ?? Promise.resolve();
  }

  /** The map itself, for what reads a picture off it. */
  get map(): MapLibreMap {
    return this.#parts.map;
  }

  /** What is shown and how, for a second map that is drawn as a picture of this one. */
  get content(): MapContent {
    const { clientWidth: width, clientHeight: height } = this.#container;
    return {
      data: this.#data,
      scene: this.#scene,
      camera: this.#parts.camera.get(),
      overlay: this.#makeOverlay,
      size: { width, height },
    };
  }

  /** Draws more over the map from when it has loaded, until null is given. The maker is called again for a map made anew. */
  attachOverlay(make: OverlayMaker | null): void {
    this.#makeOverlay = make;
    this.#overlay.set(make === null ? null : (map) => make(map, this.#still !== null));
  }

  /** Lends the map to a tool that draws among its layers: made again with every style, it goes on where it was. */
  attachTool(make: ((map: MapLibreMap) => Removable) | null): void {
    this.#tool.set(make);
  }

  zoomBy(steps: 1 | -1): void {
    this.#parts.camera.zoomBy(steps);
  }

  /** Calls back after the frame that shows the scene as it is now. */
  onceShown(call: () => void): void {
    onceShown(this.#parts.map, this.#isShown, call);
  }

  /** Where a site's symbol stands now, px from the container's top left, spread off its position; null where none is drawn. */
  symbolAt(id: string): { x: number; y: number } | null {
    const site = this.#drawn?.sites.find((drawn) => drawn.id === id);
    if (site === undefined) return null;
    const [lng, lat] = this.#drawn?.places.get(id)?.at ?? site.position;
    return this.#parts.map.project([lng, lat]);
  }

  destroy(): void {
    this.#destroyed = true;
    this.#over?.stop();
    this.#overlay.gone();
    this.#tool.gone();
    this.#parts.map.remove();
    this.#container.classList.remove('map-view');
    this.#container.replaceChildren();
  }

  #build(initial: Camera | null): Parts {
    const scene = this.#scene;
    const map = newMap(this.#container, scene.words.map, this.#still);
    const camera = new CameraControl(map, scene.padding, initial, scene.reducedMotion);
    const north = new NorthControl(scene.words.north, () => camera.north());
    const wide = this.#container.clientWidth >= 900;
    const credits = new CreditsControl(scene.words.sources, this.#credits, wide);
    const mark = new MarkControl(scene.words.mark);
    if (!this.#still) placeControls(map, { north, credits, mark });
    Object.assign(this.#container, { map }); // for tests and support
    const basemap = new BasemapWatch(map, {
      basemapFailed: (failure) => this.#fallBack(failure),
      other: (message) => this.#callbacks.onError(message, 'map'),
    });
    const picker = answerHands(map, {
      crosshair: addCrosshair(this.#container),
      callbacks: this.#callbacks,
      isDrawing: () => this.#scene.drawing === true,
      drawn: () => this.#drawn,
      overlay: () => this.#overlay.now,
    });
    map.on('load', () => {
      this.#callbacks.onLoad?.();
      this.#overlay.loaded(map);
    });
    // Before the map hears of it: with the style gone nothing can be taken off it in order. A map that is
    // removed loses its context too.
    const lost = () => {
      if (map === this.#parts.map) this.#tool.gone();
    };
    map.getCanvas().addEventListener('webglcontextlost', lost, { capture: true });
    map.on('webglcontextrestored', () => queueMicrotask(() => this.#remake(map)));
    map.on('style.load', () => {
      // A map that was given up may still be loading.
      if (map !== this.#parts.map) return;
      this.#styled = true;
      this.#restyle();
      this.#push();
      this.#tool.loaded(map);
    });
    map.on('zoom', () => {
      if (this.#drawn && !this.held && spreadZoom(map.getZoom()) !== this.#zoomStep) this.#push();
    });
    map.on('moveend', () => {
      if (this.#drawn && !this.held) this.#push();
      this.#callbacks.onCamera(camera.get(), boundsOf(map));
    });
    if (!this.#announced) announce(map, this.#isShown, this.#callbacks);
    this.#announced = true;
    return {
      map,
      camera,
      north,
      credits,
      mark,
      basemap,
      picker,
      quick: new QuickSites(map, () => this.#push()),
      frames: new HeldFrames(map),
    };
  }

  /**
   * After a lost and restored WebGL context the map draws its own layers again, but an overlay's stay away:
   * only a new map brings them back, in the same view.
   */
  #remake(map: MapLibreMap): void {
    if (this.#destroyed || this.#makeOverlay === null || map !== this.#parts.map) return;
    const camera = this.#parts.camera.get();
    this.#overlay.gone();
    this.#tool.gone();
    this.#styled = false;
    this.#applied = new Map();
    map.remove();
    this.#container.replaceChildren();
    this.#parts = this.#build(camera);
    this.#parts.picker.set(this.#scene.placing ?? null);
    this.#setStyle();
  }

  get #base(): Scene['base'] {
    return this.#failedBase === this.#scene.base ? 'thematic' : this.#scene.base;
  }

  /** Of what is drawn: a base that failed is not, and goes without. */
  get #credits(): readonly string[] {
    const { attribution, base } = this.#scene;
    if (base === 'thematic' || this.#failedBase !== base) return attribution;
    return attribution.filter((credit) => !base.credits.includes(credit));
  }

  #begin(): void {
    if (this.#destroyed) return;
    this.#begun = true;
    this.#setStyle();
  }

  /** Loads the whole style: at first, and when the base changes. */
  #setStyle(): void {
    if (!this.#begun) return;
    const { map, basemap, frames } = this.#parts;
    this.#styled = false;
    this.#tool.gone();
    const base = this.#base;
    const collections = this.#collectNow();
    const style = styleOf(this.#scene, base, this.#fonts, collections);
    this.#layers = style.layers;
    this.#applied = new Map(collections);
    basemap.expect(base);
    // A base from elsewhere may take long, and shows what it has.
    frames.untilWhole(base === 'thematic');
    if (base !== 'thematic' && base.parts.style !== undefined) basemap.load(base.parts.style, style);
    // What is in it is ours and tested.
    else map.setStyle(style, { diff: false, validate: false });
  }

  /** Changes paint and layout in place; before the style is there, `style.load` calls again. */
  #restyle(): void {
    if (!this.#styled) return;
    const layers = liveLayers(this.#scene, this.#base, this.#fonts, emptySources(this.#applied));
    restyle(this.#parts.map, this.#layers, layers);
    this.#layers = layers;
  }

  #fallBack(failure: ServiceFailure): void {
    const base = this.#scene.base;
    if (base === 'thematic' || this.#failedBase === base) return;
    this.#failedBase = base;
    this.#parts.credits.set(this.#scene.words.sources, this.#credits);
    this.#callbacks.onError(base.label, 'basemap', failure);
    this.#setStyle();
  }

  #collectNow(): ReadonlyMap<SourceName, FeatureCollection> {
    this.#zoomStep = spreadZoom(this.#parts.map.getZoom());
    const part = this.#parts.camera.shownPart(this.#still !== null);
    this.#parts.quick.uploaded(this.#scene.sites);
    const { led } = this.#scene;
    const scene = led === true || this.#over === null ? this.#scene : { ...this.#scene, keepOuts: this.#over.rooms };
    this.#drawn = this.#collect(scene, this.#data, this.#zoomStep, part, this.groundEnds);
    return this.#drawn.collections;
  }

  /** Uploads the collections that changed; what was empty and is no longer begins to show, and the other way round. */
  #push(): void {
    if (!this.#styled) return;
    const { map } = this.#parts;
    const empty = emptySources(this.#applied).join();
    for (const [name, collection] of this.#collectNow()) {
      if (this.#applied.get(name) === collection) continue;
      const source = map.getSource(name);
      if (!(source instanceof GeoJSONSource)) continue;
      this.#applied.set(name, collection);
      void source.setData(collection);
    }
    if (emptySources(this.#applied).join() !== empty) this.#restyle();
  }

  readonly #isShown = (): boolean => this.#styled && this.#parts.quick.isShown;

  #selectedPlace(): Wgs84 | null {
    const selected = this.#drawn?.selected;
    return selected ? (this.#drawn?.places.get(selected.id)?.at ?? selected.position) : null;
  }
}

/** The map's side of the wiring: state in, scene out; what the user does on the map goes back as actions. */
import { computed, effect } from '@preact/signals';
import type { FeatureCollection } from 'geojson';
import { holdsText } from '../data/device/kept-text.ts';
import { DEVICE_KEYS } from '../data/device/keys.ts';
import { loadContext } from '../data/load-context.ts';
import type { ByteSource } from '../data/source.ts';
import { type Bbox, FOSHAN_BBOX, inBbox, wgs84 } from '../domain/position.ts';
import type { App } from '../state/app.ts';
import type { SheetHeight } from '../state/app-state.ts';
import type { MapPort } from '../state/map-port.ts';
import { measureSince } from '../state/timing.ts';
import { boxAround } from './camera.ts';
import { shortSide } from './flight.ts';
import { CONTEXT_NAMES } from './layers/index.ts';
import { MapView } from './map-view.ts';
import type { MapData, Padding, SceneSite } from './scene.ts';
import { focusScene, isDrawable, sceneOf, sceneSites } from './scene-of-state.ts';

/** What the sheet covers of a narrow screen, px, as its style says; a full one leaves the view as it was. */
const sheetPx = (height: SheetHeight): number => (height === 'peek' ? 84 : Math.round(innerHeight / 2));

export { startMapWorker } from './map-view.ts';

export async function mountMap(
  app: App,
  element: HTMLElement,
  source: ByteSource,
  onPort: (port: MapPort) => void,
): Promise<void> {
  const { state, i18n, narrow } = app;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const padding = (): Padding =>
    state.present.room.value?.padding ?? {
      top: 0,
      right: 0,
      left: 0,
      bottom: narrow.value ? sheetPx(state.sheet.value) : 0,
    };
  let drawn: readonly SceneSite[] = [];
  const sites = computed(() => (drawn = sceneSites(state, i18n.value, drawn)));
  const scene = () => sceneOf(state, i18n.value, padding(), reduced.matches, sites.value);

  const view = new MapView({
    container: element,
    // The first view needs the districts' outline; the rest of the base arrives behind it.
    data: { 'districts-overview': state.base.districts },
    scene: scene(),
    initialCamera: state.camera.peek(),
    callbacks: {
      onSelect(target) {
        if (state.present.staged.peek() === null) state.actions.select(target);
      },
      onHover: (id, point) => state.actions.hover(id === null ? null : { id, ...point }),
      onPlace(position) {
        const draft = state.corrections.draft.peek();
        if (draft !== null) state.corrections.draft.value = { ...draft, position };
        else void import('./plan-wiring.ts').then(({ placePin }) => placePin(app, position));
        if (narrow.peek()) state.actions.setSheet('half');
      },
      onRow(row) {
        const imports = state.imports.peek();
        if (imports === null) return;
        state.actions.openView('data');
        imports.chosen.value = row;
      },
      onRowHover(row, at) {
        const imports = state.imports.peek();
        if (imports !== null) imports.hovered.value = row === null ? null : { ...row, ...at };
      },
      onLoad: () => void performance.mark('map-load'),
      onCamera(camera, bbox) {
        // Where a tour looks is its stop's; the user's own view waits for them.
        if (state.present.room.peek() === null) state.actions.setCamera(camera);
        state.inView.value = { bbox, zoom: camera.zoom };
      },
      onSitesDrawn: () => void performance.mark('sites-drawn'),
      onReady() {
        state.mapStatus.value = 'ready';
        state.inView.value = { bbox: view.bounds, zoom: view.map.getZoom() };
        performance.mark('ready');
        document.documentElement.dataset['ready'] = '1';
        // What lies around and beneath the register follows it.
        void addContext(source, view, (error) => (state.notice.value = error));
        if (holdsText(DEVICE_KEYS.sets) || holdsText(DEVICE_KEYS.remote)) app.need.imports();
      },
      onError(message, kind) {
        state.notice.value = kind === 'basemap' ? i18n.peek().t('basemapFailed', { name: message }) : message;
      },
    },
  });

  let shown = state.filters.peek();
  effect(() => {
    const start = performance.now();
    view.setScene(scene());
    const filters = state.filters.value;
    if (filters !== shown) view.onceShown(() => measureSince('filter', start));
    shown = filters;
  });
  effect(() => {
    const chosen = state.base.config.basemaps.find((base) => base.id === state.basemap.value);
    if (chosen === undefined || isDrawable(chosen.datum)) return;
    state.notice.value = i18n.peek().t('basemapRefused', { name: chosen.label, datum: chosen.datum });
    state.actions.setBasemap(null);
  });
  followSelection(app, view);
  followBench(app, view);
  followImports(app, view);
  // A position that is typed is looked at; one half typed is not.
  effect(() => {
    const position = state.corrections.draft.value?.position ?? null;
    if (position !== null && inBbox(position, FOSHAN_BBOX)) view.reveal(position);
  });
  onPort({
    zoomIn: () => view.zoomIn(),
    zoomOut: () => view.zoomOut(),
    reset: () => view.resetView(),
    northUp: () => view.resetNorth(),
    fitSites: (ids) => fitSites(app, view, ids),
    picture: async (request) => {
      const { captureMap } = await import('./capture.ts');
      const { focus } = request;
      const focused = focus === undefined ? null : focusScene(state, i18n.peek(), scene(), focus.sites);
      return captureMap(view, request, focused);
    },
    film: async (request) => (await import('./film.ts')).openFilm(view, i18n.peek(), request),
    fitBox: (box) => view.fitTo(box),
    moveTo: (target, durationMs) => view.flights.moveTo(target, reduced.matches ? 0 : durationMs),
    finishMove: () => view.flights.finish(),
    standing: () => ({ ...view.content.camera, across: shortSide(view.map) }),
  });
}

/** How long what has come waits for what comes next, ms: each time the ground changes, all of it is drawn anew. */
const GATHER_MS = 150;

async function addContext(source: ByteSource, view: MapView, fail: (reason: string) => void): Promise<void> {
  const rest = CONTEXT_NAMES.filter((name) => name !== 'districts-overview' && source.has(`${name}.geojson`));
  const come: MapData = {};
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    waiting = undefined;
    view.addContext(come);
  };
  await Promise.all(
    rest.map(async (name) => {
      try {
        come[name] = await loadContext(source, `${name}.geojson`);
        waiting ??= setTimeout(show, GATHER_MS);
      } catch (error) {
        fail(error instanceof Error ? error.message : String(error));
      }
    }),
  );
  clearTimeout(waiting);
  show();
}

function fitSites({ state }: App, view: MapView, ids: readonly string[]): void {
  const positions = ids.flatMap((id) => {
    const position = state.siteById.value.get(id)?.position ?? null;
    return position === null ? [] : [position];
  });
  const box = boxAround(positions);
  if (box !== null) view.fitTo(box);
}

/** What the bench does on the map comes with the first question, pin or outline. */
function followBench(app: App, view: MapView): void {
  const { plan, camera, notice } = app.state;
  // A link's own camera stands.
  const inSight = camera.peek() === null ? null : plan.ask.peek();
  let asked = false;
  const stop = effect(() => {
    if (asked || (plan.ask.value === null && !plan.pinning.value && plan.drawing.value === null)) return;
    asked = true;
    import('./plan-wiring.ts').then(
      ({ followDrawing, followQuestion }) => {
        stop();
        followQuestion(app, view, inSight);
        followDrawing(app, view);
      },
      (error: unknown) => {
        asked = false;
        notice.value = error instanceof Error ? error.message : String(error);
      },
    );
  });
}

/** Imported sets bring their overlay with them; without a visible one nothing of it is loaded. */
function followImports({ state }: App, view: MapView): void {
  let asked = false;
  const stop = effect(() => {
    if (asked || (state.imports.value?.visible.value.length ?? 0) === 0) return;
    asked = true;
    const fail = (reason: string) => (state.notice.value = reason);
    import('./overlay/attach.ts').then(
      ({ overlayMaker }) => {
        stop();
        view.attachOverlay(overlayMaker(state, fail));
      },
      (error: unknown) => {
        asked = false;
        fail(error instanceof Error ? error.message : String(error));
      },
    );
  });
}

/** Choosing a thing brings it into the uncovered part of the map; a restored camera is left alone. */
function followSelection(app: App, view: MapView): void {
  const { state } = app;
  let first = true;
  effect(() => {
    const selection = state.selection.value;
    const clause = state.clause.value;
    const moved = !first || state.camera.peek() === null;
    first = false;
    if (!moved) return;
    if (selection === null) {
      if (clause !== null) fitSites(app, view, [...(state.clauseSites.peek() ?? [])]);
      return;
    }
    switch (selection.entity) {
      case 'site':
        // The scene names the selected site, and the view keeps it in sight.
        return;
      case 'district': {
        const box = districtBox(state.base.districts, selection.id);
        if (box !== null) view.fitTo(box);
        return;
      }
      case 'town': {
        const town = state.base.towns.features.find((f) => f.properties.code === selection.id);
        if (town?.geometry) view.fitTo([wgs84(...town.geometry.coordinates)]);
        return;
      }
      case 'cluster':
      case 'unit':
        fitSites(app, view, [...(state.emphasised.peek() ?? [])]);
    }
  });
}

function districtBox(districts: FeatureCollection, id: string): Bbox | null {
  const geometry = districts.features.find((f) => f.properties?.['id'] === id)?.geometry;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return null;
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return boxAround(rings.flat().map(([lng, lat]) => [lng ?? 0, lat ?? 0] as const));
}

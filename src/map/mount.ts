/** The map's side of the wiring: state in, scene out; what the user does on the map goes back as actions. */
import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { DEVICE_KEYS } from '../data/device/keys.ts';
import { holdsText } from '../data/device/storage.ts';
import { loadContext } from '../data/load-context.ts';
import { type ByteSource, stationFile } from '../data/source.ts';
import { type Bbox, type Camera, FOSHAN_BBOX, inBbox } from '../domain/position.ts';
import { boxOf, boxOfThing, positionsOf } from '../domain/thing-places.ts';
import type { App } from '../state/app.ts';
import type { SheetHeight } from '../state/app-state.ts';
import { shownSets } from '../state/imports/shown-sets.ts';
import type { MapPort } from '../state/map-port.ts';
import { onceWanted } from '../state/once.ts';
import { measureSince } from '../state/timing.ts';
import { type AfterPanel, afterPanel } from './after-panel.ts';
import { uncoveredPart } from './camera.ts';
import { givingWay } from './give-way.ts';
import { GRID_FROM } from './layers/grid.ts';
import { CONTEXT_NAMES } from './layers/index.ts';
import type { MapView } from './map-view.ts';
import { openMap } from './open-map.ts';
import type { MapData, Padding, Scene, SceneSite } from './scene.ts';
import { focusScene, type Ground, sceneOf, sceneSites } from './scene-of-state.ts';
import type { ShownMap } from './shown-map.ts';

/** What the sheet covers of a narrow screen, px, as its style says; a full one leaves the view as it was. */
function sheetPx(height: SheetHeight): number {
  if (height !== 'peek') return Math.round(innerHeight / 2);
  return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--sheet-peek'));
}

export { startMapWorker } from './map-worker.ts';

export async function mountMap(
  app: App,
  element: HTMLElement,
  source: ByteSource,
  onPort: (port: MapPort) => void,
): Promise<void> {
  const { state, i18n, narrow } = app;
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const padding = (): Padding =>
    state.present.stageSize.value?.padding ?? {
      top: 0,
      right: 0,
      left: 0,
      bottom: narrow.value ? sheetPx(state.sheet.value) : 0,
    };
  /** The map stands where a tour looks, or is on its way back from there. */
  let onStage = state.present.stageSize.peek() !== null;
  let drawn: readonly SceneSite[] = [];
  const sites = computed(() => (drawn = sceneSites(state, i18n.value, drawn)));
  const ground = await followGround(app);
  const osm = signal<Scene['osm']>(null);
  const scene = () =>
    sceneOf(state, i18n.value, padding(), reduced.matches, sites.value, { ...ground.value, osm: osm.value });

  const setInView = (bbox: Bbox, zoom: number): void =>
    state.actions.setInView({ bbox, zoom, ...(view.groundEnds && zoom >= GRID_FROM ? { gridShown: true } : {}) });

  const rowsExpected = signal(false);
  const picture = givingWay(element);
  const opened = await openMap(app, {
    container: element,
    // The first view needs the districts' outline; the rest of the base arrives behind it.
    data: { districts: state.base.districts },
    scene: scene(),
    initialCamera: state.camera.peek(),
    callbacks: {
      onSelect(target) {
        if (state.present.stopShow.peek() !== null) return;
        // A click beside everything, or on the ground while a question is put together, throws no question away.
        const isGround = target === null || (target.entity !== 'site' && state.plan.ask.peek() === null);
        if (state.isAsking.peek() && isGround) return;
        state.actions.select(target);
      },
      onHover: (id, point) => state.actions.hover(id === null ? null : { id, ...point }),
      onPlace(position) {
        const draft = state.corrections.draft.peek();
        if (draft !== null) state.corrections.setDraft({ ...draft, position });
        else void import('./plan-wiring.ts').then(({ placePin }) => placePin(app, position));
        if (narrow.peek()) state.actions.setSheet('half');
      },
      onRow(row) {
        const imports = state.imports.peek();
        if (imports === null) return;
        // One step: the panel with the row in it.
        batch(() => {
          state.actions.openView('data');
          imports.take(row);
        });
      },
      rowOn: (place) => state.imports.peek()?.stacks.topOn(place) ?? null,
      onRowHover(row, at) {
        state.imports.peek()?.hover(row === null ? null : { ...row, ...at });
      },
      onLoad: () => void performance.mark('map-load'),
      onCamera(camera, bbox) {
        // Where a tour looks is its stop's; the user's own view waits for them.
        if (!onStage) state.actions.setCamera(camera);
        setInView(bbox, camera.zoom);
      },
      onSitesDrawn: () => void performance.mark('sites-drawn'),
      onReady() {
        state.actions.setMapStatus(live === null ? 'no-webgl' : 'ready');
        setInView(view.bounds, view.content.camera.zoom);
        performance.mark('ready');
        document.documentElement.dataset['ready'] = '1';
        picture.ready();
        // What lies around and beneath the register follows it.
        if (state.base.sites.some(({ outline }) => outline !== undefined)) app.need.outlines();
        void addContext(source, view, state.actions.notify).then(() =>
          opened.onceIdle(() => {
            performance.mark('context');
            picture.now();
          }),
        );
        if (source.has('osm.pmtiles')) {
          void openOsm(source, osm)
            .then(() => setInView(view.bounds, view.content.camera.zoom))
            .catch(state.actions.notify);
        }
        if (holdsText(DEVICE_KEYS.sets) || holdsText(DEVICE_KEYS.remote)) {
          app.need.imports();
          rowsExpected.value = true;
        }
        if (holdsText(DEVICE_KEYS.sketches)) app.need.sketches();
      },
      onError(message, kind, failure) {
        if (kind === 'map' || failure === undefined) state.actions.notify(message);
        else void import('../state/basemaps/base-words.ts').then((words) => words.baseFailed(app, message, failure));
      },
    },
  });
  const { view, live } = opened;
  if (live !== null && state.address.peek().embed !== null)
    void import('./share-gestures.ts').then(({ shareGestures }) => shareGestures(app, live), state.actions.notify);

  let shown = state.filters.peek();
  let chosen = state.selection.peek();
  const turn = afterPanel();
  effect(() => {
    const start = performance.now();
    const wasOnStage = onStage;
    const isOnStage = state.present.stageSize.value !== null;
    // The scene moves the map's middle: on the way to the stage and back that is no move of the user's.
    onStage ||= isOnStage;
    const next = scene();
    picture.show(next);
    const selection = state.selection.value;
    const isOther = selection?.entity !== chosen?.entity || selection?.id !== chosen?.id;
    const opensPanel = isOther && selection !== null && !onStage;
    chosen = selection;
    turn[opensPanel ? 'later' : 'now'](() => view.setScene(next));
    onStage = isOnStage;
    if (wasOnStage && !isOnStage) returnTo(view, state.camera.peek());
    const filters = state.filters.value;
    if (filters !== shown)
      turn[opensPanel ? 'later' : 'now'](() => view.onceShown(() => measureSince('filter', start)));
    shown = filters;
  });
  followSelection(app, view, turn);
  followHistory(app, view, turn);
  followBench(app, view, live);
  if (live !== null) {
    followImports(app, live, rowsExpected);
    followSketching(app, live);
  }
  // A position that is typed is looked at; one half typed is not.
  effect(() => {
    const position = state.corrections.draft.value?.position ?? null;
    if (position !== null && inBbox(position, FOSHAN_BBOX)) view.reveal(position);
  });
  onPort({
    zoomIn: () => view.zoomBy(1),
    zoomOut: () => view.zoomBy(-1),
    reset: () => turn.now(() => view.resetView()),
    northUp: () => view.resetNorth(),
    focus: opened.focus,
    fitSites: (ids) => turn.now(() => fitSites(app, view, ids)),
    picture: ({ focus, ...request }) =>
      opened.picture(
        { ...request, ...(focus === undefined ? {} : { focus }) },
        focus === undefined ? null : focusScene(state, i18n.peek(), scene(), focus.sites),
      ),
    drawing: async (request) => (await import('./svg/drawing.ts')).drawingOf(view.content, request),
    film: opened.film,
    fitBox: (box) => turn.now(() => view.fitTo(box)),
    moveTo(target, durationMs) {
      turn.now();
      return view.flights.moveTo(target, reduced.matches ? 0 : durationMs);
    },
    finishMove: () => view.flights.finish(),
    async followPointer(tell) {
      const { followPointer } = await import('./pointer.ts');
      const now = () => (state.mapStatus.peek() === 'no-webgl' ? null : (live?.map ?? null));
      return followPointer(element, view, now, tell);
    },
    currentView() {
      const { camera, scene: shownScene, size } = view.content;
      return { ...camera, across: Math.max(1, Math.min(...Object.values(uncoveredPart(shownScene.padding, size)))) };
    },
  });
}

/** How long what has come waits for what comes next, ms: each time the ground changes, all of it is drawn anew. */
const GATHER_MS = 150;

/** What is asked of whichever map there is. */
type Shown = Omit<ShownMap, 'destroy'>;

async function addContext(source: ByteSource, view: Shown, fail: (error: unknown) => void): Promise<void> {
  const rest = CONTEXT_NAMES.filter((name) => name !== 'districts');
  const come: MapData = {};
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    waiting = undefined;
    view.addContext(come);
  };
  await Promise.all(
    rest.map(async (name) => {
      try {
        come[name] = await loadContext(source, name === 'stations' ? stationFile(source) : `${name}.geojson`);
        waiting ??= setTimeout(show, GATHER_MS);
      } catch (error) {
        fail(error);
      }
    }),
  );
  clearTimeout(waiting);
  show();
}

async function openOsm(source: ByteSource, osm: Signal<Scene['osm']>): Promise<void> {
  osm.value = await (await import('./osm-tiles.ts')).openOsm(source);
}

/** What lies under ours: from when the address names a base map, that. A page that opens on one shows none before it. */
async function followGround(app: App): Promise<ReadonlySignal<Ground>> {
  const { basemap, actions } = app.state;
  const ground = signal<Ground>({ base: 'thematic' });
  const start = async () => (await import('./bases/follow.ts')).followBase(app, ground);
  if (basemap.peek() !== null) await start().catch(actions.notify);
  else onceWanted(() => basemap.value !== null, start, actions.notify);
  return ground;
}

/** The user's own view, after a tour or a step back. */
function returnTo(view: Shown, camera: Camera | null): void {
  if (camera === null) view.resetView();
  else void view.flights.moveTo({ kind: 'camera', camera: { ...camera, across: null } }, 0);
}

function fitSites({ state }: App, view: Shown, ids: readonly string[]): void {
  const box = boxOf(positionsOf(ids.flatMap((id) => state.siteById.value.get(id) ?? [])));
  if (box !== null) view.fitTo(box);
}

/** What planning does on the map comes with the first question, pin or outline. */
function followBench(app: App, view: Shown, live: MapView | null): void {
  const { plan, camera, actions } = app.state;
  // A link's own camera stands.
  const inSight = camera.peek() === null ? null : plan.ask.peek();
  onceWanted(
    () => plan.ask.value !== null || plan.pinning.value || plan.drawing.value !== null,
    async () => {
      const { followDrawing, followQuestion } = await import('./plan-wiring.ts');
      followQuestion(app, view, inSight);
      if (live !== null) followDrawing(app, live);
    },
    actions.notify,
  );
}

/** The tool for sketches comes with the first that is drawn, or gets another shape. */
function followSketching(app: App, view: MapView): void {
  const { sketches, actions } = app.state;
  onceWanted(
    () => (sketches.value?.drawing.value ?? sketches.value?.reshaping.value ?? null) !== null,
    async () => {
      const { followSketches } = await import('./follow-sketches.ts');
      const own = sketches.peek();
      if (own !== null) followSketches(app, own, view);
    },
    actions.notify,
  );
}

/**
 * Imported sets bring their overlay with them, from when a file is looked at or kept sets are read: the graphics are
 * ready for the rows then. Without one nothing of it is loaded.
 */
function followImports({ state }: App, view: MapView, expected: ReadonlySignal<boolean>): void {
  const fail = state.actions.notify;
  onceWanted(
    () =>
      expected.value ||
      (state.imports.value?.session.phase.value.kind ?? 'idle') !== 'idle' ||
      shownSets(state).length > 0,
    async () => view.attachOverlay((await import('./overlay/attach.ts')).overlayMaker(state, fail)),
    fail,
  );
}

/** Back and Forward restore the map's place with the rest: what is open there must not pull it elsewhere. */
function followHistory({ state }: App, view: Shown, turn: AfterPanel): void {
  addEventListener('popstate', () => {
    turn.now();
    if (state.present.stageSize.peek() === null) returnTo(view, state.camera.peek());
  });
}

/** Choosing a thing brings it into the uncovered part of the map; a restored camera is left alone. */
function followSelection(app: App, view: Shown, turn: AfterPanel): void {
  const { state } = app;
  let first = true;
  effect(() => {
    const selection = state.selection.value;
    const clause = state.clause.value;
    const moved = !first || state.camera.peek() === null;
    first = false;
    if (!moved) return;
    const chosen = selection ?? (clause === null ? null : ({ entity: 'clause', id: clause } as const));
    // The scene names the selected site, and the view keeps it in sight.
    if (chosen === null || chosen.entity === 'site') return;
    const box = boxOfThing(state.things.peek(), chosen);
    if (box !== null) turn.later(() => view.fitTo(box));
  });
}

/**
 * The app's state: a factory, so that every test gets a fresh one. Everything that can be derived is
 * computed; nothing here touches the outside world.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { CellFilter } from '../domain/axis.ts';
import type { Base } from '../domain/base.ts';
import type { Theme } from '../domain/colours.ts';
import type { Lang } from '../domain/format.ts';
import type { Bbox, Camera } from '../domain/position.ts';
import type { OfferList } from '../domain/schema/offer.ts';
import type { Policy } from '../domain/schema/policy.ts';
import type { SearchIndex } from '../domain/schema/search.ts';
import type { StationCollection } from '../domain/schema/station.ts';
import type { Statistics } from '../domain/schema/statistics.ts';
import type { Site } from '../domain/site.ts';
import { emphasisOf, indexOf, type ThingRef } from '../domain/things.ts';
import { type Address, type Filters, type ModeId, NO_FILTERS, type Selection, type View } from './address/address.ts';
import { type Ask, type Cross, RECORDS, type Shade } from './address/plan-address.ts';
import { documentOf, existing, existingClause, existingSentence, selectionOf } from './address/resolve.ts';
import { createCorrections } from './corrections/corrections.ts';
import { type FilterKey, filterSites } from './filter.ts';
import type { Imports } from './imports/imports.ts';
import { createModes } from './modes.ts';
import { createPlan, existingAsk, type OwnShade } from './plan/plan.ts';
import { contentOfStop, type MapContent } from './present/stop-content.ts';

export type AppState = ReturnType<typeof createAppState>;

/** What a phone shows of its bottom sheet. */
export type SheetHeight = 'peek' | 'half' | 'full';

export interface StateDefaults {
  /** Language and theme of the device, used where the address names none. */
  readonly lang: Lang;
  readonly theme: Theme;
}

export function createAppState(base: Base, address: Address, defaults: StateDefaults) {
  const corrections = createCorrections(base);
  const plan = createPlan(base, address);
  const { invest, present, addressed, restoreModes } = createModes(address);
  const chosenLang = signal<Lang | null>(address.lang);
  const chosenTheme = signal<Theme | null>(address.theme);
  const deviceTheme = signal<Theme>(defaults.theme);
  const mode = signal(address.mode);
  const camera = signal<Camera | null>(address.map);
  const basemap = signal(address.base);
  const filters = signal<Filters>(address.filters);
  const selection = signal<Selection | null>(selectionOf(base, address));
  const clause = signal<string | null>(existingClause(base, address.clause));
  /** Id of the document that is shown; null is the home document. An open clause is always of this one. */
  const doc = signal<string | null>(documentOf(base, clause.peek(), address.doc));
  const sentence = signal(existingSentence(base, clause.peek(), address.sentence));
  /** The clause that reading on has reached, as against one that was chosen. */
  const followed = signal<string | null>(null);
  /** Whether reading on moves the highlight along. A habit of the reader, not part of what a link shows. */
  const following = signal(false);
  const view = signal<View | null>(address.view);
  const radii = signal(address.radii);
  const hovered = signal<{ readonly id: string; readonly x: number; readonly y: number } | null>(null);
  const sheet = signal<SheetHeight>('half');
  /** Short words for the user: what failed, what fell back. The last one shows and is announced. */
  const notice = signal<string | null>(null);
  /** The ground that the map shows, once it rests. */
  const inView = signal<{ readonly bbox: Bbox; readonly zoom: number } | null>(null);
  const mapStatus = signal<'waiting' | 'ready' | 'no-webgl' | 'failed'>('waiting');

  /** The user's imported sets; null until they are first needed. */
  const imports = signal<Imports | null>(null);
  /** A file that was dropped on the window and waits for the panel that opens it. */
  const dropped = signal<File | null>(null);
  const statistics = signal<Statistics | null>(null);
  const searchIndex = signal<SearchIndex | null>(null);
  const stations = signal<StationCollection | null>(null);
  const offers = signal<readonly OfferList[] | null>(null);

  const lang = computed<Lang>(() => chosenLang.value ?? defaults.lang);
  const theme = computed<Theme>(() => chosenTheme.value ?? deviceTheme.value);
  /** The register as the user sees it: with their corrections over it. */
  const sites: ReadonlySignal<readonly Site[]> = corrections.sites;
  /** Everything that can be looked up, sites with the user's corrections. */
  const things = computed(() => indexOf({ ...base, sites: sites.value }));
  const siteById = computed(() => things.value.site);
  /** The document that is shown. */
  const policy: ReadonlySignal<Policy> = computed(
    () => base.policies.find((p) => p.docId === doc.value) ?? base.policy,
  );

  /** What the map shows: what the user chose, or while a tour is presented what its stop says instead. */
  const mapContent = computed<MapContent>(() => {
    const stop = mode.value === 'present' ? present.stopShow.value : null;
    if (stop !== null) return contentOfStop(stop);
    return { filters: filters.value, selection: selection.value, clause: clause.value, radii: radii.value };
  });
  const visibleSites = computed(() => filterSites(sites.value, mapContent.value.filters));
  const selectedSite = computed<Site | null>(() => {
    const current = selection.value;
    return current?.entity === 'site' ? (siteById.value.get(current.id) ?? null) : null;
  });
  /** The sites that the chosen clause names, parts included; null where no clause narrows the map. */
  const clauseSites = computed(() => {
    const id = mapContent.value.clause;
    return id === null ? null : (emphasisOf(things.value, { entity: 'clause', id }) ?? null);
  });
  /** What stands out on the map; null when nothing is dimmed. */
  const emphasised: ReadonlySignal<ReadonlySet<string> | null> = computed(() => {
    const chosen = emphasisOf(things.value, mapContent.value.selection);
    if (chosen !== undefined) return chosen;
    return clauseSites.value ?? plan.answered.value ?? (mode.value === 'invest' ? invest.marked.value : null);
  });

  const address$ = computed<Address>(() => ({
    mode: mode.value,
    map: camera.value,
    lang: chosenLang.value,
    theme: chosenTheme.value,
    base: basemap.value,
    doc: doc.value,
    filters: filters.value,
    selection: selection.value,
    clause: clause.value,
    sentence: sentence.value,
    view: view.value,
    radii: radii.value,
    ask: plan.ask.value,
    cross: view.value === 'cross' ? plan.cross.value : null,
    shade: plan.shade.value,
    ...addressed.value,
  }));

  /** True where the panel of questions shows. */
  const isAsking = computed(
    () =>
      selection.value === null &&
      clause.value === null &&
      (view.value === 'ask' || (view.value === null && plan.ask.value !== null)),
  );

  /** Ends what is being drawn; true where something was. */
  function stopDrawing(): boolean {
    if (!plan.pinning.peek() && plan.drawing.peek() === null) return false;
    batch(() => {
      plan.pinning.value = false;
      plan.drawing.value = null;
      plan.draft.value = null;
    });
    return true;
  }

  const actions = {
    /** Selecting a thing closes the clause that was open on its own; nothing selected is the start page. */
    select(next: ThingRef<Selection['entity']> | null) {
      batch(() => {
        stopDrawing();
        selection.value = existing(base, next);
        corrections.stopEditing();
        clause.value = null;
        sentence.value = null;
        followed.value = null;
        view.value = null;
        if (sheet.value === 'peek') sheet.value = 'half';
      });
    },
    selectSite(id: string) {
      actions.select({ entity: 'site', id });
    },
    /** A clause of another document brings that document with it. */
    openClause(id: string | null, sentenceNumber: number | null = null) {
      batch(() => {
        stopDrawing();
        clause.value = existingClause(base, id);
        doc.value = documentOf(base, clause.value, doc.value);
        sentence.value = existingSentence(base, clause.value, sentenceNumber);
        followed.value = null;
        selection.value = null;
        view.value = clause.value === null ? null : 'reader';
        if (sheet.value === 'peek') sheet.value = 'half';
      });
    },
    /** Reading on has reached a clause: it becomes the chosen one, without a step in the history. */
    followClause(id: string) {
      if (clause.value === id) return;
      batch(() => {
        clause.value = existingClause(base, id);
        sentence.value = null;
        followed.value = clause.value;
        view.value = 'reader';
      });
    },
    /** Shows another document: in the table that is open, else in the reader. */
    openDocument(docId: string) {
      batch(() => {
        const shownIn = view.value;
        actions.openView(shownIn === 'units' || shownIn === 'targets' || shownIn === 'coverage' ? shownIn : 'reader');
        doc.value = documentOf(base, null, docId);
      });
    },
    setFollowing(on: boolean) {
      following.value = on;
    },
    openView(next: View | null) {
      batch(() => {
        stopDrawing();
        view.value = next;
        selection.value = null;
        clause.value = null;
        sentence.value = null;
        followed.value = null;
        if (sheet.value === 'peek') sheet.value = 'half';
        // An empty panel says little: it opens with what is always there.
        if (next === 'shade' && plan.shade.value === null && plan.ownShade.value === null)
          actions.setShade({ key: RECORDS, year: null, method: 'natural' });
      });
    },
    /** The page to print about one site, or, without one, about the shortlist. */
    openDossier(id: string | null) {
      batch(() => {
        actions.openView('dossier');
        selection.value = id === null ? null : existing(base, { entity: 'site', id });
      });
    },
    /** One step back out: what is open closes, and at last the start page shows. */
    close() {
      if (stopDrawing()) return;
      batch(() => {
        if (isAsking.peek()) plan.ask.value = null;
        actions.select(null);
      });
    },
    /** The panel of questions: with the one asked last, or an empty one. */
    openAsk() {
      batch(() => {
        actions.openView('ask');
        if (plan.ask.value !== null) view.value = null;
      });
    },
    setAsk(next: Ask | null) {
      batch(() => {
        plan.ask.value = existingAsk(base, next);
        actions.openAsk();
      });
    },
    /** Asks an imported set in place of the register, which null stands for. */
    askSet(id: string | null) {
      plan.askedSet.value = id;
    },
    openCross(next: Cross) {
      batch(() => {
        plan.cross.value = next;
        actions.openView('cross');
      });
    },
    /** Shows the records of one cell of the cross table on the map and in the list. */
    showCell(cell: CellFilter | null) {
      batch(() => {
        filters.value = { ...filters.value, cell };
        actions.select(null);
      });
    },
    /** Keeps what is open, as against `showCell`. */
    setCell(cell: CellFilter | null) {
      filters.value = { ...filters.value, cell };
    },
    setShade(next: Shade | null) {
      batch(() => {
        plan.ownShade.value = null;
        plan.shade.value = next;
      });
    },
    setOwnShade(next: OwnShade) {
      batch(() => {
        plan.ownShade.value = next;
        plan.shade.value = null;
      });
    },
    setFilter<K extends FilterKey>(key: K, value: Filters[K]) {
      filters.value = { ...filters.value, [key]: value };
    },
    clearFilters() {
      batch(() => {
        filters.value = { ...NO_FILTERS, q: filters.value.q };
        imports.peek()?.clearCells();
      });
    },
    setQuery(q: string) {
      filters.value = { ...filters.value, q };
    },
    setLang(next: Lang) {
      chosenLang.value = next;
    },
    setTheme(next: Theme | null) {
      chosenTheme.value = next;
    },
    setRadii(on: boolean) {
      radii.value = on;
    },
    setCamera(next: Camera) {
      camera.value = next;
    },
    hover(next: { id: string; x: number; y: number } | null) {
      hovered.value = next;
    },
    setSheet(next: SheetHeight) {
      sheet.value = next;
    },
    /** Another way to use the same map: what is open closes, what was chosen and filtered stays. */
    setMode(next: ModeId) {
      batch(() => {
        mode.value = next;
        actions.openView(null);
      });
    },
    setBasemap(id: string | null) {
      basemap.value = id;
    },
    /** Takes a whole address, as after Back or a pasted link. */
    restore(next: Address) {
      batch(() => {
        corrections.stopEditing();
        mode.value = next.mode;
        camera.value = next.map;
        chosenLang.value = next.lang;
        chosenTheme.value = next.theme;
        basemap.value = next.base;
        filters.value = next.filters;
        selection.value = selectionOf(base, next);
        clause.value = existingClause(base, next.clause);
        doc.value = documentOf(base, clause.value, next.doc);
        sentence.value = existingSentence(base, clause.value, next.sentence);
        followed.value = null;
        view.value = next.view;
        radii.value = next.radii;
        stopDrawing();
        plan.ask.value = existingAsk(base, next.ask);
        if (next.cross !== null) plan.cross.value = next.cross;
        plan.shade.value = next.shade;
        // What no address can say stays, unless the address says something else.
        if (next.shade !== null) plan.ownShade.value = null;
        restoreModes(next);
      });
    },
  };

  return {
    base,
    plan,
    invest,
    present,
    isAsking,
    clusters: base.policy.clusters,
    corrections,
    sites,
    siteById,
    policy,
    things,
    /** The document of a clause, whichever is shown. */
    policyOf: (clauseId: string): Policy => things.value.clause.get(clauseId)?.policy ?? policy.value,
    /** What the address says of a clause's document: null is the home document. */
    docOf: (clauseId: string): string | null => documentOf(base, clauseId, null),
    lang,
    theme,
    chosenTheme,
    deviceTheme,
    mode,
    camera,
    basemap,
    filters,
    selection,
    selectedSite,
    clause,
    sentence,
    followed,
    following,
    view,
    radii,
    hovered,
    sheet,
    notice,
    inView,
    mapStatus,
    imports,
    dropped,
    statistics,
    searchIndex,
    stations,
    mapContent,
    offers,
    visibleSites,
    clauseSites,
    emphasised,
    address: address$,
    actions,
  };
}

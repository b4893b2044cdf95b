/** State → scene: which sites are drawn, how they are named, what stands out. */
import type { Feature } from 'geojson';
import type { Reach } from '../analysis/invest/types.ts';
import { type Stacks, writesAll, writtenStacks } from '../analysis/stacks.ts';
import { wgs84 } from '../domain/position.ts';
import { countRecords, isCorrected, isLocated, type Site } from '../domain/site.ts';
import { CONTEXT_LAYERS, type ContextLayer, type MapGroup } from '../domain/vocabulary.ts';
import type { I18n } from '../i18n/index.ts';
import type { Ask } from '../state/address/plan-address.ts';
import type { AppState } from '../state/app-state.ts';
import type { Draft } from '../state/corrections/corrections.ts';
import { shownLabels, shownStacks } from '../state/imports/shown-sets.ts';
import { mapMark } from '../state/map-mark.ts';
import { type AskErrors, askErrors } from '../state/plan/ask-errors.ts';
import { centreOf } from '../state/plan/centre.ts';
import type { OwnQuestion, OwnShape } from '../state/plan/own-question.ts';
import { loadReach, reachCode } from '../state/plan/reach-code.ts';
import { yearShown } from '../state/since/dated.ts';
import { rimFeatures } from './ask-rim.ts';
import { measuredIn, ranksOf } from './investor-scene.ts';
import { outlinesOf } from './outlines-of-state.ts';
import type { AskShape, Padding, Scene, SceneSite } from './scene.ts';

/** What lies under ours, as `bases/follow.ts` found it, and OpenStreetMap's tiles where they are. */
export type Ground = Pick<Scene, 'base' | 'strength' | 'grey' | 'osm'>;
const BUILT_IN: Ground = { base: 'thematic' };

/**
 * The sites to draw. Given the last result, it is returned again where nothing in it changed, so that a hover or a
 * padding uploads nothing.
 */
export function sceneSites(state: AppState, i18n: I18n, last: readonly SceneSite[] = []): readonly SceneSite[] {
  const emphasised = state.emphasised.value;
  // An event shows with its venue, whose symbol therefore stands out for it.
  const standIns = new Set(
    state.sites.value.flatMap((site) =>
      emphasised?.has(site.id) === true && site.heldAt !== null ? [site.heldAt] : [],
    ),
  );
  const isDated = yearShown(state) !== null;
  const ranks = ranksOf(state);
  const sites = withDraft(state).flatMap((site) => {
    const isAside = emphasised !== null && !emphasised.has(site.id) && !standIns.has(site.id);
    const drawn = withRank(
      sceneSite(i18n, site, isAside || (isDated && NOT_THERE.includes(site.status))),
      ranks.get(site.id),
    );
    return isDated ? drawn.map((each) => ({ ...each, stood: site.status })) : drawn;
  });
  return JSON.stringify(sites) === JSON.stringify(last) ? last : sites;
}

/** Names of the ranked are placed first, in their order. */
function withRank(drawn: readonly SceneSite[], ranked: SceneSite['ranked']): readonly SceneSite[] {
  if (ranked === undefined) return drawn;
  return drawn.map((site) => ({ ...site, ranked, importance: (site.importance ?? 0) + 100 / ranked.rank }));
}

const NO_ROOMS: NonNullable<Scene['keepOuts']> = [];

/** Pale on the map of a year: what nobody knows to have been there. */
const NOT_THERE: readonly Site['status'][] = ['unknown', 'ended'];

export function sceneOf(
  state: AppState,
  i18n: I18n,
  padding: Padding,
  reducedMotion: boolean,
  sites: readonly SceneSite[] = sceneSites(state, i18n),
  ground: Ground = BUILT_IN,
): Scene {
  const { selection, radii } = state.mapContent.value;
  const { base } = state;
  const led = state.present.stageSize.value !== null;
  const contextLayers = contextLayersOf(state);
  const shows = (layer: ContextLayer): boolean => contextLayers?.includes(layer) ?? true;
  return {
    theme: state.theme.value,
    lang: i18n.lang,
    sites,
    labels: labelsOf(state, i18n),
    nameOf: i18n.name,
    words: {
      map: `${i18n.t('mapLabel')}. ${i18n.t('mapHint')}. ${i18n.t('countShown', { n: countRecords(state.visibleSites.value) })}`,
      north: i18n.t('north'),
      sources: i18n.t('sourcesShort'),
      // A stage has its own, in its own size.
      mark: led ? '' : mapMark(base.config, i18n),
    },
    attribution: [
      ...(ground.base === 'thematic' ? [] : ground.base.credits),
      ...attribution(ground, shows),
      ...boundaryCredits(base, shows('borders')),
    ],
    selectedId: selection?.entity === 'site' ? selection.id : null,
    hoveredId: state.hovered.value?.id ?? null,
    selectedDistrict: selection?.entity === 'district' ? selection.id : askedDistrict(state.plan.ask.value),
    ...(state.plan.drawing.value === null ? askIn(state) : { ask: null }),
    shaded: state.plan.shaded.value,
    heat: state.mode.value === 'invest' ? state.invest.heatShown.value : null,
    outlines: outlinesOf(state),
    ...stacksIn(state, i18n),
    ownLabels: shownLabels(state),
    measured: measuredIn(state, i18n),
    sketches: sketchesIn(state),
    drawing: state.plan.drawing.value !== null || isSketching(state),
    placing: placingOf(state, i18n),
    allRadii: radii,
    ...ground,
    padding,
    keepOuts: state.present.stageSize.value?.frame?.keepOuts ?? NO_ROOMS,
    reducedMotion,
    led,
    scale: state.present.stageSize.value?.scale ?? 1,
    contextLayers,
  };
}

/** Nothing where the site has no point. */
function sceneSite(i18n: I18n, site: Site, dimmed: boolean): SceneSite[] {
  if (site.position === null) return [];
  return [
    {
      id: site.id,
      position: site.position,
      cluster: site.industryCluster,
      group: site.group,
      extent: site.extent,
      precision: site.precision,
      radiusM: site.radiusM,
      label: isCorrected(site) ? i18n.t('correctionLabel', { name: i18n.name(site) }) : i18n.name(site),
      corrected: isCorrected(site),
      dimmed,
      ...(site.outline === undefined ? {} : { outlined: true }),
      heldAt: site.heldAt,
      importance:
        (site.parent === null ? 2 : 0) + (isLocated(site.precision) ? 1 : 0) + (site.mentions.length > 0 ? 1 : 0),
    },
  ];
}

/** The scene of a picture about some sites: every site of the register, those alone in full and with their radii. */
export function focusScene(state: AppState, i18n: I18n, scene: Scene, ids: readonly string[]): Scene {
  const only = ids.length === 1 ? (ids[0] ?? null) : null;
  return {
    ...scene,
    sites: state.sites.value
      .flatMap((site) => sceneSite(i18n, site, !ids.includes(site.id)))
      .map((site) => (site.dimmed ? { ...site, radiusM: null } : site)),
    selectedId: only,
    selectedDistrict: null,
    allRadii: only === null,
    ask: null,
    askErrors: null,
    askRim: [],
    ...{ measured: [], shaded: null, heat: null },
  };
}

/** The sites to show, with the one whose position is being chosen where it would go. */
function withDraft({ visibleSites, corrections }: AppState): readonly Site[] {
  const draft = corrections.draft.value;
  if (draft === null || draft.position === null) return visibleSites.value;
  const [lng, lat] = draft.position;
  return visibleSites.value.map((site) => {
    if (site.id !== draft.record) return site;
    const precision = site.precision === 'city' || site.precision === 'unknown' ? 'district' : site.precision;
    return { ...site, position: wgs84(lng, lat), radiusM: draft.radiusM, precision };
  });
}

function askedDistrict(ask: Ask | null): Scene['selectedDistrict'] {
  return ask?.kind === 'area' && ask.area.entity === 'district' ? ask.area.id : null;
}

const shapes = new WeakMap<Ask, AskShape>();

/** The same question keeps its shape, so that an unchanged scene uploads nothing. */
function askShape({ plan, things, mode, invest }: AppState): AskShape | null {
  const ask = plan.ask.value;
  if (ask === null) return mode.value === 'invest' ? reachShape(invest.reach.value) : null;
  if (ask.kind === 'area') return null;
  if (ask.kind === 'own') return ownShape(plan.answers.value?.own.value ?? null);
  if (ask.kind === 'polygon') {
    const known = shapes.get(ask) ?? { kind: 'polygon', ring: ask.ring };
    shapes.set(ask, known);
    return known;
  }
  const centre = centreOf(things.value, ask.around);
  if (centre === null) return null;
  const known = shapes.get(ask);
  // A corrected position moves the circle with it.
  const [lng, lat] = centre.position;
  if (
    known?.kind === 'circle' &&
    known.centre[0] === lng &&
    known.centre[1] === lat &&
    known.radiusM === centre.radiusM
  )
    return known;
  const shape: AskShape = {
    kind: 'circle',
    centre: centre.position,
    radiusM: centre.radiusM,
    withinM: ask.withinKm * 1000,
  };
  shapes.set(ask, shape);
  return shape;
}

const ownShapes = new WeakMap<OwnShape, AskShape>();

function ownShape(own: OwnQuestion | null): AskShape | null {
  if (own === null || typeof own === 'string') return null;
  const known = ownShapes.get(own) ?? { kind: 'shape', geometry: own.geometry, outline: own.outline };
  ownShapes.set(own, known);
  return known;
}

/** What is asked, and what of its answer is not certain. */
function askIn(state: AppState): Pick<Scene, 'ask' | 'askErrors' | 'askRim'> {
  const { plan, things } = state;
  const shape = askShape(state);
  const [ask, answers] = [plan.ask.value, plan.answers.value];
  if (ask === null || answers === null) return { ask: shape };
  const centre = ask.kind === 'radius' ? centreOf(things.value, ask.around) : null;
  const errors = askErrors(answers.asked.value, answers.answer.value, centre?.radiusM ?? 0);
  return { ask: shape, askErrors: errors, askRim: shape === null ? [] : rimOf(shape, errors) };
}

const rims = new WeakMap<AskErrors, { readonly shape: AskShape; readonly rim: readonly Feature[] }>();

/** The rim of a question and its answer, made once; what makes it about an outline is asked for with the first one. */
function rimOf(shape: AskShape, errors: AskErrors): readonly Feature[] {
  const known = rims.get(errors);
  if (known?.shape === shape) return known.rim;
  const reach = shape.kind === 'circle' ? null : reachCode.value;
  if (shape.kind !== 'circle' && reach === null) {
    // Without it the rim is missing, and the question still stands.
    loadReach().catch(() => undefined);
    return [];
  }
  const rim = rimFeatures(shape, errors.rimM, reach);
  rims.set(errors, { shape, rim });
  return rim;
}

/** The pointer is the tool's. */
const isSketching = ({ sketches }: AppState): boolean =>
  (sketches.value?.drawing.value ?? sketches.value?.reshaping.value ?? null) !== null;

const NO_SKETCHES: NonNullable<Scene['sketches']> = [];

const arrows = new WeakMap<Draft, NonNullable<Scene['sketches']>>();

/** From the position on record to the one that is chosen, with the distance; made once a draft. */
function arrowOf(draft: Draft | null): NonNullable<Scene['sketches']> {
  if (draft === null || draft.position === null || draft.from === undefined) return NO_SKETCHES;
  const { at, words } = draft.from;
  const known = arrows.get(draft) ?? [{ id: 'moved', kind: 'arrow', places: [at, draft.position], text: words }];
  arrows.set(draft, known);
  return known;
}

function sketchesIn({ sketches, present, corrections }: AppState): NonNullable<Scene['sketches']> {
  const own = sketches.value;
  const arrow = arrowOf(corrections.draft.value);
  // A stop of a tour shows what its author chose.
  const shown = own === null || present.stopShow.value !== null ? NO_SKETCHES : own.onMap.value;
  const reshaped = own?.reshaping.value ?? null;
  const still = reshaped === null ? shown : sketchesWithout(shown, reshaped);
  return arrow.length === 0 ? still : [...still, ...arrow];
}

const others = new WeakMap<
  NonNullable<Scene['sketches']>,
  { readonly id: string; readonly rest: NonNullable<Scene['sketches']> }
>();

/** All but the one that is shown by the tool that gives it another shape; the same list as long as they are the same. */
function sketchesWithout(list: NonNullable<Scene['sketches']>, id: string): NonNullable<Scene['sketches']> {
  const known = others.get(list);
  if (known?.id === id) return known.rest;
  const rest = list.filter((each) => each.id !== id);
  others.set(list, { id, rest });
  return rest;
}

const reaches = new WeakMap<Reach, AskShape>();

/** How far the neighbours of the chosen candidate are counted. */
function reachShape(reach: Reach | null): AskShape | null {
  if (reach === null) return null;
  const known = reaches.get(reach) ?? { kind: 'circle', ...reach };
  reaches.set(reach, known);
  return known;
}

interface Written {
  readonly view: AppState['inView']['value'];
  readonly pointPx: number;
  readonly lang: I18n['lang'];
  readonly stacks: NonNullable<Scene['stacks']>;
}
const written = new WeakMap<Stacks, Written>();

/** Few stacks are the same in every view, so that a moving map uploads nothing for them. */
function stacksIn(state: AppState, i18n: I18n): Pick<Scene, 'stacks'> {
  const { imports, inView } = state;
  const counted = shownStacks(state);
  if (counted === undefined || counted.counts.length === 0) return {};
  const sizes =
    imports.value?.visible.value.flatMap(({ look }) => (look.display === 'points' ? [look.size] : [])) ?? [];
  const pointPx = Math.max(...sizes, 0);
  const view = writesAll(counted) ? null : inView.value;
  const known = written.get(counted);
  if (known !== undefined && known.view === view && known.pointPx === pointPx && known.lang === i18n.lang)
    return { stacks: known.stacks };
  const list = writtenStacks(counted, view).map((each) => ({ ...each, label: i18n.number(each.count) }));
  const made: Written = { view, pointPx, lang: i18n.lang, stacks: { list, pointPx } };
  written.set(counted, made);
  return { stacks: made.stacks };
}

function placingOf({ corrections, plan }: AppState, i18n: I18n): Scene['placing'] {
  const draft = corrections.draft.value;
  if (draft === null && plan.pinning.value)
    return { position: null, label: i18n.t('planPin'), hint: i18n.t('planPin') };
  return draft === null || draft.isPreview === true
    ? null
    : { position: draft.position, label: i18n.t('correctHandle'), hint: i18n.t('correctOnMapShort') };
}

/** The sources that the map itself shows, as their licences ask. */
const OSM = '© OpenStreetMap contributors (ODbL)';
const GEONAMES = 'GeoNames (CC BY 4.0)';

/**
 * Positions of the register are from OpenStreetMap and GeoNames, whatever lies under them. Tiles of OpenStreetMap stand
 * in for what came from the others, and say of what day they are.
 */
function attribution({ osm }: Ground, shows: (layer: ContextLayer) => boolean): readonly string[] {
  if (osm !== undefined && osm !== null) return [osm.day === null ? OSM : `${OSM} ${osm.day}`, GEONAMES];
  return [
    OSM,
    ...(shows('roads') || shows('water') ? ['© OpenMapTiles'] : []),
    GEONAMES,
    ...(shows('water') ? ['GSHHG (LGPL)'] : []),
  ];
}

/** What a stop of a tour leaves out; borders it always shows. */
const GROUP_OF: Readonly<Record<Exclude<ContextLayer, 'borders'>, MapGroup>> = {
  water: 'water',
  roads: 'transport',
  stations: 'transport',
  towns: 'towns',
  places: 'places',
};

/** Kept, so that an unchanged scene draws nothing anew. */
const ofGroups = new WeakMap<readonly MapGroup[], readonly ContextLayer[]>();

/** What shows under the sites; null is all. A stop of a tour says it for itself. */
function contextLayersOf({ present, layers }: AppState): readonly ContextLayer[] | null {
  const stop = present.stopShow.value;
  if (stop === null) return layers.value;
  const groups = stop.layers;
  if (groups === null) return null;
  const known =
    ofGroups.get(groups) ?? CONTEXT_LAYERS.filter((layer) => layer === 'borders' || groups.includes(GROUP_OF[layer]));
  ofGroups.set(groups, known);
  return known;
}

/**
 * The deployer's words for the boundaries, which are made to be replaced; once where one source gives both. Districts
 * are tinted without their borders too, neighbours are not.
 */
function boundaryCredits({ version }: AppState['base'], bordersShow: boolean): string[] {
  const { districts, neighbours } = version.boundaries;
  return [...new Set([districts.short, ...(neighbours === null || !bordersShow ? [] : [neighbours.short])])];
}

const cache = new WeakMap<AppState['base'], Map<I18n['lang'], Record<string, string>>>();

/** Names of districts and towns; made once a language, so that an unchanged scene keeps its identity. */
function labelsOf({ base }: AppState, i18n: I18n): Record<string, string> {
  const byLang = cache.get(base) ?? new Map<I18n['lang'], Record<string, string>>();
  cache.set(base, byLang);
  const known = byLang.get(i18n.lang);
  if (known !== undefined) return known;
  const labels = Object.fromEntries([
    ...base.districts.features.map((f) => [f.properties.id, i18n.t(`district.${f.properties.id}`)] as const),
    ...base.towns.features.map((f) => [f.properties.code, i18n.name(f.properties)] as const),
    ['border', i18n.t('mapBorder', { n: base.version.boundaries.districts.accuracyMetres })],
  ]);
  byLang.set(i18n.lang, labels);
  return labels;
}

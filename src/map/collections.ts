/**
 * Every source's collection for a scene. The same input gives the same object back, so whoever compares by
 * identity uploads only what changed.
 */
import type { FeatureCollection } from 'geojson';
import { areaNames, knownAreas } from './area-names.ts';
import { districtOutline, EMPTY, labelled } from './context-features.ts';
import { gridOf } from './grid.ts';
import { heatFeatures } from './heat-features.ts';
import { keepOutFeatures } from './keep-outs.ts';
import { GRID_FROM } from './layers/grid.ts';
import { GROUND_END } from './layers/ground-end.ts';
import { GROUND_PARTS, groundOf } from './layers/ground-parts.ts';
import { type ContextName, OWN_CONTEXT, REPLACED_BY_OSM, type SourceName } from './layers/index.ts';
import { ownLabelFeatures } from './own-label-features.ts';
import { askFeatures, measuredFeatures, shadeFeatures } from './plan-features.ts';
import type { MapData, Room, Scene, SceneOutlines, SceneSite } from './scene.ts';
import type { MapPart } from './screen.ts';
import {
  drawnSites,
  highlightFeature,
  leaderFeatures,
  outlineFeatures,
  radiusFeatures,
  siteFeatures,
  spreadSites,
  symbolOf,
  symbolsToClear,
} from './site-features.ts';
import { sketchFeatures } from './sketch-features.ts';
import type { Spread } from './spread.ts';
import { stackFeatures } from './stack-features.ts';

/** Remembers the last call: the same arguments, compared by identity, give the same result. */
export function memo<A extends readonly unknown[], R>(make: (...input: A) => R): (...input: A) => R {
  let last: { input: A; result: R } | null = null;
  return (...input) => {
    const before = last;
    if (
      before !== null &&
      before.input.length === input.length &&
      input.every((part, i) => Object.is(part, before.input[i]))
    ) {
      return before.result;
    }
    last = { input, result: make(...input) };
    return last.result;
  };
}

/** Without roads nothing is cut. */
const NO_END: typeof GROUND_END = [];
const NO_OUTLINES: SceneOutlines = new Map();
const NO_LABELS: NonNullable<Scene['ownLabels']> = [];

const NO_MEASURED: NonNullable<Scene['measured']> = [];
const NO_ROOMS: NonNullable<Scene['keepOuts']> = [];
const NO_SKETCHES: NonNullable<Scene['sketches']> = [];
const LABELLED: readonly ContextName[] = ['borders', 'waterways', 'towns', 'stations', 'places'];

export interface Drawn {
  /** Sites that have a symbol. */
  readonly sites: readonly SceneSite[];
  /** Where their symbols stand. */
  readonly places: ReadonlyMap<string, Spread>;
  /** The symbol that stands for the selection. */
  readonly selected: SceneSite | undefined;
  readonly collections: ReadonlyMap<SourceName, FeatureCollection>;
}

/** Names of areas, the same collection again while no name moves. */
function namesAfter() {
  let last = EMPTY;
  return (
    areas: ReturnType<typeof knownAreas>,
    clear: ReturnType<typeof symbolsToClear>,
    labels: Scene['labels'],
    nameOf: Scene['nameOf'],
    scale: number,
    view: MapPart | null,
    keepOuts: readonly Room[],
    led: boolean,
  ): FeatureCollection => {
    const how = { labels, scale, keepOuts, led, ...(nameOf === undefined ? {} : { nameOf }) };
    last = areaNames(areas, clear, how, view, last);
    return last;
  };
}

/** A function from scene, data, zoom step (see spreadZoom) and view to what is drawn; `ends` where the ground does. */
export function createCollections(): (
  scene: Scene,
  data: MapData,
  zoomStep: number,
  view?: MapPart | null,
  ends?: boolean,
) => Drawn {
  const drawnOf = memo(drawnSites);
  const spreadOf = memo(spreadSites);
  const symbols = { selected: memo(symbolOf), hovered: memo(symbolOf) };
  const make = {
    ground: memo(groundOf),
    sites: memo(siteFeatures),
    leaders: memo(leaderFeatures),
    outlines: memo(outlineFeatures),
    radii: memo(radiusFeatures),
    highlight: memo(highlightFeature),
    areas: memo(knownAreas),
    clear: memo(symbolsToClear),
    names: memo(namesAfter()),
    grid: memo(gridOf),
    districtOutline: memo(districtOutline),
    ask: memo(askFeatures),
    shade: memo(shadeFeatures),
    heat: memo(heatFeatures),
    ownLabels: memo(ownLabelFeatures),
    stacks: memo(stackFeatures),
    sketches: memo(sketchFeatures),
    measured: memo(measuredFeatures),
    keepOut: memo(keepOutFeatures),
  };
  const labelledOf = new Map(LABELLED.map((name) => [name, memo(labelled)]));

  return (scene, data, zoomStep, view = null, ends = false) => {
    const sites = drawnOf(scene.sites);
    const { scale = 1, keepOuts = NO_ROOMS, led = false } = scene;
    const places = spreadOf(sites, zoomStep, scale);
    const selected = symbols.selected(scene.sites, sites, scene.selectedId);
    const hovered = symbols.hovered(scene.sites, sites, scene.hoveredId);
    const { districts = EMPTY, neighbours = EMPTY } = data;
    const { labels, nameOf } = scene;
    const clear = make.clear(sites, places, zoomStep, scale);
    const context = (name: ContextName): FeatureCollection => {
      const isReplaced = (scene.osm ?? null) !== null && REPLACED_BY_OSM.includes(name);
      const collection = isReplaced ? EMPTY : (data[name] ?? EMPTY);
      return labelledOf.get(name)?.(collection, labels, nameOf) ?? collection;
    };
    return {
      sites,
      places,
      selected,
      collections: new Map<SourceName, FeatureCollection>([
        ['ground', make.ground(data.roads === undefined ? NO_END : GROUND_END, ...GROUND_PARTS.map(context))],
        ...OWN_CONTEXT.map((name) => [name, context(name)] as const),
        [
          'area-names',
          make.names(make.areas(districts, neighbours), clear, labels, nameOf, scale, view, keepOuts, led),
        ],
        ['keep-out', make.keepOut(keepOuts, view, led)],
        ['grid', make.grid(ends && scene.gridded !== true ? view : null, scale)],
        ['selected-district', make.districtOutline(districts, scene.selectedDistrict)],
        ['outlines', make.outlines(scene.sites, scene.outlines ?? NO_OUTLINES, scene.selectedId)],
        ['radii', make.radii(sites, selected, scene.allRadii, ends && zoomStep >= GRID_FROM)],
        ['leaders', make.leaders(sites, places, selected)],
        ['highlight', make.highlight(hovered, places)],
        ['sites', make.sites(sites, places, selected, scene.theme, scale)],
        ['ask', make.ask(scene.ask ?? null, scene.askErrors ?? null, scene.askRim)],
        ['measured', make.measured(scene.measured ?? NO_MEASURED)],
        [
          'shade',
          scene.heat == null
            ? make.shade(districts, scene.shaded ?? null, scene.theme)
            : make.heat(scene.heat, scene.theme),
        ],
        ['own-labels', make.ownLabels(scene.ownLabels ?? NO_LABELS, scale)],
        ['sketches', make.sketches(scene.sketches ?? NO_SKETCHES, scene.theme)],
        ['stacks', make.stacks(scene.stacks ?? null, scene.theme, scale)],
      ]),
    };
  };
}

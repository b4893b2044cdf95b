/**
 * The draw order, bottom to top: one list. MapLibre places names from the top layer down, so what stands
 * higher here also wins the room: the selection's name, districts, site symbols, site names, towns, places, stations.
 */
import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type BaseLegendLayer, LEGEND_LAYERS, type LegendLayer } from '../../domain/base-legend.ts';
import type { ContextLayer } from '../../domain/vocabulary.ts';
import { ask } from './ask.ts';
import { borders, borderWords, neighbourBorders, selectedDistrict } from './borders.ts';
import type { LayerContext, LayerMaker } from './context.ts';
import { gridLabels, gridLines } from './grid.ts';
import { background, districts, veil } from './ground.ts';
import { groundEnd } from './ground-end.ts';
import { GROUND_PARTS } from './ground-parts.ts';
import { keepOut } from './keep-out.ts';
import { leaders } from './leaders.ts';
import { measured, measuredLabels } from './measured.ts';
import { areaNames, places, stationLabels, stations, townLabels, towns } from './names.ts';
import { osmIndustrial, osmRoads, osmTowns, osmWater } from './osm.ts';
import { osmJunctions, osmNames, osmRiverNames } from './osm-names.ts';
import { outlines } from './outlines.ts';
import { ownLabels } from './own-labels.ts';
import { radii } from './radii.ts';
import { withVisibility } from './scaled.ts';
import { shade } from './shade.ts';
import {
  correctedMarks,
  highlight,
  paleRooms,
  rankMarks,
  selectedLabel,
  siteLabels,
  sites,
  yearMarks,
} from './sites.ts';
import { sketches } from './sketches.ts';
import { stacks } from './stacks.ts';
import { metroLines, roads, runways } from './transport.ts';
import { centreLines, riverNames, riversOverview, waterPolygons } from './water.ts';

/** What makes the layers, and the part of the base map that they go with; null always shows. */
type Row = readonly [make: LayerMaker, part: ContextLayer | null];

const DRAW_ORDER = [
  [background, null],
  [districts, null],
  [osmIndustrial, null],
  [shade, null],
  [osmWater, 'water'],
  [riversOverview, 'water'],
  // Where a centre line goes on from an area it begins within it.
  [centreLines, 'water'],
  [waterPolygons, 'water'],
  [roads, 'roads'],
  [osmRoads, 'roads'],
  [metroLines, 'stations'],
  [runways, 'roads'],
  [veil, null],
  [groundEnd, null],
  [gridLines, null],
  [neighbourBorders, 'borders'],
  [osmTowns, 'towns'],
  [osmNames, 'roads'],
  [osmRiverNames, 'water'],
  [borders, 'borders'],
  [selectedDistrict, null],
  [ask, null],
  [outlines, null],
  [radii, null],
  [measured, null],
  // Whatever else has a name here has the room.
  [gridLabels, null],
  [riverNames, 'water'],
  [osmJunctions, 'roads'],
  [stations, 'stations'],
  [towns, 'towns'],
  [stationLabels, 'stations'],
  [places, 'places'],
  [townLabels, 'towns'],
  [borderWords, 'borders'],
  [paleRooms, null],
  // What is the user's own stands beneath the register, and leaves its names their room.
  [ownLabels, null],
  [stacks, null],
  [sketches, null],
  [leaders, null],
  [measuredLabels, null],
  [siteLabels, null],
  [highlight, null],
  [sites, null],
  [correctedMarks, null],
  [rankMarks, null],
  [yearMarks, null],
  // Placed clear of symbols; where those stand too close, a name is still read.
  [areaNames, null],
  [selectedLabel, null],
  // Has its room before all names.
  [keepOut, null],
] as const satisfies readonly Row[];

/** Id of a layer that is drawn. */
export type LayerId = ReturnType<(typeof DRAW_ORDER)[number][0]>[number]['id'];

/** What the legend explains is drawn: a row that names no layer of the list above does not compile. */
export const EXPLAINED: readonly ((LayerId & LegendLayer) | BaseLegendLayer)[] = LEGEND_LAYERS;

/** What gives way to the tiles of OpenStreetMap where they are there. */
export const REPLACED_BY_OSM: readonly ContextName[] = ['roads', 'waterways', 'rivers-overview'];

/** Collections of the base, by the name of the file they come in. */
export const CONTEXT_NAMES = [...GROUND_PARTS, 'stations', 'towns', 'places'] as const;
export type ContextName = (typeof CONTEXT_NAMES)[number];

/** Collections that the scene makes, beside the sites and the districts' names. */
const OTHER_SCENE = [
  'grid',
  'selected-district',
  'outlines',
  'radii',
  'leaders',
  'highlight',
  'ask',
  'sketches',
  'measured',
  'shade',
  'own-labels',
  'stacks',
  'keep-out',
] as const;

/** Context that has a source of its own: points, which no tile cuts. */
export const OWN_CONTEXT = ['stations', 'towns', 'places'] as const satisfies readonly ContextName[];

/**
 * In the order in which tiles are asked for: sites and names wait for symbols and type, which are drawn while the
 * worker goes on with the rest.
 */
export const SOURCES = ['sites', 'area-names', 'ground', ...OWN_CONTEXT, ...OTHER_SCENE] as const;
export type SourceName = (typeof SOURCES)[number];

export function layersOf(context: LayerContext): LayerSpecification[] {
  const { contextLayers } = context;
  return DRAW_ORDER.flatMap(([make, part]): LayerSpecification[] => {
    const layers = make(context);
    return part === null || contextLayers === null || contextLayers.includes(part)
      ? layers
      : layers.map((layer) => withVisibility(layer, 'none'));
  });
}

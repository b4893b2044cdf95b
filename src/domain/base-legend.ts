/**
 * The legend of the base map, once: a row a line, in the order in which they are read. `key` names the words,
 * `colour` the colour of the base, `layers` the layers of the map of which one must be in a picture that shows the row.
 * The map's list of layers is checked against it (`map/layers/index.ts`): a layer that is renamed does not compile.
 */
import type { BaseColours } from './base-colours.ts';

interface Row {
  readonly key: string;
  readonly form: 'line' | 'dashes' | 'fill' | 'dot' | 'ring';
  readonly colour: keyof BaseColours;
  readonly layers: readonly string[];
}

export const BASE_LEGEND = [
  { key: 'planAsk', form: 'line', colour: 'accent', layers: ['ask-line'] },
  { key: 'mapKey.ask-errors', form: 'dashes', colour: 'accent', layers: ['ask-errors-line'] },
  { key: 'mapKey.ask-rim', form: 'fill', colour: 'accent', layers: ['ask-rim'] },
  { key: 'mapKey.outline', form: 'line', colour: 'textMuted', layers: ['outline-line'] },
  {
    key: 'mapKey.sketch',
    form: 'dashes',
    colour: 'sketch',
    layers: ['sketch-line', 'sketch-point', 'sketch-fill', 'sketch-words'],
  },
  { key: 'mapKey.city-border', form: 'line', colour: 'borderOuter', layers: ['borders-outer'] },
  { key: 'mapKey.district-border', form: 'dashes', colour: 'borderInner', layers: ['borders-inner'] },
  { key: 'mapKey.water', form: 'fill', colour: 'water', layers: ['water-polygons', 'osm-water', 'base/water'] },
  {
    key: 'mapKey.waterway',
    form: 'line',
    colour: 'waterLine',
    layers: ['rivers-overview', 'centre-lines', 'osm-waterways', 'base/water_river'],
  },
  {
    key: 'mapKey.road',
    form: 'line',
    colour: 'road',
    layers: ['roads', 'roads-band', 'osm-roads', 'base/roads_highway', 'base/roads_major'],
  },
  {
    key: 'mapKey.industrial',
    form: 'fill',
    colour: 'industrial',
    layers: ['osm-industrial', 'base/landuse_industrial'],
  },
  { key: 'mapKey.town-border', form: 'dashes', colour: 'borderNeighbour', layers: ['osm-town-borders'] },
  { key: 'mapKey.metro', form: 'dashes', colour: 'metro', layers: ['metro-lines'] },
  { key: 'mapKey.town', form: 'dot', colour: 'textMuted', layers: ['towns'] },
  { key: 'mapKey.station', form: 'dot', colour: 'metro', layers: ['stations'] },
  { key: 'mapKey.junction', form: 'ring', colour: 'textMuted', layers: ['osm-junctions'] },
  { key: 'mapKey.place', form: 'ring', colour: 'waterText', layers: ['places'] },
] as const satisfies readonly Row[];

/** A layer of a base map that draws in the colours of the legend (`map/bases/protomaps`), rather than in its own. */
export type BaseLegendLayer = Extract<LegendLayer, `base/${string}`>;

/** Layers whose rows depend on what they show: the error of positions, the districts' shading, counts of own rows. */
const OTHER_LAYERS = ['radii-line', 'shade-fill', 'shade-unknown', 'stacks'] as const;

/** A layer of the map that the legend explains. */
export type LegendLayer = (typeof BASE_LEGEND)[number]['layers'][number] | (typeof OTHER_LAYERS)[number];

export const LEGEND_LAYERS: readonly LegendLayer[] = [
  ...BASE_LEGEND.flatMap(({ layers }): readonly LegendLayer[] => layers),
  ...OTHER_LAYERS,
];

/** Base maps as a deployer's config and this device hold them: a schema a kind. What each draws: map/bases/kinds.ts. */
import * as v from 'valibot';
import { WMS_VERSIONS } from '../services/address.ts';
import { TIANDITU_GRIDS, TIANDITU_SETS } from '../services/tianditu.ts';
import type { BasemapKind } from '../vocabulary.ts';
import { Id, NonEmpty } from './parts.ts';

const Strength = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Zoom = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24));

/** What every base map has. */
const common = {
  id: Id,
  label: NonEmpty,
  /** Its owner's credit. */
  attribution: NonEmpty,
  /** Map approval number (审图号) of the base map itself, where it has one. */
  approval: v.optional(v.nullable(NonEmpty), null),
  /** 1 shows it in full, 0 not at all; absent is what suits its kind. */
  strength: v.optional(Strength),
};

const WebAddress = v.pipe(v.string(), v.regex(/^https?:\/\//, 'an address starts with http:// or https://'));

/** A datum that is stated; whether it fits is judged when the base map is wanted, so that the reason can be said. */
const datum = NonEmpty;

const TileLayer = v.strictObject({
  /** Addresses of one layer with `{z}/{x}/{y}`; several are taken in turn. */
  tiles: v.pipe(v.array(NonEmpty), v.minLength(1, 'a layer needs an address')),
  /** Zooms of its own tiles: nearer, those of `maxzoom` are enlarged; farther than `minzoom` it shows nothing. */
  minzoom: v.optional(Zoom, 0),
  maxzoom: v.optional(Zoom, 18),
  tileSize: v.optional(v.picklist([256, 512]), 256),
});

export const BASEMAP_SCHEMAS = {
  /** A MapLibre style. */
  style: v.strictObject({ ...common, kind: v.literal('style'), style: NonEmpty, datum }),
  /** Raster tiles in Web Mercator, several layers from below. */
  tiles: v.strictObject({
    ...common,
    kind: v.literal('tiles'),
    layers: v.pipe(v.array(TileLayer), v.minLength(1, 'needs a layer')),
    datum,
  }),
  /** A file of the Protomaps schema: its address, relative to the page or not; null is one that the user picked. */
  pmtiles: v.strictObject({
    ...common,
    attribution: v.optional(NonEmpty, '© OpenStreetMap, Protomaps'),
    kind: v.literal('pmtiles'),
    pmtiles: v.nullable(NonEmpty),
    datum: v.optional(NonEmpty, 'WGS-84'),
  }),
  /** 天地图: a ground and its names, by a key of the deployer's or the user's. */
  tianditu: v.strictObject({
    ...common,
    attribution: v.optional(NonEmpty, '天地图'),
    kind: v.literal('tianditu'),
    set: v.picklist(TIANDITU_SETS),
    /** `w` is Web Mercator, `c` degrees of CGCS2000, redrawn here. */
    grid: v.optional(v.picklist(TIANDITU_GRIDS), 'w'),
    names: v.optional(v.boolean(), true),
    key: v.optional(NonEmpty),
  }),
  /** A layer of a web map tile service. */
  wmts: v.strictObject({
    ...common,
    kind: v.literal('wmts'),
    url: WebAddress,
    layer: NonEmpty,
    /** Absent is the first that can be drawn. */
    matrixSet: v.optional(NonEmpty),
    style: v.optional(v.string()),
    format: v.optional(NonEmpty),
    datum,
  }),
  /** Layers of a web map service, from below. */
  wms: v.strictObject({
    ...common,
    kind: v.literal('wms'),
    url: WebAddress,
    layers: v.pipe(v.array(NonEmpty), v.minLength(1, 'needs a layer')),
    styles: v.optional(v.array(v.string()), []),
    /** Absent is what its capabilities say; with a system too they are not asked for. */
    version: v.optional(v.picklist(WMS_VERSIONS)),
    crs: v.optional(NonEmpty),
    format: v.optional(NonEmpty, 'image/png'),
    datum,
  }),
} satisfies { readonly [K in BasemapKind]: v.GenericSchema<unknown, { kind: K }> };

/** Of before there were kinds: `style`, or `tiles` of one layer. One with `pmtiles` needs no kind either. */
function withKind(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { tiles, ...rest } = entry;
  if ('pmtiles' in entry) return { kind: 'pmtiles', ...entry };
  const layers = tiles === undefined ? {} : { layers: [{ tiles }] };
  return { kind: tiles === undefined && 'style' in entry ? 'style' : 'tiles', ...layers, ...rest };
}

const { style, tiles, tianditu, wmts, wms, pmtiles } = BASEMAP_SCHEMAS;

export const Basemap = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(withKind),
  v.variant('kind', [style, tiles, tianditu, wmts, wms, pmtiles]),
);

/** Those of the user's own that the device keeps. */
export const StoredBasemaps = v.array(Basemap);

/** Ids of those that are drawn in grey. */
export const StoredGreys = v.array(Id);

/** How strongly each is drawn, by its id, as the user set it. */
export const StoredStrengths = v.record(Id, Strength);

export type Basemap = v.InferOutput<typeof Basemap>;
export type BasemapOf<K extends BasemapKind> = v.InferOutput<(typeof BASEMAP_SCHEMAS)[K]>;

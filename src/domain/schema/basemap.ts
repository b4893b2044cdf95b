/** Base maps as a deployer's config and this device hold them: a schema a kind. What each draws: map/bases/kinds.ts. */
import * as v from 'valibot';
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
} satisfies { readonly [K in BasemapKind]: v.GenericSchema<unknown, { kind: K }> };

/** Of before there were kinds: `style`, or `tiles` of one layer. */
function withKind(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { tiles, ...rest } = entry;
  const layers = tiles === undefined ? {} : { layers: [{ tiles }] };
  return { kind: tiles === undefined && 'style' in entry ? 'style' : 'tiles', ...layers, ...rest };
}

const { style, tiles } = BASEMAP_SCHEMAS;

export const Basemap = v.pipe(v.looseObject({}), v.transform(withKind), v.variant('kind', [style, tiles]));

/** Those of the user's own that the device keeps. */
export const StoredBasemaps = v.array(Basemap);

/** How strongly each is drawn, by its id, as the user set it. */
export const StoredStrengths = v.record(Id, Strength);

export type Basemap = v.InferOutput<typeof Basemap>;
export type BasemapOf<K extends BasemapKind> = v.InferOutput<(typeof BASEMAP_SCHEMAS)[K]>;

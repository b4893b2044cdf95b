/** What every layer file is given, and the small pieces they share. */
import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { BaseColours } from '../../domain/base-colours.ts';
import type { Theme } from '../../domain/colours.ts';
import type { Lang } from '../../domain/format.ts';
import type { ClusterOrCross, ContextLayer, DistrictId } from '../../domain/vocabulary.ts';
import { saidOfEach } from './few-programs.ts';

export interface LayerContext {
  readonly theme: Theme;
  readonly colours: BaseColours;
  readonly clusters: Record<ClusterOrCross, string>;
  readonly tints: Record<DistrictId, string>;
  /** CSS font families, tried in order for every character; the first names the weight. */
  readonly fonts: { readonly regular: string[]; readonly bold: string[] };
  /** True on a deployer's basemap: what that shows already (land, water, roads) is left out. */
  readonly overBasemap: boolean;
  /** Of the interface: what a base map names by itself. */
  readonly lang: Lang;
  /** The base map is drawn without colours. */
  readonly grey: boolean;
  /** Parts of the base map that show; null is all. */
  readonly contextLayers: readonly ContextLayer[] | null;
}

/** One layer file: a pure function from the context to specifications, bottom to top. It says which ids it draws. */
export type LayerMaker<Id extends string = string> = (
  context: LayerContext,
) => (LayerSpecification & { readonly id: Id })[];

/** A value that grows with the zoom: pairs of zoom and value, linear between them. */
export function byZoom(
  ...stops: readonly (readonly [zoom: number, value: number | ExpressionSpecification])[]
): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()];
}

/** Circumference of the earth at the city's latitude over the width of a tile: metres a pixel at zoom 0. */
const METRES_PER_PX = (40_075_017 * Math.cos((23 * Math.PI) / 180)) / 512;

/** So many metres on the ground as pixels, between two zooms. */
export function onGround(metres: number | ExpressionSpecification, from: number, to: number): ExpressionSpecification {
  const px = (zoom: number): ExpressionSpecification => ['*', metres, 2 ** zoom / METRES_PER_PX];
  return ['interpolate', ['exponential', 2], ['zoom'], from, px(from), to, px(to)];
}

/** Opacity of a stretch of ground: below 1 only towards an end that is no end of the river or road, only of its data. */
export const FADE: ExpressionSpecification = ['coalesce', ['get', 'fade'], 1];

/**
 * As strong as it is, said of each name though it is the same for all: so names share one program with those of sites,
 * of which each has its own strength. Without a graphics card another program takes a twentieth of a second.
 */
const WHOLE = saidOfEach(1);

/**
 * Fine lines go round only the corners that are sharper than a right angle: the others end within half a pixel of that,
 * and a line of many bends is drawn of half as many triangles.
 */
export const BEND = 1.45;

/** The property `label` that the scene fills in the language of the interface. */
export const LABEL: ExpressionSpecification = ['get', 'label'];

/** A name in its colour, on a halo of what lies beneath. */
export const namePaint = (colour: string, halo: string, haloWidth: number, opacity = WHOLE) => ({
  'text-color': colour,
  'text-halo-color': halo,
  'text-halo-width': haloWidth,
  'text-opacity': opacity,
});

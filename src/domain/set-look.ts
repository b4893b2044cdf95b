/** How an imported set is shown and which of its rows: pure data, kept with the set. */
import type { CellFilter } from './axis.ts';
import { type ColumnFilter, narrows } from './column-filter.ts';
import { type ColumnColour, RAMP_COLOURS } from './column-look.ts';
import type { Geometries } from './geometries.ts';
import { type HatchId, hatchOfClass } from './hatches.ts';
import type { ColumnMeasure } from './measures.ts';
import { isPlaced, type PointSet } from './point-set.ts';
import type { ClusterOrCross, DistrictId, ELSEWHERE, Precision } from './vocabulary.ts';

/** As single points, counted in hexagons, or as a density. */
export const DISPLAYS = ['points', 'hexagons', 'heat'] as const;
export type Display = (typeof DISPLAYS)[number];

/** Colours of sets; every theme draws each in a shade of its own. `cluster` colours each row by its cluster. */
export const SET_COLOURS = ['blue', 'red', 'green', 'purple', 'orange', 'cluster'] as const;
export type SetColour = (typeof SET_COLOURS)[number];

/** Shades of the single colours, `#rrggbb`. */
export const SET_SHADES: Record<'light' | 'dark', Record<Exclude<SetColour, 'cluster'>, string>> = {
  light: { blue: '#1257c9', red: '#c22a1c', green: '#1f7a3a', purple: '#8a2fa8', orange: '#b85c00' },
  dark: { blue: '#6aa5ff', red: '#ff7a6b', green: '#5ed485', purple: '#d58cf2', orange: '#ffab52' },
};

/** From few to many, for both themes; the last is the densest. */
export const COUNT_RAMP = RAMP_COLOURS.heat;

/** Diameters of points, px. */
export const POINT_SIZES = [4, 6, 9, 14] as const;

/** How much of the ground a filled area hides, of a set that is drawn opaque. */
export const FILL_OPACITY = { light: 0.38, dark: 0.45 } as const;

/** Widths of hexagons from side to side, metres. */
export const HEXAGON_WIDTHS = [500, 1000, 2000, 5000] as const;

/** Widths that follow the zoom, and how wide a hexagon is on the screen at least, px. */
const WIDTH_STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const LEAST_HEXAGON_PX = 18;
/** Metres a pixel at zoom 0 in the latitude of the city. */
const METRES_A_PIXEL = 72_050;

/** Width of a set's hexagons at a zoom, metres. */
export function hexagonWidth({ acrossM }: Pick<SetLook, 'acrossM'>, zoom: number): number {
  if (acrossM !== null) return acrossM;
  const least = (LEAST_HEXAGON_PX * METRES_A_PIXEL) / 2 ** zoom;
  return WIDTH_STEPS.find((step) => step >= least) ?? 10_000;
}

/** How widely a density is smoothed: standard deviations, metres. */
export const SMOOTHINGS = [300, 750, 1500, 3000] as const;
export const SMOOTHING_M = 750;

/** From this many rows on, a set drawn as points is thinned while the map moves … */
export const THINNED_FROM = 100_000;
/** … to this many: a fair share of all, and quick without a graphics card. */
export const DRAWN_WHILE_MOVING = 50_000;

export interface SetLook {
  readonly name: string;
  readonly colour: SetColour;
  /** Diameter of a point, px. */
  readonly size: number;
  readonly visible: boolean;
  readonly display: Display;
  /** Width of a hexagon, metres; null follows the zoom. */
  readonly acrossM: number | null;
  /** Standard deviation that smooths a density, metres; SMOOTHING_M where absent. */
  readonly smoothM?: number;
  /** What hexagons say of a column in place of the number of rows. */
  readonly measureBy?: ColumnMeasure | null;
  /** A column that colours the rows in place of `colour`. */
  readonly colourBy?: ColumnColour | null;
  /** A column whose numbers size the points in place of `size`, by its name. */
  readonly sizeBy?: string | null;
  /** Strokes over the areas: one hatch for all, or one for each class of a category or of the clusters. */
  readonly hatch?: HatchId | 'classes' | null;
  /** What is written beside the rows, where there is room; nothing where it is null or absent. */
  readonly labelBy?: RowLabelling | null;
  /** Of all that is drawn of the set, LEAST_OPACITY to 1; 1 where absent. */
  readonly opacity?: number;
}

/** Whether the rows of a set fall into kinds, each of which can have a hatch of its own. */
export const isHatchedByClass = ({ colour, colourBy = null }: Pick<SetLook, 'colour' | 'colourBy'>): boolean =>
  colourBy === null ? colour === 'cluster' : colourBy.kind === 'category';

/** The hatch of a class by its place among the classes, or of rows that are in none where that is null. */
export function hatchIn(look: Pick<SetLook, 'hatch' | 'colour' | 'colourBy'>, at: number | null): HatchId | null {
  const { hatch = null } = look;
  if (hatch !== 'classes') return hatch;
  return at === null || !isHatchedByClass(look) ? null : hatchOfClass(at);
}

/** What a row is called, or a cell of a column, by the column's name. */
export type RowLabelling = { readonly of: 'name' } | { readonly of: 'column'; readonly column: string };

/** A set that is fainter is as good as hidden, for which there is a switch. */
export const LEAST_OPACITY = 0.2;

/** How opaque a set is drawn; what a device kept that is out of range is brought into it. */
export const opacityOf = ({ opacity = 1 }: Pick<SetLook, 'opacity'>): number =>
  Math.min(1, Math.max(LEAST_OPACITY, opacity));

/** A null list shows all; `none` is what a row does not state. */
export interface SetFilter {
  readonly clusters: readonly (ClusterOrCross | 'none')[] | null;
  readonly districts: readonly (DistrictId | typeof ELSEWHERE | 'none')[] | null;
  readonly precisions: readonly Precision[] | null;
  /** One cell of a cross table that counted this set. */
  readonly cell: CellFilter | null;
  /** By what stands in the set's own columns, at most one a column; a row passes all of them. */
  readonly columns: readonly ColumnFilter[];
}

export const NO_SET_FILTER: SetFilter = { clusters: null, districts: null, precisions: null, cell: null, columns: [] };

export function isSetFiltered({ clusters, districts, precisions, cell, columns }: SetFilter): boolean {
  return clusters !== null || districts !== null || precisions !== null || cell !== null || columns.some(narrows);
}

/** Of lines and areas with more corners than this, only every so manieth row is drawn while the map moves. */
const CORNERS_WHILE_MOVING = 60_000;

/** Every how manieth line or area is drawn while the map moves; 1 where all are. */
export function stepWhileMoving({ positions }: Pick<Geometries, 'positions'>): number {
  return Math.ceil(positions.length / 2 / CORNERS_WHILE_MOVING);
}

/** Lines and areas that are drawn while the map moves, about; null where all are. */
export function shapesWhileMoving({ geometries, count }: PointSet, { display }: SetLook): number | null {
  const step = display !== 'points' || geometries === undefined ? 1 : stepWhileMoving(geometries);
  return step === 1 ? null : Math.ceil(count / step);
}

export function isThinned(set: PointSet, look: SetLook): boolean {
  return look.display === 'points' && (set.count >= THINNED_FROM || shapesWhileMoving(set, look) !== null);
}

const NO_CORNERS = new Float64Array();

/** West, south, east, north of the placed rows, their lines and areas included, degrees; null where none is placed. */
export function boundsOf(set: PointSet): [number, number, number, number] | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < set.count; row++) {
    if (!isPlaced(set, row)) continue;
    const lng = set.positions[2 * row] ?? 0;
    const lat = set.positions[2 * row + 1] ?? 0;
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const corners = set.geometries?.positions ?? NO_CORNERS;
  for (let at = 0; at < corners.length; at += 2) {
    const [lng, lat] = [corners[at] ?? 0, corners[at + 1] ?? 0];
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return west <= east ? [west, south, east, north] : null;
}

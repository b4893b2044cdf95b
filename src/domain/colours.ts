/**
 * The colours that map and panels share, as plain data. The nine class colours were found by search and are
 * held by tests/map/palette.test.ts: pairwise CIEDE2000 at least 12 in normal vision and 7 under simulated
 * protanopia and deuteranopia, contrast at least 3:1 against the land colour of the theme. Hues keep their
 * family across the themes, so a class is recognised in both.
 */
import type { ClusterOrCross, DistrictId } from './vocabulary.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The grey of the same lightness (luma of sRGB, `#rrggbb`): in light and dark all stays as far apart as it was. */
export function greyOf(hex: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const luma = Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
  return `#${luma.toString(16).padStart(2, '0').repeat(3)}`;
}

/** Red, green, blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Class colour by theme, `#rrggbb`. */
export const CLUSTER_COLOURS: Record<Theme, Record<ClusterOrCross, string>> = {
  light: {
    equipment: '#4278bd', // steel blue
    home: '#814130', // fired clay
    auto: '#357b4f', // green
    electronics: '#6f42aa', // violet
    robotics: '#006562', // teal
    materials: '#615a10', // olive
    food: '#976c07', // amber
    health: '#a5325f', // crimson
    cross: '#67707c', // slate
  },
  dark: {
    equipment: '#85bef7',
    home: '#dc8f71',
    auto: '#89c196',
    electronics: '#a786dd',
    robotics: '#4dd3c8',
    materials: '#c3b85e',
    food: '#d69019',
    health: '#e36eab',
    cross: '#9fa3a8',
  },
};

/** What a glyph on a filled class colour is drawn in. */
export const ON_CLUSTER: Record<Theme, string> = { light: '#ffffff', dark: '#14181d' };

/** Colours of the quiet base under the classes, `#rrggbb`. */
export interface BaseColours {
  land: string;
  neighbourLand: string;
  water: string;
  waterLine: string;
  waterText: string;
  road: string;
  metro: string;
  runway: string;
  /** Industrial land. */
  industrial: string;
  borderOuter: string;
  borderInner: string;
  borderNeighbour: string;
  text: string;
  textMuted: string;
  halo: string;
  /** Outline of what is selected. */
  accent: string;
  /** Ink of the user's own remarks and sketches. */
  sketch: string;
}

export const BASE_COLOURS: Record<Theme, BaseColours> = {
  light: {
    land: '#f5f3ed',
    neighbourLand: '#e9e7e1',
    water: '#cadde8',
    waterLine: '#b3cedd',
    waterText: '#446d88',
    road: '#dcd3c2',
    metro: '#a9a4b5',
    runway: '#c9c5bb',
    industrial: '#e9e2ea',
    borderOuter: '#7d7768',
    borderInner: '#968e7d',
    borderNeighbour: '#c4beb0',
    text: '#25292e',
    textMuted: '#5d6066',
    halo: '#fbfaf6',
    accent: '#1d2125',
    sketch: '#b0207e',
  },
  dark: {
    land: '#20262d',
    neighbourLand: '#181d23',
    water: '#17303f',
    waterLine: '#1f4055',
    waterText: '#7ea9c4',
    road: '#363d45',
    metro: '#4c4b5c',
    runway: '#3f454c',
    industrial: '#2a2833',
    borderOuter: '#8a8f96',
    borderInner: '#737b85',
    borderNeighbour: '#3d444c',
    text: '#e8eaec',
    textMuted: '#a3a9b0',
    halo: '#13171c',
    accent: '#f4f5f6',
    sketch: '#ff9ad5',
  },
};

/** Barely visible tints that set a district off from the next one. */
export const DISTRICT_TINTS: Record<Theme, Record<DistrictId, string>> = {
  light: { chancheng: '#f7f0ea', nanhai: '#f3f3ea', shunde: '#f1f4ee', sanshui: '#f4f1f0', gaoming: '#f6f3e8' },
  dark: { chancheng: '#27272c', nanhai: '#22282c', shunde: '#1f292d', sanshui: '#232630', gaoming: '#25282b' },
};

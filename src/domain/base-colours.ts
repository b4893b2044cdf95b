/** Colours of the quiet base under the classes, apart from theirs, since the list of sites waits for those. */
import type { Theme } from './colours.ts';
import type { DistrictId } from './vocabulary.ts';

/** The grey of the same lightness (luma of sRGB, `#rrggbb`): in light and dark all stays as far apart as it was. */
export function greyOf(hex: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const luma = Math.round(0.2126 * r + 0.7152 * g + 0.0722 * b);
  return `#${luma.toString(16).padStart(2, '0').repeat(3)}`;
}

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

/**
 * The colours that map and panels share, as plain data. The nine class colours were found by search and are
 * held by tests/map/palette.test.ts: pairwise CIEDE2000 at least 12 in normal vision and 7 under simulated
 * protanopia and deuteranopia, contrast at least 3:1 against the land colour of the theme. Hues keep their
 * family across the themes, so a class is recognised in both.
 */
import type { ClusterOrCross } from './vocabulary.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

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

/** How the values of a column colour or size the rows of a set: pure data, kept with its look, by the column's name. */
import type { Rgb, Theme } from './colours.ts';

export const RAMPS = ['heat', 'blue', 'green', 'diverging'] as const;
export type RampId = (typeof RAMPS)[number];

/** How numbers are cut into classes; `own` by limits that the user gave. */
export const COLUMN_METHODS = ['quantile', 'equal', 'natural', 'own'] as const;
export type ColumnMethod = (typeof COLUMN_METHODS)[number];

export type ColumnColour =
  | { readonly kind: 'category'; readonly column: string }
  | {
      readonly kind: 'number';
      readonly column: string;
      readonly method: ColumnMethod;
      readonly ramp: RampId;
      /** Limits between the classes, ascending, for `own`. */
      readonly breaks: readonly number[];
    };

/** Classes of a numeric column. */
export const CLASSES = 5;
/** Categories with a colour of their own; what is rarer is "others". */
export const MOST_CATEGORIES = 11;

/**
 * Colours of categories, told apart with any colour vision by their lightness as much as by their hue; the order is
 * that of how different they are from those before.
 */
export const CATEGORY_COLOURS: Record<Theme, readonly Rgb[]> = {
  light: [
    [0, 114, 178],
    [213, 94, 0],
    [0, 128, 96],
    [154, 66, 143],
    [180, 130, 0],
    [64, 64, 64],
    [86, 160, 211],
    [122, 60, 0],
    [110, 160, 40],
    [200, 90, 140],
    [40, 60, 130],
  ],
  dark: [
    [86, 180, 233],
    [255, 145, 60],
    [60, 200, 160],
    [215, 140, 205],
    [240, 200, 70],
    [205, 205, 205],
    [60, 130, 190],
    [200, 130, 80],
    [165, 215, 95],
    [240, 160, 190],
    [140, 155, 235],
  ],
};

/** Of what is in no class: blank cells, and the categories beyond those with a colour. */
export const REST_COLOUR: Record<Theme, Rgb> = { light: [150, 150, 150], dark: [130, 134, 140] };

/** From low to high; the diverging one has its pale class in the middle. All hold for colour-blind eyes. */
export const RAMP_COLOURS: Record<RampId, Record<Theme, readonly Rgb[]>> = {
  heat: {
    light: [
      [253, 212, 158],
      [253, 164, 100],
      [239, 101, 72],
      [197, 33, 40],
      [115, 0, 40],
    ],
    dark: [
      [104, 76, 150],
      [158, 74, 150],
      [214, 86, 120],
      [248, 146, 90],
      [253, 228, 150],
    ],
  },
  blue: {
    light: [
      [189, 215, 231],
      [107, 174, 214],
      [49, 130, 189],
      [8, 81, 156],
      [4, 40, 90],
    ],
    dark: [
      [38, 70, 110],
      [46, 105, 160],
      [74, 145, 205],
      [130, 190, 235],
      [205, 232, 250],
    ],
  },
  green: {
    light: [
      [199, 233, 192],
      [129, 199, 124],
      [49, 163, 84],
      [0, 109, 44],
      [0, 58, 24],
    ],
    dark: [
      [30, 75, 50],
      [40, 115, 70],
      [70, 160, 95],
      [130, 205, 140],
      [215, 245, 205],
    ],
  },
  diverging: {
    light: [
      [178, 88, 6],
      [241, 163, 64],
      [205, 200, 205],
      [153, 142, 195],
      [84, 39, 136],
    ],
    dark: [
      [240, 150, 60],
      [190, 120, 60],
      [120, 118, 125],
      [140, 120, 200],
      [185, 160, 255],
    ],
  },
};

/** Colours of so many classes, spread over the ramp so that few still differ plainly. */
export function rampColours(ramp: RampId, theme: Theme, count: number): Rgb[] {
  const colours = RAMP_COLOURS[ramp][theme];
  const last = colours.length - 1;
  const rest: Rgb = [0, 0, 0];
  return Array.from(
    { length: count },
    (_, at) => colours[count === 1 ? 2 : Math.round((at * last) / (count - 1))] ?? rest,
  );
}

/** Colours of the classes of a column, in their order. */
export function classColours(colour: ColumnColour, theme: Theme, count: number): readonly Rgb[] {
  return colour.kind === 'category' ? CATEGORY_COLOURS[theme].slice(0, count) : rampColours(colour.ramp, theme, count);
}

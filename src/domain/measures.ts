/** What can be said of a column over the rows of one cell, hexagon or district. */
export const MEASURES = ['sum', 'mean', 'median', 'share', 'missing'] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** A column of a set, by its name, and what of it. */
export interface ColumnMeasure {
  readonly column: string;
  readonly kind: MeasureKind;
}

/** A share, density, mean or quotient of fewer records than this never stands without their number. */
export const FEWEST_WITHOUT_N = 10;

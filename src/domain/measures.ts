/** What can be said of a column over the rows of one cell, hexagon or district. */
export const MEASURES = ['sum', 'mean', 'median', 'share', 'missing'] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** A column of a set, by its name, and what of it. */
export interface ColumnMeasure {
  readonly column: string;
  readonly kind: MeasureKind;
}

/** Of a column of quotients no sum and no share says anything. */
export const measuresOf = ({ summable }: { readonly summable: boolean }): readonly MeasureKind[] =>
  summable ? MEASURES : MEASURES.filter((kind) => kind !== 'sum' && kind !== 'share');

/** The measure itself where it may be said of the column, else the first that may. */
export const measureFor = (column: { readonly summable: boolean }, kind: MeasureKind): MeasureKind =>
  measuresOf(column).includes(kind) ? kind : 'mean';

/** A share, density, mean or quotient of fewer records than this never stands without their number. */
export const FEWEST_WITHOUT_N = 10;

/** A density is that of a square of ten kilometres. */
export const DENSITY_PER_KM2 = 100;

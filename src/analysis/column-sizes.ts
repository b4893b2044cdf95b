/** Of a column that sizes the points of a set: the diameter of each row, and what a legend shows of it. */
import { numbersOf } from '../domain/column-values.ts';
import { type Columns, columnNamed } from './column-classes.ts';

/** Diameter of the greatest number, px; the area of a point is in proportion to its number. */
export const MOST_PX = 40;
/** No point is smaller: it would not be seen. */
export const LEAST_PX = 3;
/** Of a row that has no number, or one below zero; it is drawn hollow. */
export const BLANK_PX = 6;

export interface ColumnSizes {
  /** Diameter of each row's point, px. */
  readonly px: Float32Array;
  /** 1 for the rows that have no number of zero or more. */
  readonly blank: Uint8Array;
  readonly blanks: number;
  /** The greatest number; it has the greatest diameter. */
  readonly greatest: number;
}

export const diameterPx = (value: number, greatest: number): number =>
  greatest === 0 ? LEAST_PX : Math.max(LEAST_PX, MOST_PX * Math.sqrt(value / greatest));

/** Null where the set has no such column, or none with a number of zero or more. */
export function columnSizes(set: Columns, name: string): ColumnSizes | null {
  const column = columnNamed(set, name);
  const values = column === undefined ? null : numbersOf(column, set.count);
  if (values === null) return null;
  let greatest = -1;
  for (const value of values) if (Number.isFinite(value) && value > greatest) greatest = value;
  if (greatest < 0) return null;
  const px = new Float32Array(set.count);
  const blank = new Uint8Array(set.count);
  let blanks = 0;
  for (let row = 0; row < set.count; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isFinite(value) && value >= 0) px[row] = diameterPx(value, greatest);
    else {
      px[row] = BLANK_PX;
      blank[row] = 1;
      blanks++;
    }
  }
  return { px, blank, blanks, greatest };
}

/** 1, 2 or 5 and zeros, not above the value. */
function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
}

/** Three round numbers for a legend with the diameters they have, the greatest first; fewer where all are zero. */
export function sizeSteps({
  greatest,
}: Pick<ColumnSizes, 'greatest'>): { readonly value: number; readonly px: number }[] {
  if (greatest === 0) return [{ value: 0, px: LEAST_PX }];
  return [greatest, greatest / 4, greatest / 20]
    .map(roundDown)
    .map((value) => ({ value, px: diameterPx(value, greatest) }));
}

/** A saved look given to another set: what fits its columns is taken, what does not is named. */

import { numbersOf } from '../domain/column-values.ts';
import type { ComputedColumn } from '../domain/computed-column.ts';
import type { PointSet } from '../domain/point-set.ts';
import type { LookParts, SavedLook } from '../domain/schema/saved-look.ts';
import { columnNamed } from './column-classes.ts';
import { computedColumn } from './computed-values.ts';

/** A part of a look, or a computed column, whose column the set does not have, or has without numbers. */
export interface Misfit {
  readonly part: keyof LookParts | 'computed';
  readonly column: string;
}

/** The column that a part of a look names, and whether it must hold numbers; null where it names none. */
type Needs = { readonly column: string; readonly numbers: boolean } | null;

const needs = (column: string | null | undefined, numbers: boolean): Needs =>
  column === null || column === undefined ? null : { column, numbers };

/** One row for each part: a new part of a look does not compile without. */
const COLUMN_OF: { readonly [K in keyof Required<LookParts>]: (look: LookParts) => Needs } = {
  colour: () => null,
  size: () => null,
  display: () => null,
  acrossM: () => null,
  smoothM: () => null,
  measureBy: ({ measureBy }) => needs(measureBy?.column, true),
  colourBy: ({ colourBy }) => needs(colourBy?.column, colourBy?.kind === 'number'),
  sizeBy: ({ sizeBy }) => needs(sizeBy, true),
  hatch: () => null,
  labelBy: ({ labelBy }) => needs(labelBy?.of === 'column' ? labelBy.column : null, false),
  opacity: () => null,
};

const isPart = (name: string): name is keyof LookParts => Object.hasOwn(COLUMN_OF, name);
const PARTS = Object.keys(COLUMN_OF).filter(isPart);

/** The parts of a look that need columns which the set does not have. */
export function misfitsOf(set: PointSet, look: LookParts): Misfit[] {
  return PARTS.flatMap((part) => {
    const need = COLUMN_OF[part](look);
    if (need === null) return [];
    const column = columnNamed(set, need.column);
    const fits = column !== undefined && (!need.numbers || numbersOf(column, set.count) !== null);
    return fits ? [] : [{ part, column: need.column }];
  });
}

export interface Fitted {
  readonly look: LookParts;
  /** Those of the set, then those of the file that it did not have. */
  readonly computed: readonly ComputedColumn[];
  readonly misfits: readonly Misfit[];
}

export function fitLook(set: PointSet, own: readonly ComputedColumn[], saved: SavedLook): Fitted {
  const columns = [...set.columns];
  const now: PointSet = { ...set, columns };
  const taken: ComputedColumn[] = [];
  const missing: Misfit[] = [];
  for (const each of saved.computed) {
    // The set may have it already, as its own or as a column of the file.
    if (columnNamed(now, each.name) !== undefined) continue;
    const made = computedColumn(now, each);
    if (made === null) missing.push({ part: 'computed', column: each.name });
    else {
      columns.push(made);
      taken.push(each);
    }
  }
  const misfits = misfitsOf(now, saved.look);
  const look = misfits.reduce<LookParts>((left, { part }) => without(left, part), saved.look);
  return { look, computed: [...own, ...taken], misfits: [...missing, ...misfits] };
}

/** The look without a part that names a column; parts that every look has name none. */
function without(look: LookParts, part: Misfit['part']): LookParts {
  return part === 'computed' ? look : { ...look, [part]: null };
}

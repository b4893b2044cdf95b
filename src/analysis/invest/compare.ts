/** What may be set against what: which value of a criterion is the best of those compared, and when none is. Pure. */
import type { ClusterFit, CriterionValue } from './types.ts';

/** A value as a range on one scale. Ranges of different units are never set against one another. */
export interface Measured {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly better: 'less' | 'more';
}

const FITS: Record<ClusterFit, number> = { own: 3, named: 2, several: 1, other: 0 };

/** Null where nothing is known. */
export function measuredOf(value: CriterionValue): Measured | null {
  if (!value.known) return null;
  const { said } = value;
  const exactly = (n: number, unit: string, better: Measured['better']): Measured => ({ min: n, max: n, unit, better });
  switch (said.kind) {
    case 'distance':
      return { min: said.min, max: said.max, unit: 'm', better: 'less' };
    case 'count':
      // What is not placed may be within reach too.
      return { min: said.min, max: said.max + said.cannotTell, unit: `within ${said.withinM}`, better: 'more' };
    case 'fit':
      return exactly(FITS[said.fit], 'fit', 'more');
    case 'years':
      return exactly(said.value, 'years', 'less');
    case 'radius':
      return exactly(said.value, 'radius', 'less');
    case 'number':
      // Whether more is better is the user's to say, and the score knows it.
      return { min: value.scoreMin, max: value.scoreMax, unit: `own ${said.unit}`, better: 'more' };
    case 'inside':
      return { min: value.scoreMin, max: value.scoreMax, unit: `in ${said.set}`, better: 'more' };
    case 'words':
    case 'status':
    case 'district':
      return { min: value.scoreMin, max: value.scoreMax, unit: said.kind, better: 'more' };
  }
}

/**
 * The place of the best among two or more. None where one side is unknown, where units differ, or where the best
 * range overlaps another: within the errors it may then not be the best.
 */
export function bestOf(values: readonly (Measured | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined || known.length < 2 || known.length < values.length) return null;
  if (known.some(({ unit, better }) => unit !== first.unit || better !== first.better)) return null;
  const beats = (a: Measured, b: Measured) => (a.better === 'less' ? a.max < b.min : a.min > b.max);
  const best = known.findIndex((a) => known.every((b) => a === b || beats(a, b)));
  return best === -1 ? null : best;
}

/** Best is said only of what is known on every side, in one unit, beyond the errors. */
import { describe, expect, it } from 'vitest';
import { bestOf, type Measured, measuredOf } from '../../src/analysis/invest/compare.ts';
import type { CriterionValue, Said } from '../../src/analysis/invest/types.ts';

const range = (min: number, max: number, change: Partial<Measured> = {}): Measured => ({
  min,
  max,
  unit: 'm',
  better: 'less',
  ...change,
});
const value = (said: Said, score = 0.5): CriterionValue => ({
  known: true,
  said,
  score,
  scoreMin: score - 0.1,
  scoreMax: score + 0.1,
  nearest: null,
  sources: [],
  date: null,
  note: null,
});

describe('the best of those compared', () => {
  it('is the one whose whole range lies before every other', () => {
    expect(bestOf([range(5, 9), range(1, 4), range(6, 7)])).toBe(1);
    expect(bestOf([range(5, 9, { better: 'more' }), range(1, 4, { better: 'more' })])).toBe(0);
  });

  it('is none where ranges overlap or touch', () => {
    expect(bestOf([range(1, 4), range(3, 9)])).toBeNull();
    expect(bestOf([range(1, 4), range(4, 9)])).toBeNull();
    expect(bestOf([range(2, 2), range(2, 2)])).toBeNull();
  });

  it('is none where a side is unknown, though the others differ', () => {
    expect(bestOf([range(1, 2), null, range(5, 6)])).toBeNull();
  });

  it('is none of one, of none, and of different units', () => {
    expect(bestOf([range(1, 2)])).toBeNull();
    expect(bestOf([])).toBeNull();
    expect(bestOf([range(1, 2), range(5, 6, { unit: 'km' })])).toBeNull();
  });
});

describe('what a criterion says, as a range', () => {
  it('keeps distances as they are, and less is better', () => {
    expect(measuredOf(value({ kind: 'distance', value: 3, min: 1, max: 5 }))).toEqual(range(1, 5));
  });

  it('counts as possible what is not placed, and tells reaches apart', () => {
    const count = { kind: 'count', value: 4, min: 3, max: 5, withinM: 10_000, cannotTell: 2 } as const;
    expect(measuredOf(value(count))).toMatchObject({ min: 3, max: 7, better: 'more' });
    const near = measuredOf(value({ ...count, withinM: 5000, min: 9, max: 9, cannotTell: 0 }));
    expect(bestOf([measuredOf(value(count)), near])).toBeNull();
  });

  it('puts a cluster of its own before one that its focus names', () => {
    const fit = (of: 'own' | 'named') => measuredOf(value({ kind: 'fit', fit: of, clusters: ['auto'] }));
    expect(bestOf([fit('named'), fit('own')])).toBe(1);
  });

  it('takes a later confirmation for better, and the user’s own column by its score', () => {
    const years = (n: number) => measuredOf(value({ kind: 'years', value: n }));
    expect(bestOf([years(2), years(1)])).toBe(1);
    const price = (n: number, score: number) =>
      measuredOf(value({ kind: 'number', value: n, unit: '', set: 'rents', pick: null, rows: 1 }, score));
    expect(bestOf([price(900, 0.2), price(300, 0.9)])).toBe(1);
  });

  it('takes the smaller error, and of words, status and district the higher score', () => {
    const radius = (n: number) => measuredOf(value({ kind: 'radius', value: n, precision: 'town' }));
    expect(bestOf([radius(900), radius(50)])).toBe(1);
    const district = (score: number) => measuredOf(value({ kind: 'district', districts: [], preferred: 1 }, score));
    expect(bestOf([district(0.9), district(0.1)])).toBe(0);
    expect(bestOf([district(0.9), radius(50)])).toBeNull();
    const words = (score: number) => measuredOf(value({ kind: 'words', found: [], inFacts: [], missing: [] }, score));
    expect(bestOf([words(0.1), words(0.9)])).toBe(1);
    const status = (score: number) => measuredOf(value({ kind: 'status', status: 'operating' }, score));
    expect(bestOf([status(0.9), status(0.1), status(0.2)])).toBe(0);
  });

  it('is null where it is unknown', () => {
    expect(measuredOf({ known: false, reason: 'not-placed' })).toBeNull();
  });
});

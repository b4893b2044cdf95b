/** Best is said only of what is known on every side, in one unit, beyond the errors. */
import { describe, expect, it } from 'vitest';
import { behindBest, bestOf, decisionOf, type Measured, measuredOf } from '../../src/analysis/invest/compare.ts';
import { rank } from '../../src/analysis/invest/rank.ts';
import type { Candidate, CriterionValue, Said } from '../../src/analysis/invest/types.ts';
import { candidate, question, scored, unknown } from '../fixtures/invest.ts';

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

describe('what decides between two', () => {
  const weights = { station: 3, motorway: 1, port: 1 } as const;
  const ranked = (...candidates: Candidate[]) => rank(question(weights), candidates, null).candidates;
  const a = candidate('a', { station: scored(1), motorway: scored(0.5), port: scored(0) });
  const b = candidate('b', { station: scored(0.5), motorway: scored(0.75), port: scored(0.5) });

  it('is where each has more points: 60, 10, 0 against 30, 15, 10', () => {
    const found = decisionOf(ranked(b, a), 'low');
    expect([found?.first.site.id, found?.second.site.id]).toEqual(['a', 'b']);
    // 70 against 55.
    expect(found?.gap).toBeCloseTo(15, 9);
    expect(found?.ahead).toEqual([{ criterion: 'station', points: 30 }]);
    expect(found?.behind.map(({ criterion, points }) => [criterion, points.toFixed(1)])).toEqual([
      ['port', '10.0'],
      ['motorway', '5.0'],
    ]);
    expect(found).toMatchObject({ open: [], couldTurn: false, withinErrors: false });
  });

  it('may be what is unknown of the second, where that is more than lies between them', () => {
    const gap = candidate('gap', { station: scored(1), motorway: unknown, port: unknown });
    // 60 to 100 points against 70, then against 100.
    expect(decisionOf(ranked(a, gap), 'low')).toMatchObject({
      couldTurn: true,
      open: [
        { criterion: 'motorway', points: 20 },
        { criterion: 'port', points: 20 },
      ],
    });
    const all = candidate('all', { station: scored(1), motorway: scored(1), port: scored(1) });
    expect(decisionOf(ranked(all, gap), 'low')?.couldTurn).toBe(false);
  });

  it('may be the errors alone, where the spreads overlap', () => {
    const [first, second] = ranked(a, b);
    if (first === undefined || second === undefined) throw new Error('none ranked');
    const with2 = (low: number, high: number) =>
      decisionOf(
        [
          { ...first, parts: first.parts, spread: [60, 75] },
          { ...second, parts: second.parts, spread: [low, high] },
        ],
        'low',
      )?.withinErrors;
    expect([with2(50, 60), with2(50, 59)]).toEqual([true, false]);
  });

  it('is nothing between one and none, nor between a zone and a park', () => {
    expect(decisionOf(ranked(a), 'low')).toBeNull();
    const zone = { ...b, site: { ...b.site, kind: 'zone' as const } };
    expect(decisionOf(ranked(a, zone), 'low')).toBeNull();
  });

  it('is said of each as the points that it has less than the best', () => {
    const parts = ranked(a, b).map((one) => one.parts[0] ?? null);
    expect(behindBest(parts)).toEqual([0, 30]);
    expect(behindBest([parts[0] ?? null, null])).toEqual([null, null]);
  });
});

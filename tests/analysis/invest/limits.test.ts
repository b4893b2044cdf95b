import { describe, expect, it } from 'vitest';
import { passLimits } from '../../../src/analysis/invest/limits.ts';
import { NO_LIMITS } from '../../../src/analysis/invest/question.ts';
import { rank } from '../../../src/analysis/invest/rank.ts';
import type { CriterionValue, Limits } from '../../../src/analysis/invest/types.ts';
import { candidate, question, unknown } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

const apart = (min: number, max: number): CriterionValue => ({
  ...{ known: true, said: { kind: 'distance', value: (min + max) / 2, min, max } },
  ...{ score: 0.5, scoreMin: 0, scoreMax: 1, nearest: null, sources: [], date: null, note: null },
});
const pass = (value: CriterionValue, limits: Partial<Limits>) =>
  passLimits(candidate('a', { station: value }), { ...NO_LIMITS, ...limits }, () => false);

describe('a bound on a distance', () => {
  const bounds = new Map([['station', 5000] as const]);
  it('fails only where even the nearest possible place is too far', () => {
    expect(pass(apart(5100, 9000), { bounds })).toEqual({ failed: ['station'], doubtful: [], removed: true });
    expect(pass(apart(3000, 5000), { bounds })).toEqual({ failed: [], doubtful: [], removed: false });
  });

  it('is doubtful across the bound, and where nothing is known: it stays, unless only the sure may', () => {
    const doubtful = { failed: [], doubtful: ['station'] };
    expect(pass(apart(3000, 9000), { bounds })).toEqual({ ...doubtful, removed: false });
    expect(pass(unknown, { bounds })).toEqual({ ...doubtful, removed: false });
    expect(pass(unknown, { bounds, sure: true })).toEqual({ ...doubtful, removed: true });
  });
});

describe('a bound on a count', () => {
  const counted = (min: number, max: number): CriterionValue => ({
    ...{ known: true, said: { kind: 'count', value: max, min, max, withinM: 10_000, cannotTell: 0 } },
    ...{ score: 0.5, scoreMin: 0, scoreMax: 1, nearest: null, sources: [], date: null, note: null },
  });
  it('is the least: met for certain, missed even at most, or doubtful', () => {
    const limits = { ...NO_LIMITS, bounds: new Map([['neighbours', 3] as const]) };
    const of = (min: number, max: number) => {
      const one = { site: makeSite('a'), values: new Map([['neighbours' as const, counted(min, max)]]) };
      const { failed, doubtful } = passLimits(one, limits, () => false);
      return failed.length > 0 ? 'fails' : doubtful.length > 0 ? 'doubtful' : 'passes';
    };
    expect([of(3, 5), of(2, 3), of(1, 2)]).toEqual(['passes', 'doubtful', 'fails']);
  });
  it('is doubtful where what cannot be told may reach it', () => {
    const limits = { ...NO_LIMITS, bounds: new Map([['neighbours', 3] as const]) };
    const value: CriterionValue = {
      ...{ known: true, said: { kind: 'count', value: 1, min: 1, max: 1, withinM: 10_000, cannotTell: 2 } },
      ...{ score: 1 / 6, scoreMin: 1 / 6, scoreMax: 0.5, nearest: null, sources: [], date: null, note: null },
    };
    const one = { site: makeSite('a'), values: new Map([['neighbours' as const, value]]) };
    expect(passLimits(one, limits, () => false)).toMatchObject({ failed: [], doubtful: ['neighbours'] });
  });
});

describe('districts and status', () => {
  const at = (districts: ('nanhai' | 'shunde')[], status: 'operating' | 'planned' | 'unknown' = 'operating') => ({
    ...candidate('a', {}),
    site: makeSite('a', { districts, status }),
  });
  const only = { ...NO_LIMITS, districts: ['nanhai' as const] };
  it('hold for certain where one is stated alone, perhaps where it is one of several or none is stated', () => {
    const removed = (site: ReturnType<typeof at>) => passLimits(site, only, () => false);
    expect(removed(at(['nanhai'])).removed).toBe(false);
    expect(removed(at(['shunde'])).failed).toEqual(['district']);
    expect(removed(at(['nanhai', 'shunde'])).doubtful).toEqual(['district']);
    expect(removed(at([])).doubtful).toEqual(['district']);
  });

  it('ask whether it runs', () => {
    const runs = (status: 'operating' | 'planned' | 'unknown') =>
      passLimits(at([], status), { ...NO_LIMITS, running: true }, () => false);
    expect([runs('operating').failed, runs('planned').failed, runs('unknown').doubtful]).toEqual([
      [],
      ['status'],
      ['status'],
    ]);
  });
});

describe('a column of one’s own', () => {
  const price: CriterionValue = {
    ...{ known: true, said: { kind: 'number', value: 900, unit: '', set: 'prices', pick: null, rows: 1 } },
    ...{ score: 0.5, scoreMin: 0.5, scoreMax: 0.5, nearest: null, sources: [], date: null, note: null },
  };
  it('is at most or at least, as less or more is better', () => {
    const one = { site: makeSite('a'), values: new Map([['own-price' as const, price]]) };
    const limits = { ...NO_LIMITS, bounds: new Map([['own-price' as const, 800]]) };
    expect(passLimits(one, limits, () => true).failed).toEqual(['own-price']);
    expect(passLimits(one, limits, () => false).failed).toEqual([]);
  });
});

describe('the ranking', () => {
  it('says how many each limit takes out, and keeps them apart', () => {
    const ranking = rank(
      question({ station: 1 }, { bounds: new Map([['station', 5000]]) }),
      [candidate('near', { station: apart(0, 1000) }), candidate('far', { station: apart(8000, 9000) })],
      null,
    );
    expect([...ranking.removedBy]).toEqual([['station', 1]]);
    expect(ranking.candidates.map(({ site, standing, rank: no }) => [site.id, standing, no])).toEqual([
      ['near', 'ranked', 1],
      ['far', 'removed', null],
    ]);
  });
});

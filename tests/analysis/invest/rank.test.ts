import { describe, expect, it } from 'vitest';
import { DRAWS } from '../../../src/analysis/invest/draws.ts';
import { rank } from '../../../src/analysis/invest/rank.ts';
import { reasonsOf, scoreOf } from '../../../src/analysis/invest/score.ts';
import type { CriterionId, CriterionValue } from '../../../src/analysis/invest/types.ts';
import { candidateOf } from '../../../src/analysis/invest/values.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { asked, candidate, force, makeWorld, question, scored, unknown } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

/** So many neighbours in every draw. */
const at = (count: number) => new Float64Array(DRAWS).fill(count / 6);

describe('three candidates by hand', () => {
  // Station at 113, 23. One degree of latitude is 110.75 km here: 0.05° are 5.537 km, 0.02° are 2.2151 km.
  const world = makeWorld();
  const near = makeSite('near', {
    ...{ status: 'operating', statusDate: '2023-01-01', position: wgs84(113, 23), radiusM: 0 },
  });
  const far = makeSite('far', {
    ...{ status: 'under-construction', statusDate: '2021-01-01', position: wgs84(113, 22.95), radiusM: 2000 },
  });
  const silent = makeSite('silent', { position: wgs84(113, 23.02), radiusM: 500 });
  const ranking = rank(
    question({ station: 2, status: 2, recent: 1, located: 1 }),
    [near, far, silent].map((site) => candidateOf(site, world, asked())),
    null,
  );
  const of = (id: string) => {
    const found = ranking.candidates.find(({ site }) => site.id === id);
    if (found === undefined) throw new Error(id);
    return found;
  };

  it('near: station 1, operating 1, three years old 0.7, no error 1', () => {
    // (2·1 + 2·1 + 1·0.7 + 1·1) ÷ 6 = 0.95
    expect(of('near').score).toBeCloseTo(95.0, 1);
    expect(of('near').rank).toBe(1);
    expect(of('near').knownShare).toBe(1);
  });

  it('far: under construction 0.6, five years 0.5, 2 km of error 0.8, the station as the mean over the disc of 2 km', () => {
    // 5.537 from the middle; 5.613 twice, 6.349 twice, 4.765 twice; 6.176, 6.808, 7.148, 5.353, 4.522, 3.963 twice each:
    // 106.931 km, 5.628 in the mean, and (12 − 5.628) ÷ 11 = 0.5793, where the middle alone would say 0.5875.
    // (2·0.5793 + 2·0.6 + 1·0.5 + 1·0.8) ÷ 6 = 0.6098
    expect(of('far').score).toBeCloseTo(60.98, 1);
    expect(of('far').scoreHigh).toBeCloseTo(60.98, 1);
    expect(of('far').rank).toBe(2);
  });

  it('silent: status and date are unknown, 0 at the low end and 1 at the high one', () => {
    // Station 0.8883 as the mean over the disc of 0.5 km, 0.5 km of error 0.95: (2·0.8883 + 0.95) ÷ 6 = 0.4544, and
    // 3 ÷ 6 more.
    expect(of('silent').score).toBeCloseTo(45.44, 1);
    expect(of('silent').scoreHigh).toBeCloseTo(95.44, 1);
    expect(of('silent').knownShare).toBeCloseTo(3 / 6, 9);
    // What is unknown lifts nobody over a park of which all is known.
    expect(of('silent').rank).toBe(3);
    expect(of('silent').reasons.unknown).toEqual(['status', 'recent']);
  });

  it('say in what order the parts count, and what they cost', () => {
    expect(of('near').reasons).toEqual({ strong: ['station', 'status'], weak: null, unknown: [] });
    expect(of('far').parts.map(({ points }) => points?.toFixed(1))).toEqual(['19.3', '20.0', '8.3', '13.3']);
  });
});

describe('unknown', () => {
  it('is 0 at the low end of the score and 1 at the high one, and lessens the known share', () => {
    const weights = force({ station: 3, motorway: 1, port: 1 });
    const all = scoreOf(candidate('a', { station: scored(0.5), motorway: scored(0.5), port: scored(0.5) }), weights);
    const part = scoreOf(candidate('b', { station: scored(0.5), motorway: scored(0.5), port: unknown }), weights);
    const zero = scoreOf(candidate('c', { station: scored(0.5), motorway: scored(0.5), port: scored(0) }), weights);
    expect([all, part, zero].map(({ score, scoreHigh }) => [score, scoreHigh])).toEqual([
      [50, 50],
      [40, 60],
      [40, 40],
    ]);
    expect([all.knownShare, part.knownShare]).toEqual([1, 0.8]);
    expect(part.parts.at(-1)).toEqual({ criterion: 'port', weight: 1, points: null, pointsHigh: 20, most: 20 });
  });

  it('lifts nobody by the low end, and may by the high one, which the investor chooses', () => {
    const two = [
      candidate('known', { station: scored(0.7), port: scored(0.7) }),
      candidate('gap', { station: scored(0.9), port: unknown }),
    ];
    const order = (end: 'low' | 'high') =>
      rank({ ...question({ station: 1, port: 1 }), end }, two, null).candidates.map(({ site }) => site.id);
    expect(order('low')).toEqual(['known', 'gap']);
    expect(order('high')).toEqual(['gap', 'known']);
  });

  it('of some neighbours is none of them at the low end and all of them at the high one, in draws too', () => {
    const told = (count: number, cannotTell: number): CriterionValue => ({
      ...{ known: true, said: { kind: 'count', value: count, min: count, max: count, withinM: 10_000, cannotTell } },
      ...{ score: count / 6, scoreMin: count / 6, scoreMax: (count + cannotTell) / 6, nearest: null, sources: [] },
      ...{ scoreHigh: (count + cannotTell) / 6, date: null, note: null },
    });
    const two = [candidate('three', { neighbours: told(3, 0) }), candidate('two', { neighbours: told(2, 3) })];
    const drawn = new Map(two.map(({ site }, i) => [site.id, new Map([['neighbours' as const, at(3 - i)]])]));
    const of = (end: 'low' | 'high') => rank({ ...question({ neighbours: 1 }), end }, two, drawn).candidates;
    const [three, second] = of('low');
    // 2 ÷ 6 and 5 ÷ 6 of the only weight.
    expect(second).toMatchObject({ site: { id: 'two' }, rank: 2, rankRange: [2, 2] });
    expect([second?.score, second?.scoreHigh].map((score) => score?.toFixed(2))).toEqual(['33.33', '83.33']);
    expect([three?.score, three?.scoreHigh]).toEqual([50, 50]);
    expect(of('high').map(({ site, rank: no, spread }) => [site.id, no, spread?.[0].toFixed(2)])).toEqual([
      ['two', 1, '83.33'],
      ['three', 2, '50.00'],
    ]);
  });

  it('of what is made leaves no score and no order, and every candidate shows', () => {
    const ranking = rank(
      { ...question({ station: 1 }), focus: [] },
      [candidate('a', { station: scored(0.1) }), candidate('b', { station: scored(0.9) })],
      null,
    );
    expect(ranking.candidates.map(({ site, standing, score, rank: no }) => [site.id, standing, score, no])).toEqual([
      ['a', 'unasked', null, null],
      ['b', 'unasked', null, null],
    ]);
    expect(ranking.criteria).toEqual([]);
  });

  it('of everything leaves no score, and the candidate still shows', () => {
    const ranking = rank(
      question({ station: 2, port: 1 }),
      [candidate('a', { station: unknown, port: unknown })],
      null,
    );
    expect(ranking.candidates).toMatchObject([
      { standing: 'little-known', score: null, knownShare: 0, rank: null, reasons: { unknown: ['station', 'port'] } },
    ]);
  });

  it('of more than half the weight is shown below the ranked ones, whatever its score', () => {
    const ranking = rank(
      question({ station: 2, port: 1 }),
      [
        candidate('little', { station: unknown, port: scored(1) }),
        candidate('known', { station: scored(0.1), port: unknown }),
      ],
      null,
    );
    expect(ranking.candidates.map(({ site, standing, rank: no }) => [site.id, standing, no])).toEqual([
      ['known', 'ranked', 1],
      ['little', 'little-known', null],
    ]);
  });
});

describe('ranks', () => {
  it('are shared by equal scores', () => {
    const ranking = rank(
      question({ station: 1 }),
      [0.5, 0.9, 0.5, 0.1].map((score, i) => candidate(`c${i}`, { station: scored(score) })),
      null,
    );
    expect(ranking.candidates.map(({ site, rank: no }) => [site.id, no])).toEqual([
      ['c1', 1],
      ['c0', 2],
      ['c2', 2],
      ['c3', 4],
    ]);
    expect(ranking.simulation).toBeNull();
  });

  it('count no criterion without a weight, and none that does not apply', () => {
    const ranking = rank(
      question({ station: 1, cluster: 5 }),
      [candidate('a', { station: scored(1), port: scored(0) })],
      null,
    );
    expect(ranking.criteria).toEqual(['station']);
    expect(ranking.candidates[0]?.score).toBe(100);
  });
});

describe('like with like', () => {
  const at = (id: string, score: number, given: Parameters<typeof makeSite>[1]) => ({
    ...candidate(id, { station: scored(score) }),
    site: makeSite(id, given),
  });

  it('ranks zones, and areas over several districts, in a list of their own', () => {
    const ranking = rank(
      question({ station: 1 }),
      [
        at('zone', 0.9, { kind: 'zone', districts: ['nanhai'] }),
        at('its-park', 0.5, { kind: 'park', parent: 'zone', districts: ['nanhai'] }),
        at('town', 0.7, { kind: 'themed-town', districts: ['nanhai'] }),
        at('over-two', 0.6, { kind: 'park', districts: ['nanhai', 'shunde'] }),
        at('nowhere', 0.4, { kind: 'park', districts: [] }),
      ],
      null,
    );
    expect(ranking.candidates.map(({ site, scope, rank: no }) => [site.id, scope, no])).toEqual([
      ['town', 'place', 1],
      ['its-park', 'place', 2],
      ['nowhere', 'place', 3],
      ['zone', 'wide', 1],
      ['over-two', 'wide', 2],
    ]);
  });

  it('has all that may be first at 1, and the rest after them', () => {
    const draws = { a: [0.9, 0.5], b: [0.8, 0.79], c: [0.4, 0.95], d: [0.1, 0.1] };
    const drawn = new Map(
      Object.entries(draws).map(([id, scores]) => [id, new Map([['station' as const, Float64Array.from(scores)]])]),
    );
    const ranking = rank(
      question({ station: 1 }),
      Object.entries({ a: 0.7, b: 0.65, c: 0.6, d: 0.1 }).map(([id, score]) =>
        candidate(id, { station: scored(score) }),
      ),
      drawn,
    );
    // b is second by its score, and never first; c is third by its score, and first in the second draw.
    expect(
      ranking.candidates.map(({ site, rank: no, rankRange, tiedFirst }) => [site.id, no, rankRange, tiedFirst]),
    ).toEqual([
      ['a', 1, [1, 3], true],
      ['c', 1, [1, 3], true],
      ['b', 3, [2, 3], false],
      ['d', 4, [4, 4], false],
    ]);
  });

  it('has one winner where one alone is first in every draw', () => {
    const still = new Map([['a', new Map([['station' as const, Float64Array.of(0.9, 0.8)]])]]);
    const ranking = rank(
      question({ station: 1 }),
      [candidate('a', { station: scored(0.9) }), candidate('b', { station: scored(0.1) })],
      still,
    );
    expect(ranking.candidates.map(({ rank: no, tiedFirst }) => [no, tiedFirst])).toEqual([
      [1, false],
      [2, false],
    ]);
  });
});

describe('reasons', () => {
  it('name the two that give most and the one that costs most', () => {
    const { parts } = scoreOf(
      candidate('a', {
        cluster: scored(1),
        station: scored(0.9),
        motorway: scored(0.6),
        port: scored(0.1),
        airport: unknown,
      }),
      force({ cluster: 5, station: 3, motorway: 2, port: 2, airport: 1 }),
    );
    expect(reasonsOf(parts)).toEqual({ strong: ['cluster', 'station'], weak: 'port', unknown: ['airport'] });
  });

  it('go by what they give and cost, not by the order of the criteria', () => {
    const part = (criterion: CriterionId, points: number, most: number) => ({
      ...{ criterion, weight: 1, points, pointsHigh: points, most },
    });
    const parts = [part('cluster', 10, 12), part('station', 30, 30), part('port', 1, 9), part('airport', 2, 40)];
    expect(reasonsOf(parts)).toEqual({ strong: ['station', 'cluster'], weak: 'airport', unknown: [] });
  });
});

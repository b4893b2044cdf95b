import { describe, expect, it } from 'vitest';
import { drawInput } from '../../../src/analysis/invest/draw-input.ts';
import { DRAWS, drawScores, SEED, seeded } from '../../../src/analysis/invest/draws.ts';
import { rangeList, rangesOf } from '../../../src/analysis/invest/ranges.ts';
import { rank } from '../../../src/analysis/invest/rank.ts';
import type { Candidate, ScoreEnd } from '../../../src/analysis/invest/types.ts';
import { candidateOf } from '../../../src/analysis/invest/values.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { asked, candidate, force, makeWorld, question, scored } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

const rankRanges = (
  candidates: readonly Candidate[],
  inForce: ReturnType<typeof force>,
  drawn: ReturnType<typeof drawScores>,
  { draws, end }: { readonly draws: number; readonly end: ScoreEnd },
) => rangesOf(rangeList(candidates, inForce, end), drawn, { inForce, draws, end });
const drawnOf = (station: Float64Array) => new Map([['a', new Map([['station' as const, station]])]]);
const weights = { station: 3, motorway: 2, neighbours: 2 };
/** Five parks on a line to the south of the station, a kilometre or so apart, all with the same error. */
function setting(radiusM: number, seed = SEED) {
  const projects = [0.01, 0.05, 0.09].map((south, i) =>
    makeSite(`p${i}`, {
      ...{ kind: 'project', extent: 'point', industryCluster: 'auto', position: wgs84(113, 23 - south), radiusM },
    }),
  );
  const world = makeWorld({ projects });
  const candidates = [0.02, 0.03, 0.04, 0.05, 0.06].map((south, i) =>
    candidateOf(
      makeSite(`c${i}`, { position: wgs84(113, 23 - south), radiusM }),
      world,
      asked({ clusters: ['auto'], withinM: 4000 }),
    ),
  );
  const input = { ...drawInput(world, candidates, ['auto'], 4000), seed };
  // The motorway's own error is none here where the positions have none.
  const drawn = drawScores(radiusM === 0 ? { ...input, motorwayErrorM: 0 } : input);
  return { candidates, drawn, ranges: rankRanges(candidates, force(weights), drawn, { draws: DRAWS, end: 'low' }) };
}

describe('ranges of ranks', () => {
  it('are the rank itself where every error is zero', () => {
    const { candidates, drawn } = setting(0);
    const ranking = rank(question(weights), candidates, drawn);
    expect(ranking.candidates).toHaveLength(5);
    for (const one of ranking.candidates) expect(one.rankRange, one.site.id).toEqual([one.rank, one.rank]);
    expect(ranking.simulation).toEqual({ draws: 500, seed: 224 });
  });

  it('are the same for the same seed, and hold the stated rank', () => {
    const first = setting(1500);
    expect(setting(1500).ranges).toEqual(first.ranges);
    const ranking = rank(question(weights), first.candidates, first.drawn);
    for (const { rank: no, rankRange } of ranking.candidates) {
      expect(rankRange?.[0]).toBeLessThanOrEqual(no ?? 0);
      expect(rankRange?.[1]).toBeGreaterThanOrEqual(no ?? 9);
    }
    expect(ranking.candidates.some(({ rankRange }) => rankRange !== null && rankRange[0] < rankRange[1])).toBe(true);
  });

  it('differ draw by draw with another seed', () => {
    const of = (seed: number) => [...(setting(1500, seed).drawn.get('c0')?.get('station') ?? [])];
    expect(of(224)).toEqual(of(224));
    expect(of(225)).not.toEqual(of(224));
  });
});

describe('the spread of a score', () => {
  it('is none where nothing errs, and else lies within what the errors allow, the score that is shown inside', () => {
    const still = rank(question(weights), setting(0).candidates, setting(0).drawn);
    for (const { score, spread } of still.candidates) {
      expect(spread?.[0]).toBeCloseTo(score ?? -1, 6);
      expect(spread?.[1]).toBeCloseTo(score ?? -1, 6);
    }
    const moving = rank(question(weights), setting(1500).candidates, setting(1500).drawn);
    for (const { score, spread } of moving.candidates) {
      expect(spread?.[0]).toBeLessThan(score ?? 0);
      expect(spread?.[1]).toBeGreaterThan(score ?? 100);
    }
  });

  it('is from the 5th to the 95th percentile: of twenty draws the first and the nineteenth', () => {
    const twenty = Float64Array.from({ length: 20 }, (_, i) => (19 - i) / 20);
    const [one] = rankRanges([candidate('a', { station: scored(0.5) })], force({ station: 1 }), drawnOf(twenty), {
      ...{ draws: 20, end: 'low' },
    });
    expect(one?.spread).toEqual([0, 90]);
  });
});

describe('a draw', () => {
  it('leaves everything in its place where nothing errs: the score is the one that is shown', () => {
    const { candidates, drawn } = setting(0);
    for (const { site, values } of candidates) {
      for (const criterion of ['station', 'motorway', 'neighbours'] as const) {
        const value = values.get(criterion);
        expect(drawn.get(site.id)?.get(criterion)?.[0]).toBeCloseTo(value?.known === true ? value.score : -1, 9);
      }
    }
  });

  it('is about the mean over the disc that is shown: of five hundred the mean is near the mean of nineteen', () => {
    // One end errs: where both do, the draws bunch in the middle of the disc that both errors span.
    const [near] = setting(1500).candidates;
    if (near === undefined) throw new Error('a candidate');
    const input = drawInput(makeWorld(), [near], [], 4000);
    const scores = [...(drawScores(input).get('c0')?.get('station') ?? [])];
    const value = near.values.get('station');
    expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeCloseTo(
      value?.known === true ? value.score : -1,
      1,
    );
  });

  it('never leaves the range that the errors allow, and fills it', () => {
    const { candidates, drawn } = setting(1500);
    const value = candidates[2]?.values.get('station');
    if (value?.known !== true) throw new Error('the station is known');
    const scores = [...(drawn.get('c2')?.get('station') ?? [])];
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(value.scoreMin - 1e-6);
    expect(Math.max(...scores)).toBeLessThanOrEqual(value.scoreMax + 1e-6);
    expect(Math.max(...scores) - Math.min(...scores)).toBeGreaterThan(0.9 * (value.scoreMax - value.scoreMin));
  });

  it('draws evenly', () => {
    const random = seeded(7);
    const numbers = Array.from({ length: 10_000 }, random);
    expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
    expect(numbers.reduce((sum, n) => sum + n, 0) / 10_000).toBeCloseTo(0.5, 1);
    expect([seeded(224)(), seeded(224)()]).toEqual([seeded(224)(), seeded(224)()]);
  });
});

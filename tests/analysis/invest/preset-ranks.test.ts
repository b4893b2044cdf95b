import { describe, expect, it } from 'vitest';
import { presetRanks } from '../../../src/analysis/invest/preset-ranks.ts';
import { PRESETS } from '../../../src/analysis/invest/presets.ts';
import { NO_LIMITS } from '../../../src/analysis/invest/question.ts';
import type { CriterionId, CriterionValue } from '../../../src/analysis/invest/types.ts';
import { candidate, question, scored } from '../../fixtures/invest.ts';

/** All is known: 0.5, save what is given. */
function known(id: string, given: Partial<Record<CriterionId, CriterionValue>>) {
  const half = scored(0.5);
  return candidate(id, {
    ...{ cluster: half, focus: half, neighbours: half, laboratory: half, college: half, venue: half, station: half },
    ...{ motorway: half, airport: half, port: half, district: half, status: half, recent: half, located: half },
    ...given,
  });
}
const harbour = known('harbour', { port: scored(1), motorway: scored(1), airport: scored(0.9) });
const campus = known('campus', { laboratory: scored(1), college: scored(1), station: scored(1) });

describe('ranks under the presets', () => {
  it('tell a place for logistics from one for research, whatever the weights are now', () => {
    const ranks = presetRanks(question({ cluster: 5 }), [harbour, campus]);
    expect([ranks.get('harbour')?.get('logistics'), ranks.get('campus')?.get('logistics')]).toEqual([1, 2]);
    expect([ranks.get('harbour')?.get('research'), ranks.get('campus')?.get('research')]).toEqual([2, 1]);
    // Heavy weighs motorway and port 4 each, and neither laboratory nor college.
    expect([PRESETS.heavy.port, PRESETS.heavy.laboratory]).toEqual([4, undefined]);
    expect(ranks.get('harbour')?.get('heavy')).toBe(1);
  });

  it('count the user’s own columns with the weight that they have', () => {
    const price = 'own-price' as const;
    const dear = { ...harbour, values: new Map([...harbour.values, [price, scored(0)] as const]) };
    const cheap = { ...campus, values: new Map([...campus.values, [price, scored(1)] as const]) };
    const asked = question({});
    const ranks = presetRanks({ ...asked, weights: new Map([...asked.weights, [price, -5] as const]) }, [dear, cheap]);
    expect(ranks.get('campus')?.get('heavy')).toBe(1);
  });

  it('leave out what a limit removes and what is hardly known, and rank nothing where nothing is asked', () => {
    const far = question({}, { bounds: new Map([['port', 1]]) });
    const away: CriterionValue = {
      ...scored(0),
      said: { kind: 'distance', value: 9, min: 9, max: 9 },
    } as CriterionValue;
    const ranks = presetRanks(far, [known('away', { port: away }), campus, candidate('blank', { port: scored(1) })]);
    expect([...ranks.keys()]).toEqual(['campus']);
    expect(presetRanks({ ...question({}), limits: NO_LIMITS, focus: [] }, [campus]).size).toBe(0);
  });
});

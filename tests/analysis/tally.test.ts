import { describe, expect, it } from 'vitest';
import { answerOf, CERTAIN, INSIDE, POSSIBLE } from '../../src/analysis/answer.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { tally } from '../../src/analysis/tally.ts';
import { NOT_STATED } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const set = randomSet({ seed: 1, count: 6 });
set.cluster.set([0, 0, 6, 8, NOT_STATED, 0]);
set.status.set([2, 0, 2, 5, 1, 2]);
const plain = countedImport(set);
// Row 5 is part of another record.
const counted: CountedSet = { ...plain, isPart: (row) => row === 5 };

describe('tally', () => {
  const answer = answerOf(
    Uint8Array.of(CERTAIN, INSIDE, CERTAIN, POSSIBLE, POSSIBLE, CERTAIN),
    Uint32Array.of(3, 4),
    Uint32Array.of(),
  );
  const { total, byCluster, byStatus, parts, byAreaOnly } = tally(counted, answer);

  it('counts certain, inside and possible, each holding the ones before it', () => {
    expect(total).toEqual({ certain: 2, inside: 3, possible: 5 });
    expect(byCluster.get('equipment')).toEqual({ certain: 1, inside: 2, possible: 2 });
    expect(byCluster.get('food')).toEqual({ certain: 1, inside: 1, possible: 1 });
    expect(byCluster.get('cross')).toEqual({ certain: 0, inside: 0, possible: 1 });
    expect(byCluster.get('unknown')).toEqual({ certain: 0, inside: 0, possible: 1 });
    expect(byCluster.get('auto')).toEqual({ certain: 0, inside: 0, possible: 0 });
    expect(byStatus.get('operating')).toEqual({ certain: 2, inside: 2, possible: 2 });
    expect(byStatus.get('unknown')).toEqual({ certain: 0, inside: 0, possible: 1 });
  });

  it('adds up to the total by cluster and by status', () => {
    for (const parts of [byCluster, byStatus])
      expect([...parts.values()].reduce((sum, { possible }) => sum + possible, 0)).toBe(total.possible);
  });

  it('leaves parts out of every count but its own', () => {
    expect(parts).toEqual({ certain: 1, inside: 1, possible: 1 });
    expect(tally(plain, answer).total).toEqual({ certain: 3, inside: 4, possible: 6 });
  });

  it('counts apart what an area alone makes possible and what could not be asked', () => {
    expect(byAreaOnly).toBe(2);
    expect(tally(counted, answerOf(new Uint8Array(6), undefined, Uint32Array.of(1, 5))).cannotTell).toBe(1);
  });

  it("keeps every cluster in the policy's order", () => {
    expect([...byCluster.keys()].slice(0, 3)).toEqual(['equipment', 'home', 'auto']);
    expect([...byCluster.keys()].at(-1)).toBe('unknown');
  });
});

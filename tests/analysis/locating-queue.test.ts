import { describe, expect, it } from 'vitest';
import { locatingQueue } from '../../src/analysis/locating-queue.ts';
import { wgs84 } from '../../src/domain/position.ts';
import type { Site } from '../../src/domain/site.ts';
import { testBase } from '../fixtures/data.ts';

const { sites, districts } = await testBase();
const [first] = sites;
if (first === undefined) throw new Error('a site');
const some = (id: string, change: Partial<Site>): Site => ({
  ...first,
  ...{ id, nameZh: id, parent: null, heldAt: null, mentions: [], address: null },
  ...change,
});
const nowhere = { position: null, precision: 'unknown', radiusM: null } as const;
const coarse = { position: wgs84(113, 23), precision: 'district', radiusM: 12_000 } as const;

describe('locatingQueue', () => {
  it('has what is coarse or unknown, and nothing else', () => {
    const ids = locatingQueue(sites, districts).map(({ site }) => site.id);
    const coarseOnes = sites.filter(({ precision }) => ['district', 'city', 'unknown'].includes(precision));
    expect(coarseOnes.length).toBeGreaterThan(3);
    expect([...ids].sort()).toEqual(coarseOnes.map(({ id }) => id).sort());
  });

  it('sorts by the error that would go, and by what depends on it', () => {
    const list = [
      some('a-coarse', coarse),
      some('b-nowhere', nowhere),
      some('c-named', { ...coarse, radiusM: 20_000, mentions: [{ clause: '2.1.1', quote: 'x', start: 0, end: 1 }] }),
      some('d-whole', coarse),
      some('e-part', { ...coarse, precision: 'exact', parent: 'd-whole' }),
      some('f-event', { ...coarse, precision: 'street', heldAt: 'd-whole' }),
      some('g-addressed', { ...coarse, address: { zh: '某路1号', en: '1 Some Road' } }),
    ];
    const queue = locatingQueue(list, districts);
    expect(queue.map(({ site }) => site.id)).toEqual(['b-nowhere', 'c-named', 'd-whole', 'g-addressed', 'a-coarse']);
    expect(queue[0]).toMatchObject({ isMissing: true, isNamed: false, dependents: 0 });
    // Half the diagonal of the city: some 60 km.
    expect(queue[0]?.errorM).toBeGreaterThan(50_000);
    expect(queue[0]?.errorM).toBeLessThan(90_000);
    expect(queue[2]).toMatchObject({ dependents: 2, errorM: 12_000 });
  });
});

import { describe, expect, it } from 'vitest';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { serve, unserved } from '../../src/analysis/serve.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet } from '../fixtures/random-set.ts';

const METRE = 1 / 102_470;
/** Rows 0, 1000, 2900 and 9000 m east of 113° E, known to 100 m, and one that is not placed. */
const set = randomSet({ seed: 1, count: 5, radiusM: 100, unplacedShare: 0 });
set.positions.set([...[0, 1000, 2900, 9000].flatMap((m) => [113 + m * METRE, 23]), Number.NaN, Number.NaN]);
const counted = countedImport(set);
const park = (id: string, metres: number, radiusM = 100) => ({
  id,
  position: wgs84(113 + metres * METRE, 23),
  radiusM,
});
const ask = (...servers: Parameters<typeof serve>[2]) => serve(counted, buildIndex(set), servers, 2000);

describe('serve', () => {
  it('counts by place, and says which has none, perhaps none, or no position', () => {
    const { servers } = ask(park('west', 0), park('between', 5000), park('far', 30_000), {
      id: 'lost',
      position: null,
      radiusM: 0,
    });
    expect(servers.map(({ server, verdict, records }) => [server.id, verdict, records])).toEqual([
      ['west', 'some', { certain: 2, inside: 2, possible: 2 }],
      ['between', 'perhaps-none', { certain: 0, inside: 0, possible: 1 }],
      ['far', 'none', { certain: 0, inside: 0, possible: 0 }],
      ['lost', 'unknown', null],
    ]);
  });

  it('takes a row as served for certain where one place reaches it for certain', () => {
    const { served } = ask(park('near the third', 2900), park('west', 0), park('between', 5000));
    expect([...served.certain]).toEqual([0, 1, 2]);
    expect([...served.cannotTell]).toEqual([4]);
    expect(unserved(counted, served)).toEqual({ notCertain: 1, none: 1, cannotTell: 1 });
  });

  it('serves nobody without places', () => {
    const { served, servers } = ask();
    expect(servers).toEqual([]);
    expect(unserved(counted, served)).toEqual({ notCertain: 4, none: 4, cannotTell: 1 });
  });
});

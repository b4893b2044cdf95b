import { describe, expect, it } from 'vitest';
import { type CountId, countingOf, coverageCounts } from '../../src/domain/counting.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

const AT = wgs84(113.1, 23);
const SITES = [
  makeSite('located', { position: AT, precision: 'town', districts: ['nanhai'], towns: ['440605124'] }),
  makeSite('its-part', { position: null, precision: 'unknown', districts: [], towns: [], parent: 'located' }),
  makeSite('zone', { position: AT, precision: 'town', districts: ['nanhai', 'shunde'], towns: ['440605124'] }),
  makeSite('of-a-district', { position: null, precision: 'district', districts: ['shunde'], towns: [] }),
  makeSite('of-the-city', { position: null, precision: 'city', districts: [], towns: [] }),
  makeSite('nowhere', { position: null, precision: 'unknown', districts: [], towns: [] }),
  makeSite('fair', { position: AT, precision: 'street', districts: ['shunde'], towns: [], extent: 'event' }),
];
const lines = countingOf(SITES);
const n = (id: CountId) => lines.find((line) => line.id === id)?.n;

describe('every count', () => {
  it('is what one counts by hand', () => {
    expect([n('entries'), n('parts'), n('records'), n('events')]).toEqual([7, 1, 6, 1]);
    expect([n('located'), n('coarse'), n('unknown'), n('notLocated')]).toEqual([3, 2, 1, 3]);
    expect([n('noAreaToo'), n('noPoint'), n('noPointEntries')]).toEqual([2, 3, 4]);
    expect([n('oneDistrict'), n('severalDistricts'), n('noDistrict')]).toEqual([3, 1, 2]);
    expect([n('sureOfTown'), n('townsOnly')]).toEqual([1, 1]);
  });

  it('is the sum of its terms, for these and for the data of the tests', async () => {
    const { sites } = await testBase();
    for (const line of [...lines, ...countingOf((await testBase()).sites), ...countingOf(sites.slice(0, 9))]) {
      if (line.terms.length === 0) continue;
      const sum = line.terms.reduce((total, term) => total + (term.sign === '+' ? term.n : -term.n), 0);
      expect(sum, line.id).toBe(line.n);
      expect(
        line.terms.every((term) => term.n >= 0),
        line.id,
      ).toBe(true);
    }
  });

  it('tells the page on coverage from the list', async () => {
    const { policy, sites, version } = await testBase();
    const counts = coverageCounts(policy, sites, version.date);
    expect(counts.named).toBe(counts.located + counts.coarse + counts.unknown);
    expect(counts.namedRecords + counts.unnamedRecords).toBe(countingOf(sites)[2]?.n);
    expect(counts.named).toBe(counts.namedRecords + counts.partsForWhole);
  });
});

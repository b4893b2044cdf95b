import { describe, expect, it } from 'vitest';
import { factOf, siteCollection, siteFeature } from '../../geo/steps/register.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';
import { filed, site } from './record-fixtures.ts';

describe('factOf', () => {
  const fact = site.facts[0];
  if (fact === undefined) throw new Error('the fixture has a fact');

  it('converts to base units and keeps what was printed', () => {
    expect(factOf(fact)).toMatchObject({ value: 1e7, unit: 'm²', qualifier: 'about', asPrinted: '约1.5万亩' });
  });

  it('converts both ends of a range', () => {
    expect(factOf({ ...fact, unit: '亿元', value: { min: 1.2, max: 3 } })).toMatchObject({
      value: { min: 1.2e8, max: 3e8 },
      unit: 'CNY',
    });
  });

  it('gives text no unit', () => {
    const value = { zh: '两期', en: 'two phases' };
    expect(factOf({ ...fact, unit: undefined, value })).toMatchObject({ value, unit: null });
  });

  it('refuses a unit that nobody defined', () => {
    expect(() => factOf({ ...fact, unit: '顷' })).toThrow('unknown unit "顷"');
  });
});

describe('siteFeature', () => {
  const place = (location: Partial<typeof site.location>) =>
    siteFeature({ ...site, location: { ...site.location, ...location } }, 'f.yaml', []);

  it('joins mentions, takes the first district and town, and names its file', () => {
    const mention = { clause: '2.1.2', quote: '东园', start: 10, end: 12 };
    const { id, geometry, properties } = siteFeature(site, 'geo/register/east-park.yaml', [mention]);
    expect({ id, geometry }).toEqual({ id: 'east-park', geometry: { type: 'Point', coordinates: [113.2, 22.9] } });
    expect(properties).toMatchObject({
      district: 'shunde',
      town: '440606101',
      mentions: [mention],
      file: 'geo/register/east-park.yaml',
    });
  });

  it('leaves an unstated district unstated, whatever the position', () => {
    expect(siteFeature({ ...site, districts: [], towns: [] }, 'f.yaml', []).properties).toMatchObject({
      district: null,
      town: null,
    });
  });

  it('converts the datum: GCJ-02 lies some 500 m off here', () => {
    const [lng = 0, lat = 0] = place({ datum: 'gcj02' }).geometry?.coordinates ?? [];
    const metres = Math.hypot((113.2 - lng) * 111_320 * Math.cos((22.9 * Math.PI) / 180), (22.9 - lat) * 110_574);
    expect(metres).toBeGreaterThan(400);
    expect(metres).toBeLessThan(800);
    expect(lng).toBeLessThan(113.2);
  });

  it('draws a district as a point, but neither a city nor the unknown', () => {
    expect(place({ precision: 'district' }).geometry).not.toBeNull();
    expect(place({ precision: 'city' }).geometry).toBeNull();
    expect(place({ precision: 'city' }).properties.location.position).toEqual([113.2, 22.9]);
    expect(place({ precision: 'unknown', position: null }).geometry).toBeNull();
  });
});

describe('siteCollection', () => {
  it('is valid and in the order of ids, whatever the order of files', () => {
    const records = ['b', 'a-z', 'a'].map((id) => filed({ ...site, id }));
    const collection = parseAs(SiteCollection, siteCollection(records, new Map()), 'sites');
    expect(collection.features.map(({ id }) => id)).toEqual(['a', 'a-z', 'b']);
  });
});

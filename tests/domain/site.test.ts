import { describe, expect, it } from 'vitest';
import type { SiteCollection } from '../../src/domain/schema/site.ts';
import { countRecords, isCoarse, isLocated, placementOf, sitesOf } from '../../src/domain/site.ts';
import { KIND_GROUP, KINDS, PRECISIONS } from '../../src/domain/vocabulary.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

describe('placement', () => {
  it('calls a building, a street and a town located, a district and a city coarse', () => {
    expect(PRECISIONS.map((p) => [p, placementOf(p)])).toEqual([
      ['exact', 'located'],
      ['street', 'located'],
      ['town', 'located'],
      ['district', 'coarse'],
      ['city', 'coarse'],
      ['unknown', 'unlocated'],
    ]);
    expect(PRECISIONS.filter((p) => isLocated(p) && isCoarse(p))).toEqual([]);
  });
});

describe('countRecords', () => {
  it('leaves parts out, and counts a part that stands alone as nothing', () => {
    expect(countRecords([makeSite('a'), makeSite('b', { parent: 'a' }), makeSite('c', { parent: 'gone' })])).toBe(1);
    expect(countRecords([])).toBe(0);
  });
});

describe('sitesOf', () => {
  it('keeps the properties, tags the point and names the group of the kind', () => {
    const { position: _, group: __, ...properties } = makeSite('a', { kind: 'venue' });
    const collection: SiteCollection = {
      type: 'FeatureCollection',
      features: [
        { type: 'Feature', geometry: { type: 'Point', coordinates: [113.2, 22.9] }, properties },
        { type: 'Feature', geometry: null, properties: { ...properties, id: 'b' } },
      ],
    };
    const [a, b] = sitesOf(collection);
    expect(a).toMatchObject({ id: 'a', position: [113.2, 22.9], group: 'platform' });
    expect(b).toMatchObject({ id: 'b', position: null });
  });

  it('puts every kind into the group that gives it its shape', () => {
    const of = (group: string) => KINDS.filter((kind) => KIND_GROUP[kind] === group);
    expect(of('project')).toEqual(['project', 'headquarters']);
    expect(of('area')).toEqual(['park', 'themed-town', 'zone']);
    expect(of('platform')).toEqual(['laboratory', 'college', 'venue', 'expo', 'concept']);
  });
});

describe('the register', () => {
  it('never draws a point for what is known only to the city or not at all', async () => {
    const { sites } = await testBase();
    const unplaced = sites.filter((s) => s.precision === 'city' || s.precision === 'unknown');
    expect(unplaced.length).toBe(4);
    expect(unplaced.filter((s) => s.position !== null)).toEqual([]);
  });

  it('gives every drawn point a radius and every located site a point', async () => {
    const { sites } = await testBase();
    expect(sites.filter((s) => s.position !== null && s.radiusM === null).map((s) => s.id)).toEqual([]);
    expect(sites.filter((s) => isLocated(s.precision) && s.position === null).map((s) => s.id)).toEqual([]);
  });

  it('dates every status but unknown', async () => {
    const { sites } = await testBase();
    expect(sites.filter((s) => (s.status === 'unknown') !== (s.statusDate === null)).map((s) => s.id)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { Basemap } from '../../src/domain/schema/basemap.ts';
import { Config } from '../../src/domain/schema/config.ts';
import { parseContext } from '../../src/domain/schema/context.ts';
import { parseAs, problemsOf } from '../../src/domain/schema/parse.ts';
import { SiteRecord } from '../../src/domain/schema/record.ts';

const record = {
  id: 'east-park',
  nameZh: '东园',
  nameEn: 'East Park',
  industryCluster: 'home',
  kind: 'park',
  extent: 'area',
  districts: ['nanhai'],
  status: { value: 'unknown', date: null, source: null },
  location: {
    position: [113.1, 23.1],
    precision: 'town',
    radiusM: 1000,
    how: { zh: '镇中心', en: 'the centre of the town' },
    sources: ['notice'],
  },
  sources: { notice: { title: '公告', url: 'https://example.org/1', kind: 'web' } },
};
const problems = (changed: object) => problemsOf(SiteRecord, { ...record, ...changed });
const location = (changed: object) => problems({ location: { ...record.location, ...changed } });

describe('SiteRecord', () => {
  it('takes a minimal record and fills in what may be left out', () => {
    expect(problems({})).toEqual([]);
    const parsed = parseAs(SiteRecord, record, 'x.yaml');
    expect(parsed).toMatchObject({ parent: null, heldAt: null, facts: [], quotes: [], areaKm2: null });
    expect(parsed.location).toMatchObject({ datum: 'wgs84', rights: 'clear' });
  });

  it.each<[string, object, RegExp]>([
    ['a cluster outside the vocabulary', { industryCluster: 'steel' }, /^industryCluster: /],
    ['a kind outside the vocabulary', { kind: 'factory' }, /^kind: /],
    ['a district outside Foshan', { districts: ['nanhai', 'panyu'] }, /^districts\.1: /],
    ['an id with other letters', { id: 'East Park' }, /^id: an id has only a-z/],
    ['an empty name', { nameZh: '  ' }, /^nameZh: must not be empty/],
    ['a town that is no code', { towns: ['南庄镇'] }, /^towns\.0: a town is its nine-digit code/],
    ['a field that nobody reads', { colour: 'red' }, /^colour: /],
    [
      'a status with a day that is none',
      { status: { value: 'operating', date: '2020-02-32', source: 'notice' } },
      /^status\.date: a date is YYYY/,
    ],
    [
      'a source without a proper address',
      { sources: { notice: { title: '公告', url: 'www.example.org', kind: 'web' } } },
      /^sources\.notice\.url: /,
    ],
    [
      'an address that only holds one',
      { sources: { notice: { title: '公告', url: 'javascript:alert(1)//https://example.org', kind: 'web' } } },
      /^sources\.notice\.url: /,
    ],
    [
      'a clause of another form',
      { quotes: [{ clause: '二（二）1', quote: '东园' }] },
      /^quotes\.0\.clause: a clause id looks like/,
    ],
  ])('refuses %s', (_, changed, reason) => {
    expect(problems(changed)).toEqual([expect.stringMatching(reason)]);
  });

  it('refuses a position that cannot be one', () => {
    expect(location({ position: [23.1, 113.1] })).toEqual([expect.stringMatching(/^location\.position\.1: /)]);
    expect(location({ position: [113.1] })).toHaveLength(1);
    expect(location({ position: [Number.NaN, 23] })).toHaveLength(1);
    expect(location({ position: null, precision: 'unknown', radiusM: null })).toEqual([]);
    expect(location({ datum: 'wgs72' })).toHaveLength(1);
  });

  it('lists all problems at once', () => {
    expect(problems({ kind: 'x', extent: 'y', districts: 'nanhai' })).toHaveLength(3);
  });
});

describe('parseAs', () => {
  it('throws one error that names the input and its problems, the first five in full', () => {
    const input = {
      ...record,
      kind: 'x',
      extent: 'y',
      industryCluster: 'z',
      id: '!',
      nameZh: '',
      nameEn: '',
      districts: 0,
    };
    expect(() => parseAs(SiteRecord, input, 'a.yaml')).toThrow(/^a\.yaml: id: .*; and 2 more$/);
  });
});

describe('dates', () => {
  const dated = (date: string) => problems({ status: { value: 'operating', date, source: 'notice' } }).length === 0;
  it('are a year, a month or a day, and nothing else', () => {
    expect(['2020', '2020-01', '2020-12-31'].filter((d) => !dated(d))).toEqual([]);
    expect(['20', '2020-13', '2020-00', '2020-1', '2020/01', '2020-01-00', '2020年', ''].filter(dated)).toEqual([]);
  });
});

describe('the deployer’s configuration', () => {
  it('may be empty, and may carry a basemap whose datum is judged later', () => {
    expect(parseAs(Config, {}, 'config.json')).toEqual({
      basemaps: [],
      mapApproval: null,
      reportTo: null,
      sources: [],
      placeSearch: [],
      kioskMinutes: 2,
      tours: [],
      hosts: [],
      embedOrigins: [],
    });
    const basemap = { id: 'city', label: '市图', tiles: ['https://t/{z}'], attribution: '市局', datum: 'GCJ-02' };
    expect(problemsOf(Config, { basemaps: [basemap] })).toEqual([]);
    expect(problemsOf(Basemap, basemap)).toEqual([]);
    expect(problemsOf(Basemap, { ...basemap, attribution: '' })).toHaveLength(1);
  });
});

describe('parseContext', () => {
  it('looks at the outer form alone', () => {
    const collection = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: { type: 'LineString' }, properties: { any: 1 } }],
    };
    expect(parseContext(collection, 'roads.geojson')).toEqual(collection);
    expect(() => parseContext({ type: 'Topology' }, 'roads.geojson')).toThrow(/^roads\.geojson: type: /);
    expect(() => parseContext({ ...collection, features: [{ type: 'Feature' }] }, 'r')).toThrow(
      /features\.0: no feature/,
    );
  });

  it('leaves out what has no place', () => {
    const nowhere = { type: 'FeatureCollection', features: [{ type: 'Feature', geometry: null, properties: {} }] };
    expect(parseContext(nowhere, 'towns.geojson').features).toEqual([]);
  });
});

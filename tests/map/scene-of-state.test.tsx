import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { Version } from '../../src/domain/schema/config.ts';
import { followBase } from '../../src/map/bases/follow.ts';
import { type Ground, sceneOf, sceneSites } from '../../src/map/scene-of-state.ts';
import { presentationOf } from '../../src/state/present/presentation.ts';
import { makeApp } from '../fixtures/app.tsx';
import { memoryTours } from '../fixtures/memory-stores.ts';

const PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

describe('the sites of a scene', () => {
  const { state, i18n } = makeApp('lang=en');
  let last: ReturnType<typeof sceneSites> = [];
  const sites = () => (last = sceneSites(state, i18n.value, last));

  it('are the same object until one of them changes, so that a hover uploads none', () => {
    const before = sites();
    const [first] = before;
    if (first === undefined) throw new Error('the register has sites');
    state.actions.hover({ id: first.id, x: 1, y: 1 });
    expect(sites()).toBe(before);
    expect(sceneOf(state, i18n.value, PADDING, false, sites())).toMatchObject({ hoveredId: first.id, sites: before });
    const clauseWithSites = state.sites.value.flatMap(({ mentions }) => mentions)[0]?.clause ?? '';
    state.actions.openClause(clauseWithSites);
    expect(sites()).not.toBe(before);
    expect(sites().some(({ dimmed }) => dimmed)).toBe(true);
  });
});

describe('the mark of the map', () => {
  const markOf = (hash: string, mapApproval: string | null = null) => {
    const { state, i18n } = makeApp(hash, { base: { config: { ...base.config, mapApproval } } });
    return sceneOf(state, i18n.value, PADDING, false).words.mark;
  };
  const { base } = makeApp('').state;

  it.each([
    ['lang=zh-Hans', '内部参考', '审图号：粤S(2026)001号'],
    ['lang=zh-Hant', '內部參考', '審圖號：粤S(2026)001号'],
    ['lang=en', 'For internal reference', 'Map approval no. 粤S(2026)001号'],
  ])('is the number as it was given, or the words for a map without one: %s', (lang, without, withOne) => {
    for (const mode of ['', '&mode=invest', '&site=jihua-laboratory'])
      expect([markOf(lang + mode), markOf(lang + mode, '粤S(2026)001号')]).toEqual([without, withOne]);
  });

  it('is the stage’s own while a tour has the map', () => {
    const app = makeApp('mode=present&tour=overview');
    const { state, i18n } = app;
    presentationOf(app, memoryTours);
    expect(sceneOf(state, i18n.value, PADDING, false).words.mark).toBe('');
    state.present.leave();
    expect(sceneOf(state, i18n.value, PADDING, false).words.mark).toBe('内部参考');
  });
});

describe('the credits', () => {
  const city = {
    id: 'city',
    label: '市底图',
    tiles: ['https://tiles.example/{z}'],
    attribution: '市局',
    datum: 'CGCS2000',
  };
  const basemaps = [city, { ...city, id: 'other', attribution: '省厅' }, { ...city, id: 'moved', datum: 'GCJ-02' }];
  const app = makeApp('base=city', { base: { config: { ...makeApp('').state.base.config, basemaps } } });
  const { state, i18n } = app;
  const ground = signal<Ground>({ base: 'thematic' });
  followBase(app, ground);
  const credits = () => sceneOf(state, i18n.value, PADDING, false, [], ground.value).attribution;
  const own = makeApp('');
  const ownCredits = sceneOf(own.state, own.i18n.value, PADDING, false).attribution;

  it('name the owner of the chosen base map first, and no longer than it is drawn', () => {
    expect(credits()).toEqual(['市局', ...ownCredits]);
    state.actions.setBasemap('other');
    expect(credits()).toEqual(['省厅', ...ownCredits]);
    state.actions.setBasemap('moved');
    expect(credits()).toEqual(ownCredits);
    expect(state.notice.value).toContain('GCJ-02');
    state.actions.setBasemap(null);
    expect(credits()).toEqual(ownCredits);
    expect(ownCredits.join()).toContain('OpenStreetMap');
  });

  it('give the day of OpenStreetMap’s tiles, and leave out those whose data they replace', () => {
    const of = (osm: Ground['osm']) =>
      sceneOf(own.state, own.i18n.value, PADDING, false, [], { base: 'thematic', osm }).attribution.join(' · ');
    expect(of({ day: '2026-11-01' })).toMatch(/^© OpenStreetMap contributors \(ODbL\) 2026-11-01 · GeoNames/);
    expect(of({ day: null })).toMatch(/^© OpenStreetMap contributors \(ODbL\) · GeoNames/);
    expect(of({ day: null })).not.toMatch(/OpenMapTiles|GSHHG/);
  });
});

describe('the credits of a scene', () => {
  const credits = (change: Partial<Version['boundaries']> = {}) => {
    const { version } = makeApp().state.base;
    const boundaries = { ...version.boundaries, ...change };
    const { state, i18n } = makeApp('lang=en', { base: { version: { ...version, boundaries } } });
    return sceneOf(state, i18n.value, PADDING, false).attribution;
  };
  const credit = {
    short: 'City bureau',
    source: 'City bureau, survey',
    url: null,
    licence: null,
    date: null,
    accuracyMetres: 10,
    doubtful: [],
  };

  it('name the source of the boundaries that the data names, once where it gives both', () => {
    expect(credits({ districts: credit, neighbours: credit }).filter((line) => line === 'City bureau')).toHaveLength(1);
    expect(credits({ districts: credit, neighbours: { ...credit, short: 'Survey' } }).slice(-2)).toEqual([
      'City bureau',
      'Survey',
    ]);
  });

  it('follow what lies under the sites', () => {
    const of = (layers: string) => {
      const { state, i18n } = makeApp(`lang=en${layers}`);
      return sceneOf(state, i18n.value, PADDING, false).attribution.join(' · ');
    };
    expect(of('')).toMatch(/OpenStreetMap.*OpenMapTiles.*GeoNames.*GSHHG/);
    expect(of('&layers=roads')).toMatch(/OpenMapTiles/);
    expect(of('&layers=roads')).not.toMatch(/GSHHG/);
    // Sites have their positions from these two.
    expect(of('&layers=-')).toMatch(/OpenStreetMap.*GeoNames/);
    expect(of('&layers=-')).not.toMatch(/OpenMapTiles|GSHHG/);
    const { districts, neighbours } = makeApp().state.base.version.boundaries;
    expect(of('&layers=-')).toContain(districts.short);
    if (neighbours !== null && neighbours.short !== districts.short)
      expect(of('&layers=-')).not.toContain(neighbours.short);
  });

  it('name no source of boundaries that were replaced or left out', () => {
    const { districts, neighbours } = makeApp().state.base.version.boundaries;
    expect(credits()).toEqual(
      expect.arrayContaining([districts.short, ...(neighbours === null ? [] : [neighbours.short])]),
    );
    const replaced = credits({ districts: credit, neighbours: null });
    expect(replaced.at(-1)).toBe('City bureau');
    expect(replaced).not.toContain(districts.short);
    expect(replaced.join()).not.toMatch(/amap|高德/i);
  });
});

describe('what lies under the sites', () => {
  it('is what the address says, and on the stage what the stop says', () => {
    const app = makeApp('layers=roads,borders');
    const { state, i18n } = app;
    const shown = () => sceneOf(state, i18n.value, PADDING, false).contextLayers;
    expect(shown()).toEqual(['roads', 'borders']);
    presentationOf(app, memoryTours);
    state.actions.restore({ ...state.address.peek(), mode: 'present', tour: 'overview' });
    // Its first stop leaves all but water out; borders no stop can.
    expect(state.present.stopShow.value?.layers).toEqual(['water']);
    expect(shown()).toEqual(['water', 'borders']);
    expect(shown()).toBe(shown());
    state.present.leave();
    expect(shown()).toEqual(['roads', 'borders']);
  });
});

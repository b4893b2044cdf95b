import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { wgs84 } from '../../src/domain/position.ts';
import { createCollections, memo } from '../../src/map/collections.ts';
import { districtOutline, labelOf } from '../../src/map/context-features.ts';
import type { MapData, Scene } from '../../src/map/scene.ts';

const points = (...properties: Record<string, unknown>[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: properties.map((each) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [113, 23] },
    properties: each,
  })),
});
const towns = points({ code: '440604010', nameZh: '石湾镇街道' });
const districts = points(
  { id: 'shunde', nameZh: '顺德区', label: [113.2, 22.8] },
  { id: 'nanhai', nameZh: '南海区', label: [113, 23.1] },
);
const data: MapData = { towns, districts };

const scene: Scene = {
  theme: 'light',
  sites: ['a', 'b'].map((id, i) => ({
    id,
    position: wgs84(113 + i / 10, 23),
    cluster: 'home',
    group: 'project',
    extent: 'point',
    precision: 'exact',
    radiusM: 200,
    label: id,
    dimmed: false,
  })),
  labels: { '440604010': 'Shiwanzhen', shunde: 'Shunde' },
  words: { map: 'Map', north: 'North', sources: 'Sources', mark: '' },
  attribution: [],
  selectedId: null,
  hoveredId: null,
  selectedDistrict: null,
  allRadii: false,
  base: 'thematic',
  padding: { top: 0, right: 0, bottom: 0, left: 0 },
  reducedMotion: false,
};

/** Names of the collections that are other objects than before. */
function changed(change: Partial<Scene>, zoomStep = 10): string[] {
  const collect = createCollections();
  const before = collect(scene, data, 10).collections;
  const after = collect({ ...scene, ...change }, data, zoomStep).collections;
  return [...after].filter(([name, collection]) => before.get(name) !== collection).map(([name]) => name);
}

describe('collections', () => {
  it('upload nothing when nothing that is drawn changed', () => {
    expect(changed({ padding: { top: 1, right: 0, bottom: 0, left: 0 }, words: { ...scene.words } })).toEqual([]);
  });

  it('change only what a hover, a selection or a district touches', () => {
    expect(changed({ hoveredId: 'a' })).toEqual(['highlight']);
    expect(changed({ selectedId: 'a' }).sort()).toEqual(['radii', 'sites']);
    expect(changed({ selectedDistrict: 'shunde' })).toEqual(['selected-district']);
    expect(changed({ allRadii: true })).toEqual(['radii']);
  });

  it('name the context anew in another language, and leave the sites alone', () => {
    expect(changed({ labels: {} }).sort()).toEqual(['area-names', 'ground', 'places', 'stations', 'towns']);
  });

  it('name rivers in the language of the interface', () => {
    const waterways = points({ kind: 'river-name', nameZh: '西江', nameEn: 'Xijiang River' });
    const labelIn = (nameOf: Scene['nameOf']): unknown =>
      createCollections()({ ...scene, ...(nameOf === undefined ? {} : { nameOf }) }, { ...data, waterways }, 10)
        .collections.get('ground')
        ?.features.find(({ properties }) => properties?.['part'] === 'waterways')?.properties?.['label'];
    expect(labelIn(undefined)).toBe('西江');
    expect(labelIn(({ nameEn }) => nameEn)).toBe('Xijiang River');
  });

  it('spread anew at another zoom step', () => {
    expect(changed({}, 10.5)).toContain('sites');
  });
});

describe('memo', () => {
  it('calls again only for other arguments', () => {
    let calls = 0;
    const add = memo((a: number, b: number) => {
      calls++;
      return a + b;
    });
    expect([add(1, 2), add(1, 2), add(2, 2), add(1, 2)]).toEqual([3, 3, 4, 3]);
    expect(calls).toBe(3);
  });
});

describe('labels', () => {
  it('come from the caller by id, code or name, else are the Chinese name', () => {
    expect(labelOf({ code: '440604010', nameZh: '石湾镇街道' }, scene.labels)).toBe('Shiwanzhen');
    expect(labelOf({ name: '祖庙' }, { 祖庙: 'Zumiao' })).toBe('Zumiao');
    expect(labelOf({ id: 'nanhai', nameZh: '南海区' }, scene.labels)).toBe('南海区');
    expect(labelOf({ name: null }, scene.labels)).toBe('');
    expect(labelOf(null, scene.labels)).toBe('');
  });

  it('of districts stand at the point that the build chose', () => {
    const features = createCollections()(scene, data, 10).collections.get('area-names')?.features ?? [];
    expect(features.map(({ geometry }) => geometry)).toContainEqual({ type: 'Point', coordinates: [113.2, 22.8] });
    expect(features.map(({ properties }) => properties?.['label'])).toEqual(['Shunde', '南海区']);
  });
});

describe('district outline', () => {
  it('is the one district, or nothing', () => {
    expect(districtOutline(districts, 'shunde').features).toHaveLength(1);
    expect(districtOutline(districts, null).features).toEqual([]);
  });
});

describe('ground', () => {
  it('holds every part of the context that is there, marked with its name', () => {
    const collections = createCollections()(scene, { ...data, runways: points({ name: '31' }) }, 10).collections;
    const parts = collections.get('ground')?.features.map(({ properties }) => properties?.['part']);
    expect(parts).toEqual(['districts', 'districts', 'runways']);
  });
});

describe('finer context', () => {
  const lines = points({ class: 'primary' });
  const of = (osm: Scene['osm']) => createCollections()({ ...scene, osm }, { ...data, roads: lines }, 10).collections;

  it('takes the place of what is built in where it is there', () => {
    const roadsOf = (collections: ReturnType<typeof of>) =>
      collections.get('ground')?.features.filter(({ properties }) => properties?.['part'] === 'roads').length;
    expect(roadsOf(of(null))).toBe(lines.features.length);
    expect(roadsOf(of({ day: '2026-11-01' }))).toBe(0);
  });
});

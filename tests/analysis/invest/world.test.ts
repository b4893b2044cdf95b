/** What distances are measured to: only what is there, and only where it is known to be. */
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measure } from '../../../src/analysis/invest/measure.ts';
import { segmentsOf } from '../../../src/analysis/invest/plane.ts';
import { neighboursOf, type WorldData, worldOf } from '../../../src/analysis/invest/world.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import type { Site } from '../../../src/domain/site.ts';
import { makeSite } from '../../fixtures/site.ts';

const lines = (lat: number) => [
  [
    [113, lat],
    [113.1, lat],
  ],
];
const road = (lat: number, properties: object): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiLineString', coordinates: lines(lat) },
});
const station = (name: string | null, given: object = {}): WorldData['stations']['features'][number] => ({
  type: 'Feature',
  properties: { name, mode: 'metro', planned: false, ...given },
  geometry: { type: 'Point', coordinates: [113, 23] },
});
const nothing: WorldData = {
  stations: { type: 'FeatureCollection', features: [] },
  places: { type: 'FeatureCollection', features: [] },
  roads: { type: 'FeatureCollection', features: [] },
};

describe('the world of the finder', () => {
  it('has motorways that are open, and no other roads', () => {
    const features = [
      road(23, { class: 'motorway', underConstruction: false }),
      road(23.1, { class: 'motorway', underConstruction: true }),
      road(23.2, { class: 'primary', underConstruction: false }),
    ];
    const { motorways } = worldOf([], { ...nothing, roads: { type: 'FeatureCollection', features } });
    expect(motorways).toEqual(segmentsOf(lines(23)));
  });

  it('measures to junctions where an OpenStreetMap file gives them, and says so', () => {
    const roads = [road(23, { class: 'motorway', underConstruction: false })];
    const world = worldOf([], {
      ...nothing,
      roads: { type: 'FeatureCollection', features: roads },
      osm: {
        info: {
          ...{ state: '2026-11-01T00:00:00Z', from: 'a.osm.pbf', attribution: '©', licence: 'ODbL 1.0' },
          ...{ minzoom: 7, maxzoom: 14 },
        },
        junctions: {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              geometry: { type: 'Point', coordinates: [113, 23.05] },
              properties: { name: '样本出口', ref: '12' },
            },
          ],
        },
      },
    });
    expect([world.origins.motorway.note, world.origins.motorway.date]).toEqual(['junctions', '2026-11-01']);
    expect([world.origins.station.note, world.origins.airport.note]).toEqual(['station-osm', 'airport-error']);
    const site = makeSite('s', { position: wgs84(113, 23.04), radiusM: 50, precision: 'exact' });
    const value = measure('motorway', world, site, [], 5_000);
    if (!value.known || value.said.kind !== 'distance') throw new Error('not measured');
    expect([value.nearest?.nameZh, Math.round(value.said.value / 10)]).toEqual(['样本出口 12', 111]);
    expect(Math.round(value.said.max - value.said.value)).toBe(150);
  });

  it('has stations of metro and rail that run and have a name', () => {
    const features = [
      station('祖庙'),
      station('佛山西', { mode: 'rail' }),
      station('有轨', { mode: 'tram' }),
      station('暂定', { planned: true }),
      station(null),
    ];
    const { targets } = worldOf([], { ...nothing, stations: { type: 'FeatureCollection', features } });
    expect(targets.station.map(({ nameZh }) => nameZh)).toEqual(['祖庙', '佛山西']);
  });

  it('has sites of each kind whose place and error are known', () => {
    const college = (id: string, given: Partial<Site> = {}) => makeSite(id, { kind: 'college', ...given });
    const sites = [
      college('known'),
      college('no-point', { position: null }),
      college('no-error', { radiusM: null }),
      college('coarse', { precision: 'district' }),
      makeSite('venue', { kind: 'venue' }),
    ];
    const { targets } = worldOf(sites, nothing);
    expect([targets.college, targets.venue, targets.laboratory].map((of) => of.map(({ siteId }) => siteId))).toEqual([
      ['known'],
      ['venue'],
      [],
    ]);
  });

  it('has as neighbours the projects of the clusters asked for, without parts and oneself', () => {
    const project = (id: string, given: Partial<Site> = {}) =>
      makeSite(id, { kind: 'project', industryCluster: 'auto', ...given });
    const sites = [
      project('own'),
      project('other'),
      project('part', { parent: 'other' }),
      project('food', { industryCluster: 'food' }),
      makeSite('park', { industryCluster: 'auto' }),
    ];
    const found = neighboursOf(worldOf(sites, nothing), ['auto'], { id: 'own', parent: null }).map(({ id }) => id);
    expect(found).toEqual(['other']);
  });
});

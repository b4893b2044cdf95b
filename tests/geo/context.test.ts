/** Stations, places, runways and metro lines from small sources. */
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { metroLineCollection } from '../../geo/steps/metro-lines.ts';
import { airportPlaces, baiyunPlace, portPlaces, roadPlaces, runwayCollection } from '../../geo/steps/places.ts';
import { readStations, stationsNear } from '../../geo/steps/stations.ts';
import { districts } from './record-fixtures.ts';

const point = (lng: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lng, lat] });
const line = (...coordinates: number[][]): Geometry => ({ type: 'LineString', coordinates });
const collection = (...features: [geometry: Geometry, properties: Record<string, unknown>][]) => ({
  type: 'FeatureCollection' as const,
  features: features.map(([geometry, properties]) => ({ type: 'Feature' as const, geometry, properties })),
});

describe('stations', () => {
  const near = (...features: Parameters<typeof collection>) =>
    stationsNear(readStations(collection(...features), 's').stations, districts).features;

  it('are planned where the name says 暂定, and metro, rail or tram', () => {
    const stations = near(
      [point(113.2, 22.9), { name: '里湖新城(暂定)', station: 'tram_stop' }],
      [point(113.21, 22.9), { name: '祖庙', station: 'subway' }],
      [point(113.22, 22.9), { name: '容桂', station: 'train' }],
    );
    expect(stations.map(({ properties }) => properties)).toEqual([
      { name: '里湖新城(暂定)', nameEn: 'Lihu New Town', mode: 'tram', planned: true },
      { name: '祖庙', nameEn: 'Zumiao', mode: 'metro', planned: false },
      { name: '容桂', nameEn: 'Ronggui', mode: 'rail', planned: false },
    ]);
  });

  it('lie in the city or within 5 km of it', () => {
    const names = near(
      [point(113.2, 22.9), { name: '内', station: 'subway' }],
      // 4.1 km and 6.2 km east of the squares.
      [point(113.34, 22.9), { name: '近', station: 'subway' }],
      [point(113.36, 22.9), { name: '远', station: 'subway' }],
    ).map(({ properties }) => properties.name);
    expect(names).toEqual(['内', '近']);
  });

  it('are one point a station and mode, and unnamed ones stay', () => {
    const stations = near(
      [point(113.2, 22.9), { name: '祖庙', station: 'subway' }],
      [point(113.201, 22.9), { name: '祖庙', station: 'subway' }],
      [point(113.201, 22.9), { name: '祖庙', station: 'train' }],
      [point(113.2, 22.9), { station: 'subway' }],
      [point(113.2, 22.9), { station: 'subway' }],
    );
    expect(stations.map(({ properties: { name, mode } }) => [name, mode])).toEqual([
      ['祖庙', 'metro'],
      ['祖庙', 'rail'],
      [null, 'metro'],
      [null, 'metro'],
    ]);
  });

  it('report a kind that is not known and a geometry that is no point', () => {
    const source = collection(
      [point(113, 23), { name: '甲', station: 'funicular' }],
      [line([113, 23], [113.1, 23]), { name: null, station: 'train' }],
    );
    expect(readStations(source, 's').problems.map(({ reason }) => reason)).toEqual([
      'unknown kind of station "funicular"',
      'the geometry is not a point',
    ]);
  });
});

describe('places', () => {
  const at = { lon: '113.1', lat: '22.9', source: 'a table' };

  it('have their names and codes apart', () => {
    const { places } = portPlaces([{ ...at, name: '三山港 Sanshan, Nanhai (CNSSH)', est_error_km: '2' }], 'p');
    expect(places[0]?.properties).toMatchObject({
      ...{ kind: 'port', nameZh: '三山港', nameEn: 'Sanshan, Nanhai', code: 'CNSSH', radiusM: 2000, rights: 'clear' },
    });
    expect(airportPlaces([{ ...at, name: '佛山沙堤机场 Shadi (FUO)' }], 'a').places[0]?.properties).toMatchObject({
      ...{ kind: 'airport', nameZh: '佛山沙堤机场', nameEn: 'Shadi', code: 'FUO', rights: 'unclear' },
    });
  });

  it('of roads are toll plazas and service areas, and marked as of AMap', () => {
    const rows = ['toll plaza', 'service area', 'ramp'].map((kind) => ({ ...at, name: kind, kind }));
    expect(roadPlaces(rows, 't').places.map(({ properties: { kind, rights } }) => [kind, rights])).toEqual([
      ['toll-gate', 'unclear'],
      ['service-area', 'unclear'],
    ]);
  });

  it('report a row without a position', () => {
    expect(portPlaces([{ name: '甲港 A (CNAAA)', est_error_km: '2', lon: '', lat: '23' }], 'p').problems).toEqual([
      { file: 'p', record: '甲港 A (CNAAA)', reason: 'no position, or no error of position' },
    ]);
  });
});

describe('runways', () => {
  const runways = runwayCollection(
    collection(
      [line([113.3, 23.4], [113.3, 23.41], [113.3, 23.43]), { ref: '01/19' }],
      [line([113.1, 23], [113.1, 23.005]), {}],
      [line([115, 23], [115, 23.03]), { ref: '09/27' }],
    ),
    [112, 22, 114, 24],
  );

  it('are straight from end to end, and those in the box', () => {
    expect(runways.features.map(({ geometry, properties }) => [properties.ref, geometry.coordinates])).toEqual([
      [
        '01/19',
        [
          [113.3, 23.4],
          [113.3, 23.43],
        ],
      ],
      [
        null,
        [
          [113.1, 23],
          [113.1, 23.005],
        ],
      ],
    ]);
  });

  it('put Baiyun in the middle of the long ones', () => {
    const [place] = baiyunPlace(runways);
    expect(place).toMatchObject({ geometry: { coordinates: [113.3, 23.415] }, properties: { code: 'CAN' } });
    expect(place?.properties.radiusM).toBe(1700);
  });
});

describe('metro lines', () => {
  it('say how many stations they join, and which are passed over', () => {
    const source = collection(
      [line([113, 23], [113.1, 23]), { name: '广佛线', stations_used: 25, stations_total: 25 }],
      [line([113, 23], [113.1, 23]), { name: '广州地铁7号线', stations_used: 19, stations_total: 28 }],
      [line([113, 23], [113.1, 23]), { name: '佛山地铁9号线' }],
    );
    const { lines, problems } = metroLineCollection(source, 'm');
    expect(problems).toEqual([{ file: 'm', record: '佛山地铁9号线', reason: 'no English name' }]);
    expect(lines.features.map(({ properties: { nameEn, quality } }) => [nameEn, quality.en])).toEqual([
      ['Guangfo Line', 'Schematic: straight lines joining 25 of 25 stations, not the route'],
      [
        'Guangzhou Metro Line 7',
        'Schematic: straight lines joining 19 of 28 stations, not the route; missing stations are passed over or cut off',
      ],
    ]);
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { districtOf } from '../../geo/steps/districts.ts';
import { buildGeodata, CONTEXT_BBOX } from '../../geo/steps/geodata.ts';
import { metroLineCollection } from '../../geo/steps/metro-lines.ts';
import { airportPlaces, portPlaces, roadPlaces, runwayCollection } from '../../geo/steps/places.ts';
import { distanceM, distanceToLineM } from '../../geo/steps/planar.ts';
import { readStations } from '../../geo/steps/stations.ts';
import { inBbox } from '../../src/domain/position.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { StationCollection } from '../../src/domain/schema/station.ts';
import { geodataInputs } from './geodata-inputs.ts';

const inputs = geodataInputs();
const built = buildGeodata(inputs);
const stations = built.stations.features;
const runways = runwayCollection(inputs.runways, CONTEXT_BBOX);

describe('all geographic outputs', () => {
  it('have no problems, a credit each, and stay within their size', () => {
    expect(built.problems).toEqual([]);
    const sizes = Object.values(built.files).map((file) => gzipSync(JSON.stringify(file), { level: 9 }).length);
    expect(sizes).toHaveLength(12);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(300 * 1024);
    for (const { attribution, licence } of Object.values(built.files)) {
      expect(attribution.length).toBeGreaterThan(5);
      expect(licence.length).toBeGreaterThan(2);
    }
  });
});

describe('stations', () => {
  const named = (name: string) => stations.filter(({ properties }) => properties.name === name);

  it('hold to the contract', () => {
    expect(problemsOf(StationCollection, built.stations)).toEqual([]);
  });

  it('lie in the city or within 5 km of it', () => {
    const outside = stations.filter(({ geometry }) => districtOf(geometry.coordinates, built.exact) === null);
    expect(outside.length).toBeGreaterThan(20);
    expect(stations.length - outside.length).toBeGreaterThan(120);
    const rings = built.exact.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    );
    for (const { geometry } of outside) {
      expect(Math.min(...rings.map((ring) => distanceToLineM(geometry.coordinates, ring)))).toBeLessThan(5200);
    }
    expect(named('深圳北')).toEqual([]);
  });

  it('are planned where the name says 暂定, and metro, rail or tram', () => {
    expect(named('里湖新城(暂定)').map(({ properties }) => properties)).toEqual([
      { name: '里湖新城(暂定)', mode: 'tram', planned: true },
    ]);
    expect(named('祖庙').map(({ properties }) => properties)).toEqual([
      { name: '祖庙', mode: 'metro', planned: false },
    ]);
    expect(named('容桂').map(({ properties }) => properties.mode)).toEqual(['rail']);
    expect(stations.filter(({ properties }) => properties.planned)).toHaveLength(13);
  });

  it('are one point a station and mode, and unnamed ones stay', () => {
    const again = stations.filter(({ properties: a, geometry: p }, i) =>
      stations
        .slice(0, i)
        .some(
          ({ properties: b, geometry: q }) =>
            a.name !== null && a.name === b.name && a.mode === b.mode && distanceM(p.coordinates, q.coordinates) < 300,
        ),
    );
    expect(again).toEqual([]);
    expect(stations.filter(({ properties }) => properties.name === null).length).toBeGreaterThan(50);
  });

  it('report a kind that is not known and a geometry that is no point', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [113, 23],
        [113.1, 23],
      ],
    };
    const point = { type: 'Point' as const, coordinates: [113, 23] };
    const features = [
      { type: 'Feature' as const, geometry: point, properties: { name: '甲', station: 'funicular' } },
      { type: 'Feature' as const, geometry: line, properties: { name: null, station: 'train' } },
    ];
    expect(readStations({ type: 'FeatureCollection', features }, 's').problems.map(({ reason }) => reason)).toEqual([
      'unknown kind of station "funicular"',
      'the geometry is not a point',
    ]);
  });
});

describe('places', () => {
  const ports = portPlaces(inputs.ports, 'ports').places;

  it('are 8 ports, 2 airports, 6 toll plazas and 4 service areas', () => {
    const kinds =
      built.files['places.geojson']?.features.map(({ properties }) =>
        properties !== null && 'kind' in properties ? properties.kind : null,
      ) ?? [];
    const count = (kind: string): number => kinds.filter((other) => other === kind).length;
    expect(['port', 'airport', 'toll-gate', 'service-area'].map(count)).toEqual([8, 2, 6, 4]);
    expect(kinds).toHaveLength(20);
  });

  it('have their names and codes apart', () => {
    const names = ports.map(({ properties: { nameZh, nameEn, code } }) => [nameZh, nameEn, code]);
    expect(names).toContainEqual(['三山港', 'Sanshan, Nanhai', 'CNSSH']);
    expect(names).toContainEqual(['高明港', 'Gaoming Port', 'CNGOM']);
    expect(airportPlaces(inputs.airports, 'a').places[0]?.properties).toMatchObject({
      nameZh: '佛山沙堤机场',
      nameEn: 'Shadi',
      code: 'FUO',
      rights: 'unclear',
    });
  });

  it('keep the error of position of each port and mark AMap positions', () => {
    expect(ports.map(({ properties }) => properties.radiusM)).toEqual([2000, 5000, 2000, 2000, 3000, 2000, 3000, 3000]);
    expect(roadPlaces(inputs.tollgates, 't').places.every(({ properties }) => properties.rights === 'unclear')).toBe(
      true,
    );
  });

  it('report a row without a position', () => {
    expect(portPlaces([{ name: '甲港 A (CNAAA)', est_error_km: '2', lon: '', lat: '23' }], 'p').problems).toEqual([
      { file: 'p', record: '甲港 A (CNAAA)', reason: 'no position, or no error of position' },
    ]);
  });
});

describe('runways', () => {
  it('are those around the city, the five of Baiyun among them', () => {
    expect(
      runways.features
        .filter(({ properties }) => properties.lengthM > 2000)
        .map(({ properties }) => properties.ref)
        .sort(),
    ).toEqual(['01L/19R', '01R/19L', '02L/20R', '02R/20L', '03/21']);
    expect(
      runways.features.every(({ geometry }) =>
        geometry.coordinates.some(([lng = 0, lat = 0]) => inBbox([lng, lat], CONTEXT_BBOX)),
      ),
    ).toBe(true);
  });

  it('are straight: leaving out the points between the ends moves the line by less than 15 m', () => {
    for (const { geometry } of inputs.runways.features) {
      if (geometry?.type !== 'LineString') continue;
      const ends = [geometry.coordinates[0] ?? [], geometry.coordinates[geometry.coordinates.length - 1] ?? []];
      expect(Math.max(...geometry.coordinates.map((position) => distanceToLineM(position, ends)))).toBeLessThan(15);
    }
  });
});

describe('metro lines', () => {
  it('say how many stations they join', () => {
    const { lines, problems } = metroLineCollection(inputs.metroLines, 'm');
    expect(problems).toEqual([]);
    expect(lines.features.map(({ properties }) => properties.nameEn)).toEqual([
      'Foshan Metro Line 2',
      'Guangfo Line',
      'Guangzhou Metro Line 7',
    ]);
    expect(lines.features.map(({ properties }) => /\d+\/\d+/.exec(properties.quality.zh)?.[0])).toEqual([
      '17/17',
      '25/25',
      '19/28',
    ]);
  });
});

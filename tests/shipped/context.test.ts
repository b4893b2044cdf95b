/** The ground as the sources in geo/sources give it, apart from the boundaries. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { toWgs84 } from '../../geo/steps/datum.ts';
import { districtOf } from '../../geo/steps/districts.ts';
import { buildGeodata, GEO_SOURCES } from '../../geo/steps/geodata.ts';
import { distanceM, distanceToLineM } from '../../geo/steps/planar.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { PlaceCollection } from '../../src/domain/schema/place.ts';
import { StationCollection } from '../../src/domain/schema/station.ts';
import { collection, geodataInputs, rows } from './geodata-inputs.ts';

const inputs = geodataInputs();
const built = buildGeodata(inputs);
const stations = built.stations.features;

describe('all geographic outputs', () => {
  it('have no problems, a credit each, and stay within their size', () => {
    expect(built.problems).toEqual([]);
    const sizes = Object.values(built.files).map((file) => gzipSync(JSON.stringify(file), { level: 9 }).length);
    expect(sizes.reduce((a, b) => a + b)).toBeLessThan(300 * 1024);
    for (const { attribution, licence } of Object.values(built.files)) {
      expect(attribution).not.toBe('');
      expect(licence).not.toBe('');
    }
  });

  it('hold to the contract', () => {
    expect(problemsOf(StationCollection, built.stations)).toEqual([]);
    expect(problemsOf(PlaceCollection, built.files['places.geojson'])).toEqual([]);
  });
});

describe('stations', () => {
  it('lie in the city or within 5 km of it', () => {
    const outside = stations.filter(({ geometry }) => districtOf(geometry.coordinates, built.districts) === null);
    const rings = built.districts.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    );
    for (const { geometry } of outside) {
      expect(Math.min(...rings.map((ring) => distanceToLineM(geometry.coordinates, ring)))).toBeLessThan(5200);
    }
  });

  it('are one point a station and mode', () => {
    const again = stations.filter(({ properties: a, geometry: p }, i) =>
      stations
        .slice(0, i)
        .some(
          ({ properties: b, geometry: q }) =>
            a.name !== null && a.name === b.name && a.mode === b.mode && distanceM(p.coordinates, q.coordinates) < 300,
        ),
    );
    expect(again).toEqual([]);
  });
});

it('runways are straight: leaving out the points between the ends moves the line by less than 15 m', () => {
  for (const { geometry } of inputs.runways.features) {
    if (geometry?.type !== 'LineString') continue;
    const ends = [geometry.coordinates[0] ?? [], geometry.coordinates[geometry.coordinates.length - 1] ?? []];
    expect(Math.max(...geometry.coordinates.map((position) => distanceToLineM(position, ends)))).toBeLessThan(15);
  }
});

describe('the toll gates as stored', () => {
  const motorways = collection(GEO_SOURCES.roads).features.filter(({ properties }) => properties?.class === 'motorway');
  const toMotorway = (position: readonly number[]): number =>
    Math.min(
      ...motorways.map(({ geometry }) =>
        geometry?.type === 'LineString' ? distanceToLineM(position, geometry.coordinates) : Infinity,
      ),
    );
  const positions = rows(GEO_SOURCES.tollgates)
    .filter(({ kind }) => kind === 'toll plaza' || kind === 'service area')
    .map(({ lon, lat }) => [Number(lon), Number(lat)]);
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

  it('are converted already: a second conversion takes them off the motorways', () => {
    expect(positions.length).toBeGreaterThan(0);
    expect(Math.max(...positions.map(toMotorway))).toBeLessThan(150);
    expect(median(positions.map((position) => toMotorway(toWgs84(position, 'gcj02'))))).toBeGreaterThan(200);
  });
});

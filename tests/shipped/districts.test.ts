import { gzipSync } from 'node:zlib';
import { area } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { NEIGHBOUR_BBOX } from '../../geo/steps/borders.ts';
import { buildBoundaries } from '../../geo/steps/boundaries.ts';
import { districtOf } from '../../geo/steps/districts.ts';
import { checkAreas, checkRings, checkStations } from '../../geo/steps/districts-check.ts';
import { distanceToLineM } from '../../geo/steps/planar.ts';
import { readStations } from '../../geo/steps/stations.ts';
import { type DistrictCollection, DistrictCollection as schema } from '../../src/domain/schema/area.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import type { Datum } from '../../src/domain/vocabulary.ts';
import { geodataInputs, segments } from './geodata-inputs.ts';

const { districts: source, neighbours, ...context } = geodataInputs();
const { stations } = readStations(context.stations, 'stations');
const build = (datum: Datum) => buildBoundaries({ districts: { ...source, datum }, neighbours, stations });
const built = build(source.datum);
const levels = [
  ['exact', built.exact],
  ['detail', built.detail],
  ['overview', built.overview],
] as const;
const ringsOf = ({ geometry }: DistrictCollection['features'][number]): number[][][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
const gzipped = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;

describe('the boundary source', () => {
  it('passes every check when read as what it is', () => {
    expect(built.problems).toEqual([]);
  });

  it.skipIf(source.datum === 'wgs84')('puts all three border stations on the wrong side when read as WGS-84', () => {
    expect(build('wgs84').problems.map(({ record }) => record)).toEqual(['滘口', '河沙', '叠滘']);
  });
});

describe.each(levels)('districts, %s', (_, districts) => {
  it('hold to the contract, in order', () => {
    expect(problemsOf(schema, districts)).toEqual([]);
    expect(districts.features.map(({ properties }) => properties.id)).toEqual([
      'chancheng',
      'nanhai',
      'shunde',
      'sanshui',
      'gaoming',
    ]);
  });

  it('have the official areas to 0.6 %', () => {
    expect(districts.features.map(({ properties }) => properties.officialKm2)).toEqual([154, 1072, 806, 828, 938]);
    expect(checkAreas(districts, 'x')).toEqual([]);
  });

  it('state areas on the ellipsoid, 0.24 % below those on a sphere', () => {
    for (const feature of districts.features) {
      const sphereKm2 = area(feature) / 1e6;
      expect(sphereKm2 / feature.properties.areaKm2).toBeGreaterThan(1.002);
      expect(sphereKm2 / feature.properties.areaKm2).toBeLessThan(1.003);
    }
  });

  it('leave both enclaves open', () => {
    expect(districtOf([113.0695, 23.2399], districts)).toBeNull();
    expect(districtOf([112.7839, 23.004], districts)).toBeNull();
    expect(districtOf([113.06, 23.22], districts)).toBe('nanhai');
    expect(districtOf([112.77, 22.99], districts)).toBe('gaoming');
  });

  it('share their inner edges: every segment of the mesh has one or two sides', () => {
    const count = new Map<string, number>();
    for (const segment of segments(districts.features.flatMap(ringsOf)))
      count.set(segment, (count.get(segment) ?? 0) + 1);
    expect(Math.max(...count.values())).toBe(2);
    const inner = [...count.values()].filter((n) => n === 2).length;
    expect(inner / count.size).toBeGreaterThan(0.15);
    // Were an edge thinned differently on its two sides, the lone segments would not close into rings.
    const degree = new Map<string, number>();
    for (const [segment, n] of count) {
      if (n === 1) for (const end of segment.split(' ')) degree.set(end, (degree.get(end) ?? 0) + 1);
    }
    expect([...degree.values()].every((n) => n === 2)).toBe(true);
  });

  it('have labels well inside', () => {
    for (const feature of districts.features) {
      const { id, label } = feature.properties;
      expect(districtOf(label, districts)).toBe(id);
      expect(Math.min(...ringsOf(feature).map((ring) => distanceToLineM(label, ring)))).toBeGreaterThan(2500);
    }
  });

  it('do not cross themselves', () => {
    expect(districts.features.flatMap(ringsOf).flatMap(crossings)).toEqual([]);
  });
});

describe('levels of detail', () => {
  it('keep to their size', () => {
    expect(gzipped(built.detail)).toBeLessThan(45 * 1024);
    expect(gzipped(built.overview)).toBeLessThan(8 * 1024);
  });

  it('report a lost enclave', () => {
    const closed = structuredClone(built.detail);
    for (const { geometry } of closed.features) {
      if (geometry.type === 'MultiPolygon')
        geometry.coordinates = geometry.coordinates.map((rings) => rings.slice(0, 1));
    }
    expect(checkRings(built.exact, closed, 'x').map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      'nanhai: 1 of 2 rings are left',
      'gaoming: 1 of 2 rings are left',
    ]);
  });
});

describe('checks', () => {
  it('report an area that is off, and a station that is missing', () => {
    const small = structuredClone(built.detail);
    const chancheng = small.features[0];
    if (chancheng !== undefined) chancheng.properties.areaKm2 = 150;
    expect(checkAreas(small, 'x')).toEqual([
      { file: 'x', record: 'chancheng', reason: '150 km² is -2.60 % off the official 154 km² (at most 0.6 %)' },
    ]);
    expect(checkStations(built.exact, { type: 'FeatureCollection', features: [] }, 'x')).toHaveLength(3);
  });
});

describe('border lines', () => {
  const [inner, outer] = built.borders.features.map(({ geometry }) => segments(geometry.coordinates));
  const all = [...(inner ?? []), ...(outer ?? [])];

  it('hold each edge of the detailed districts once', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all)).toEqual(new Set(segments(built.detail.features.flatMap(ringsOf))));
  });

  it('tell inner borders from the outline with its enclaves', () => {
    const sides = segments(built.detail.features.flatMap(ringsOf));
    const twice = sides.filter((segment, i) => sides.indexOf(segment) !== i);
    expect(new Set(inner)).toEqual(new Set(twice));
  });
});

describe.skipIf(neighbours === null)('neighbours that the settings name', () => {
  const lines = built.neighbours.features.flatMap(({ geometry }) =>
    geometry.type === 'MultiLineString' ? geometry.coordinates : [],
  );

  it('have borders that neither run along the clip box nor repeat the city outline', () => {
    const [west, south, east, north] = NEIGHBOUR_BBOX;
    const along = lines.flatMap((line) =>
      line
        .slice(1)
        .filter(
          ([x, y], i) =>
            ((x === west || x === east) && line[i]?.[0] === x) || ((y === south || y === north) && line[i]?.[1] === y),
        ),
    );
    expect(lines.length).toBeGreaterThan(0);
    expect(along).toEqual([]);
    const outline = new Set(built.borders.features.flatMap(({ geometry }) => segments(geometry.coordinates)));
    expect(segments(lines).filter((segment) => outline.has(segment))).toEqual([]);
  });

  it('share the detailed outline of the city, so that no gap opens along it', () => {
    const areas = built.neighbours.features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
    );
    const theirs = new Set(segments(areas));
    const outline = segments(built.borders.features[1]?.geometry.coordinates ?? []);
    // The rest is the border with a prefecture that the source lacks.
    expect(outline.filter((segment) => theirs.has(segment)).length / outline.length).toBeGreaterThan(0.95);
  });
});

describe('neighbours', () => {
  it('may be left out: no feature, and the whole outline of the city is still there', () => {
    const alone = buildBoundaries({ districts: source, neighbours: null, stations });
    expect(alone.neighbours.features).toEqual([]);
    expect(alone.problems).toEqual([]);
    const city = alone.detail.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    );
    const lines = alone.borders.features.flatMap(({ geometry }) => geometry.coordinates);
    expect(new Set(segments(lines))).toEqual(new Set(segments(city)));
  });
});

/** Pairs of segments of a ring that cross each other at a point inside both. */
function crossings(ring: number[][]): string[] {
  const found: string[] = [];
  const side = (a: number[], b: number[], p: number[]): number => {
    const [[ax = 0, ay = 0], [bx = 0, by = 0], [px = 0, py = 0]] = [a, b, p];
    return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
  };
  for (let i = 1; i < ring.length; i++) {
    const [a = [], b = []] = [ring[i - 1], ring[i]];
    const [west, east] = [Math.min(a[0] ?? 0, b[0] ?? 0), Math.max(a[0] ?? 0, b[0] ?? 0)];
    for (let j = i + 2; j < ring.length; j++) {
      const [c = [], d = []] = [ring[j - 1], ring[j]];
      if (Math.min(c[0] ?? 0, d[0] ?? 0) > east || Math.max(c[0] ?? 0, d[0] ?? 0) < west) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0)
        found.push(`${a} - ${b} x ${c} - ${d}`);
    }
  }
  return found;
}

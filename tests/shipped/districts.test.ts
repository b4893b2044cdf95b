import { gzipSync } from 'node:zlib';
import { area } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { buildBoundaries } from '../../geo/steps/boundaries.ts';
import { districtOf } from '../../geo/steps/districts.ts';
import { checkAreas, checkStations } from '../../geo/steps/districts-check.ts';
import { distanceToLineM } from '../../geo/steps/planar.ts';
import { readStations } from '../../geo/steps/stations.ts';
import { type DistrictCollection, DistrictCollection as schema } from '../../src/domain/schema/area.ts';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import type { Datum } from '../../src/domain/vocabulary.ts';
import { asGcj02, geodataInputs, segments } from './geodata-inputs.ts';

const { districts: source, neighbours, ...context } = geodataInputs();
const { stations } = readStations(context.stations, 'stations');
const build = (datum: Datum) => buildBoundaries({ districts: { ...source, datum }, neighbours, stations });
const built = build(source.datum);
const { districts } = built;
const ringsOf = ({ geometry }: DistrictCollection['features'][number]): number[][][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
const gzipped = (value: unknown): number => gzipSync(JSON.stringify(value), { level: 9 }).length;

describe('the boundary source', () => {
  it('passes every check when read as what it is', () => {
    expect(built.problems).toEqual([]);
  });

  it('puts all three border stations on the wrong side where GCJ-02 is read as WGS-84', () => {
    const shifted = asGcj02(source.collection);
    const districts = { ...source, collection: shifted, datum: 'wgs84' } as const;
    const { problems } = buildBoundaries({ districts, neighbours: null, stations });
    expect(problems.map(({ record }) => record)).toEqual(['滘口', '河沙', '叠滘']);
  });
});

describe('districts', () => {
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

  it('say how well their borders are known, and where worse', () => {
    expect(districts.features.map(({ properties }) => properties.accuracyM)).toEqual(
      districts.features.map(() => source.accuracyMetres),
    );
    for (const { at, radiusM } of source.doubtful) expect([at.length, radiusM > 0]).toEqual([2, true]);
  });

  it('stay small enough to be drawn and to decide unthinned', () => {
    expect(gzipped(districts)).toBeLessThan(45 * 1024);
  });

  it('share their inner edges: every segment of the mesh has one or two sides', () => {
    const count = new Map<string, number>();
    for (const segment of segments(districts.features.flatMap(ringsOf)))
      count.set(segment, (count.get(segment) ?? 0) + 1);
    expect(Math.max(...count.values())).toBe(2);
    const inner = [...count.values()].filter((n) => n === 2).length;
    expect(inner / count.size).toBeGreaterThan(0.15);
    // Were an edge different on its two sides, the lone segments would not close into rings.
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
      expect(Math.min(...ringsOf(feature).map((ring) => distanceToLineM(label, ring)))).toBeGreaterThan(2000);
    }
  });

  it('do not cross themselves', () => {
    expect(districts.features.flatMap(ringsOf).flatMap(crossings)).toEqual([]);
  });
});

describe('checks', () => {
  it('report an area that is off, and a station that is missing', () => {
    const small = structuredClone(districts);
    const chancheng = small.features[0];
    if (chancheng !== undefined) chancheng.properties.areaKm2 = 150;
    expect(checkAreas(small, 'x')).toEqual([
      { file: 'x', record: 'chancheng', reason: '150 km² is -2.60 % off the official 154 km² (at most 0.6 %)' },
    ]);
    expect(checkStations(districts, { type: 'FeatureCollection', features: [] }, 'x')).toHaveLength(3);
  });
});

describe('the band of the borders', () => {
  it('reaches as far as the accuracy, and no farther than its corners are cut', () => {
    const band = built.borders.features.find(({ properties }) => properties.kind === 'band');
    if (band?.geometry.type !== 'Polygon' && band?.geometry.type !== 'MultiPolygon') throw new Error('no band');
    const rings = band.geometry.type === 'Polygon' ? band.geometry.coordinates : band.geometry.coordinates.flat();
    const lines = linesOf(built);
    const far = rings.flat().map((corner) => Math.min(...lines.map((line) => distanceToLineM(corner, line))));
    expect(Math.max(...far)).toBeLessThan(1.1 * source.accuracyMetres);
    expect(Math.min(...far)).toBeGreaterThan(0.75 * source.accuracyMetres);
  });
});

describe('border lines', () => {
  const [inner, outer] = (['inner', 'outer'] as const).map((kind) => segments(linesOf(built, kind)));
  const all = [...(inner ?? []), ...(outer ?? [])];

  it('hold each edge of the districts once', () => {
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all)).toEqual(new Set(segments(districts.features.flatMap(ringsOf))));
  });

  it('tell inner borders from the outline with its enclaves', () => {
    const sides = segments(districts.features.flatMap(ringsOf));
    const twice = sides.filter((segment, i) => sides.indexOf(segment) !== i);
    expect(new Set(inner)).toEqual(new Set(twice));
  });
});

describe.skipIf(neighbours === null)('neighbours that the settings name', () => {
  const lines = built.neighbours.features.flatMap(({ geometry }) =>
    geometry.type === 'MultiLineString' ? geometry.coordinates : [],
  );

  it('have borders that do not repeat the city outline', () => {
    expect(lines.length).toBeGreaterThan(0);
    const outline = new Set(segments(linesOf(built)));
    expect(segments(lines).filter((segment) => outline.has(segment))).toEqual([]);
  });

  it('share the outline of the city, so that no gap opens along it', () => {
    const areas = built.neighbours.features.flatMap(({ geometry }) =>
      geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [],
    );
    const theirs = new Set(segments(areas));
    const outline = segments(linesOf(built, 'outer'));
    // The rest is the border with a prefecture that the source lacks.
    expect(outline.filter((segment) => theirs.has(segment)).length / outline.length).toBeGreaterThan(0.95);
  });
});

describe('neighbours', () => {
  it('may be left out: no feature, and the whole outline of the city is still there', () => {
    const alone = buildBoundaries({ districts: source, neighbours: null, stations });
    expect(alone.neighbours.features).toEqual([]);
    expect(alone.problems).toEqual([]);
    const city = alone.districts.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
    );
    const lines = linesOf(alone);
    expect(new Set(segments(lines))).toEqual(new Set(segments(city)));
  });
});

/** Lines of the borders, of one kind where it is named. */
function linesOf({ borders }: ReturnType<typeof build>, kind?: 'inner' | 'outer'): number[][][] {
  return borders.features.flatMap(({ geometry, properties }) =>
    geometry.type === 'MultiLineString' && (kind ?? properties.kind) === properties.kind ? geometry.coordinates : [],
  );
}

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

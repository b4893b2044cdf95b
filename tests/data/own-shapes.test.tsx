/** Lines and areas leave as they are and come back: the same kinds, vertices, points and marks, whatever the format. */
import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import shp from 'shpjs';
import { describe, expect, it } from 'vitest';
import { GRID_IDS, type GridId } from '../../src/data/export/grid.ts';
import type { Imported } from '../../src/data/import/types.ts';
import { markText, parseMark } from '../../src/data/row-mark.ts';
import { geometryAt, geometryKindAt, type RowGeometry } from '../../src/domain/geometries.ts';
import { isDatumAssumed, precisionAt, valueAt } from '../../src/domain/point-set.ts';
import { setTable } from '../../src/panels/export/tables.ts';
import { EXPORT_FORMATS, type ExportFormat, wgs84Only, writeExport } from '../../src/panels/export/write.ts';
import { tonguesOf } from '../../src/panels/paper/languages.ts';
import { makeApp } from '../fixtures/app.tsx';
import { type Pair, SHAPES } from '../fixtures/shapes.ts';
import { imported, textFile } from './import/helpers.ts';

const app = makeApp();
const tongues = await tonguesOf(app.i18n.value, false);

const collection = (shapes: readonly object[], crs?: object) =>
  textFile(
    JSON.stringify({
      type: 'FeatureCollection',
      ...crs,
      features: shapes.map((geometry, at) => ({
        type: 'Feature',
        geometry,
        properties: { 编号: `n${at}`, 名称: `地块${at}`, 面积: 12.5 * at },
      })),
    }),
  );

async function written({ set, receipt }: Imported, format: ExportFormat, grid: GridId = 'wgs84') {
  return writeExport({
    table: setTable(set, '地块', undefined, tongues, receipt.datumSaid === true),
    format,
    grid,
    meta: [],
    tongues,
    base: 'list',
    date: '2026-11-28',
  });
}

/** All of an export, the layers of a Shapefile one by one. */
async function back(went: Imported, format: ExportFormat, grid: GridId = 'wgs84'): Promise<Imported[]> {
  const { name, content } = await written(went, format, grid);
  const first = await imported(content, name);
  const { parts } = first.preview;
  if (format !== 'shapefile' || parts.length === 0) return [first];
  return Promise.all(parts.map((part) => imported(content, name, {}, { part })));
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly geometry: RowGeometry | null;
  readonly facts: readonly unknown[];
}

function rowsOf(all: readonly Imported[]): Row[] {
  const rows = all.flatMap(({ set }) =>
    Array.from({ length: set.count }, (_, row) => {
      const id = set.columns.find(({ name }) => name === '编号');
      return {
        id: id === undefined ? '' : String(valueAt(id, row)),
        kind: geometryKindAt(set.geometries, row),
        geometry: geometryAt(set.geometries, row),
        facts: [
          (set.positions[2 * row] ?? 0).toFixed(10),
          (set.positions[2 * row + 1] ?? 0).toFixed(10),
          set.radiusM[row],
          precisionAt(set, row),
          isDatumAssumed(set),
          set.datum?.byCoordinates[row] ?? null,
        ],
      };
    }),
  );
  return rows.sort((a, b) => a.id.localeCompare(b.id));
}

/** Centimetres between the vertices that lie farthest apart; Infinity where the two are built otherwise. */
function apart(one: RowGeometry | null, other: RowGeometry | null): number {
  if (one === null || other === null) return one === other ? 0 : Infinity;
  if (one.type !== other.type || JSON.stringify(lengths(one)) !== JSON.stringify(lengths(other))) return Infinity;
  const [a, b] = [numbersOf(one), numbersOf(other)];
  let most = 0;
  for (let at = 0; at < a.length; at += 2) {
    const [dx, dy] = [(a[at] ?? 0) - (b[at] ?? 0), (a[at + 1] ?? 0) - (b[at + 1] ?? 0)];
    most = Math.max(most, 100 * Math.hypot(dx * 102_400, dy * 111_320));
  }
  return most;
}
const numbersOf = ({ coordinates }: RowGeometry): number[] =>
  JSON.stringify(coordinates)
    .match(/-?[\d.e-]+/g)
    ?.map(Number) ?? [];
/** How many vertices each ring and part has. */
const lengths = ({ coordinates }: RowGeometry): unknown =>
  JSON.parse(JSON.stringify(coordinates).replace(/\[-?[\d.e-]+,-?[\d.e-]+\]/g, '0'));

function expectSame(went: Imported, came: readonly Imported[]): void {
  const [a, b] = [rowsOf([went]), rowsOf(came)];
  expect(b.map(({ id, kind, facts }) => [id, kind, ...facts])).toEqual(
    a.map(({ id, kind, facts }) => [id, kind, ...facts]),
  );
  const worst = a.map(({ geometry }, at) => apart(geometry, b[at]?.geometry ?? null));
  expect(Math.max(...worst)).toBeLessThan(1);
  for (const { set, receipt } of came) {
    expect(receipt.warnings.filter(({ code }) => code.startsWith('marks') || code === 'shapes-to-points')).toEqual([]);
    expect(set.columns.map(({ name }) => name)).not.toContain('foshan224');
  }
}

const went = await imported(collection(SHAPES), 'parcels.geojson');

it('is a set of every kind', () => {
  expect(rowsOf([went]).map(({ kind }) => kind)).toEqual(['point', 'line', 'line', 'area', 'area', 'area']);
});

describe.each(EXPORT_FORMATS)('lines and areas that go as %s', (format) => {
  it.each(wgs84Only(format) ? (['wgs84'] as const) : GRID_IDS)('come back from %s as they went', async (grid) => {
    expectSame(went, await back(went, format, grid));
  });
});

/** A star around a place: corners at rising angles, so that no edge crosses another. */
const star = fc
  .record({
    x: fc.double({ min: 112.9, max: 113.3, noNaN: true }),
    y: fc.double({ min: 22.75, max: 23.2, noNaN: true }),
    size: fc.double({ min: 0.0005, max: 0.02, noNaN: true }),
    reach: fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 5, maxLength: 24 }),
    holed: fc.boolean(),
  })
  .map(({ x, y, size, reach, holed }) => {
    const corner = (at: number, far: number): Pair => {
      const angle = (2 * Math.PI * at) / reach.length;
      return [x + size * far * Math.cos(angle), y + size * far * Math.sin(angle)];
    };
    const outer = reach.map((far, at) => corner(at, far));
    const inner = reach.map((far, at) => corner(at, far / 3)).reverse();
    const closed = (ring: Pair[]) => [...ring, ...ring.slice(0, 1)];
    return { outer, rings: holed ? [closed(outer), closed(inner)] : [closed(outer)] };
  });
const shape = fc.oneof(
  star.map(({ rings }) => ({ type: 'Polygon', coordinates: rings })),
  star.map(({ outer }) => ({ type: 'LineString', coordinates: outer })),
  star.map(({ outer }) => ({ type: 'Point', coordinates: outer[0] })),
);

it('whatever the shapes, they come back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(shape, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...EXPORT_FORMATS),
      fc.constantFrom(...GRID_IDS),
      async (shapes, format, grid) => {
        const from = await imported(collection(shapes), 'a.geojson');
        expectSame(from, await back(from, format, wgs84Only(format) ? 'wgs84' : grid));
      },
    ),
    { numRuns: 60 },
  );
});

/** The same parcels as a list in GCJ-02 that does not say so: a column of text beside a point of its own. */
const LIST = [
  '编号,名称,geom,经度,纬度',
  'n0,甲,"POLYGON ((113.1 23, 113.14 23, 113.14 23.04, 113.1 23.04, 113.1 23))",113.12,23.02',
  'n1,乙,,113.2,22.9',
].join('\n');

describe('a list with text for its shapes', () => {
  it('gives the shape rather than the point beside it', async () => {
    const { set } = await imported(textFile(LIST), 'a.csv');
    expect([geometryKindAt(set.geometries, 0), geometryKindAt(set.geometries, 1)]).toEqual(['area', 'point']);
  });

  it.each(['csv', 'xlsx'] as const)('comes back as %s with its datum still open, from any grid', async (format) => {
    const list = await imported(textFile(LIST), 'a.csv');
    expect(isDatumAssumed(list.set)).toBe(true);
    for (const grid of GRID_IDS) expectSame(list, await back(list, format, grid));
  });
});

it('the longest mark fits a field of a Shapefile', () => {
  const far = [-113.1234567, 22.1234567] as const;
  const text = markText({
    lng: -113.12345678901234,
    lat: 22.12345678901234,
    radiusM: 1234.56789,
    precision: 'district',
    by: 'coordinates',
    cluster: 'electronics',
    district: 'chancheng',
    town: 440604211,
    site: null,
    datum: {
      kind: 'assumed',
      taken: 'wgs84',
      open: ['wgs84', 'gcj02', 'bd09'],
      ownRadiusM: 1234.56789,
      ownPrecision: 'district',
    },
    shape: { vertices: 10_000_000, southWest: far, northEast: far, mean: far },
  });
  expect(text.length).toBeLessThanOrEqual(254);
  expect(parseMark(text)?.shape).toEqual({ vertices: 10_000_000, southWest: far, northEast: far, mean: far });
  expect(parseMark(text.replace(/,[^,]+$/, ''))).toBeNull();
});

it('a shape of which one corner was moved no longer counts as ours', async () => {
  const { content } = await written(went, 'geojson');
  const moved = (await content.text()).replace('113.0711111111', '113.0711211111');
  const { receipt } = await imported(textFile(moved), 'moved.geojson');
  expect(receipt.warnings).toContainEqual({ code: 'marks-lost', params: { count: 1 } });
});

describe('a Shapefile', () => {
  it('has a layer for each kind, with the attributes of its rows', async () => {
    const { content } = await written(went, 'shapefile');
    const bytes = await content.arrayBuffer();
    const names = Object.keys(unzipSync(new Uint8Array(bytes))).filter((name) => name.endsWith('.shp'));
    expect(names).toEqual(['list-points.shp', 'list-lines.shp', 'list-areas.shp']);
    const layers = await shp(bytes);
    if (!Array.isArray(layers)) throw new Error('several layers expected');
    const read = layers.map(({ features }) =>
      features.map(({ geometry, properties }) => [geometry?.type, properties?.编号]),
    );
    expect(read).toEqual([
      [['Point', 'n0']],
      [
        ['LineString', 'n1'],
        ['MultiLineString', 'n2'],
      ],
      [
        ['Polygon', 'n3'],
        ['MultiPolygon', 'n4'],
        ['Polygon', 'n5'],
      ],
    ]);
    const holed = layers[2]?.features[0]?.geometry;
    expect(holed?.type === 'Polygon' ? holed.coordinates.map(({ length }) => length) : null).toEqual([5, 5, 5]);
  });

  it('winds outer rings clockwise and holes the other way', async () => {
    const areas = await imported(collection([SHAPES[3]]), 'a.geojson');
    const files = unzipSync(new Uint8Array(await (await written(areas, 'shapefile')).content.arrayBuffer()));
    const bytes = files['list.shp'] ?? strToU8('');
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    expect([view.getInt32(32, true), view.getInt32(108, true), view.getInt32(108 + 36, true)]).toEqual([5, 5, 3]);
    const start = 108 + 44 + 4 * 3;
    const areaFrom = (vertex: number) => {
      let twice = 0;
      for (let n = vertex; n < vertex + 4; n++) {
        const at = start + 16 * n;
        twice += view.getFloat64(at, true) * view.getFloat64(at + 24, true);
        twice -= view.getFloat64(at + 16, true) * view.getFloat64(at + 8, true);
      }
      return Math.sign(twice);
    };
    expect([0, 5, 10].map(areaFrom)).toEqual([-1, 1, 1]);
  });
});

it('a shape longer than a cell holds stays out of a workbook, which says so, and the row keeps its point', async () => {
  const ring = Array.from({ length: 1200 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 1200;
    return [113.12 + 0.01 * Math.cos(angle), 23.02 + 0.01 * Math.sin(angle)];
  });
  const long = { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
  const from = await imported(collection([long, SHAPES[3]]), 'a.geojson');
  const { content, name } = await written(from, 'xlsx');
  const [, about] = await readXlsx(content);
  expect(JSON.stringify(about?.data)).toContain('1 个图形超过一个单元格的 32,767 字');
  const came = await imported(content, name);
  expect(rowsOf([came]).map(({ kind }) => kind)).toEqual(['point', 'area']);
  expectSame(from, await back(from, 'csv'));
});

/** Parquet as people have it, through the real importer. */
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { crsOfLogicalType, crsOfProjJson } from '../../../src/data/import/guess/crs-json.ts';
import { epsgOfName } from '../../../src/data/import/guess/crs-names.ts';
import { openFile } from '../../../src/data/import/open-file.ts';
import { errorsOf, FIRMS, importCase, openCase } from './firms.ts';
import { context, fixture, imported, worstError } from './helpers.ts';

test.each([
  ['p-geo-crs-noid.parquet', 'stated'],
  ['p-native-geometry.parquet', 'stated'],
  ['p-lonlat-only.parquet', 'assumed'],
])('the six firms stand where they are in %s, whose datum is %s', async (name, basis) => {
  const result = await importCase(name);
  for (const error of errorsOf(result)) expect(error).toBeLessThan(0.1);
  expect(result.preview.datum.basis).toBe(basis);
});

test('codes of eighteen digits keep every one of them', async () => {
  const { columns } = await openCase('p-lonlat-only.parquet');
  expect(columns.find(({ name }) => name === 'bsm')?.samples[0]).toBe('440604211000000120');
});

test('pages packed with Zstandard are read', async () => {
  const result = await imported(fixture('zstd.parquet'), 'zstd.parquet');
  expect(result.receipt).toMatchObject({ rowsRead: 8, placed: 8 });
  expect(worstError(result)).toBeLessThan(0.01);
});

/** WKB of points, for which `write` gives the bytes of one. */
function point(lng: number, lat: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(21));
  view.setUint8(0, 1);
  view.setUint32(1, 1, true);
  view.setFloat64(5, lng, true);
  view.setFloat64(13, lat, true);
  return new Uint8Array(view.buffer);
}

const names = Object.keys(FIRMS);
const places = Object.values(FIRMS);

/** The six firms with a column of geometries as bytes, and metadata. */
function firms(geometry: readonly Uint8Array[], column: Partial<SchemaElement>, geo?: object): Blob {
  const schema: SchemaElement[] = [
    { name: 'root', num_children: 2 },
    { name: '名称', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
    { name: 'geom', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL', ...column },
  ];
  const bytes = parquetWriteBuffer({
    schema,
    columnData: [
      { name: '名称', data: names },
      { name: column.name ?? 'geom', data: [...geometry] },
    ],
    ...(geo === undefined ? {} : { kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }] }),
  });
  return new Blob([bytes]);
}
const wkb = places.map(([lng, lat]) => point(lng, lat));
const geo = (crs?: unknown) => ({
  version: '1.1.0',
  primary_column: 'geom',
  columns: { geom: { encoding: 'WKB', geometry_types: [], ...(crs === undefined ? {} : { crs }) } },
});

describe('the datum of a geometry column', () => {
  test.each<[string, Blob, string, string]>([
    ['CRS 84 where none is stated', firms(wkb, {}, geo()), 'stated', 'wgs84'],
    ['assumed where it is null', firms(wkb, {}, geo(null)), 'assumed', 'wgs84'],
    ['assumed of a column that is only called so', firms(wkb, {}), 'assumed', 'wgs84'],
    ['assumed of one that is called WKB', firms(wkb, { name: 'WKB' }), 'assumed', 'wgs84'],
    ['that of its name', firms(wkb, {}, geo({ name: 'CGCS2000' })), 'stated', 'wgs84'],
  ])('is %s', async (_, file, basis, datum) => {
    const { preview, receipt } = await imported(file, 'a.parquet');
    expect(preview.datum).toMatchObject({ basis, datum });
    expect(receipt.placedBy.coordinates).toBe(6);
  });

  test('is refused by name where it is an old one', async () => {
    const { datum } = await openFile(
      firms(wkb, {}, geo({ name: 'Xian 1980', id: { authority: 'EPSG', code: 4610 } })),
      'a.parquet',
      context,
    );
    expect(datum.refusal).toEqual({ code: 'geographic-other', params: { name: 'Xian 1980' } });
  });
});

test('bytes that are no geometry cost their own row', async () => {
  const broken = [...wkb.slice(0, 4), Uint8Array.of(1, 2, 3), new Uint8Array()];
  const { receipt } = await imported(firms(broken, {}, geo()), 'a.parquet');
  expect(receipt).toMatchObject({ placed: 4, rowsRead: 6 });
  expect(receipt.rejected.byReason).toEqual([
    { code: 'no-geometry', count: 1 },
    { code: 'unreadable', count: 1 },
  ]);
});

const projected = (name: string, meridian: number, easting: number, scale: number) => ({
  type: 'ProjectedCRS',
  name,
  base_crs: { name: 'China Geodetic Coordinate System 2000', datum: { name: 'China 2000' } },
  conversion: {
    name: 'unnamed',
    method: { name: 'Transverse Mercator' },
    parameters: [
      { name: 'Latitude of natural origin', value: 0 },
      { name: 'Longitude of natural origin', value: meridian },
      { name: 'Scale factor at natural origin', value: scale },
      { name: 'False easting', value: easting },
      { name: 'False northing', value: 0 },
    ],
  },
});

describe('a coordinate system in PROJJSON', () => {
  test.each([
    ['by its number', { name: 'x', id: { authority: 'EPSG', code: 4547 } }, 'epsg:4547'],
    ['by the first of its numbers', { name: 'x', ids: [{ authority: 'EPSG', code: 4547 }] }, 'epsg:4547'],
    ['of the OGC', { name: 'x', id: { authority: 'OGC', code: 'CRS84' } }, 'wgs84'],
    ['by its name', { name: 'CGCS2000 / 3-degree Gauss-Kruger CM 114E' }, 'epsg:4547'],
    ['by its parameters', projected('of the city', 113, 500_000, 1), 'file'],
    ['bound to another', { type: 'BoundCRS', source_crs: { name: 'WGS 84 / UTM zone 49N' } }, 'epsg:32649'],
    ['with heights', { type: 'CompoundCRS', components: [{ name: 'WGS 84' }, { name: 'height' }] }, 'wgs84'],
    ['of an unknown datum', { type: 'GeographicCRS', name: 'Mars 2000' }, null],
    ['of a grid of the city’s own', projected('local', 113, 40_000, 1), null],
  ])('%s', (_, crs, datum) => {
    expect(crsOfProjJson(crs).datum).toBe(datum);
  });
});

test.each([
  [undefined, 'wgs84'],
  ['OGC:CRS84', 'wgs84'],
  ['EPSG:4547', 'epsg:4547'],
  ['srid:32649', 'epsg:32649'],
  ['projjson:own', 'epsg:4526'],
  ['{"name":"WGS 84 / Pseudo-Mercator"}', 'epsg:3857'],
  ['{"name":', null],
  ['srid:2437', null],
])('a column of Parquet’s own type in %j is in %s', (crs, datum) => {
  const metadata = (key: string) => (key === 'own' ? '{"name":"CGCS2000 / 3-degree Gauss-Kruger zone 38"}' : undefined);
  expect(crsOfLogicalType(crs, metadata).datum).toBe(datum);
});

test.each([
  ['WGS 84', 4326],
  ['GCS_WGS_1984', 4326],
  ['CGCS2000', 4326],
  ['China Geodetic Coordinate System 2000', 4326],
  ['WGS 84 / UTM zone 49N', 32649],
  ['WGS_1984_UTM_Zone_50N', 32650],
  ['CGCS2000 / 3-degree Gauss-Kruger CM 114E', 4547],
  ['CGCS2000_3_Degree_GK_CM_114E', 4547],
  ['CGCS2000 / 3-degree Gauss-Kruger zone 38', 4526],
  ['CGCS2000_3_Degree_GK_Zone_38', 4526],
  ['CGCS2000 / Gauss-Kruger CM 111E', 4508],
  ['CGCS2000_GK_CM_111E', 4508],
  ['CGCS2000 / Gauss-Kruger zone 19', 4497],
  ['CGCS2000_GK_Zone_19', 4497],
  ['CGCS2000 / 3-degree Gauss-Krüger CM 113E', null],
  ['WGS_1984_Web_Mercator_Auxiliary_Sphere', 3857],
  ['Beijing 1954 / 3-degree Gauss-Kruger CM 114E', null],
  ['WGS 72', null],
])('%s is %s', (name, code) => {
  expect(epsgOfName(name)).toBe(code);
});

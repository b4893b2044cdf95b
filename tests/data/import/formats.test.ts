/** Files written by GDAL, LibreOffice and Arrow, against positions computed by others (fixtures' README). */
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { geometryAt } from '../../../src/domain/geometries.ts';
import { clusterAt, districtAt, textAt } from '../../../src/domain/point-set.ts';
import { byName, context, fixture, imported, TRUE_POINTS, worstError } from './helpers.ts';

const CENTIMETRE = 0.01;

describe('files of other programs', () => {
  test.each([
    ['points.csv', 'csv', 'wgs84'],
    ['gb18030.csv', 'csv', 'wgs84'],
    ['bom-semicolon.csv', 'csv', 'wgs84'],
    ['tab.tsv', 'csv', 'wgs84'],
    ['gcj02.csv', 'csv', 'gcj02'],
    ['bd09.csv', 'csv', 'bd09'],
    ['gk-4526.csv', 'csv', 'epsg:4526'],
    ['gk-4547.csv', 'csv', 'epsg:4547'],
    ['points.geojson', 'geojson', 'epsg:4547'],
    ['points.fgb', 'flatgeobuf', 'epsg:4526'],
    ['points.kml', 'kml', 'wgs84'],
    ['points.kmz', 'kmz', 'wgs84'],
    ['points.gpx', 'gpx', 'wgs84'],
    ['points-gbk.zip', 'shapefile', 'file'],
    ['no-cpg.zip', 'shapefile', 'file'],
    ['points.parquet', 'geoparquet', 'wgs84'],
    ['gzip.parquet', 'geoparquet', 'wgs84'],
    ['points.xlsx', 'xlsx', 'wgs84'],
    ['zstd.parquet', 'geoparquet', 'wgs84'],
    ['points.gpkg', 'geopackage', 'epsg:4547'],
    ['utm49.gpkg', 'geopackage', 'epsg:32649'],
    ['utm49.zip', 'shapefile', 'file'],
    ['wkt.csv', 'csv', 'wgs84'],
    ['points.geojsonl', 'geojson', 'wgs84'],
  ])('%s is read as %s in %s, to the centimetre', async (name, format, datum) => {
    const result = await imported(fixture(name), name);
    expect(result.preview.format).toBe(format);
    expect(result.receipt.datumIn).toBe(datum);
    expect(result.receipt).toMatchObject({ rowsRead: 8, placed: 8, rejected: { count: 0 } });
    expect(result.receipt.placedBy.coordinates).toBe(8);
    expect(worstError(result)).toBeLessThan(CENTIMETRE);
    expect(result.receipt.residual.maxM).toBeLessThan(0.001);
  });

  test('areas with holes by FlatGeobuf, and layers by LIBKML, stand inside', async () => {
    for (const name of ['holes.fgb', 'layers.kml']) {
      const { columns } = await openFile(fixture(name), name, context);
      const result = await imported(fixture(name), name, {
        roles: { name: columns.findIndex((column) => column.name === 'name') },
      });
      const places = byName(result);
      expect(places.get('地块甲')?.lng, name).toBeCloseTo(113.102, 6);
      expect(places.get('地块乙')?.lng, name).toBeCloseTo(113.215, 6);
    }
    expect(worstError(await imported(fixture('layers.kml'), 'layers.kml'))).toBeLessThan(CENTIMETRE);
  });

  test('whole numbers of eighteen digits in a DBF keep them', async () => {
    const { preview } = await imported(fixture('utm49.zip'), 'utm49.zip');
    const column = preview.columns.find(({ name }) => name === 'bsm');
    expect(column?.samples[0]).toBe('440604211000000121');
    expect(preview.reading.encoding).toBe('gb18030');
  });

  test('encodings are told apart', async () => {
    expect((await imported(fixture('gb18030.csv'), 'a.csv')).receipt.encoding).toBe('gb18030');
    expect((await imported(fixture('bom-semicolon.csv'), 'a.csv')).receipt.encoding).toBe('utf-8');
    expect((await imported(fixture('points-gbk.zip'), 'a.zip')).receipt.encoding).toBe('gb18030');
    expect((await imported(fixture('no-cpg.zip'), 'a.zip')).receipt.encoding).toBe('gb18030');
  });

  test('columns come as they are, industries become clusters, districts are what is stated', async () => {
    const result = await imported(fixture('points.csv'), 'points.csv');
    const row = byName(result).get('容桂五厂')?.row ?? -1;
    const { set } = result;
    expect(set.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['名称', 'coded'],
      ['区', 'coded'],
      ['镇街', 'coded'],
      ['行业', 'coded'],
      ['员工数', 'number'],
      ['lng', 'number'],
      ['lat', 'number'],
    ]);
    expect(clusterAt(set, row)).toBe('home');
    expect(districtAt(set, row)).toBe('shunde');
    expect(set.town[row]).toBe(440606006);
    const clusters = TRUE_POINTS.map((_, at) => clusterAt(set, at));
    expect(clusters).toEqual(['equipment', 'auto', 'robotics', 'home', 'home', 'food', 'materials', 'health']);
  });

  test('a workbook: the chosen sheet, the title passed over, dates, long numbers and formulas as they show', async () => {
    const first = await imported(fixture('book.xlsx'), 'book.xlsx', {}, { part: '企业' });
    expect(first.preview.parts).toEqual(['说明', '企业']);
    expect(first.preview.reading.headerRow).toBe(2);
    expect(first.preview.columns.map(({ name }) => name)).toEqual([
      '企业名称',
      '所属区',
      '经度',
      '纬度',
      '成立日期',
      '税号',
      '合计',
    ]);
    expect(first.preview.rows).toEqual([
      ['甲公司', '禅城区', 113.06255, 23.01365, '2019-05-06', '0044060400000001', 3],
      ['乙 & <丙>', '顺德区', 113.20668, 22.9329, '2021-12-31', '914406067000000012', 5],
    ]);
    expect(first.receipt).toMatchObject({ rowsRead: 2, placed: 2, part: '企业' });
    expect([...byName(first).keys()]).toEqual(['甲公司', '乙 & <丙>']);
  });

  test('a parcel keeps its shape, and its point is inside it; its radius is its error, not its size', async () => {
    const result = await imported(fixture('parcels.zip'), 'parcels.zip', { roles: { name: 0 } });
    const places = byName(result);
    const first = places.get('地块甲');
    const second = places.get('地块乙');
    // Beside its hole, which is in the middle.
    expect(first?.lng).toBeCloseTo(113.102, 6);
    expect(first?.lat).toBeCloseTo(23.025, 6);
    // The larger of the two parts.
    expect(second?.lng).toBeCloseTo(113.215, 6);
    expect(second?.lat).toBeCloseTo(22.905, 6);
    expect(result.set.radiusM[first?.row ?? -1]).toBeLessThan(1);
    const { geometries } = result.set;
    expect(geometryAt(geometries, first?.row ?? -1)).toMatchObject({ type: 'Polygon', coordinates: [{}, {}] });
    expect(geometryAt(geometries, second?.row ?? -1)).toMatchObject({
      type: 'MultiPolygon',
      coordinates: [[{}], [{}]],
    });
    expect(result.receipt.warnings.map(({ code }) => code)).not.toContain('shapes-to-points');
    expect(textAt(result.set.label, 0)).toBe('地块甲');
  });
});

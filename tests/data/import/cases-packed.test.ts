/** Files in other dress, together or packed: through the real importer. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { groupFiles } from '../../../src/data/import/file-groups.ts';
import { importFile } from '../../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../../src/data/import/open-file.ts';
import { districtAt } from '../../../src/domain/point-set.ts';
import { caseFile, errorsOf, importCase } from './firms.ts';
import { byName, context, fixture, imported, textFile } from './helpers.ts';

const asFile = (blob: Blob, name: string) => new File([blob], name);
const zipped = (members: Record<string, string | Uint8Array>) =>
  new Blob([
    zipSync(
      Object.fromEntries(
        Object.entries(members).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]),
      ),
    ).slice(),
  ]);

describe('parts of a Shapefile that lie beside each other', () => {
  const shp = asFile(caseFile('s-loose.shp'), 's-loose.shp');
  const dbf = asFile(caseFile('s-loose.dbf'), 'S-LOOSE.DBF');

  test('are one file, and all others are their own', () => {
    const csv = asFile(textFile('a'), 'a.csv');
    const prj = asFile(textFile('a'), 's-loose.prj');
    const other = asFile(textFile('a'), 'other.prj');
    expect(groupFiles([dbf, csv, prj, shp, other])).toEqual([
      { file: csv, beside: [] },
      { file: shp, beside: [dbf, prj] },
      { file: other, beside: [] },
    ]);
  });

  test('are read together', async () => {
    const preview = await openFile(shp, shp.name, context, {}, null, [dbf]);
    const choices = defaultChoices(preview, 'import-1');
    const result = await importFile(shp, shp.name, choices, context, undefined, null, [dbf]);
    for (const error of errorsOf({ ...result, preview })) expect(error).toBeLessThan(0.1);
    expect(preview.datum.basis).toBe('assumed');
    expect(preview.warnings.map(({ code }) => code)).toContain('no-prj');
  });

  test('a .prj beside them says which grid it is', async () => {
    const prj = new File(
      ['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]'],
      's-loose.prj',
    );
    const preview = await openFile(shp, shp.name, context, {}, null, [dbf, prj]);
    expect(preview.datum.basis).toBe('stated');
  });

  test('without a .dbf the places come alone, and that is said', async () => {
    const preview = await openFile(shp, shp.name, context);
    expect(preview.columns).toEqual([]);
    expect(preview.warnings.map(({ code }) => code)).toContain('no-dbf');
  });

  test('without a .shp it is said what is missing', async () => {
    await expect(openFile(dbf, dbf.name, context)).rejects.toMatchObject({
      code: 'shp-missing',
      params: { found: 'S-LOOSE.DBF' },
    });
  });
});

describe('tables within an archive', () => {
  test('the only one is read as if it were not packed', async () => {
    const { preview, receipt } = await imported(caseFile('csv-in.zip'), 'csv-in.zip');
    expect(preview).toMatchObject({ format: 'csv', parts: [] });
    expect(receipt.placed).toBe(receipt.rowsRead);
    expect(receipt.placed).toBeGreaterThan(0);
  });

  const csv = '名称,经度,纬度\n甲,113.1,23.0\n';
  test.each<[string, Blob, string]>([
    ['a workbook', fixture('points.xlsx'), 'xlsx'],
    ['GeoJSON', fixture('points.geojson'), 'geojson'],
    ['GPX', fixture('points.gpx'), 'gpx'],
    ['FlatGeobuf', fixture('points.fgb'), 'flatgeobuf'],
    ['Parquet', fixture('points.parquet'), 'geoparquet'],
    ['KMZ', fixture('points.kmz'), 'kmz'],
  ])('%s', async (_, blob, format) => {
    const extension = { geoparquet: 'parquet', flatgeobuf: 'fgb' }[format] ?? format;
    const packed = zipped({
      [`目录/点.${extension}`]: new Uint8Array(await blob.arrayBuffer()),
      '说明.txt': '见附件',
      '__MACOSX/._x.csv': 'x',
    });
    const { preview, receipt } = await imported(packed, 'a.zip');
    expect(preview).toMatchObject({ format });
    expect(receipt.placed).toBe(8);
  });

  test('of several one can choose, and it is said which is read', async () => {
    const packed = zipped({ 'a.csv': csv, 'b/b.csv': csv.replace('甲', '乙') });
    const first = await openFile(packed, 'a.zip', context);
    expect(first).toMatchObject({ parts: ['a.csv', 'b/b.csv'], reading: { part: 'a.csv' } });
    expect(first.warnings).toContainEqual({ code: 'more-files', params: { count: 2, used: 'a.csv' } });
    const second = await imported(packed, 'a.zip', {}, { part: 'b/b.csv' });
    expect([...byName(second).keys()]).toEqual(['乙']);
    expect(second.receipt.part).toBe('b/b.csv');
  });

  test('an archive within an archive is to be unpacked first', async () => {
    const inner = zipped({ 'a.csv': csv });
    const packed = zipped({ 'b.csv': new Uint8Array(await inner.arrayBuffer()) });
    await expect(openFile(packed, 'a.zip', context)).rejects.toMatchObject({ code: 'packed-otherwise' });
  });
});

describe('tables of web pages that are called .xls', () => {
  test('the six firms stand where they are', async () => {
    const result = await importCase('fake-html.xls');
    for (const error of errorsOf(result)) expect(error).toBeLessThan(0.1);
    expect(result.preview).toMatchObject({ format: 'html', reading: { encoding: 'utf-8', headerRow: 1 } });
  });

  const page = (body: string) => textFile(`<html><body>${body}</body></html>`);
  test('tags are left open, entities and breaks stand in cells, and a cell may span rows and columns', async () => {
    const file = page(
      '<p>前言<table border=1><tr><th>区<th colspan=2>企业<th>经度<th>纬度' +
        '<tr><td rowspan=2>禅城区<td>甲&nbsp;<br>一厂&amp;<td>a<td>113.1<td>23.0' +
        '<tr><td>乙<td>b<td>113.11<td>23.01' +
        '<tr><td>南海区<td>丙<td>c<td>113.14<td>23.04</table>',
    );
    const { preview, set } = await imported(file, 'a.xls');
    expect(preview.rows).toEqual([
      ['禅城区', '甲 一厂&', 'a', '113.1', '23.0'],
      ['禅城区', '乙', 'b', '113.11', '23.01'],
      ['南海区', '丙', 'c', '113.14', '23.04'],
    ]);
    expect([0, 1, 2].map((row) => districtAt(set, row))).toEqual(['chancheng', 'chancheng', 'nanhai']);
  });

  test('of several tables the one of places is read, and others can be chosen', async () => {
    const list = '<table id="list"><tr><td>名称<td>经度<td>纬度<tr><td>甲<td>113.1<td>23.0</table>';
    const file = page(`<table><tr><td>菜单</table>${list}`);
    const preview = await openFile(file, 'a.html', context);
    expect(preview).toMatchObject({ parts: ['1', 'list'], reading: { part: 'list' } });
  });

  test('a page in GBK that does not say so', async () => {
    const gbk = [0xb7, 0xf0, 0xc9, 0xbd];
    const [before, after] = ['<table><tr><td>区<td>经度<td>纬度<tr><td>', '<td>113.1<td>23.0</table>'];
    const file = new Blob([
      before.replace('区', 'q').replace('经度', 'lng').replace('纬度', 'lat'),
      Uint8Array.from(gbk),
      after,
    ]);
    const preview = await openFile(file, 'a.xls', context);
    expect(preview.rows[0]?.[0]).toBe('佛山');
  });

  test('a page without a table says so', async () => {
    await expect(openFile(page('<p>x'), 'a.html', context)).rejects.toMatchObject({ code: 'html-no-table' });
  });
});

test('a workbook in the XML of Excel 2003: sheets, gaps, merged cells, types', async () => {
  const cell = (value: string, type = 'String', more = '') =>
    `<Cell${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
  const sheet = (name: string, rows: string, options = '') =>
    `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions>${options}</WorksheetOptions></Worksheet>`;
  const file = textFile(
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheet(
      '字典',
      `<Row>${cell('经度')}${cell('x')}</Row><Row>${cell('a')}${cell('b')}</Row>`,
      '<Visible>SheetHidden</Visible>',
    )}${sheet(
      '企业',
      `<Row>${['名称', '区', '经度', '纬度', '编码', '成立'].map((name) => cell(name)).join('')}</Row>` +
        `<Row>${cell('甲')}${cell('禅城区', 'String', ' ss:MergeDown="1"')}${cell('113.1', 'Number')}${cell('23', 'Number')}${cell('440604211000000123', 'Number')}${cell('2020-01-02T00:00:00.000', 'DateTime')}</Row>` +
        `<Row ss:Index="5">${cell('乙')}${cell('1900-01-04T17:06:18.720', 'DateTime', ' ss:Index="3"')}${cell('1899-12-31T23:01:07.320', 'DateTime')}</Row>`,
    )}</Workbook>`,
  );
  const preview = await openFile(file, 'a.xls', context);
  expect(preview).toMatchObject({ format: 'xmlss', hiddenParts: ['字典'], reading: { part: '企业' } });
  expect(preview.rows).toEqual([
    ['甲', '禅城区', 113.1, 23, '440604211000000123', '2020-01-02'],
    // The merged cell ends above.
    ['乙', null, '113:06:18.72', '23:01:07.32', null, null],
  ]);
});

describe('what is not read says what to do', () => {
  const bytes = (...all: number[]) => new Blob([Uint8Array.from(all)]);
  const letters = (text: string, zeros = 0) => new Blob([text, new Uint8Array(zeros)]);
  test.each<[string, Blob, string, string, string]>([
    ['arch.rar', caseFile('arch.rar'), 'arch.rar', 'packed-otherwise', 'RAR'],
    ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'a.7z', 'packed-otherwise', '7z'],
    ['gzip', bytes(0x1f, 0x8b, 8, 0), 'a.csv.gz', 'packed-otherwise', 'gzip'],
    ['DWG', letters('AC1027', 20), 'a.dwg', 'cad-drawing', 'DWG'],
    ['DXF', textFile('  0\r\nSECTION\r\n  2\r\nHEADER\r\n'), 'a.txt', 'cad-drawing', 'DXF'],
    ['MapInfo', textFile('Version   300\nCharset "WindowsSimpChinese"\n'), 'a.mif', 'gis-other', 'MapInfo MIF'],
    [
      'GML',
      textFile('<?xml version="1.0"?><gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml">'),
      'a.gml',
      'gis-other',
      'GML',
    ],
    ['a geodatabase', zipped({ 'a.gdb/a00000001.gdbtable': 'x' }), 'a.zip', 'gis-other', 'File Geodatabase'],
    ['PDF', letters('%PDF-1.7\n', 5), 'a.pdf', 'document-other', 'PDF'],
    ['a picture', bytes(0xff, 0xd8, 0xff, 0xe0), 'a.jpg', 'document-other', 'JPEG'],
    ['Word', zipped({ 'word/document.xml': 'x' }), 'a.docx', 'document-other', 'Word'],
    [
      'Word with a table of Excel in it',
      zipped({ 'word/document.xml': 'x', 'word/e.xlsx': 'x' }),
      'a.docx',
      'document-other',
      'Word',
    ],
    ['a binary workbook', zipped({ 'xl/workbook.bin': 'x' }), 'a.xlsb', 'old-xls', 'XLSB'],
    ['Excel 97', fixture('old.xls'), 'a.xls', 'old-xls', 'XLS'],
    ['WPS', fixture('old.xls'), 'a.et', 'old-xls', 'ET'],
    ['a list in a table of Excel 97, packed', zipped({ 'a.rar': 'x' }), 'a.zip', 'packed-otherwise', 'ZIP'],
  ])('%s', async (_, file, name, code, kind) => {
    await expect(openFile(file, name, context)).rejects.toMatchObject({ code, params: { kind } });
  });

  test('a table that begins like one of these is a table', async () => {
    const preview = await openFile(textFile('0,SECTION\n1,甲\n2,HEADER\n'), 'a.csv', context, { headerRow: null });
    expect(preview.format).toBe('csv');
  });
});

/** How text is stored in files: encodings, XML, and the cells of a worksheet. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { detectFormat } from '../../../src/data/import/guess/detect.ts';
import { openFile } from '../../../src/data/import/open-file.ts';

import { encodingNamed, guessEncoding } from '../../../src/data/import/readers/text-encoding.ts';
import { SheetRows } from '../../../src/data/import/readers/xlsx-rows.ts';
import { timeText } from '../../../src/data/import/readers/xlsx-times.ts';
import { type XmlHandler, XmlStream } from '../../../src/data/import/readers/xml-stream.ts';
import { byName, context, imported, textFile } from './helpers.ts';

describe('encodings', () => {
  test.each([
    ['UTF-8', 'utf-8'],
    ['65001', 'utf-8'],
    [' gbk\n', 'gb18030'],
    ['GB2312', 'gb18030'],
    ['936', 'gb18030'],
    ['EUC-CN', 'gb18030'],
    ['Big5', 'big5'],
    ['CP950', 'big5'],
    ['ISO-8859-1', null],
    ['', null],
  ])('a .cpg that says %j', (text, encoding) => {
    expect(encodingNamed(text)).toBe(encoding);
  });

  test('are told of a file whose first megabytes are plain ASCII, wherever a slice begins', async () => {
    const ascii = new Uint8Array(4 * 1024 * 1024).fill(0x61);
    const of = async (...rest: number[][]) =>
      (await guessEncoding(new Blob([ascii, ...rest.map((bytes) => Uint8Array.from(bytes))]))).encoding;
    // 佛山 over and over: three bytes a character in UTF-8, so that slices begin within one; two in GBK.
    const repeated = (bytes: number[]) => Array.from({ length: 60_001 }, () => bytes).flat();
    expect(await of(repeated([0xe4, 0xbd, 0x9b, 0xe5, 0xb1, 0xb1]))).toBe('utf-8');
    expect(await of([0x61], repeated([0xb7, 0xf0, 0xc9, 0xbd]))).toBe('gb18030');
    expect(await of([])).toBe('utf-8');
  });
});

describe('XML', () => {
  /** What a handler is told, with the text between two tags as one, of XML that comes in pieces of a size. */
  function told(xml: string, size: number): string[] {
    const said: string[] = [];
    let words = '';
    const tag = (mark: string): void => {
      said.push(...(words === '' ? [] : [words]), mark);
      words = '';
    };
    const handler: XmlHandler = {
      open: (name, attributes) => {
        tag([`<${name}`, ...Object.entries(attributes).map(([key, value]) => `${key}=${value}`)].join(' '));
      },
      text: (text) => {
        words += text;
      },
      close: (name) => {
        tag(`/${name}`);
      },
    };
    const stream = new XmlStream(handler);
    for (let at = 0; at < xml.length; at += size) stream.push(xml.slice(at, at + size));
    stream.end();
    return said;
  }

  test.each([1, 7, 1000])('entities by name and by number, and what is none stays, in pieces of %i', (size) => {
    const raw = '&#x4F5B;&#23665; &lt;&amp;&gt; &quot;&apos; &nbsp; &#x110000; & ; A&B';
    const text = '佛山 <&> "\' &nbsp; &#x110000; & ; A&B';
    const xml = `<a><b c='${raw.replace('&apos;', '')}'/><!-- & --><![CDATA[${raw}]]></a>`;
    expect(told(`<a>${raw}</a>`, size)).toEqual(['<a', text, '/a']);
    expect(told(xml, size)).toEqual(['<a', `<b c=${text.replace("'", '')}`, '/b', raw, '/a']);
  });

  test('slips that leave no doubt where elements end are passed over', () => {
    const xml = '\n<?xml version="1.0"?><a b c=d e="1"e="2" e="3"><!-- a -- b -->]]>\u0001</a>\n';
    expect(told(xml, 1000)).toEqual(['<a c=d e=3', ']]>\u0001', '/a']);
  });

  test.each(['<a><b></a></b>', '<a>', '<a/>x', 'x<a/>', '<a', '', '<a>< b></a>', '</a>', '<a><!-- </a>'])(
    '%j is no XML',
    (xml) => {
      expect(() => told(xml, 1000)).toThrow('xml-broken');
    },
  );

  test('comments, instructions and CDATA hide what looks like tags, wherever the text is cut', () => {
    const xml = '<?xml version="1.0"?><!-- <no> -- > --><a><!--</a>--><![CDATA[<b>&amp;]]><c x="1>2"/></a>';
    for (const size of [1, 7, xml.length]) {
      expect(told(xml, size)).toEqual(['<a', '<b>&amp;', '<c x=1>2', '/c', '/a']);
    }
  });
});

test('cells of a worksheet: numbers, dates, texts, yes and no, and errors as they show', () => {
  const rows = new SheetRows({
    sheets: [],
    strings: ['佛山'],
    styles: ['number', 'date'],
    fineness: [],
    from1904: false,
  });
  const stream = new XmlStream(rows);
  stream.push(
    '<sheetData><row r="3"><c><v>1.5</v></c><c t="n" s="1"><v>43831</v></c><c t="s"><v>0</v></c>' +
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c><v>1,5</v></c><c r="I3" t="inlineStr"><is><t>南海</t></is></c>' +
      '</row><row><c r="B4" t="str"><v>a_x000A_b</v></c></row></sheetData>',
  );
  stream.end();
  expect(rows.out.map(({ row, cells }) => [row, ...cells])).toEqual([
    [3, 1.5, '2020-01-01', '佛山', 'TRUE', 'FALSE', '#N/A', '1,5', null, '南海'],
    [4, null, 'a\nb'],
  ]);
});

test('dates of a workbook are known by the formats of Excel itself and by written ones', async () => {
  const formats = [0, 14, 22, 9, 31, 46, 164, 165, 166];
  const xml: Record<string, string> = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="s" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" Type="x/styles" Target="styles.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy年"/><numFmt numFmtId="165" formatCode="0.0&quot;days&quot;"/><numFmt numFmtId="166" formatCode="[Red]0"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/worksheets/s.xml': `<worksheet><sheetData><row>${formats.map((_, n) => `<c s="${n}"><v>43831</v></c>`).join('')}</row></sheetData></worksheet>`,
  };
  const members = Object.fromEntries(Object.entries(xml).map(([name, text]) => [name, strToU8(text)]));
  const file = new Blob([zipSync(members).slice()]);
  const { rows, warnings } = await openFile(file, 'a.xlsx', context, { headerRow: null });
  const [number, date, hours] = [43831, '2020-01-01', '1051944:00:00'];
  // One sheet is no choice, and no header is said.
  expect(warnings.map(({ code }) => code)).toEqual(['no-header', 'no-place-column']);
  expect(rows).toEqual([[number, date, date, number, date, hours, date, number, number]]);
});

test.each([
  ['\uFEFF \n{"type":"FeatureCollection"}', 'a', 'geojson'],
  ['[1]', 'a.json', 'geojson'],
  ['[1]', 'a', 'csv'],
  ['{名称},x', 'a.csv', 'csv'],
  [' \n<?xml version="1.0"?><kml:kml>', 'a', 'kml'],
  ['<gpx version="1.1">', 'a.xml', 'gpx'],
  ['<x/>', 'a.kml', 'kml'],
])('%j in a file called %s is %s', async (text, name, format) => {
  expect((await detectFormat(textFile(text), name)).format).toBe(format);
});

test('that a table has no header is said only where it has none', async () => {
  const codes = async (text: string) =>
    (await openFile(textFile(text), 'a.csv', context)).warnings.map(({ code }) => code);
  expect(await codes('名称,经度,纬度\n甲,113.1,23.0\n')).not.toContain('no-header');
  expect(await codes('113.1,23.0\n113.2,23.0\n113.3,23.0\n')).toContain('no-header');
});

test.each([
  [0.5, 'date', false, '12:00:00'],
  [43831, 'date', false, '2020-01-01'],
  [43831.75, 'date', false, '2020-01-01 18:00:00'],
  [59, 'date', false, '1900-02-28'],
  [61, 'date', false, '1900-03-01'],
  [42369, 'date', true, '2020-01-01'],
  [1e15, 'date', false, '1000000000000000'],
  // Degrees, minutes and seconds that Excel took for hours.
  [113.1052 / 24, 'elapsed', false, '113:06:18.72'],
  [113.1052 / 24, 'time', false, '113:06:18.72'],
  [23.0187 / 24, 'time', false, '23:01:07.32'],
  [-0.5, 'elapsed', false, '-12:00:00'],
  [1e15, 'elapsed', false, '1000000000000000'],
  // A time of the day, whose day is not shown.
  [43831.75, 'time', false, '2020-01-01 18:00:00'],
] as const)('day %f as %s, counted from 1904: %s, is %s', (serial, shown, from1904, text) => {
  expect(timeText(serial, shown, from1904)).toBe(text);
});

test('what KML says of a place comes in columns by its names', async () => {
  const data =
    '<ExtendedData><Data name="员工"><value>12</value></Data><SchemaData><SimpleData name="行业">食品</SimpleData></SchemaData></ExtendedData>';
  const text = `<kml><Placemark><name>甲</name>${data}<Point><coordinates>113.1,23</coordinates></Point></Placemark></kml>`;
  const { columns } = await openFile(textFile(text), 'a.kml', context);
  expect(columns.map(({ name, samples }) => [name, ...samples])).toEqual([
    ['name', '甲'],
    ['员工', '12'],
    ['行业', '食品'],
  ]);
});

test('KML’s folders are a column, and its links to other files are counted, not followed', async () => {
  const place = '<Placemark><name>甲</name><Point><coordinates>113.1,23</coordinates></Point></Placemark>';
  const link = '<NetworkLink><Link><href>https://example.org/b.kml</href></Link></NetworkLink>';
  const folders = `<Folder><name>外</name><Folder>${place}<name>晚</name></Folder></Folder>`;
  const nested = `<Folder><name>外</name><Folder><name>内</name>${place}</Folder></Folder>`;
  const text = `<kml><Document>${folders}${nested}${link}</Document></kml>`;
  const { columns, warnings } = await openFile(textFile(text), 'a.kml', context);
  expect(columns.find(({ name }) => name === 'Folder')?.samples).toEqual(['外', '外 / 内']);
  expect(warnings).toContainEqual({ code: 'network-link', params: { count: 1 } });
});

test('a track of KML is a line', async () => {
  const track = [113.1, 113.2, 113.4].map((lng) => `<gx:coord>${lng} 23 0</gx:coord>`).join('');
  const text = `<kml><Placemark><name>甲</name><gx:Track>${track}</gx:Track></Placemark></kml>`;
  const result = await imported(textFile(text), 'a.kml');
  expect(byName(result).get('甲')?.lng).toBeCloseTo(113.25, 9);
});

test('a preview shows different values of each column, and the geometry before columns that repeat it', async () => {
  const feature = (name: string, lng: number) => ({
    ...{ type: 'Feature', properties: { name, lng, lat: 23 } },
    geometry: { type: 'Point', coordinates: [lng, 23] },
  });
  const features = [feature('甲', 113.1), feature('甲', 113.2), feature('乙', 113.1)];
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const { columns, roles, alternatives } = await openFile(textFile(text), 'a.geojson', context);
  expect(columns.map(({ name, samples }) => [name, ...samples])).toEqual([
    ['name', '甲', '乙'],
    ['lng', '113.1', '113.2'],
    ['lat', '23'],
  ]);
  expect(roles.map(({ role }) => role)).toEqual(['name']);
  const others = alternatives.map(({ role, column }) => `${role} ${column}`);
  expect(others).toEqual(expect.arrayContaining(['x 1', 'y 2']));
  expect(others).not.toContain('name 0');
});

test('lines of spaces alone are no rows', async () => {
  const result = await imported(textFile('名称,经度,纬度\n  , ,\n甲,113.1,23.0\n ,,  \n'), 'a.csv');
  expect(result.receipt.rowsRead).toBe(1);
  expect([...byName(result).keys()]).toEqual(['甲']);
});

test('that the looks of a KML are not read is said', async () => {
  const place = '<Placemark><name>甲</name><Point><coordinates>113.1,23.02</coordinates></Point></Placemark>';
  const style = '<Style id="a"><IconStyle><color>ff0000ff</color></IconStyle></Style>';
  const kml = (inner: string) => textFile(`<kml><Document>${inner}${place}</Document></kml>`);
  const said = async (inner: string) => (await imported(kml(inner), 'a.kml')).receipt.warnings.map(({ code }) => code);
  expect(await said(style)).toContain('styles-left');
  expect(await said('')).not.toContain('styles-left');
});

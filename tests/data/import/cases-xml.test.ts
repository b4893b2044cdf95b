/** KML and GPX as people have them, through the real importer. */
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { kmlPositions } from '../../../src/data/import/readers/kml-tuples.ts';
import { caseFile, errorsOf, importCase, openCase } from './firms.ts';
import { context, imported } from './helpers.ts';

test.each(['k-spaces.kml', 'k-fwcomma.kml', 'k-gbk-undeclared.kml', 'g-ext.gpx'])(
  'the six firms stand where they are in %s',
  async (name) => {
    for (const error of errorsOf(await importCase(name))) expect(error).toBeLessThan(0.1);
  },
);

describe('coordinates of KML', () => {
  test.each([
    ['113.1,23 113.2,23.1', [113.1, 23, 113.2, 23.1]],
    ['113.1,23,5\n113.2,23.1,6', [113.1, 23, 113.2, 23.1]],
    ['113.1, 23, 5 113.2, 23.1, 6', [113.1, 23, 113.2, 23.1]],
    ['113.1 ,23 , 5', [113.1, 23]],
    ['113.1，23.0，0', [113.1, 23]],
    ['１１３．１，２３', [113.1, 23]],
    ['113.1、23', [113.1, 23]],
    ['113.1 23', [113.1, 23]],
    ['113.1 23 5', [113.1, 23]],
    ['113.1 23 113.2 23.1', [113.1, 23, 113.2, 23.1]],
    ['113.1,23;113.2,23.1', [113.1, 23, 113.2, 23.1]],
    // Tuples joined by commas, with heights and without.
    ['113.1,23,0,113.2,23.1,0', [113.1, 23, 113.2, 23.1]],
    ['113.1,23,113.2,23.1,113.3,23.2', [113.1, 23, 113.2, 23.1, 113.3, 23.2]],
    ['113.1,23, 113.2,23.1, 113.3,23.2,', [113.1, 23, 113.2, 23.1, 113.3, 23.2]],
    // North first: turned round later.
    ['23,113.1,0,23.1,113.2,0', [23, 113.1, 23.1, 113.2]],
    ['113.1,23 0 113.2,23.1 0', [113.1, 23, 113.2, 23.1]],
    ['\u200b113.1,\u200b23', [113.1, 23]],
    ['', []],
  ])('%j', (text, positions) => {
    expect(kmlPositions(text, [])).toEqual(positions);
  });

  test.each(['113.1', 'abc,def', '113.1,23 x', '113.1,23,113.2,23.1,9', '1e999,23'])(
    '%j gives no place that could be taken for one',
    (text) => {
      expect(kmlPositions(text, []).every(Number.isFinite)).toBe(false);
    },
  );
});

const firms = (declaration: string) =>
  `${declaration}<kml><Placemark><name>禅城一厂</name><Point><coordinates>113.1,23.0</coordinates></Point></Placemark></kml>`;
const utf16 = (text: string, little: boolean, mark: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
};
/** 禅城一厂 in GBK. */
const GBK = [0xec, 0xf8, 0xb3, 0xc7, 0xd2, 0xbb, 0xb3, 0xa7];
const inGbk = (declaration: string) => {
  const [before = '', after = ''] = firms(declaration).split('禅城一厂');
  const bytes = new TextEncoder();
  return new Blob([bytes.encode(before), Uint8Array.from(GBK), bytes.encode(after)]);
};

describe('the encoding of XML', () => {
  test.each([
    ['UTF-16 little', new Blob([utf16(firms(''), true, true)]), 'utf-16le'],
    ['UTF-16 big', new Blob([utf16(firms('<?xml version="1.0" encoding="UTF-16"?>'), false, true)]), 'utf-16be'],
    ['UTF-16 without a mark', new Blob([utf16(firms('<?xml version="1.0"?>'), true, false)]), 'utf-16le'],
    ['UTF-8 that calls itself UTF-16', new Blob([firms('<?xml version="1.0" encoding="utf-16"?>')]), 'utf-8'],
    ['UTF-8 that calls itself GBK', new Blob([firms('<?xml version="1.0" encoding="GBK"?>')]), 'utf-8'],
    ['GBK that says so', inGbk('<?xml version="1.0" encoding="gb2312"?>'), 'gb18030'],
    ['GBK that says nothing', inGbk(''), 'gb18030'],
    ['GBK that calls itself UTF-8', inGbk('<?xml version="1.0" encoding="UTF-8"?>'), 'gb18030'],
    ['an encoding nobody knows', new Blob([firms('<?xml version="1.0" encoding="x-none"?>')]), 'utf-8'],
  ])('%s', async (_, file, encoding) => {
    const { preview, receipt } = await imported(file, 'a.kml');
    expect(preview.reading.encoding).toBe(encoding);
    expect(preview.rows[0]).toContain('禅城一厂');
    expect(receipt.encoding).toBe(encoding);
  });

  test('that does not hold is said, and the user’s choice is taken as it is', async () => {
    const lying = inGbk('<?xml version="1.0" encoding="UTF-8"?>');
    const guessed = await openFile(lying, 'a.kml', context);
    expect(guessed.warnings).toContainEqual({
      code: 'encoding-doubt',
      params: { stated: 'utf-8', encoding: 'gb18030' },
    });
    const chosen = await openFile(lying, 'a.kml', context, { encoding: 'utf-8' });
    expect(chosen.warnings.map(({ code }) => code)).toEqual(['undecodable']);
  });

  test('is told of a document within a KMZ too', async () => {
    const kmz = new Blob([zipSync({ 'doc.kml': new Uint8Array(await inGbk('').arrayBuffer()) }).slice()]);
    const { preview } = await imported(kmz, 'a.kmz');
    expect(preview.rows[0]).toContain('禅城一厂');
  });
});

test('a KML that only points elsewhere says where to, and what to do', async () => {
  await expect(openCase('k-networklink.kml')).rejects.toMatchObject({
    code: 'kml-links-only',
    params: { count: 1, address: 'http://example.com/a.kml' },
  });
});

test('extensions of GPX are columns, by their own name or by their path where that is taken', async () => {
  const { columns } = await openCase('g-ext.gpx');
  const samples = Object.fromEntries(columns.map((column) => [column.name, column.samples[0]]));
  expect(samples).toMatchObject({ name: '甲一厂', category: '禅城区', code: '000', link: 'http://example.org/p.jpg' });
  const nested = `<gpx><wpt lat="23" lon="113.1"><name>a</name><extensions><x:A kind="new"><x:name>b</x:name><x:City>佛山</x:City></x:A></extensions></wpt></gpx>`;
  const preview = await openFile(new Blob([nested]), 'a.gpx', context);
  expect(preview.columns.map(({ name, samples: [first] }) => [name, first])).toEqual([
    ['name', 'a'],
    ['kind', 'new'],
    ['A/name', 'b'],
    ['City', '佛山'],
  ]);
});

test('elements that other programs put into the data of a placemark are columns', async () => {
  const kml = `<kml><Placemark><name>a</name><ExtendedData xmlns:c="urn:c"><c:lot>14</c:lot><Data name="区"><value>禅城区</value></Data></ExtendedData><Point><coordinates>113.1,23</coordinates></Point></Placemark></kml>`;
  const { columns } = await openFile(new Blob([kml]), 'a.kml', context);
  expect(columns.map(({ name }) => name)).toEqual(['name', 'lot', '区']);
});

test('the rows of the extended GPX go by their coordinates and keep the district beside them', async () => {
  const { receipt } = await imported(caseFile('g-ext.gpx'), 'g-ext.gpx');
  expect(receipt.placedBy).toEqual({ coordinates: 6, town: 0, district: 0 });
});

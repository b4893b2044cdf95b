/** GeoJSON that holds one object a line, by whatever name, and with record separators. */
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/data/import/guards/limits.ts';
import { rejectionAt } from '../../../src/data/import/guards/rejections.ts';
import { openFile } from '../../../src/data/import/open-file.ts';
import { byName, context, imported, TRUE_POINTS, textFile, worstError } from './helpers.ts';

const RS = '\u001E';
const feature = (name: string, lng: number, lat: number, more = '') =>
  `{"type":"Feature","properties":{"名称":"${name}"${more}},"geometry":{"type":"Point","coordinates":[${lng},${lat}]}}`;
const POINTS = TRUE_POINTS.map(([name, lng, lat]) => feature(name, lng, lat));

const rejected = ({ receipt }: Awaited<ReturnType<typeof imported>>) =>
  Array.from({ length: receipt.rejected.count }, (_, index) => rejectionAt(receipt.rejected, index));

describe('GeoJSON with one object a line', () => {
  test.each([
    ['a.geojsonl', `${POINTS.join('\n')}\n`],
    ['a.ndjson', POINTS.join('\r\n')],
    ['a.geojsons', POINTS.map((line) => `${RS}${line}\n`).join('')],
    ['a.geojsons', `\uFEFF${POINTS.map((line) => RS + line.replaceAll(',', ',\n  ')).join('\n')}`],
    ['a.json', POINTS.join('\n')],
    ['a.geojson', `\n${POINTS.join('\n\n')}`],
    ['without-a-name', POINTS.join('\n')],
  ])('is read under the name %s', async (name, text) => {
    const result = await imported(textFile(text), name);
    expect(result.receipt).toMatchObject({ format: 'geojson', rowsRead: 8, placed: 8, rejected: { count: 0 } });
    expect(result.preview.rows).toHaveLength(8);
    expect(worstError(result)).toBeLessThan(0.01);
  });

  test('may hold collections, bare geometries and columns that come late', async () => {
    const lines = [
      `{"type":"FeatureCollection","features":[${feature('甲', 113.1, 23)},${feature('乙', 113.2, 23)}]}`,
      '{"type":"Point","coordinates":[113.3,23]}',
      feature('丁', 113.15, 23, ',"员工数":12'),
    ];
    const result = await imported(textFile(lines.join('\n')), 'a.geojsonl');
    expect(result.receipt).toMatchObject({ rowsRead: 4, placed: 4 });
    expect(result.set.columns.map(({ name }) => name)).toEqual(['名称', '员工数']);
  });

  test('of which a line is broken: one rejected row with its number and its beginning, the others placed', async () => {
    const lines = [
      '{"type":"Feature","properties":{"名称":"断',
      feature('甲', 113.1, 23),
      '',
      '{"a":1}',
      feature('乙', 113.2, 23),
    ];
    for (const name of ['a.geojsonl', 'a.ndjson']) {
      const result = await imported(textFile(lines.join('\n')), name);
      expect(rejected(result)).toEqual([
        { row: 1, code: 'unreadable', detail: lines[0] },
        { row: 4, code: 'unreadable', detail: '{"a":1}' },
      ]);
      expect([...byName(result).keys()]).toEqual(['甲', '乙']);
    }
  });

  test('in GB18030 after a megabyte of plain letters', async () => {
    const plain = Array.from({ length: 12_000 }, (_, n) => feature(`p${n}`, 113.1, 23)).join('\n');
    const bytes = new TextEncoder().encode(`${plain}\n`.replaceAll('名称', 'name'));
    const foshan = Uint8Array.of(0xb7, 0xf0, 0xc9, 0xbd);
    const [before = '', after = ''] = feature('|', 113.2, 23).replace('名称', 'name').split('|');
    const result = await imported(new Blob([bytes, before, foshan, after]), 'a.ndjson');
    expect(result.receipt).toMatchObject({ encoding: 'gb18030', placed: 12_001 });
    expect(byName(result).get('佛山')).toMatchObject({ lng: 113.2 });
  });

  test('keeps no line that never ends', async () => {
    const long = feature('长', 113.1, 23, `,"x":"${'x'.repeat(LIMITS.rowChars)}"`);
    const result = await imported(
      textFile([feature('甲', 113.1, 23), long, feature('乙', 113.2, 23)].join('\n')),
      'a.geojsonl',
    );
    expect(rejected(result)).toEqual([{ row: 2, code: 'cell-too-long', detail: '' }]);
    expect([...byName(result).keys()]).toEqual(['甲', '乙']);
  });

  test('and one object over many lines under such a name is read as what it is', async () => {
    const whole = JSON.stringify(JSON.parse(`{"type":"FeatureCollection","features":[${POINTS.join(',')}]}`), null, 2);
    expect((await imported(textFile(whole), 'a.geojsonl')).receipt).toMatchObject({ placed: 8 });
  });

  test('of which no line is GeoJSON is refused for that, not for its syntax', async () => {
    const open = (text: string, name: string) => openFile(textFile(text), name, context);
    await expect(open('{"a":1}\n{"a":2}\n', 'a.jsonl')).rejects.toMatchObject({ code: 'json-no-lines' });
    await expect(open(`${RS}{"a":1}\n${RS}{"a"\n`, 'a.geojsons')).rejects.toMatchObject({ code: 'json-no-lines' });
  });
});

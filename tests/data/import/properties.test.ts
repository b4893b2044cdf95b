/** What holds for every file, whatever is in it: drawn at random by fast-check, from real files and from nothing. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FAILURES, ImportError } from '../../../src/data/import/guards/notes.ts';
import { importFile } from '../../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../../src/data/import/open-file.ts';
import { context, fixture } from './helpers.ts';

/** Names what went wrong, or keeps count of every row; coordinates that are no places are none. */
async function holds(bytes: Uint8Array, name: string): Promise<void> {
  const file = new Blob([bytes.slice()]);
  try {
    const preview = await openFile(file, name, context);
    const { set, receipt } = await importFile(file, name, defaultChoices(preview, 'import-1'), context);
    expect(receipt.placed + receipt.rejected.count).toBe(receipt.rowsRead);
    expect(set.positions).toHaveLength(2 * set.count);
    expect([...set.positions, ...set.radiusM].every(Number.isFinite)).toBe(true);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(FAILURES).toContain(error.code);
    expect(error.code).not.toBe('internal');
  }
}

const REAL = [
  'points.csv',
  'bom-semicolon.csv',
  'gb18030.csv',
  'tab.tsv',
  'points.xlsx',
  'book.xlsx',
  'points.geojson',
  'points.kml',
  'points.kmz',
  'points.gpx',
  'points-gbk.zip',
  'parcels.zip',
  'points.fgb',
  'points.parquet',
  'gzip.parquet',
] as const;
const bytesOf = async (name: string) => new Uint8Array(await fixture(name).arrayBuffer());

/** The first bytes by which a format is known, before noise. */
const MAGIC: Readonly<Record<string, readonly number[]>> = {
  'a.csv': [],
  'a.xlsx': [0x50, 0x4b, 3, 4],
  'a.geojson': [0x7b, 0x22],
  'a.ndjson': [0x7b, 0x7d, 0x0a],
  'a.geojsons': [0x1e, 0x7b],
  'a.kml': [0x3c, 0x6b, 0x6d, 0x6c, 0x3e],
  'a.gpx': [0x3c, 0x67, 0x70, 0x78, 0x3e],
  'a.fgb': [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0],
  'a.parquet': [0x50, 0x41, 0x52, 0x31],
};

const SLOW = 120_000;

describe('any file', () => {
  test.each(REAL)(
    '%s cut off anywhere',
    async (name) => {
      const bytes = await bytesOf(name);
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), (end) => holds(bytes.slice(0, end), name)),
        { numRuns: 40 },
      );
    },
    SLOW,
  );

  test.each(REAL)(
    '%s with bytes changed anywhere',
    async (name) => {
      const bytes = await bytesOf(name);
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
          const damaged = bytes.slice();
          for (const [at, byte] of changes) damaged[at] = byte;
          return holds(damaged, name);
        }),
        { numRuns: 60 },
      );
    },
    SLOW,
  );

  test.each(REAL)(
    '%s with a number of four bytes that claims too much',
    async (name) => {
      const bytes = await bytesOf(name);
      const claim = fc.constantFrom(0x7fffffff, 0xffffffff, 0x80000000, 0x7fff, 0x1000000);
      await fc.assert(
        fc.asyncProperty(fc.nat(bytes.length - 5), claim, fc.boolean(), (at, value, little) => {
          const damaged = bytes.slice();
          new DataView(damaged.buffer).setUint32(at, value, little);
          return holds(damaged, name);
        }),
        { numRuns: 60 },
      );
    },
    SLOW,
  );

  test.each(Object.entries(MAGIC))(
    '%s of noise',
    async (name, magic) => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), (noise) =>
          holds(Uint8Array.from([...magic, ...noise]), name),
        ),
        { numRuns: 100 },
      );
    },
    SLOW,
  );
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.double().map(String),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '=1+1',
      '"',
      '113.1',
      '23.1',
      '\u202e',
      '<b>',
      'NaN',
      '',
      '佛山市禅城区',
    ),
  );
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test(
    'every row of a table is placed or rejected, and every cell of a placed row is kept',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 20 }), async (rows) => {
          const text = [
            '名称,经度,纬度,备注',
            '好,113.1,23.1,x',
            ...rows.map((row) => ['好', ...row].map(quoted).join(',')),
          ];
          const file = new Blob([text.join('\n')]);
          const preview = await openFile(file, 'a.csv', context, { delimiter: ',', headerRow: 1, encoding: 'utf-8' });
          const { receipt } = await importFile(
            file,
            'a.csv',
            { ...defaultChoices(preview, 'i'), roles: { x: 1, y: 2, name: 0 } },
            context,
          );
          expect(receipt.rowsRead).toBe(rows.length + 1);
          expect(receipt.placed + receipt.rejected.count).toBe(receipt.rowsRead);
        }),
        { numRuns: 150 },
      );
    },
    SLOW,
  );

  test(
    'any JSON is rows or a reason',
    async () => {
      const geometry = fc.record(
        {
          type: fc.constantFrom('Point', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'LineString'),
          coordinates: fc.jsonValue(),
          geometries: fc.jsonValue(),
        },
        { requiredKeys: ['type'] },
      );
      const feature = fc.oneof(
        fc.jsonValue(),
        fc.record({ type: fc.constant('Feature'), properties: fc.jsonValue(), geometry }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(feature, { maxLength: 10 }), (features) =>
          holds(new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })), 'a.geojson'),
        ),
        { numRuns: 200 },
      );
    },
    SLOW,
  );
});

import { readFile } from 'node:fs/promises';
import type { FeatureCollection, Point } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { zxyToTileId } from 'pmtiles';
import { beforeAll, describe, expect, it } from 'vitest';
import { openFlatGeobuf } from '../../../src/data/import/readers/flatgeobuf.ts';
import type { ImportContext } from '../../../src/data/import/types.ts';
import { pushDownQuery } from '../../../src/data/remote/push-down.ts';
import { createRemoteViews } from '../../../src/data/remote/read-view.ts';
import { tilesOf } from '../../../src/data/remote/tiles.ts';
import type { RemoteAnswer, RemoteSource, RemoteView } from '../../../src/data/remote/types.ts';
import { valueAt } from '../../../src/domain/point-set.ts';
import { type Bbox, inBbox } from '../../../src/domain/position.ts';
import { testBase } from '../../fixtures/data.ts';
import { pmtilesOf } from '../../fixtures/remote/pmtiles.ts';
import { type FakeServer, fakeServer } from '../../fixtures/remote/server.ts';
import { tilesOfPoints } from '../../fixtures/remote/tiles.ts';

let context: ImportContext;
/** A thousand made-up points, as GDAL wrote them. */
let fgb: Uint8Array;
let points: FeatureCollection<Point>;
beforeAll(async () => {
  const { districts, towns } = await testBase();
  context = { districts, towns };
  fgb = await readFile('tests/fixtures/remote/points-1000.fgb');
  const source = await openFlatGeobuf(new Blob([new Uint8Array(fgb)]));
  const features: FeatureCollection<Point>['features'] = [];
  for await (const { rows } of source.batches())
    for (const { shape, cells } of rows)
      if (shape !== null)
        features.push({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [shape.x, shape.y] },
          properties: { name: cells[0], industry: cells[1], staff: cells[2] },
        });
  points = { type: 'FeatureCollection', features };
});

const SMALL: Bbox = [113.0, 22.9, 113.1, 23.0];
const WHOLE: Bbox = [112.5, 22.5, 113.6, 23.5];
const source = (format: RemoteSource['format'], url: string, layer: string | null = null): RemoteSource => ({
  id: 'far',
  label: 'Far',
  url,
  format,
  layer,
  attribution: null,
});
const read = (server: FakeServer, from: RemoteSource, view: RemoteView): Promise<RemoteAnswer> =>
  createRemoteViews(server.ask)(from, view, context);
function namesIn(bbox: Bbox): string[] {
  return points.features
    .filter(({ geometry: { coordinates } }) => inBbox([coordinates[0] ?? 0, coordinates[1] ?? 0], bbox))
    .map(({ properties }) => String(properties?.['name']))
    .sort();
}
function names(answer: RemoteAnswer): string[] {
  if (answer.kind !== 'rows') throw new Error(`${answer.kind}: ${answer.about}`);
  const { set } = answer.imported;
  const column = set.columns.find(({ name }) => name === 'name');
  return Array.from({ length: set.count }, (_, row) =>
    column === undefined ? '' : String(valueAt(column, row)),
  ).sort();
}

function parquet({ covering = true, rows = points.features.length } = {}): Uint8Array {
  // By longitude, so that a row group covers a strip.
  const sorted = points.features
    .slice(0, rows)
    .sort((a, b) => (a.geometry.coordinates[0] ?? 0) - (b.geometry.coordinates[0] ?? 0));
  const wkb = sorted.map(({ geometry: { coordinates } }) => {
    const bytes = new DataView(new ArrayBuffer(21));
    bytes.setUint8(0, 1);
    bytes.setUint32(1, 1, true);
    bytes.setFloat64(5, coordinates[0] ?? 0, true);
    bytes.setFloat64(13, coordinates[1] ?? 0, true);
    return new Uint8Array(bytes.buffer);
  });
  const edge = (at: 0 | 1) => Float64Array.from(sorted, ({ geometry }) => geometry.coordinates[at] ?? 0);
  const about = {
    encoding: 'WKB',
    geometry_types: ['Point'],
    ...(covering ? { covering: { bbox: { xmin: ['w'], ymin: ['s'], xmax: ['e'], ymax: ['n'] } } } : {}),
  };
  const geo = { version: '1.1.0', primary_column: 'geometry', columns: { geometry: about } };
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'name', data: sorted.map(({ properties }) => String(properties?.['name'])), type: 'STRING' },
        { name: 'geometry', data: wkb, type: 'BYTE_ARRAY' },
        { name: 'w', data: edge(0), type: 'DOUBLE' },
        { name: 's', data: edge(1), type: 'DOUBLE' },
        { name: 'e', data: edge(0), type: 'DOUBLE' },
        { name: 'n', data: edge(1), type: 'DOUBLE' },
      ],
      rowGroupSize: 50,
      kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
    }),
  );
}

describe('a FlatGeobuf on a server', () => {
  const far = source('flatgeobuf', 'https://maps.example/a.fgb');

  it('gives the rows of a view and no others, from a part of the file', async () => {
    const server = fakeServer({ [far.url]: fgb });
    const answer = await read(server, far, { bbox: SMALL, zoom: 12 });
    expect(names(answer)).toEqual(namesIn(SMALL));
    expect(namesIn(SMALL).length).toBeGreaterThan(10);
    expect([answer.total, answer.thinned]).toEqual([1000, false]);
    expect(answer.cost.bytes).toBeLessThan(fgb.length);
    expect(server.asked.every(({ range }) => range !== null)).toBe(true);
  });

  it('asks for next to nothing again for the same view', async () => {
    const server = fakeServer({ [far.url]: fgb });
    const views = createRemoteViews(server.ask);
    const first = await views(far, { bbox: SMALL, zoom: 12 }, context);
    const again = await views(far, { bbox: SMALL, zoom: 12 }, context);
    expect(names(again)).toEqual(namesIn(SMALL));
    expect(again.cost.bytes).toBeLessThan(first.cost.bytes / 3);
  });

  it('takes cluster and name from the columns, as an import does', async () => {
    const answer = await read(fakeServer({ [far.url]: fgb }), far, { bbox: WHOLE, zoom: 9 });
    if (answer.kind !== 'rows') throw new Error('no rows');
    const { set } = answer.imported;
    expect(new Set(set.cluster).size).toBe(3);
    expect(set.label.name).toBe('name');
  });
});

describe('a GeoParquet on a server', () => {
  const far = source('geoparquet', 'https://maps.example/a.parquet');

  it('reads the row groups that meet the view and shows no bounds as facts', async () => {
    const file = parquet();
    const answer = await read(fakeServer({ [far.url]: file }), far, { bbox: SMALL, zoom: 12 });
    expect(names(answer)).toEqual(namesIn(SMALL));
    expect(answer.kind === 'rows' && answer.imported.set.columns.map(({ name }) => name)).toEqual(['name']);
    expect(answer.cost.bytes).toBeLessThan(file.length / 2);
  });

  it('reads a small one without bounds as a whole', async () => {
    const server = fakeServer({ [far.url]: parquet({ covering: false }) });
    expect(names(await read(server, far, { bbox: SMALL, zoom: 12 }))).toEqual(namesIn(SMALL));
  });
});

describe('vector tiles', () => {
  const layer = 'firms';
  const tileOf = () => tilesOfPoints(points, 12, layer);

  it('come from a PMTiles archive', async () => {
    const far = source('pmtiles', 'https://maps.example/a.pmtiles', layer);
    const tile = tileOf();
    const tiles = tilesOf(WHOLE, 12, 12, 12)
      .map(({ z, x, y }) => [zxyToTileId(z, x, y), tile(z, x, y)] as const)
      .flatMap(([id, bytes]) => (bytes === null ? [] : [[id, bytes] as const]))
      .sort(([a], [b]) => a - b);
    const server = fakeServer({ [far.url]: pmtilesOf(tiles) });
    const answer = await read(server, far, { bbox: SMALL, zoom: 12 });
    // Whole tiles: all of the view, each point once.
    const found = names(answer);
    expect(found).toEqual(expect.arrayContaining(namesIn(SMALL)));
    expect(new Set(found).size).toBe(found.length);
  });

  it('come from a tile server by its TileJSON, with what it leaves out said', async () => {
    const far = source('tilejson', 'https://tiles.example/firms.json');
    const tile = tileOf();
    const files: Record<string, Uint8Array> = {
      [far.url]: new TextEncoder().encode(JSON.stringify({ tiles: ['t/{z}/{x}/{y}.pbf'], minzoom: 0, maxzoom: 12 })),
    };
    for (const zoom of [9, 12])
      for (const { z, x, y } of tilesOf(WHOLE, zoom, zoom, 12)) {
        const bytes = tile(z, x, y);
        if (bytes !== null) files[`https://tiles.example/t/${z}/${x}/${y}.pbf`] = bytes;
      }
    const server = fakeServer(files);
    const near = await read(server, far, { bbox: SMALL, zoom: 12 });
    expect([near.thinned, near.total]).toEqual([false, null]);
    expect(names(near)).toEqual(expect.arrayContaining(namesIn(SMALL)));
    expect((await read(server, far, { bbox: WHOLE, zoom: 9 })).thinned).toBe(true);
  });

  it('carry what a function of the server is to leave out in the address of each tile', async () => {
    const far = source('tilejson', 'https://tiles.example/firms.json');
    const described = JSON.stringify({ tiles: ['t/{z}/{x}/{y}.pbf?key=1'], minzoom: 0, maxzoom: 12 });
    const server = fakeServer({ [far.url]: new TextEncoder().encode(described) });
    const query = pushDownQuery([{ kind: 'category', column: '行业', values: ['陶瓷&砖'] }], null);
    await read(server, far, { bbox: SMALL, zoom: 12, query });
    const tiles = server.asked.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname.startsWith('/t/'));
    expect(tiles.length).toBeGreaterThan(0);
    for (const { searchParams } of tiles) {
      expect(searchParams.get('key')).toBe('1');
      expect(JSON.parse(searchParams.get('filter') ?? '')).toEqual([
        { kind: 'category', column: '行业', values: ['陶瓷&砖'] },
      ]);
    }
  });

  it('are never asked for in masses: a coarser zoom serves', () => {
    for (const zoom of [9, 12, 15, 18]) expect(tilesOf(WHOLE, zoom, 0, 18).length).toBeLessThanOrEqual(24);
    expect(tilesOf(SMALL, 22, 0, 14)[0]?.z).toBeLessThanOrEqual(14);
  });
});

describe('what goes wrong has its own code', () => {
  const file = () => ({ 'https://maps.example/a.fgb': fgb });
  it.each([
    ['a server that is not reached', 'https://down.example/a.fgb', {}, 'remote-unreachable'],
    ['a file that is not there', 'https://maps.example/b.fgb', {}, 'remote-status'],
    ['a server that fails', 'https://maps.example/a.fgb', { status: 500 }, 'remote-status'],
    ['a server without ranges', 'https://maps.example/a.fgb', { ranges: false }, 'remote-no-ranges'],
  ])('%s', async (_, url, options, code) => {
    const answer = read(fakeServer(file(), options), source('flatgeobuf', url), { bbox: SMALL, zoom: 12 });
    await expect(answer).rejects.toMatchObject({ code });
  });

  it('a projected grid', async () => {
    const url = 'https://maps.example/grid.fgb';
    const grid = await readFile('tests/fixtures/import/points.fgb');
    const answer = read(fakeServer({ [url]: grid }), source('flatgeobuf', url), { bbox: SMALL, zoom: 12 });
    await expect(answer).rejects.toMatchObject({ code: 'remote-not-wgs84' });
  });

  it('a file that is something else', async () => {
    const url = 'https://maps.example/a.json';
    const files = { [url]: new TextEncoder().encode('<html>'.repeat(100)) };
    for (const [format, code] of [
      ['tilejson', 'remote-damaged'],
      ['flatgeobuf', 'fgb-damaged'],
      ['pmtiles', 'remote-damaged'],
      ['geoparquet', 'parquet-damaged'],
    ] as const) {
      const answer = read(fakeServer(files), source(format, url), { bbox: SMALL, zoom: 12 });
      await expect(answer).rejects.toMatchObject({ code });
    }
  });
});

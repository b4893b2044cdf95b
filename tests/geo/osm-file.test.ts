import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type RangeResponse, type Source, TileType } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOsmFile } from '../../geo/steps/osm-file.ts';
import { osmContent, osmFiles } from '../../geo/steps/osm-outputs.ts';
import type { Bbox } from '../../src/domain/position.ts';
import { FOSHAN_BBOX } from '../../src/domain/position.ts';
import { JunctionCollection, OsmInfo, OsmTownCollection } from '../../src/domain/schema/osm.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { StationCollection } from '../../src/domain/schema/station.ts';

const TOWN = 'tests/fixtures/osm/town.osm.pbf';
const quiet = () => undefined;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'osm-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function outputs() {
  const found = await readOsmFile(TOWN, FOSHAN_BBOX, quiet);
  const content = osmContent({ ...found, from: 'town.osm.pbf' }, FOSHAN_BBOX);
  return { files: osmFiles(content, FOSHAN_BBOX), problems: content.problems };
}

function archive(content: string | Uint8Array | undefined): PMTiles {
  if (!(content instanceof Uint8Array)) throw new Error('no archive');
  const source: Source = {
    getKey: () => 'osm',
    getBytes: (offset, length): Promise<RangeResponse> =>
      Promise.resolve({ data: new Uint8Array(content.slice(offset, offset + length)).buffer }),
  };
  return new PMTiles(source);
}

/** Column and row of the tile of a zoom that holds a position. */
function tileAt(lng: number, lat: number, z: number): [number, number] {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [Math.floor(((lng + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)];
}

async function drawnAt(
  tiles: PMTiles,
  z: number,
  at: readonly [number, number] = [113.2, 22.851],
): Promise<Record<string, unknown[]>> {
  const found = await tiles.getZxy(z, ...tileAt(...at, z));
  if (found === undefined) return {};
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(found.data)));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties),
    ]),
  );
}

describe('an OpenStreetMap file of a town drawn by hand', () => {
  it('gives the date of its data, its junctions and its stations with the lines that halt there', async () => {
    const { files } = await outputs();
    expect(parseAs(OsmInfo, JSON.parse(String(files.get('osm.json'))), 'osm.json')).toMatchObject({
      ...{ state: '2026-11-01T00:00:00.000Z', from: 'town.osm.pbf', attribution: '© OpenStreetMap contributors' },
    });
    const junctions = parseAs(JunctionCollection, JSON.parse(String(files.get('osm-junctions.geojson'))), 'junctions');
    expect(junctions.features.map(({ properties, geometry }) => [properties, geometry.coordinates])).toEqual([
      [{ name: '样本出口', ref: '12' }, [113.2, 22.851]],
    ]);
    const stations = parseAs(StationCollection, JSON.parse(String(files.get('osm-stations.geojson'))), 'stations');
    expect(stations.features.map(({ properties: { name, mode, lines } }) => [name, mode, lines])).toEqual([
      ['样本站', 'metro', ['3', '样本快线']],
      ['样本火车站', 'rail', ['样本城际']],
      ['样本街', 'tram', ['T1']],
    ]);
  });

  it('assembles towns from their borders and says which one is broken', async () => {
    const { files, problems } = await outputs();
    const towns = parseAs(OsmTownCollection, JSON.parse(String(files.get('osm-towns.geojson'))), 'towns');
    expect(
      towns.features.map(({ properties, geometry }) => [properties.name, geometry.coordinates.flat()[0]?.length]),
    ).toEqual([
      ['样本甲镇', 7],
      ['样本乙镇', 7],
    ]);
    expect(towns.accuracyMetres).toBe(500);
    expect(problems.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      'way 27: its outline is not closed',
      'relation 4: its outline is not closed: no area is made of it',
    ]);
  });

  it('gives tiles that hold motorways far away and streets near by', async () => {
    const { files } = await outputs();
    const tiles = archive(files.get('osm.pmtiles'));
    const header = await tiles.getHeader();
    expect([header.tileType, header.minZoom, header.maxZoom]).toEqual([TileType.Mvt, 7, 14]);
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual([...FOSHAN_BBOX]);
    expect(await tiles.getMetadata()).toMatchObject({ attribution: '© OpenStreetMap contributors' });

    const far = await drawnAt(tiles, 8);
    expect(far['roads']).toEqual([
      { class: 'motorway', name: '样本高速', ref: 'G94' },
      { class: 'trunk', name: '样本大道', ref: 'G105' },
      { class: 'primary', name: '样本一路' },
    ]);
    expect(far['waterways']).toEqual([
      { kind: 'centre-line', name: '样本水道' },
      { kind: 'water-polygon', name: '样本水道' },
    ]);
    expect((await drawnAt(tiles, 13))['junctions']).toEqual([{ name: '样本出口', ref: '12' }]);
    const near = await drawnAt(tiles, 13, [113.222, 22.8242]);
    expect(near['roads']).toContainEqual({ class: 'street', name: '样本街' });
    expect((await drawnAt(tiles, 13, [113.25, 22.84]))['industrial']).toContainEqual({
      ...{ kind: 'industrial', name: '样本工业园' },
    });
    expect(near['towns']).toContainEqual({ kind: 'town-border' });
  });

  it('is small from far away: thinned, and without what does not show there', async () => {
    const { files } = await outputs();
    const tiles = archive(files.get('osm.pmtiles'));
    const [x, y] = tileAt(113.2, 22.851, 7);
    expect((await tiles.getZxy(7, x, y))?.data.byteLength).toBeLessThan(1_000);
  });
});

describe('a file that cannot be used says which and why', () => {
  const town = readFileSync(TOWN);
  const elsewhere: Bbox = [10, 50, 11, 51];

  it.each([
    ['is empty', new Uint8Array(), /^empty\.osm\.pbf: the file is empty$/],
    ['is no PBF', Buffer.from('<?xml version="1.0"?><osm></osm>'), /^empty\.osm\.pbf: not an OpenStreetMap PBF file/],
    ['was cut off', town.subarray(0, 1_000), /^empty\.osm\.pbf: the file ends in the middle of a block/],
    [
      'holds only its header',
      town.subarray(0, town.readUInt32BE(0) + 4),
      /^empty\.osm\.pbf: the file ends in the middle/,
    ],
  ])('because it %s', async (_, bytes, message) => {
    await expect(readOsmFile(written('empty.osm.pbf', bytes), FOSHAN_BBOX, quiet)).rejects.toThrow(message);
  });

  it('because bytes in it changed', async () => {
    const bytes = Buffer.from(town);
    bytes.fill(7, 400, 700);
    await expect(readOsmFile(written('bad.osm.pbf', bytes), FOSHAN_BBOX, quiet)).rejects.toThrow(
      /^bad\.osm\.pbf: .*(cannot be unpacked|damaged)/,
    );
  });

  it('because it is of another area', async () => {
    await expect(readOsmFile(TOWN, elsewhere, quiet)).rejects.toThrow(
      /^town\.osm\.pbf: none of its 85 positions lies in the area of the map \(10–11 E, 50–51 N\)/,
    );
  });

  it('because it is not there', async () => {
    await expect(readOsmFile(join(folder, 'none.osm.pbf'), FOSHAN_BBOX, quiet)).rejects.toThrow(
      /^none\.osm\.pbf: cannot be read/,
    );
  });

  it('because it has no road there', async () => {
    const { elements, state } = await readOsmFile(TOWN, FOSHAN_BBOX, quiet);
    const lakes = elements.filter(({ tags = {} }) => tags['natural'] === 'water');
    expect(() => osmContent({ elements: lakes, state, from: 'lakes.osm.pbf' }, FOSHAN_BBOX)).toThrow(
      /^lakes\.osm\.pbf: no road in the area/,
    );
  });
});

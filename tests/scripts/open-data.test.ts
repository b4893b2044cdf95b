import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { folderSource } from '../../scripts/first-view/first-state.ts';
import { editionOf } from '../../scripts/offline.ts';
import { openDataFiles } from '../../scripts/open-data/files.ts';
import type { DataFile } from '../../src/data/source.ts';
import { byName, imported } from '../data/import/helpers.ts';
import { BASE_OUT } from '../fixtures/data.ts';

const { features } = JSON.parse(readFileSync(`${BASE_OUT}/sites.geojson`, 'utf8'));
const placed = features.filter(({ geometry }: { geometry: unknown }) => geometry !== null);
const { data: version, date } = JSON.parse(readFileSync(`${BASE_OUT}/version.json`, 'utf8'));
let files = new Map<string, Uint8Array>();

beforeAll(async () => {
  const source = folderSource(BASE_OUT);
  const text = async (name: DataFile) => {
    const said = await source.text(name);
    // One record that once had another id.
    return name === 'sites.geojson'
      ? said.replace('"id":"jihua-laboratory","nameZh"', '"id":"jihua-laboratory","formerIds":["jihua-lab"],"nameZh"')
      : said;
  };
  files = await openDataFiles({ ...source, text }, 'https://maps.example/foshan/data/');
});

const textOf = (path: string) => new TextDecoder().decode(files.get(path));

describe('data at stable addresses', () => {
  it('holds every record in each format, the same bytes in the edition of its data', () => {
    expect(JSON.parse(textOf('sites.geojson')).features).toHaveLength(features.length);
    expect(textOf('sites.csv').trimEnd().split('\r\n').length).toBeGreaterThan(features.length);
    for (const ending of ['geojson', 'csv', 'gpkg']) {
      expect(files.get(`editions/${version}/sites.${ending}`)).toBe(files.get(`sites.${ending}`));
    }
  });

  it('is a GeoPackage that reads back where it was, with records of no place', async () => {
    const bytes = new Uint8Array(files.get('sites.gpkg') ?? []);
    const read = byName(await imported(new Blob([bytes]), 'sites.gpkg', { datum: 'wgs84' }));
    for (const { geometry, properties } of placed) {
      const { lng, lat } = read.get(properties.nameZh) ?? {};
      expect([lng, lat], properties.nameZh).toEqual(geometry.coordinates);
    }
    expect(placed.length).toBeLessThan(features.length);
  });

  it('has each record under its id, and under the ids that it had', () => {
    const site = JSON.parse(textOf('site/jihua-laboratory.json'));
    expect(site).toMatchObject({
      type: 'Feature',
      id: 'jihua-laboratory',
      geometry: { type: 'Point', coordinates: [113.23456, 22.99876] },
      properties: { nameZh: '季华实验室', radiusM: 6500, formerIds: ['jihua-lab'] },
      metadata: { dataVersion: version },
    });
    expect(Object.keys(site.properties.sources)).not.toHaveLength(0);
    expect(JSON.parse(textOf('site/jihua-lab.json'))).toEqual({
      id: 'jihua-lab',
      replacedBy: 'jihua-laboratory',
      file: 'jihua-laboratory.json',
    });
    expect([...files.keys()].filter((path) => path.startsWith('site/'))).toHaveLength(features.length + 1);
  });

  it('is in a catalogue with its files, their sizes, sources and licences, and no licence of its own', () => {
    const catalogue = JSON.parse(textOf('catalog.jsonld'));
    expect(catalogue['@context']['@base']).toBe('https://maps.example/foshan/data/');
    const dataset = catalogue['dcat:dataset'];
    expect(dataset['dcat:version']).toBe(version);
    expect(dataset['dct:modified']['@value']).toBe(date);
    expect(dataset['dct:license']).toBeUndefined();
    expect(dataset['dcat:distribution'][0]).toMatchObject({
      '@id': 'sites.geojson',
      'dcat:mediaType': 'application/geo+json',
      'dcat:byteSize': { '@value': String(files.get('sites.geojson')?.length) },
    });
    expect(dataset['dcat:hasVersion']['dcat:distribution'][2]['@id']).toBe(`editions/${version}/sites.gpkg`);
    const points = dataset['dct:source'].find((each: object) => Reflect.get(each, 'dct:title') === 'Made-up points');
    expect(points['dct:license']['dct:title']).toBe('CC0 1.0');
  });

  it('is the same for the same data, whatever the day', async () => {
    const again = await openDataFiles(folderSource(BASE_OUT), null);
    const [one, other] = [files, again].map((each) => Buffer.from(each.get('sites.gpkg') ?? []));
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(true);
    expect(Buffer.from(again.get('sites.csv') ?? []).equals(Buffer.from(files.get('sites.csv') ?? []))).toBe(true);
  });
});

it('no device keeps the data, nor the bill of materials', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  mkdirSync(join(folder, 'data'));
  for (const name of ['index.html', 'data/sites.csv', 'bom.cdx.json']) writeFileSync(join(folder, name), name);
  const { files: kept } = await editionOf(folder);
  rmSync(folder, { recursive: true });
  expect(kept.map(({ path }) => path)).toEqual(['']);
});

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Options, readGeodata, run } from '../../geo/build.ts';
import { readBoundarySettings, readGeoSources } from '../../geo/geo-sources.ts';
import { buildGeodata, groundOf } from '../../geo/steps/geodata.ts';
import { patchOf, patchText } from '../../src/data/export/patch.ts';
import { DistrictCollection } from '../../src/domain/schema/area.ts';
import { Version } from '../../src/domain/schema/config.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { asGcj02, geodataInputs } from './geodata-inputs.ts';

const root = mkdtempSync(join(tmpdir(), 'geo-boundaries-'));
afterAll(() => rmSync(root, { recursive: true }));

const path = (file: string) => join(root, 'geo', file);
const json = (file: string): unknown => JSON.parse(readFileSync(path(`out/${file}`), 'utf8'));

function build(options: Partial<Options> = {}, geodata = readGeodata): { code: number; said: string } {
  const said: string[] = [];
  const code = run(root, { check: false, ...options }, (message) => said.push(message), geodata);
  return { code, said: said.join('\n') };
}

let ground: ReturnType<typeof groundOf>;
/** Roads and waters are the slow part, and the same for all boundaries. */
const onTheGround = (at: string) => buildGeodata(readGeoSources(at), ground);

/** Changes a file for one test and puts it back. */
function changed(file: string, change: (text: string) => string, test: () => void): void {
  const before = readFileSync(path(file), 'utf8');
  writeFileSync(path(file), change(before));
  try {
    test();
  } finally {
    writeFileSync(path(file), before);
  }
}

beforeAll(() => {
  ground = groundOf(geodataInputs());
  cpSync('geo', path(''), { recursive: true, filter: (from) => from !== 'geo/steps' });
  // Whether readings of names wait for a person is no matter of boundaries.
  const review = readFileSync(path('review/pinyin.txt'), 'utf8');
  writeFileSync(path('review/pinyin.txt'), review.replaceAll(/^\? /gm, ''));
});

describe('the boundaries that the settings name', () => {
  const SETTINGS = 'sources/boundaries.yaml';
  type Settings = ReturnType<typeof readBoundarySettings>;
  const settings = (change: (given: Settings) => object) => () => stringify(change(readBoundarySettings(root)));
  const credit = {
    short: '某市自然资源局',
    source: '某市自然资源局，行政区划数据',
    url: 'https://example.org/boundaries',
    licence: '政府数据开放协议',
    date: '2026-03',
  };

  it('are taken and credited by the build, its check and the merging of corrections alike, from the file alone', () => {
    cpSync(path(`sources/${readBoundarySettings(root).districts.file}`), path('sources/tested.geojson'));
    const own = settings(({ districts }) => ({
      districts: { ...districts, file: 'tested.geojson', accuracyMetres: 20, doubtful: [], credit },
      neighbours: null,
    }));
    const patch = join(root, 'patch.json');
    writeFileSync(patch, patchText(patchOf([], '2026-01-01.aaaaaaaa', '2026-03-04')));
    changed(SETTINGS, own, () => {
      // The same for all five.
      const geodata = onTheGround(root);
      const again = (options?: Partial<Options>) => build(options, () => geodata);
      expect(again({ check: true }).said).toContain('version.json: differs');
      expect(again().code).toBe(0);
      expect(again({ check: true })).toEqual({ code: 0, said: 'geo/out is up to date' });
      expect(again({ apply: patch }).code).toBe(0);
      expect(again({ check: true }).code).toBe(0);
      const { boundaries } = parseAs(Version, json('version.json'), 'version.json');
      expect(boundaries).toEqual({ districts: { ...credit, accuracyMetres: 20, doubtful: [] }, neighbours: null });
      const { features } = parseAs(DistrictCollection, json('districts.geojson'), 'districts.geojson');
      expect(new Set(features.map(({ properties }) => properties.accuracyM))).toEqual(new Set([20]));
      expect(json('districts.geojson')).toMatchObject({ attribution: credit.source, licence: credit.licence });
      expect(json('neighbours.geojson')).toMatchObject({ features: [] });
    });
    rmSync(path('sources/tested.geojson'));
  }, 180_000);

  // WGS-84 read as something else can pass: the stations lie where the opposite mistake shows.
  it('are refused where GCJ-02 is given as wgs84', () => {
    const { collection } = geodataInputs().districts;
    writeFileSync(path('sources/tested.geojson'), JSON.stringify(asGcj02(collection)));
    const wrong = settings(({ districts }) => ({
      districts: { ...districts, file: 'tested.geojson', datum: 'wgs84' },
      neighbours: null,
    }));
    changed(SETTINGS, wrong, () => {
      const { code, said } = build({}, onTheGround);
      expect(code).toBe(1);
      expect(said).toMatch(/滘口.*wrong datum/);
    });
    rmSync(path('sources/tested.geojson'));
  }, 180_000);

  it('give one message where their coordinates are metres or have the latitude first', () => {
    const write = (position: number[]) => {
      const ring = [position, position.map((n) => n + 1), position];
      const feature = {
        type: 'Feature',
        properties: { adcode: 440604 },
        geometry: { type: 'Polygon', coordinates: [ring] },
      };
      writeFileSync(path('sources/tested.geojson'), JSON.stringify({ type: 'FeatureCollection', features: [feature] }));
    };
    const both = settings(({ districts, neighbours }) => ({
      districts: { ...districts, file: 'tested.geojson' },
      neighbours,
    }));
    changed(SETTINGS, both, () => {
      write([38406000.25, 2546000]);
      expect(() => build()).toThrow(
        /^geo\/sources\/tested\.geojson: \[38406000\.25, 2546000\] is no longitude and latitude in degrees\. Metres/,
      );
      write([23.02, 113.12]);
      expect(() => build()).toThrow('[23.02, 113.12] is no longitude and latitude in degrees');
    });
    rmSync(path('sources/tested.geojson'));
  });

  const given = stringify({
    districts: { file: 'tested.geojson', datum: 'gcj02', accuracyMetres: 20, credit },
    neighbours: null,
  });

  it.each([
    [
      'a datum',
      given.replace('gcj02', 'cgcs2000'),
      'districts.datum: the datum is one of wgs84, gcj02, bd09; CGCS2000 in degrees is wgs84',
    ],
    ['an accuracy that is missing', given.replace(/ *accuracyMetres: .*\n/, ''), 'districts.accuracyMetres: '],
    ['a key that is missing', given.replace(/ *licence: .*\n/, ''), 'districts.credit.licence: '],
    ['a key it does not know', given.replace('neighbours:', 'neighbors:'), 'neighbours: '],
    ['an address', given.replace('https://', 'www.'), 'districts.credit.url: an address starts with'],
    ['a folder', given.replace('tested', '../tested'), 'districts.file: the name of a file in geo/sources'],
    ['a file that is not there', given, 'districts.file: geo/sources/tested.geojson does not exist'],
    ['the YAML', `${given}  : [`, ''],
  ])('say by file, key and reason what is wrong: %s', (_, text, reason) => {
    const before = readFileSync(path('out/version.json'), 'utf8');
    changed(
      SETTINGS,
      () => text,
      () => expect(() => build()).toThrow(`geo/sources/boundaries.yaml: ${reason}`),
    );
    expect(readFileSync(path('out/version.json'), 'utf8')).toBe(before);
  });
});

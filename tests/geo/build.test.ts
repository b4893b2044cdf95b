import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Options, readGeodata, readOptions, run } from '../../geo/build.ts';
import { readBoundarySettings } from '../../geo/geo-sources.ts';
import { patchOf, patchText } from '../../src/data/export/patch.ts';
import { Version } from '../../src/domain/schema/config.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { Policy, PolicyList } from '../../src/domain/schema/policy.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';

// A whole build, boundaries included, takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const root = mkdtempSync(join(tmpdir(), 'geo-build-'));
afterAll(() => rmSync(root, { recursive: true }));

const path = (file: string) => join(root, 'geo', file);
const json = (file: string): unknown => JSON.parse(readFileSync(path(`out/${file}`), 'utf8'));

/** The boundaries of the repository are worked out once for all builds of this file. */
let own: ReturnType<typeof readGeodata> | undefined;
const geodata: typeof readGeodata = (at) => {
  own ??= readGeodata(at);
  return own;
};

function build(options: Partial<Options> = {}, from = geodata): { code: number; said: string } {
  const said: string[] = [];
  const code = run(root, { check: false, ...options }, (message) => said.push(message), from);
  return { code, said: said.join('\n') };
}

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
  cpSync('geo', path(''), { recursive: true, filter: (from) => !/^geo\/(out|steps)/.test(from) });
});

describe('the build', () => {
  it('writes every file, says how large they are, and finds its own output up to date', () => {
    const first = build();
    expect(first.said).toMatch(/sites\.geojson +[\d.]+ KiB +[\d.]+ KiB gzip/);
    expect(first.code).toBe(0);
    expect(build({ check: true })).toEqual({ code: 0, said: 'geo/out is up to date' });
  });

  it('gives every record of the register, each mention standing where it says', () => {
    const { text } = parseAs(Policy, json('policy.json'), 'policy.json');
    const { features } = parseAs(SiteCollection, json('sites.geojson'), 'sites.geojson');
    expect(features.length).toBeGreaterThanOrEqual(57);
    const mentions = features.flatMap(({ properties }) => properties.mentions);
    for (const { quote, start, end } of mentions) expect(text.slice(start, end)).toBe(quote);
    expect(new Set(mentions.filter((m) => m.clause.startsWith('2.')).map((m) => m.start)).size).toBe(32);
  });

  it('finds the three districts that stand on their own, all in 二（二）1', () => {
    const { mentions } = parseAs(Policy, json('policy.json'), 'policy.json');
    expect(mentions.filter((m) => m.entity === 'district').map((m) => [m.id, m.clause])).toEqual([
      ['nanhai', '2.2.1'],
      ['gaoming', '2.2.1'],
      ['shunde', '2.2.1'],
    ]);
  });

  it('names what is stale', () => {
    changed(
      'out/policies.json',
      (text) => `${text} `,
      () => {
        writeFileSync(path('out/left-over.json'), '');
        const { code, said } = build({ check: true });
        rmSync(path('out/left-over.json'));
        expect(code).toBe(1);
        expect(said.split('\n').slice(1)).toEqual([
          '  policies.json: differs',
          '  left-over.json: no longer generated',
        ]);
      },
    );
  });

  it('stops at a changed character of the policy, by name, and leaves the output alone', () => {
    const before = readFileSync(path('out/policy.json'), 'utf8');
    changed(
      'policy/foshan-224/opinions.zh-Hans.txt',
      (text) => text.replace('季华实验室', '季化实验室'),
      () => {
        const { code, said } = build();
        expect(code).toBe(1);
        expect(said).toContain(
          'geo/policy/foshan-224/opinions.zh-Hans.txt [foshan-224] the text differs from the checksum',
        );
        expect(said).toContain(
          'geo/register/jihua-laboratory.yaml [jihua-laboratory] “季华实验室” does not stand in clause 3.2',
        );
        expect(said).toMatch(/^2 problems/);
      },
    );
    expect(readFileSync(path('out/policy.json'), 'utf8')).toBe(before);
  });

  it('stops at an offer whose words the policy has not, by clause and topic', () => {
    changed(
      'policy/foshan-224/offers.yaml',
      (text) => text.replace('quote: 优先保障集群企业用地需求', 'quote: 免费提供集群企业用地'),
      () => {
        const { code, said } = build();
        expect(code).toBe(1);
        expect(said).toMatch(
          /^1 problems:\n {2}geo\/policy\/foshan-224\/offers\.yaml \[4\.3 land\] “免费提供集群企业用地/,
        );
      },
    );
  });

  it('changes the version with the data, and back with it', () => {
    const { data, date } = parseAs(Version, json('version.json'), 'version.json');
    expect(data).toMatch(new RegExp(`^${date}\\.[0-9a-f]{8}$`));
    changed(
      'register/zhimeng-textile-town.yaml',
      (text) => text.replace(/^nameEn: .*$/m, 'nameEn: Another name'),
      () => {
        build();
        expect(parseAs(Version, json('version.json'), 'version.json').data).not.toBe(data);
      },
    );
    build();
    expect(parseAs(Version, json('version.json'), 'version.json').data).toBe(data);
  });

  it('takes a second document as data', () => {
    const text =
      '关于推进产业发展的通知\n一、任务\n（一）新材料。支持季华实验室，办好南海区项目。（责任单位：市科技局会各区人民政府）\n某市人民政府\n2024年5月6日\n';
    const meta = {
      docId: 'later',
      home: false,
      text: 'text.txt',
      sha256: createHash('sha256').update(text).digest('hex'),
      title: '关于推进产业发展的通知',
      titleEn: 'Notice',
      issuer: '某市人民政府',
      issuerEn: 'A city',
      date: '2024-05-06',
      source: { title: '通知', publisher: '某市', date: '2024-05-06', kind: 'web' },
    };
    mkdirSync(path('policy/later'));
    writeFileSync(path('policy/later/text.txt'), text);
    writeFileSync(path('policy/later/meta.yaml'), stringify(meta));
    const quote = (yaml: string) => {
      const record: { quotes: object[] } = parse(yaml);
      return stringify({ ...record, quotes: [...record.quotes, { clause: 'later:1.1', quote: '季华实验室' }] });
    };
    changed('register/jihua-laboratory.yaml', quote, () => {
      expect(build()).toMatchObject({ code: 0 });
      const policy = parseAs(Policy, json('policy-later.json'), 'policy-later.json');
      expect(policy.clauses).toMatchObject([
        {
          id: 'later:1.1',
          cite: '一（一）',
          units: [{ unit: 'science-technology', role: 'first' }, { role: 'joint' }],
        },
      ]);
      expect(policy.mentions.map((m) => [m.entity, m.id, policy.text.slice(m.start, m.end)])).toEqual([
        ['cluster', 'materials', '新材料'],
        ['site', 'jihua-laboratory', '季华实验室'],
        ['district', 'nanhai', '南海区'],
        ['unit', 'science-technology', '市科技局'],
        ['unit', 'district-governments', '各区人民政府'],
      ]);
      const { features } = parseAs(SiteCollection, json('sites.geojson'), 'sites.geojson');
      const laboratory = features.find(({ id }) => id === 'jihua-laboratory');
      expect(laboratory?.properties.mentions.map((m) => m.clause)).toEqual(['3.2', 'later:1.1']);
      const list = parseAs(PolicyList, json('policies.json'), 'policies.json');
      expect(list.map(({ docId, file, home }) => [docId, file, home])).toEqual([
        ['foshan-224', 'policy.json', true],
        ['later', 'policy-later.json', false],
      ]);
    });
    rmSync(path('policy/later'), { recursive: true });
    build();
    expect(existsSync(path('out/policy-later.json'))).toBe(false);
  });
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
      districts: { ...districts, file: 'tested.geojson', credit },
      neighbours: null,
    }));
    const patch = join(root, 'patch.json');
    writeFileSync(patch, patchText(patchOf([], '2026-01-01.aaaaaaaa', '2026-03-04')));
    changed(SETTINGS, own, () => {
      expect(build({ check: true }, readGeodata).said).toContain('version.json: differs');
      expect(build({}, readGeodata).code).toBe(0);
      expect(build({ check: true }, readGeodata)).toEqual({ code: 0, said: 'geo/out is up to date' });
      expect(build({ apply: patch }, readGeodata).code).toBe(0);
      expect(build({ check: true }, readGeodata).code).toBe(0);
      const { boundaries } = parseAs(Version, json('version.json'), 'version.json');
      expect(boundaries).toEqual({ districts: credit, neighbours: null });
      expect(json('districts.geojson')).toMatchObject({ attribution: credit.source, licence: credit.licence });
      expect(json('neighbours.geojson')).toMatchObject({ features: [] });
    });
    rmSync(path('sources/tested.geojson'));
    build();
  });

  // WGS-84 read as something else can pass: the stations lie where the opposite mistake shows.
  it.skipIf(readBoundarySettings('.').districts.datum === 'wgs84')('are refused when wrongly given as wgs84', () => {
    const wrong = settings(({ districts, neighbours }) => ({
      districts: { ...districts, datum: 'wgs84' },
      neighbours,
    }));
    changed(SETTINGS, wrong, () => {
      const { code, said } = build({}, readGeodata);
      expect(code).toBe(1);
      expect(said).toMatch(/滘口.*wrong datum/);
    });
  });

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
      expect(() => build({}, readGeodata)).toThrow(
        /^geo\/sources\/tested\.geojson: \[38406000\.25, 2546000\] is no longitude and latitude in degrees\. Metres/,
      );
      write([23.02, 113.12]);
      expect(() => build({}, readGeodata)).toThrow('[23.02, 113.12] is no longitude and latitude in degrees');
    });
    rmSync(path('sources/tested.geojson'));
  });

  const given = stringify({ districts: { file: 'tested.geojson', datum: 'gcj02', credit }, neighbours: null });

  it.each([
    [
      'a datum',
      given.replace('gcj02', 'cgcs2000'),
      'districts.datum: the datum is one of wgs84, gcj02, bd09; CGCS2000 in degrees is wgs84',
    ],
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
      () => expect(() => build({}, readGeodata)).toThrow(`geo/sources/boundaries.yaml: ${reason}`),
    );
    expect(readFileSync(path('out/version.json'), 'utf8')).toBe(before);
  });
});

describe('readOptions', () => {
  it('reads what it knows and refuses the rest', () => {
    expect(readOptions([])).toEqual({ check: false });
    expect(readOptions(['--check'])).toEqual({ check: true });
    expect(() => readOptions(['--chekc'])).toThrow();
  });
});

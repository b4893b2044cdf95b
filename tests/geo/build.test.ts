import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { type Options, readOptions, run } from '../../geo/build.ts';
import { Version } from '../../src/domain/schema/config.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { Policy, PolicyList } from '../../src/domain/schema/policy.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';
import { buildBase, frozenGround } from '../fixtures/base/build.ts';
import { BASE_ROOT } from '../fixtures/data.ts';

const root = mkdtempSync(join(tmpdir(), 'geo-build-'));
afterAll(() => rmSync(root, { recursive: true }));

const path = (file: string) => join(root, 'geo', file);
const json = (file: string): unknown => JSON.parse(readFileSync(path(`out/${file}`), 'utf8'));

const ground = frozenGround(BASE_ROOT);

function build(options: Partial<Options> = {}): { code: number; said: string } {
  const said: string[] = [];
  const code = run(
    root,
    { check: false, ...options },
    (message) => said.push(message),
    () => ground,
  );
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
  cpSync(`${BASE_ROOT}/geo`, path(''), { recursive: true, filter: (from) => !from.endsWith('/out') });
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
    expect(features.map(({ id }) => `${id}.yaml`).sort()).toEqual(
      readdirSync(path('register'))
        .filter((name) => name.endsWith('.yaml'))
        .sort(),
    );
    const mentions = features.flatMap(({ properties }) => properties.mentions);
    expect(mentions.length).toBeGreaterThan(0);
    for (const { quote, start, end } of mentions) expect(text.slice(start, end)).toBe(quote);
  });

  it('proposes how a new name is read, and is content when that is confirmed', () => {
    const [renamed, review] = ['register/zhimeng-textile-town.yaml', 'review/pinyin.txt'];
    changed(
      renamed,
      (text) => text.replace(/^nameZh: .*$/m, 'nameZh: 织梦新镇'),
      () => {
        const proposed = build();
        expect(proposed.code).toBe(0);
        expect(proposed.said).toMatch(/take the \? away.*\n {2}\? 织梦新镇: zhi meng xin zhen$/);
        const unconfirmed = build({ check: true });
        expect(unconfirmed.code).toBe(1);
        expect(unconfirmed.said).toMatch(/^geo\/review\/pinyin\.txt: .*\n {2}\? 织梦新镇: zhi meng xin zhen$/);
        writeFileSync(path(review), readFileSync(path(review), 'utf8').replace('? 织梦新镇', '织梦新镇'));
        expect(build({ check: true })).toEqual({ code: 0, said: 'geo/out is up to date' });
      },
    );
    build();
    expect(build({ check: true }).said).toContain('geo/review/pinyin.txt: take the ? away');
    writeFileSync(path(review), readFileSync(`${BASE_ROOT}/geo/${review}`));
    expect(build({ check: true }).code).toBe(0);
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

describe('the data of the tests', () => {
  it('are what the files beside them give', () => {
    expect(buildBase({ check: true }), 'run: npm run geo').toEqual({ code: 0, said: 'geo/out is up to date' });
  });
});

describe('readOptions', () => {
  it('reads what it knows and refuses the rest', () => {
    expect(readOptions([])).toEqual({ check: false });
    expect(readOptions(['--check'])).toEqual({ check: true });
    expect(() => readOptions(['--chekc'])).toThrow();
  });
});

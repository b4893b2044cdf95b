/** `npm run geo:locate` against a server of this test's own, which answers in the forms of the services. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locate, readConfig } from '../../geo/locate.ts';
import { askService } from '../../geo/steps/locate/ask.ts';
import { GeocoderConfig } from '../../geo/steps/locate/geocoder.ts';
import { isAsked } from '../../geo/steps/locate/propose.ts';
import { SERVICES } from '../../geo/steps/locate/services.ts';
import { patchOf, patchText, readPatch } from '../../src/data/export/patch.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import type { Site } from '../../src/domain/site.ts';
import { testBase } from '../fixtures/data.ts';

const { sites, districts } = await testBase();
const first = sites.find(({ districts: of }) => of.length === 1);
if (first === undefined) throw new Error('a site of one district');
const district = districts.features.find(({ properties }) => properties.id === first.districts[0]);
if (district === undefined) throw new Error('its district');
/** Inside the district of every record of these tests. */
const [lng, lat] = district.properties.label;

type Known = Partial<Pick<Site, 'address' | 'precision' | 'radiusM'>> & { readonly position?: [number, number] | null };
/** A record with an address; nothing is known of its place unless it is said. */
function some(id: string, { position = null, precision = 'unknown', radiusM = null, ...rest }: Known = {}): Site {
  const place = { position, precision, radiusM };
  return { ...base, ...rest, id, precision, radiusM, location: { ...base.location, ...place } };
}
const base: Site = { ...first, address: { zh: '南海区某路1号', en: '1 Some Road' } };

/** What the server does with the next questions, by turns; and what it was asked. */
let answers: ((response: ServerResponse, request: IncomingMessage) => void)[] = [];
let asked: URL[] = [];
let agents: string[] = [];
let server: Server;
let url = '';
const folder = mkdtempSync(join(tmpdir(), 'locate-'));

const json =
  (content: unknown, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(content));
  };
const text =
  (content: string, status = 200) =>
  (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end(content);
  };
const place = (level: string, change: object = {}) =>
  json({
    msg: 'ok',
    location: { score: 95, level, lon: lng, lat, keyWord: 'x', ...change },
    searchVersion: '6.4.9V',
    status: '0',
  });

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x'));
    agents.push(request.headers['user-agent'] ?? '');
    const answer = answers.shift();
    if (answer === undefined) return void response.writeHead(599).end();
    answer(response, request);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a port');
  url = `http://127.0.0.1:${address.port}/geocoder`;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise((done) => server.close(done));
});
beforeEach(() => {
  answers = [];
  asked = [];
  agents = [];
});

const waits: number[] = [];
const wait = async (ms: number) => void waits.push(ms);

function run(list: readonly Site[], kind: GeocoderConfig['kind'] = 'tianditu', change: Partial<GeocoderConfig> = {}) {
  const config = { ...parseAs(GeocoderConfig, { kind, url }, 'config'), ...change };
  const service = SERVICES[kind];
  const meta = { made: '2026-03-04', dataVersion: '2026-01-01.aaaaaaaa' };
  const ask = (address: string) => askService(service.ask(url, 'secret-key', address), config, wait);
  return locate(list, { config, service, districts, ...meta }, ask, wait);
}

describe('天地图', () => {
  it('is asked in its own form, and what it finds is a proposal with its level, date and datum as the source', async () => {
    answers = [place('门址'), place('地名地址', { lon: String(lng), lat: String(lat) })];
    const result = await run([some('a'), some('b', { position: [lng, lat], precision: 'district', radiusM: 12_000 })]);
    expect(asked[0]?.searchParams.get('ds')).toBe('{"keyWord":"广东省佛山市南海区某路1号"}');
    expect(asked[0]?.searchParams.get('tk')).toBe('secret-key');
    expect(result).toMatchObject({ rest: [], stopped: null });
    expect(result.proposals).toMatchObject([
      {
        record: 'a',
        field: 'location',
        oldValue: { position: null, precision: 'unknown', radiusM: null },
        newValue: { position: [expect.closeTo(lng, 6), expect.closeTo(lat, 6)], precision: 'exact', radiusM: 100 },
        source: {
          title: '地理编码“广东省佛山市南海区某路1号”，匹配级别“门址”，WGS-84/CGCS2000',
          publisher: '国家地理信息公共服务平台（天地图）',
          date: '2026-03-04',
          kind: 'dataset',
        },
      },
      { record: 'b', newValue: { precision: 'street', radiusM: 500 } },
    ]);
    // A patch that the page opens.
    const file = patchText(patchOf(result.proposals, '2026-01-01.aaaaaaaa', '2026-03-04'));
    expect(readPatch(file, 'patch.json').corrections).toEqual(result.proposals);
    expect(file).not.toContain('secret-key');
  });

  it('never replaces what is better, nor what it is no surer of', async () => {
    answers = [place('地名地址'), place('区县'), place('门址'), place('门址', { score: 40 })];
    const result = await run([
      some('street', { position: [lng, lat], precision: 'street', radiusM: 300 }),
      some('district', { position: [lng, lat], precision: 'district', radiusM: 12_000 }),
      some('far', { position: [lng + 0.5, lat], precision: 'town', radiusM: 3000 }),
      some('unsure'),
    ]);
    expect(result.proposals).toEqual([]);
    expect(result.rest.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      'street: “地名地址” is no better than what is on record (street, 300 m)',
      'district: “区县” is no better than what is on record (district, 12000 m)',
      expect.stringMatching(/^far: it lies 51\d{3} m from the point on record, which is good to 3000 m$/),
      'unsure: its score is 40, below 80',
    ]);
    expect(isAsked(some('x', { precision: 'exact' }))).toBe(false);
    expect(isAsked(some('x', { address: null }))).toBe(false);
  });

  it('judges only levels that somebody has judged', async () => {
    answers = [place('购物服务'), place('购物服务')];
    expect((await run([some('a')])).rest[0]?.reason).toContain('“购物服务” is in no table');
    const levels = { 购物服务: { precision: 'exact' as const, radiusM: 200 } };
    const [proposal] = (await run([some('a')], 'tianditu', { levels })).proposals;
    expect(proposal?.newValue).toMatchObject({ precision: 'exact', radiusM: 200 });
  });

  it('converts what a service of another datum answers', async () => {
    answers = [place('门址')];
    const [proposal] = (await run([some('a')], 'tianditu', { datum: 'gcj02' })).proposals;
    expect(proposal?.source?.title).toContain('GCJ-02');
    expect(Math.abs((proposal?.newValue.position?.[0] ?? lng) - lng)).toBeGreaterThan(0.002);
  });

  it('lists what it does not know, what lies elsewhere, and nonsense, and goes on', async () => {
    answers = [
      json({ msg: '无结果', searchVersion: '6.4.9V', status: '404' }),
      json({ msg: 'ok', status: '0' }),
      place('门址', { lon: 116.4, lat: 39.9 }),
      place('门址', { lon: 'here' }),
      text('<html>welcome</html>'),
      place('门址'),
    ];
    const result = await run(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => some(id)));
    expect(result.rest.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      'a: the service knows no such place',
      'b: it answers that all is well, and no place',
      'c: 116.4, 39.9 is far outside Foshan',
      expect.stringMatching(/^d: the answer: location\.lon/),
      'e: it answers something that is no JSON',
    ]);
    expect(result.proposals.map(({ record }) => record)).toEqual(['f']);
  });

  it('refuses a place in another district', async () => {
    const other = districts.features.find(({ properties }) => properties.id !== base.districts[0]);
    const [x, y] = other?.properties.label ?? [0, 0];
    answers = [place('门址', { lon: x, lat: y })];
    expect((await run([some('a')])).rest[0]?.reason).toMatch(/ is not in [a-z]+$/);
  });
});

describe('a service that refuses', () => {
  it('ends the run where the key is none or the quota is used up, keeps what was found, and names no key', async () => {
    answers = [
      place('门址'),
      json({ code: 301001, msg: '非法key', resolve: '请到API控制台重新申请Key' }, 403),
      place('门址'),
    ];
    const result = await run([some('a'), some('b'), some('c')]);
    expect(result.proposals.map(({ record }) => record)).toEqual(['a']);
    expect(result.stopped).toMatch(/^127\.0\.0\.1:\d+ refuses \(403\): 301001, 非法key, 请到API控制台重新申请Key$/);
    expect(asked).toHaveLength(2);
    answers = [text('Too many', 429)];
    const quota = await run([some('a'), some('b')]);
    expect(quota.stopped).toMatch(/quota is used up \(429\)$/);
    expect(JSON.stringify([result, quota])).not.toContain('secret-key');
  });

  it('is tried again where it stumbles, and given up after three records', async () => {
    const down = text('', 503);
    answers = [down, down, place('门址'), down, down, down, down, down, down, down, down, down, place('门址')];
    const result = await run(['a', 'b', 'c', 'd', 'e'].map((id) => some(id)));
    expect(result.proposals.map(({ record }) => record)).toEqual(['a']);
    expect(result.rest.map(({ reason }) => reason)).toEqual(Array(3).fill('it answers 503'));
    expect(result.stopped).toBe('3 answers in a row could not be used');
  });

  it('ends the run where it is not there', async () => {
    const config = parseAs(GeocoderConfig, { kind: 'nominatim', url: 'http://127.0.0.1:9/' }, 'config');
    await expect(askService('http://127.0.0.1:9/?q=x&tk=secret-key', config, wait)).rejects.toThrow(
      /^127\.0\.0\.1:9 was not reached$/,
    );
  });
});

describe('Nominatim', () => {
  const found = (rank: number, change: object = {}) =>
    json([
      {
        ...{ place_id: 1, licence: 'ODbL', osm_type: 'way', osm_id: 1, lat: String(lat), lon: String(lng) },
        ...{ category: 'building', type: 'industrial', place_rank: rank, addresstype: 'building', importance: 0.1 },
        boundingbox: [`${lat - 0.0001}`, `${lat + 0.0001}`, `${lng - 0.0001}`, `${lng + 0.0001}`],
        ...change,
      },
    ]);

  it('is asked within the area, under the name that the configuration gives', async () => {
    answers = [found(30)];
    await run([some('a')], 'nominatim', { userAgent: 'Planning office, gis@example.org' });
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
      q: '广东省佛山市南海区某路1号',
      format: 'jsonv2',
      limit: '1',
      bounded: '1',
      countrycodes: 'cn',
    });
    expect(agents).toEqual(['Planning office, gis@example.org']);
  });

  it('gives each rank its precision, and no less error than the thing reaches', async () => {
    const box = [`${lat - 0.01}`, `${lat + 0.01}`, `${lng - 0.01}`, `${lng + 0.01}`];
    answers = [found(30), found(26), found(26, { boundingbox: box }), found(19), found(16), json([])];
    const result = await run(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => some(id)),
      'nominatim',
    );
    expect(result.proposals.map(({ newValue: { precision, radiusM } }) => [precision, radiusM])).toEqual([
      ['exact', 50],
      ['street', 300],
      ['street', expect.toSatisfy((m: number) => m > 1400 && m < 1600)],
      ['town', 2000],
      ['district', 15_000],
    ]);
    expect(result.rest).toEqual([{ record: 'f', reason: 'the service knows no such place' }]);
    expect(result.proposals[0]?.source).toMatchObject({ publisher: 'OpenStreetMap', licence: 'ODbL 1.0' });
  });

  it('says what is wrong with an answer of another form', async () => {
    answers = [json({ error: 'no list' }), found(99)];
    const result = await run([some('a'), some('b')], 'nominatim');
    expect(result.rest.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('the answer: (root)'),
      expect.stringContaining('place_rank'),
    ]);
  });
});

describe('the configuration', () => {
  const config = (content: string) => {
    const file = join(folder, 'geocoder.yaml');
    writeFileSync(file, content);
    return file;
  };

  it('names a service, and the variable of the key', () => {
    const file = config('kind: tianditu\nkeyEnv: TDT\npauseMs: 0\n');
    expect(readConfig(file, { TDT: 'k' })).toMatchObject({ base: 'https://api.tianditu.gov.cn/geocoder', key: 'k' });
  });

  it.each([
    ['kind: tianditu\n', /keyEnv: tianditu wants a key/],
    ['kind: tianditu\nkeyEnv: TDT\n', /the environment variable TDT is empty/],
    ['kind: nominatim\n', /url: nominatim has no address of its own/],
    ['kind: nominatim\nurl: ftp://x\n', /url: an address starts with http/],
    ['kind: google\n', /kind: /],
    ['kind: nominatim\nurl: https://x\ntoken: 1\n', /token/],
  ])('%s', (content, problem) => {
    expect(() => readConfig(config(content), {})).toThrow(problem);
    expect(() => readConfig(join(folder, 'none.yaml'), {})).toThrow('none.yaml: the file does not exist');
  });
});

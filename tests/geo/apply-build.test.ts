import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOptions, run } from '../../geo/build.ts';
import { patchOf, patchText } from '../../src/data/export/patch.ts';
import { attributesOf } from '../../src/domain/added-record.ts';
import { currentValue } from '../../src/domain/corrections.ts';
import type { Correction } from '../../src/domain/schema/correction.ts';
import { OutlineCollection } from '../../src/domain/schema/outline.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteCollection } from '../../src/domain/schema/site.ts';
import { frozenGround } from '../fixtures/base/build.ts';
import { BASE_ROOT } from '../fixtures/data.ts';

const root = mkdtempSync(join(tmpdir(), 'geo-apply-'));
afterAll(() => rmSync(root, { recursive: true }));

const FILE = 'geo/register/jihua-laboratory.yaml';
const text = (file = FILE) => readFileSync(join(root, file), 'utf8');
const laboratory = () => {
  const content: unknown = JSON.parse(text('geo/out/sites.geojson'));
  const { features } = parseAs(SiteCollection, content, 'sites.geojson');
  const found = features.find(({ id }) => id === 'jihua-laboratory');
  if (found === undefined) throw new Error('the laboratory is in the register');
  return found.properties;
};

const ground = frozenGround(BASE_ROOT);
const geodata = () => ground;

function apply(corrections: Correction[]): { code: number; said: string } {
  const file = join(root, 'patch.json');
  writeFileSync(file, patchText(patchOf(corrections, '2026-01-01.aaaaaaaa', '2026-03-04')));
  const said: string[] = [];
  const code = run(root, readOptions(['--apply', file]), (message) => said.push(message), geodata);
  return { code, said: said.join('\n') };
}

const meta = {
  record: 'jihua-laboratory',
  source: { title: '测试公告', url: 'https://example.org/test', kind: 'web' },
  made: '2026-03-04',
  dataVersion: '2026-01-01.aaaaaaaa',
} as const;

function moved(position: [number, number]): Correction {
  const oldValue = currentValue(laboratory(), 'location');
  if (oldValue === null || !('precision' in oldValue)) throw new Error('a location');
  return { ...meta, field: 'location', oldValue, newValue: { position, precision: 'street', radiusM: 100 } };
}

const patents: Correction = {
  ...meta,
  field: 'fact:invention-patents-filed#0',
  oldValue: { value: 504, unit: 'count', qualifier: 'exact', asPrinted: '504', asOf: '2021-08' },
  newValue: { value: 505, unit: 'count', qualifier: 'exact', asPrinted: '505', asOf: '2021-08' },
};

beforeAll(() => {
  cpSync(`${BASE_ROOT}/geo`, join(root, 'geo'), { recursive: true, filter: (from) => !from.endsWith('/out') });
  run(root, readOptions([]), () => {}, geodata);
});

describe('npm run geo -- --apply FILE', () => {
  it('writes nothing where a corrected record breaks a rule of the register', () => {
    const before = text();
    // In Shunde, while the record states Nanhai.
    const { code, said } = apply([moved([113.25, 22.8]), patents]);
    expect(code).toBe(1);
    expect(said).toMatch(/^nothing was written.*\n.*jihua-laboratory.*lies in shunde, not in nanhai/);
    expect(text()).toBe(before);
  });

  it('refuses a source that nobody can look up', () => {
    const { code, said } = apply([{ ...patents, source: { title: '现场所见', kind: 'web' } }]);
    expect({ code, said }).toMatchObject({ code: 1, said: expect.stringContaining('has no address') });
  });

  it('writes an outline into its own file, and the build ships it', () => {
    const corners: [number, number][] = [
      [113.2, 22.905],
      [113.21, 22.905],
      [113.21, 22.915],
      [113.2, 22.905],
    ];
    const outline: Correction = {
      ...meta,
      record: 'robot-valley',
      field: 'outline',
      oldValue: { digest: null, date: null },
      newValue: { outline: [[corners]], date: '2025-03' },
    };
    // Far from the stated district first: nothing is written.
    const away: Correction = {
      ...outline,
      newValue: { outline: [[corners.map(([x, y]): [number, number] => [x, y + 0.25])]], date: null },
    };
    expect(apply([away]).said).toMatch(/robot-valley.*touches none of the districts/);
    expect(existsSync(join(root, 'geo/register/outlines/robot-valley.geojson'))).toBe(false);

    expect(apply([outline])).toMatchObject({ code: 0, said: expect.stringContaining('robot-valley outline: merged') });
    expect(text('geo/register/robot-valley.yaml')).toContain(
      "outline:\n  date: '2025-03'\n  source: correction-2026-03-04",
    );
    expect(JSON.parse(text('geo/register/outlines/robot-valley.geojson')).geometry.coordinates).toEqual([[corners]]);
    const { features } = parseAs(OutlineCollection, JSON.parse(text('geo/out/outlines.geojson')), 'outlines.geojson');
    expect(features.map(({ id }) => id)).toEqual(['automation-park', 'robot-valley']);
    expect(run(root, readOptions(['--check']), () => {}, geodata)).toBe(0);
  });

  it('merges what holds, builds, and fails for the conflict', () => {
    const stale: Correction = {
      ...meta,
      field: 'status',
      oldValue: { value: 'planned', date: '2015' },
      newValue: { value: 'ended', date: '2026' },
    };
    const before = laboratory();
    const { code, said } = apply([moved([113.2318, 22.9965]), patents, stale]);
    expect(code).toBe(1);
    expect(said).toContain('2 merged, 0 known, 1 in conflict');
    expect(said).toContain('jihua-laboratory status: CONFLICT');
    const after = laboratory();
    expect(after.location).toMatchObject({ position: [113.2318, 22.9965], precision: 'street', radiusM: 100 });
    expect(after.otherLocations.at(-1)).toMatchObject({ position: before.location.position });
    expect(after.facts.find(({ key }) => key === 'invention-patents-filed')?.value).toBe(505);
    expect([after.status, after.statusDate]).toEqual([before.status, before.statusDate]);
    expect(text()).toContain('# A comment that an applied correction leaves where it is.');
  });

  it('changes no file of the register with an empty patch', () => {
    const folder = join(root, 'geo/register');
    const all = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [name, text(`geo/register/${name}`)]);
    const before = all();
    expect(apply([])).toMatchObject({ code: 0, said: expect.stringContaining('0 merged, 0 known, 0 in conflict') });
    expect(all()).toEqual(before);
  });

  it('adds a record in a file of its own, and corrects a field of another', () => {
    const laboratorySite = laboratory();
    const added: Correction = {
      ...meta,
      record: 'west-park',
      field: 'record',
      oldValue: { added: null },
      newValue: {
        added: {
          ...attributesOf(laboratorySite),
          nameZh: '西园',
          nameEn: 'West Park',
          aliases: [],
          parent: 'jihua-laboratory',
          status: { value: 'planned', date: '2025-03' },
          location: { position: laboratorySite.location.position, precision: 'street', radiusM: 300 },
          sources: { others: [] },
        },
      },
    };
    const nowhere: Correction = { ...added, newValue: { added: { ...added.newValue.added, parent: 'nobody' } } };
    expect(apply([nowhere]).said).toMatch(/nothing was written.*\n.*west-park.*the parent nobody does not exist/);
    expect(existsSync(join(root, 'geo/register/west-park.yaml'))).toBe(false);

    const renamed: Correction = {
      ...meta,
      field: 'nameEn',
      oldValue: { attribute: laboratorySite.nameEn },
      newValue: { attribute: 'Ji Hua Laboratory' },
    };
    expect(apply([added, renamed])).toMatchObject({ code: 0, said: expect.stringContaining('2 merged') });
    expect(laboratory().nameEn).toBe('Ji Hua Laboratory');
    const { features } = parseAs(SiteCollection, JSON.parse(text('geo/out/sites.geojson')), 'sites.geojson');
    expect(features.find(({ id }) => id === 'west-park')?.properties).toMatchObject({
      nameZh: '西园',
      parent: 'jihua-laboratory',
      statusSource: 'correction-2026-03-04',
    });
    expect(apply([added, renamed]).said).toContain('0 merged, 2 known');
  });

  it('finds the same file merged the second time, and succeeds', () => {
    const before = text();
    expect(apply([patents])).toMatchObject({ code: 0, said: expect.stringContaining('0 merged, 1 known') });
    expect(text()).toBe(before);
  });

  it('lets a record take the place of another: its file is set apart, and the text that names it names the survivor', () => {
    const FORMER = 'geo/register/jihua-laboratory.yaml';
    const before = text(FORMER);
    const takes: Correction = {
      ...meta,
      record: 'robot-valley',
      field: 'former:jihua-laboratory',
      oldValue: { former: null },
      newValue: { former: 'superseded' },
    };
    expect(apply([{ ...takes, source: null }])).toMatchObject({ code: 1, said: expect.stringContaining('a draft') });
    expect(text(FORMER)).toBe(before);
    expect(apply([takes])).toMatchObject({ code: 0, said: expect.stringContaining('1 merged') });
    expect(existsSync(join(root, FORMER))).toBe(false);
    expect(text('geo/register/former/jihua-laboratory.yaml')).toBe(before);
    const { features } = parseAs(SiteCollection, JSON.parse(text('geo/out/sites.geojson')), 'sites.geojson');
    expect(features.some(({ id }) => id === 'jihua-laboratory')).toBe(false);
    const survivor = features.find(({ id }) => id === 'robot-valley')?.properties;
    expect(survivor?.formerIds).toEqual(['jihua-laboratory']);
    expect(survivor?.mentions.some(({ quote }) => quote.includes('季华实验室'))).toBe(true);
    expect(features.find(({ id }) => id === 'west-park')?.properties.parent).toBe('robot-valley');
    expect(apply([takes]).said).toContain('0 merged, 1 known');
  });

  it('says what is wrong with a file that is none', () => {
    const at = join(root, 'broken.json');
    writeFileSync(at, '{"format":"other"}');
    const attempt = (file: string) => () => run(root, readOptions(['--apply', file]), () => {}, geodata);
    expect(attempt(at)).toThrow('broken.json: format');
    expect(attempt('nowhere.json')).toThrow('nowhere.json: the file does not exist');
    expect(() => readOptions(['--apply', at, '--check'])).toThrow('--apply FILE goes with no other option');
  });
});

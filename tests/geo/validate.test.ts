import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readInputs } from '../../geo/inputs.ts';
import { validateSites } from '../../geo/steps/validate.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import { districts, filed, site, source, towns } from './record-fixtures.ts';

type Change = Partial<SiteRecord>;
const at = (location: Partial<SiteRecord['location']>): Change => ({ location: { ...site.location, ...location } });
const fact = (change: object): Change => ({ facts: site.facts.map((f) => ({ ...f, ...change })) });
const check = (...records: SiteRecord[]) => validateSites(records.map(filed), { districts, towns }, ['home']);

describe('validateSites', () => {
  it('finds nothing wrong with a good record', () => {
    expect(check(site)).toEqual([]);
  });

  const broken: [what: string, change: Change, reason: string | RegExp][] = [
    [
      'a status without a date',
      { status: { value: 'operating', date: null, source: 'notice' } },
      'the status operating has no date',
    ],
    [
      'a status without a source',
      { status: { value: 'planned', date: '2024', source: null } },
      'the status planned has no source',
    ],
    [
      'a status whose source is not listed',
      { status: { value: 'planned', date: '2024', source: 'page' } },
      /the status has the source page/,
    ],
    [
      'a fact without a source',
      fact({ source: 'page' }),
      /fact area has the source page, which the record does not list/,
    ],
    ['a fact in an unknown unit', fact({ unit: '顷' }), 'fact area has the unknown unit 顷'],
    ['a number without a unit', fact({ unit: undefined }), 'fact area is a number without a unit'],
    ['text with a unit', fact({ value: { zh: '大', en: 'large' } }), 'fact area is text and has the unit 万亩'],
    ['a range that runs down', fact({ value: { min: 3, max: 2 } }), 'fact area runs from 3 down to 2'],
    [
      'planned and actual under one key',
      { facts: site.facts.flatMap((f) => [f, { ...f, qualifier: 'planned' as const }]) },
      'fact area is both planned and actual; they need two keys',
    ],
    [
      'a source that is no source',
      { sources: { notice: { ...source, title: 'general knowledge, unverified' } } },
      /cannot be looked up/,
    ],
    [
      'a web source without an address',
      { sources: { notice: { title: '网页', kind: 'web' } } },
      /no address, and no publisher/,
    ],
    [
      'a data set without an address',
      { sources: { notice: { title: '数据', kind: 'dataset' } } },
      /data set without an address/,
    ],
    ['a position outside its districts', at({ position: [113.2, 23.1] }), /lies in nanhai, not in shunde$/],
    ['a position outside all districts', at({ position: [113.4, 22.9] }), /lies in no district, not in shunde$/],
    ['a GCJ-02 position called WGS-84', at({ position: [113.302, 22.9] }), /read as gcj02 it would fit: wrong datum\?/],
    ['latitude before longitude', at({ position: [22.9, 113.2] }), /latitude and longitude exchanged/],
    ['a position far away', at({ position: [116.4, 39.9] }), /far outside Foshan/],
    [
      'another position far away',
      { otherLocations: [{ ...site.location, position: [116.4, 39.9], setAside: { zh: '错', en: 'wrong' } }] },
      /far outside Foshan/,
    ],
    ['a precision without its position', at({ position: null, radiusM: null }), 'the precision town needs a position'],
    [
      'an unknown precision with a position',
      at({ precision: 'unknown' }),
      'the precision is unknown and a position is given',
    ],
    ['a position without a radius', at({ radiusM: null }), 'the position 113.2, 22.9 has no radius'],
    ['a position without a source', at({ sources: [] }), 'the position 113.2, 22.9 has no source'],
    ['a location whose source is not listed', at({ sources: ['page'] }), /a location has the source page/],
    ['a radius around nothing', at({ position: null, precision: 'district' }), 'a radius is given without a position'],
    ['a town in another district', { towns: ['440605121'] }, 'the town 九江镇 is in nanhai, which is not stated'],
    ['a town that does not exist', { towns: ['440606999'] }, 'the town 440606999 does not exist'],
    ['a missing parent', { parent: 'nowhere' }, 'the parent nowhere does not exist'],
    ['a part of itself', { parent: 'east-park' }, /part of itself/],
    ['an expo that is no event', { kind: 'expo' }, /an expo is an event/],
    ['an event that is no expo', { extent: 'event' }, /an expo is an event/],
    [
      'a venue that is none',
      { kind: 'expo', extent: 'event', heldAt: 'east-park' },
      /held at east-park, which is no venue/,
    ],
    ['a park held at a venue', { heldAt: 'east-park' }, /which only an event has/],
    [
      'the same quote twice',
      {
        quotes: [
          { clause: '1.1', quote: '东园' },
          { clause: '1.1', quote: '东园' },
        ],
      },
      /quoted twice/,
    ],
    [
      'a quote from a document that is not there',
      { quotes: [{ clause: 'other:1.1', quote: '东园' }] },
      'the document other does not exist',
    ],
    [
      'a later name without a source',
      { succession: [{ nameZh: '新东园', date: null, relation: 'later', source: 'page' }] },
      /the name 新东园 has the source page/,
    ],
  ];

  it.each(broken)('reports %s', (_what, change, reason) => {
    const problems = check({ ...site, ...change });
    const matching = typeof reason === 'string' ? reason : expect.stringMatching(reason);
    expect(problems).toContainEqual({ file: 'geo/register/east-park.yaml', record: 'east-park', reason: matching });
  });

  it('reports ids used twice and files named otherwise', () => {
    const problems = validateSites(
      [filed(site), { file: 'geo/register/copy.yaml', record: site }],
      { districts, towns },
      [],
    );
    expect(problems).toEqual([
      { file: 'geo/register/east-park.yaml', record: 'east-park', reason: 'two records have this id' },
      { file: 'geo/register/copy.yaml', record: 'east-park', reason: 'two records have this id' },
      { file: 'geo/register/copy.yaml', record: 'east-park', reason: 'the file should be named east-park.yaml' },
    ]);
  });

  it('reports a name or alias that two records have, under both files', () => {
    const other = { ...site, id: 'west-park', nameZh: '西园', nameEn: 'West Park', aliases: ['east park '] };
    expect(check({ ...site, aliases: ['西园', '老东园'] }, other)).toEqual([
      {
        file: 'geo/register/east-park.yaml',
        record: 'east-park',
        reason: '“East Park” is a name of geo/register/west-park.yaml too',
      },
      {
        file: 'geo/register/east-park.yaml',
        record: 'east-park',
        reason: '“西园” is a name of geo/register/west-park.yaml too',
      },
      {
        file: 'geo/register/west-park.yaml',
        record: 'west-park',
        reason: '“西园” is a name of geo/register/east-park.yaml too',
      },
      {
        file: 'geo/register/west-park.yaml',
        record: 'west-park',
        reason: '“east park ” is a name of geo/register/east-park.yaml too',
      },
    ]);
  });

  it('reports a circle of parents once for each record in it, and ends', () => {
    const problems = check(
      { ...site, parent: 'b' },
      { ...site, id: 'b', nameZh: '乙', nameEn: 'B', aliases: [], parent: 'east-park' },
    );
    expect(problems.map(({ record, reason }) => [record, reason])).toEqual([
      ['east-park', 'it is a part of itself by way of east-park'],
      ['b', 'it is a part of itself by way of b'],
    ]);
  });

  it('takes a position near the border as it is where one of several stated districts has it', () => {
    expect(check({ ...site, districts: ['shunde', 'nanhai'], ...at({ position: [113.2, 23.1] }) })).toEqual([]);
  });

  it('reports everything at once', () => {
    const problems = check({
      ...site,
      status: { value: 'ended', date: null, source: null },
      towns: ['440606999'],
      ...fact({ unit: '顷' }),
    });
    expect(problems).toHaveLength(4);
  });
});

describe('readInputs', () => {
  const root = mkdtempSync(join(tmpdir(), 'geo-inputs-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'geo/register'), { recursive: true });
  const write = (name: string, record: object | string) =>
    writeFileSync(join(root, 'geo/register', name), typeof record === 'string' ? record : stringify(record));
  write('a.yaml', { ...site, id: 'a', kind: 'castle', extra: 1, sources: { notice: { ...source, kind: 'rumour' } } });
  write('b.yaml', 'id: [unclosed');
  write('c.yaml', {
    ...site,
    id: 'c',
    districts: ['tianhe'],
    status: { value: 'open', date: 'May 2024', source: null },
  });
  write('d.yaml', { ...site, id: 'd' });

  it('reports what lies outside the vocabularies, file by file, and reads on', () => {
    const { problems, sites } = readInputs(root);
    const of = (name: string) => problems.filter((p) => p.file === `geo/register/${name}`).map((p) => p.reason);
    expect(of('a.yaml')).toEqual([
      expect.stringMatching(/^kind: .*castle/),
      expect.stringMatching(/^sources\.notice\.kind: .*rumour/),
      expect.stringMatching(/^extra: /),
    ]);
    expect(of('b.yaml')).toHaveLength(1);
    expect(of('c.yaml')).toEqual([
      expect.stringMatching(/^districts\.0: .*tianhe/),
      expect.stringMatching(/^status\.value: .*open/),
      'status.date: a date is YYYY[-MM[-DD]]',
    ]);
    expect(sites.map(({ record }) => record.id)).toEqual(['d']);
  });
});

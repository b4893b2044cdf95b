import { describe, expect, it } from 'vitest';
import { buildDocument, type DocumentRecords } from '../../geo/steps/document.ts';
import { sourceConflicts } from '../../geo/steps/statistics.ts';
import {
  validateBriefs,
  validateDocuments,
  validateOverrides,
  validateReadings,
  validateStatistics,
  validateUnits,
} from '../../geo/steps/validate.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { StatisticsRecord } from '../../src/domain/schema/statistics.ts';
import { site, source, towns } from './record-fixtures.ts';

const text = '意见\n一、项目\n（一）纸业。办好东园。（责任单位：市海事局）';
const document: DocumentRecords = {
  folder: 'geo/policy/home',
  meta: {
    docId: 'home',
    home: true,
    text: 'text.txt',
    sha256: '0'.repeat(64),
    title: '意见',
    titleEn: 'Opinions',
    issuer: '某市',
    issuerEn: 'A city',
    date: '2024',
    source,
    later: [],
  },
  text,
  clusters: {
    lists: [{ clause: '1.1', quote: '三大产业' }],
    targets: {
      core: { clause: '1.1', quote: '超万亿', overCny: 1e12, year: null },
      pillar: { clause: '1.1', quote: '办好', overCny: 5e11, year: 2026 },
      emerging: { clause: '1.1', quote: '办好', overCny: 3e11, year: 2026 },
    },
    clusters: [
      { id: 'home', tier: 'core', clause: '1.1', nameZh: '纸业', nameEn: 'Paper' },
      { id: 'auto', tier: 'pillar', clause: '1.1', nameZh: '造船', nameEn: 'Ships' },
    ],
  },
  readings: [],
  briefs: { '1.1': { zh: '办好东园。', en: 'Run the East Park well.' } },
  offers: null,
};

describe('buildDocument', () => {
  it('reports checksum, unit, quote, list, heading and target, all at once', () => {
    const quotes = [{ id: 'west', file: 'geo/register/west.yaml', clause: '1.1', quote: '西园' }];
    const { problems } = buildDocument(document, { units: [], districts: [], clusters: [], quotes });
    expect(problems).toEqual([
      { file: 'geo/policy/home/text.txt', record: 'home', reason: expect.stringMatching(/checksum/) },
      { file: 'geo/policy/home/text.txt', record: '1.1', reason: 'responsible unit “市海事局” is not in units.yaml' },
      { file: 'geo/register/west.yaml', record: 'west', reason: '“西园” does not stand in clause 1.1' },
      {
        file: 'geo/policy/home/clusters.yaml',
        record: 'list in 1.1',
        reason: '“三大产业” does not stand in clause 1.1',
      },
      {
        file: 'geo/policy/home/clusters.yaml',
        record: 'home',
        reason: 'its target “超万亿” does not stand in clause 1.1',
      },
      { file: 'geo/policy/home/clusters.yaml', record: 'auto', reason: 'clause 1.1 is not headed 造船' },
    ]);
  });
});

describe('validateDocuments', () => {
  const reasons = (...documents: DocumentRecords[]) => validateDocuments(documents).map((p) => p.reason);
  it('wants exactly one home document, each id once, in a folder of its name', () => {
    expect(reasons(document)).toEqual([]);
    expect(reasons()).toEqual(['no document is the home document']);
    expect(reasons(document, document)).toEqual([
      'a second home document',
      'two documents have this id',
      'two documents have this id',
    ]);
    expect(reasons({ ...document, folder: 'geo/policy/x' })).toEqual(['the folder should be named home']);
  });

  it('wants what came later to be no earlier than the document, with a source that can be looked up', () => {
    const said = { zh: '此后另有提法', en: 'Framed anew since' };
    const later = (date: string, from = source) => ({
      ...document,
      meta: { ...document.meta, date: '2020-12-21', later: [{ date, text: said, source: from }] },
    });
    for (const date of ['2020-12-22', '2020-12', '2020', '2025']) expect(reasons(later(date))).toEqual([]);
    expect(reasons(later('2020-11'))).toEqual(['what is called later is of 2020-11, before the document']);
    expect(reasons(later('2025', { title: '网页', kind: 'web' }))).toEqual([
      expect.stringMatching(/^source later-1 has no address/),
    ]);
  });
});

describe('validateReadings', () => {
  const { policy } = buildDocument(document, { units: [], districts: [], clusters: [], quotes: [] });
  const reason = { zh: '因', en: 'why' };
  const check = (reading: Omit<Policy['readings'][number], 'reason'>) =>
    validateReadings({ ...policy, readings: [{ ...reading, reason }] }, new Set(['east-park']), 'readings.yaml').map(
      (p) => p.reason,
    );

  it('wants words that stand in the clause and a target that exists', () => {
    expect(check({ clause: '1.1', quotedWords: '办好', target: { entity: 'site', id: 'east-park' } })).toEqual([]);
    expect(check({ clause: '1.1', quotedWords: '关掉', target: { entity: 'kind', id: 'park' } })).toEqual([
      '“关掉” does not stand in clause 1.1',
    ]);
    expect(check({ clause: '9.9', quotedWords: '办好', target: { entity: 'cluster', id: 'home' } })).toEqual([
      'clause 9.9 does not exist',
    ]);
    expect(check({ clause: '1.1', quotedWords: '办好', target: { entity: 'cluster', id: 'cross' } })).toEqual([
      'there is no cluster cross',
    ]);
  });
});

describe('validateBriefs', () => {
  const { policy } = buildDocument(document, { units: [], districts: [], clusters: [], quotes: [] });
  const brief = { zh: '概要', en: 'in brief' };
  const reasons = (briefs: DocumentRecords['briefs'], home = true) =>
    validateBriefs({ ...document, meta: { ...document.meta, home }, briefs }, policy).map((p) => p.reason);

  it('wants one for every clause, and none for a clause that does not exist', () => {
    expect(policy.clauses.map((c) => c.brief?.en)).toEqual(['Run the East Park well.']);
    expect(reasons({ '1.1': brief })).toEqual([]);
    expect(reasons({ '1.2': brief })).toEqual(['clause 1.1 has no brief', 'there is no clause 1.2']);
  });

  it('lets only a further document go without', () => {
    expect(reasons(null)).toEqual(['the home document has no briefs']);
    expect(reasons(null, false)).toEqual([]);
  });
});

describe('validateUnits', () => {
  const unit = { id: 'sea', nameZh: '市海事局', nameEn: 'Maritime Bureau', official: false, aliases: [] };
  const { policy } = buildDocument(document, { units: [unit], districts: [], clusters: [], quotes: [] });
  const check = (...units: Parameters<typeof validateUnits>[0]) =>
    validateUnits(units, [policy], 'units.yaml').map((p) => p.reason);

  it('wants each unit once, named by a document, official only with a source', () => {
    expect(check(unit)).toEqual([]);
    expect(check(unit, unit)).toEqual(['two units have this id', 'two units have this id']);
    expect(check({ ...unit, id: 'air' })).toEqual(['no document names this unit']);
    expect(check({ ...unit, official: true })).toEqual(['an English name is official only with a source']);
    expect(check({ ...unit, official: true, source })).toEqual([]);
  });
});

describe('validateStatistics', () => {
  const figure = { ...site.facts[0], narrower: false } as const;
  const record = (
    change: Partial<StatisticsRecord['scopes'][number]>,
    sources = { notice: source },
  ): StatisticsRecord => ({
    scopes: [{ entity: 'district', id: 'shunde', figures: [], targets: [], ...change }],
    sources,
  });
  const check = (value: StatisticsRecord) =>
    validateStatistics([{ file: 's.yaml', record: value }], towns).map((p) => p.reason);

  it('wants scopes that exist and figures with a listed source in a known unit', () => {
    expect(check(record({}))).toEqual([]);
    expect(check(record({ id: 'tianhe' }))).toEqual(['there is no district tianhe']);
    expect(check(record({ entity: 'town', id: '440606101' }))).toEqual([]);
    const [base] = site.facts;
    if (base === undefined) throw new Error('the fixture has a fact');
    expect(check(record({ figures: [{ ...base, ...figure, unit: '顷', source: 'page' }] }))).toEqual([
      expect.stringMatching(/source page/),
      'fact area has the unknown unit 顷',
    ]);
  });

  it('wants targets with a listed source, in the unit of the figures that they are held against', () => {
    const [base] = site.facts;
    if (base === undefined) throw new Error('the fixture has a fact');
    const words = { zh: '某人', en: 'Somebody' };
    const target = {
      ...{
        key: base.key,
        label: words,
        value: 5,
        qualifier: 'exact' as const,
        unit: '亩',
        asPrinted: '5亩',
        year: 2026,
      },
      ...{ by: words, source: 'notice', narrower: false },
    } as const;
    const of = (change: object) =>
      check(record({ figures: [{ ...base, ...figure, source: 'notice' }], targets: [{ ...target, ...change }] }));
    expect(of({})).toEqual([]);
    expect(of({ unit: '亿元' })).toEqual(['target area 2026 has another unit than the figures of area']);
    expect(of({ unit: '顷', source: 'page' })).toEqual([
      'target area 2026 has the source page, which the record does not list',
      'target area 2026 has the unknown unit 顷',
    ]);
  });

  it('reports two sources under one key', () => {
    const files = [record({}), record({}, { notice: { ...source, title: '另一篇' } })].map((r, i) => ({
      file: `${i}.yaml`,
      record: r,
    }));
    expect(sourceConflicts(files)).toEqual([
      { file: '1.yaml', record: 'notice', reason: expect.stringMatching(/different source/) },
    ]);
  });
});

describe('validateOverrides', () => {
  it('reports a word that no name has', () => {
    expect(validateOverrides({ 水都: 'shui du', 花都: 'hua du' }, ['国际水都'], 'p.yaml')).toEqual([
      { file: 'p.yaml', record: '花都', reason: 'no shipped text has this word' },
    ]);
  });
});

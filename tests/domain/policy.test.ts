import { beforeAll, describe, expect, it } from 'vitest';
import type { Base } from '../../src/domain/base.ts';
import { findClause, sitesNamedIn, withParts } from '../../src/domain/policy.ts';
import { clausesNaming, clausesOfUnit, clauseText, readingsFor, runsOf } from '../../src/domain/policy-text.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

let base: Base;
beforeAll(async () => {
  base = await testBase();
});

describe('the text', () => {
  it('has 22 clauses, 12 of them with units, and 20 units', () => {
    const { clauses, units } = base.policy;
    expect([clauses.length, clauses.filter((c) => c.units.length > 0).length, units.length]).toEqual([22, 12, 20]);
  });

  it('gives clauses that start with their number and do not overlap', () => {
    let end = 0;
    for (const clause of base.policy.clauses) {
      expect(clause.start).toBeGreaterThanOrEqual(end);
      expect(clauseText(base.policy, clause)).toMatch(/^(（[一二三四五六七八]）|\d\.)/);
      expect(clauseText(base.policy, clause)).toContain(clause.heading);
      end = clause.end;
    }
  });

  it('tiles every clause with its sentences', () => {
    for (const clause of base.policy.clauses) {
      const joined = clause.sentences.map((s) => base.policy.text.slice(s.start, s.end)).join('');
      expect(clauseText(base.policy, clause)).toContain(joined.trim());
      expect(clause.sentences.map((s) => s.n)).toEqual(clause.sentences.map((_, i) => i + 1));
    }
  });

  it('holds each target quote at its offsets', () => {
    for (const { target } of base.policy.clusters)
      expect(base.policy.text.slice(target.start, target.end)).toBe(target.quote);
  });
});

describe('runsOf', () => {
  it('gives back every clause verbatim, run by run', () => {
    for (const clause of base.policy.clauses) {
      const runs = runsOf(base.policy, clause.start, clause.end);
      expect(runs.map((run) => run.text).join('')).toBe(clauseText(base.policy, clause));
      for (const run of runs) expect(base.policy.text.startsWith(run.text, run.start)).toBe(true);
    }
  });

  it('gives back any sentence and the whole document too', () => {
    const { text } = base.policy;
    expect(
      runsOf(base.policy, 0, text.length)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
    for (const { start, end } of base.policy.clauses.flatMap((c) => c.sentences))
      expect(
        runsOf(base.policy, start, end)
          .map((run) => run.text)
          .join(''),
      ).toBe(text.slice(start, end));
  });

  it('covers each mention exactly', () => {
    const [clause] = base.policy.clauses.filter((c) => c.id === '2.2.1');
    if (clause === undefined) throw new Error('no clause 2.2.1');
    const runs = runsOf(base.policy, clause.start, clause.end);
    const words = (id: string) =>
      runs
        .filter((run) => run.mentions.some((m) => m.id === id))
        .map((run) => run.text)
        .join('');
    expect(words('car-works')).toBe('麒麟轿车');
    expect(words('nanhai')).toBe('南海区');
    expect(words('auto')).toBe('汽车及新能源');
  });

  const nested: Policy = {
    docId: 'd',
    title: '文',
    titleEn: 'Text',
    issuer: '市',
    issuerEn: 'City',
    date: '2020',
    text: '甲乙丙丁戊己',
    parts: [],
    clauses: [],
    units: [],
    clusters: [],
    readings: [],
    later: [],
    source: { title: '文', kind: 'policy' },
    mentions: [
      { entity: 'site', id: 'inner', clause: '1.1', start: 2, end: 3 },
      { entity: 'unit', id: 'outer', clause: '1.1', start: 1, end: 5 },
      { entity: 'site', id: 'late', clause: '1.1', start: 4, end: 6 },
    ],
  };

  it('nests: the innermost mention stands last, overlaps belong to both', () => {
    expect(runsOf(nested, 0, 6).map((run) => [run.text, run.mentions.map((m) => m.id)])).toEqual([
      ['甲', []],
      ['乙', ['outer']],
      ['丙', ['outer', 'inner']],
      ['丁', ['outer']],
      ['戊', ['outer', 'late']],
      ['己', ['late']],
    ]);
  });

  it('cuts mentions at the ends of what is asked for', () => {
    expect(runsOf(nested, 2, 4).map((run) => run.text)).toEqual(['丙', '丁']);
    expect(runsOf(nested, 3, 3)).toEqual([]);
  });
});

describe('who is named where', () => {
  it('names the three home towns in reading order, each once', () => {
    expect(sitesNamedIn(base.policy, '2.1.2')).toEqual([
      'longjiang-home-furnishing-town',
      'nanzhuang-ceramics-town',
      'zhimeng-textile-town',
    ]);
  });

  it('names 17 records in chapter two, and none under equipment', () => {
    const chapter = base.policy.clauses.filter((c) => c.id.startsWith('2.'));
    expect(chapter.map((c) => [c.id, sitesNamedIn(base.policy, c.id).length])).toEqual([
      ['2.1.1', 0],
      ['2.1.2', 3],
      ['2.2.1', 6],
      ['2.2.2', 1],
      ['2.3.1', 2],
      ['2.3.2', 1],
      ['2.3.3', 2],
      ['2.3.4', 2],
    ]);
    expect(new Set(chapter.flatMap((c) => sitesNamedIn(base.policy, c.id))).size).toBe(17);
  });

  it('finds the clauses of a thing in the order of the document', () => {
    const ids = (entity: 'cluster' | 'district' | 'site', id: string) =>
      clausesNaming(base.policy, { entity, id }).map((c) => c.id);
    expect(ids('cluster', 'auto')).toEqual(['1.2', '2.2.1']);
    expect(ids('district', 'nanhai')).toEqual(['2.2.1']);
    // Its name stands twice in 3.5, which is one clause.
    expect(ids('site', 'foshan-hitech-zone')).toEqual(['3.5']);
    expect(ids('site', 'exhibition-centre')).toEqual([]);
  });

  it('keeps entities of one id apart: the unit and the site of Sanlongwan', () => {
    const { policy } = base;
    expect(clausesNaming(policy, { entity: 'site', id: 'sanlongwan' }).map((c) => c.id)).toEqual(['3.5']);
    const bracketed = clausesOfUnit(policy, 'sanlongwan').map(({ clause }) => clause.id);
    expect(clausesNaming(policy, { entity: 'unit', id: 'sanlongwan' }).map((c) => c.id)).toEqual(bracketed);
  });

  it('gives a unit its role as the bracket has it, and chapter two no unit', () => {
    const roles = clausesOfUnit(base.policy, 'natural-resources').map(({ clause, role }) => `${clause.id} ${role}`);
    expect(roles).toContain('3.5 first');
    expect(clausesOfUnit(base.policy, 'district-governments').map(({ role }) => role)).toContain('joint');
    expect(base.policy.clauses.filter((c) => c.id.startsWith('2.')).flatMap((c) => c.units)).toEqual([]);
  });
});

describe('withParts', () => {
  it('adds the parts of what is named, marked, and none twice', () => {
    const sites = [makeSite('whole'), makeSite('part', { parent: 'whole' }), makeSite('named', { parent: 'whole' })];
    expect(withParts(sites, ['whole', 'named', 'gone']).map(({ site, partOf }) => [site.id, partOf])).toEqual([
      ['whole', null],
      ['part', 'whole'],
      ['named', null],
    ]);
  });

  it('adds the park of the high-tech zone to what 3.5 names', () => {
    const rows = withParts(base.sites, sitesNamedIn(base.policy, '3.5'));
    expect(rows.filter((r) => r.partOf === null).map((r) => r.site.id)).toEqual([
      'one-ring-innovation-circle',
      'sanlongwan',
      'foshan-hitech-zone',
    ]);
    expect(rows.filter((r) => r.partOf === 'foshan-hitech-zone').map((r) => r.site.id)).toEqual(['fhidz-nanhai-park']);
    expect(rows).toHaveLength(4);
  });
});

describe('readingsFor', () => {
  it('takes those aimed at the kind, the cluster or the site, and no other', () => {
    const clauses = (site: Parameters<typeof readingsFor>[1]) =>
      readingsFor(base.policy, site).map((r) => `${r.clause} ${r.target.entity}`);
    const lab = { id: 'jihua-laboratory', industryCluster: 'cross', kind: 'laboratory', districts: ['nanhai'] };
    expect(clauses(lab)).toEqual(['3.2 kind']);
    expect(clauses({ ...lab, kind: 'park', industryCluster: 'robotics' })).toEqual([
      '3.3 cluster',
      '3.5 cluster',
      '3.5 kind',
      '3.7 cluster',
    ]);
    expect(clauses({ ...lab, kind: 'venue' })).toEqual([]);
  });

  it('rests each reading on words that stand in its clause', () => {
    for (const reading of base.policy.readings) {
      const clause = findClause(base.policy, reading.clause);
      expect(clause && clauseText(base.policy, clause)).toContain(reading.quotedWords);
    }
  });
});

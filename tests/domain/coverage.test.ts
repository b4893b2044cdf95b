import { describe, expect, it } from 'vitest';
import { ageBandOf, ageInYears, coverageOf, hasContestedFacts } from '../../src/domain/coverage.ts';
import type { Site } from '../../src/domain/site.ts';
import { testBase } from '../fixtures/data.ts';

const { policy, sites } = await testBase();
const coverage = coverageOf(policy, sites, '2026-11-22');

/** Counted by hand in the text. */
const NAMED: Record<string, number> = {
  '2.1.2': 3,
  '2.2.1': 6,
  '2.2.2': 1,
  '2.3.1': 2,
  '2.3.2': 1,
  '2.3.3': 2,
  '2.3.4': 2,
  '3.2': 1,
  '3.5': 3,
  '3.7': 1,
  '3.8': 1,
};

const siteOf = (id: string): Site => {
  const site = sites.find((s) => s.id === id);
  if (site === undefined) throw new Error(`no site ${id}`);
  return site;
};

describe('coverageOf', () => {
  it('counts what the text names, clause by clause', () => {
    expect(coverage.byClause).toHaveLength(22);
    expect(Object.fromEntries(coverage.byClause.filter((r) => r.named > 0).map((r) => [r.key.id, r.named]))).toEqual(
      NAMED,
    );
    expect(coverage.total.named).toBe(23);
    expect(coverage.byCluster.reduce((n, r) => n + r.named, 0)).toBe(23);
    expect(coverage.byCluster.find((r) => r.key === 'equipment')?.named).toBe(0);
  });

  it('adds up: every named record has one precision, one placement, and a status that is known or not', () => {
    for (const row of [coverage.total, ...coverage.byClause, ...coverage.byCluster]) {
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum(row.byPrecision)).toBe(row.named);
      expect(sum(row.byPlacement)).toBe(row.named);
      expect(sum(row.byAge)).toBe(row.statusKnown);
      expect(row.researched).toBeLessThanOrEqual(row.named);
    }
  });

  it('leaves out records that the text does not name', () => {
    const ids = coverage.total.records.map((r) => r.site.id);
    for (const id of ['exhibition-centre', 'foshan-university-hebin']) expect(ids).not.toContain(id);
  });

  it('does not count a part beside its whole', () => {
    const zone = siteOf('foshan-hitech-zone');
    const mention = policy.mentions.find((m) => m.id === zone.id);
    if (mention === undefined) throw new Error('the zone is not named');
    const withPart = { ...policy, mentions: [...policy.mentions, { ...mention, id: 'fhidz-nanhai-park' }] };
    const row = coverageOf(withPart, sites, '2026-11-22').byClause.find((r) => r.key.id === '3.5');
    expect(row?.named).toBe(3);
    expect(row?.records.map((r) => r.site.id)).not.toContain('fhidz-nanhai-park');
  });

  it('says why a record is doubtful', () => {
    const doubts = (id: string) => coverage.total.records.find((r) => r.site.id === id)?.doubts;
    expect(doubts('battery-project')).toEqual(['rights', 'coarse', 'status-unknown']);
    expect(doubts('shunde-nev-town')).toEqual(['status-unknown', 'contested']);
    expect(doubts('cathode-project')).toEqual(['rights', 'status-old']);
    expect(doubts('automation-park')).toEqual([]);
    const sure = coverage.total.records.filter((r) => r.doubts.length === 0).length;
    expect(sure).toBeGreaterThan(0);
    expect(coverage.total.doubtful).toBe(coverage.total.named - sure);
  });

  it('calls researched only what has a source besides the policy', () => {
    const unsourced = coverage.total.records.filter((r) => !r.researched).map((r) => r.site.id);
    expect([...unsourced].sort()).toEqual(['biomedical-park', 'green-food-park']);
    const site = siteOf('automation-park');
    const onlyPolicy = { ...site, sources: { text: { title: 'policy', kind: 'policy' as const } } };
    const row = coverageOf(policy, [onlyPolicy], '2026-11-22').total;
    expect([row.named, row.researched]).toEqual([1, 0]);
  });
});

describe('ages', () => {
  it('count to the data version, from the earliest day that a date can mean', () => {
    expect(ageInYears('2023-11-22', '2026-11-22')).toBe(3);
    expect(ageInYears('2023', '2026-11-22')).toBe(3.9);
    expect(ageInYears('2027-01', '2026-11-22')).toBe(0);
  });

  it.each([
    ['2025-11-22', 'within-1'],
    ['2025-11-21', 'within-3'],
    ['2023-11-22', 'within-3'],
    ['2023-11', 'older'],
    ['2024', 'within-3'],
    [null, 'older'],
  ])('%s is %s', (date, band) => {
    expect(ageBandOf(date, '2026-11-22')).toBe(band);
  });
});

it('a fact is contested only where its values differ', () => {
  const [fact] = siteOf('jihua-laboratory').facts;
  if (fact === undefined) throw new Error('no facts');
  expect(hasContestedFacts({ facts: [fact, { ...fact, source: 'another' }] })).toBe(false);
  expect(hasContestedFacts({ facts: [fact, { ...fact, value: { zh: '别的', en: 'other' } }] })).toBe(true);
});

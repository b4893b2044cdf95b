import { describe, expect, it } from 'vitest';
import { loadStatistics } from '../../src/data/load-later.ts';
import { attachmentsOf, ledgerOf, pointsOf } from '../../src/domain/ledger.ts';
import type { Statistics } from '../../src/domain/schema/statistics.ts';
import { fileSource, testBase } from '../fixtures/data.ts';

const { policy } = await testBase();
const statistics = await loadStatistics(fileSource);
const ledger = ledgerOf(policy, statistics);
const rows = ledger.flatMap((group) => group.rows);
const row = (id: string) => rows.find((r) => r.cluster.id === id);

describe('ledgerOf', () => {
  it('sets out eight clusters in three tiers, each with the sentence of the text that sets the target', () => {
    expect(
      ledger.map((group) => [
        group.tier,
        group.rows.map((r) => r.cluster.id).join(' '),
        group.sentence?.clause.id,
        group.sentence?.n,
      ]),
    ).toEqual([
      ['core', 'equipment home', '1.2', 1],
      ['pillar', 'auto electronics', '1.2', 2],
      ['emerging', 'robotics materials food health', '1.2', 2],
    ]);
    for (const { sentence, rows: members } of ledger) {
      const words = policy.text.slice(sentence?.start, sentence?.end);
      for (const { cluster } of members) expect(words).toContain(cluster.target.quote);
    }
  });

  it('states no year for the first two and 2026 for the rest', () => {
    expect(rows.map((r) => [r.cluster.target.overCny, r.cluster.target.year])).toEqual([
      ...Array.from({ length: 2 }, () => [1e12, null]),
      ...Array.from({ length: 2 }, () => [5e11, 2026]),
      ...Array.from({ length: 4 }, () => [3e11, 2026]),
    ]);
  });

  it('never takes a narrower figure for the actual', () => {
    expect(rows.filter((r) => r.actual.length > 0).map((r) => r.cluster.id)).toEqual(['equipment', 'home']);
    expect(row('food')?.notes.map((f) => f.value)).toEqual([7e10]);
    expect(row('health')?.notes.map((f) => f.value)).toEqual([4.6e10]);
    for (const r of rows) for (const figure of r.actual) expect(figure.narrower).toBe(false);
  });

  it('takes only output value for the actual', () => {
    const first = statistics.figures.find((f) => f.scope.id === 'equipment');
    if (first === undefined) throw new Error('no figure for equipment');
    const revenue: Statistics = { ...statistics, figures: [{ ...first, key: 'revenue' }] };
    const equipment = ledgerOf(policy, revenue)
      .flatMap((g) => g.rows)
      .find((r) => r.cluster.id === 'equipment');
    expect(equipment?.actual).toEqual([]);
    expect(equipment?.notes).toHaveLength(1);
  });
});

describe('pointsOf', () => {
  it('goes from the oldest to the newest, whatever the order of the file, and draws no words', () => {
    const [figure] = row('home')?.actual ?? [];
    if (figure === undefined) throw new Error('no figure for home');
    const words = { zh: '翻一番', en: 'doubled' };
    const figures = [
      { ...figure, asOf: '2024' },
      { ...figure, asOf: '2019-12' },
      { ...figure, asOf: '2022', value: words },
    ];
    const home = ledgerOf(policy, { ...statistics, figures })
      .flatMap((g) => g.rows)
      .find((r) => r.cluster.id === 'home');
    expect(home?.actual.map(({ asOf }) => asOf)).toEqual(['2019-12', '2022', '2024']);
    expect(home === undefined ? null : pointsOf(home).map(({ year }) => year)).toEqual([2019, 2024]);
  });

  it('draws the published figures and marks the year that the source does not state', () => {
    const home = row('home');
    if (home === undefined) throw new Error('no row for home');
    expect(pointsOf(home).map((p) => [p.year, p.min, p.figure.qualifier, p.yearStated])).toEqual([
      [2020, 1.05e12, 'exact', true],
      [2023, 1e12, 'over', false],
    ]);
  });

  it('has nothing to draw where nothing is published', () => {
    for (const id of ['auto', 'electronics', 'robotics', 'materials', 'food', 'health']) {
      const found = row(id);
      expect(found === undefined ? null : pointsOf(found)).toEqual([]);
    }
  });
});

it('names the attachment that the source of the text lacks', () => {
  expect(attachmentsOf(policy)).toEqual(['附件：佛山市“2+2+4”产业集群发展目标表']);
});

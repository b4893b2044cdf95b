import { expect, it } from 'vitest';
import { loadStatistics } from '../../../src/data/load-later.ts';
import { ledgerOf } from '../../../src/domain/ledger.ts';
import { unitMatrix } from '../../../src/domain/unit-matrix.ts';
import { AREAS } from '../../../src/i18n/areas.ts';
import { createI18n, loadMessages } from '../../../src/i18n/index.ts';
import { targetsCsv } from '../../../src/panels/tables/targets-csv.ts';
import { unitsCsv } from '../../../src/panels/tables/units-csv.ts';
import { fileSource, testBase } from '../../fixtures/data.ts';

const { policy } = await testBase();
const i18n = createI18n({ lang: 'en', areas: new Set(AREAS), messages: await loadMessages('en'), conversion: {} });

it('units: a row a unit, a column a clause, the role in words', () => {
  const matrix = unitMatrix(policy);
  const [head, ...rows] = unitsCsv(i18n, matrix, matrix.rows);
  expect(head).toHaveLength(5 + 12);
  expect(rows).toHaveLength(20);
  const tax = rows.find((row) => row[0] === 'taxation');
  expect(tax?.[head?.indexOf('四（二） 优化营商环境') ?? -1]).toBe('listed');
  expect(tax?.slice(5).filter((cell) => cell !== null)).toHaveLength(1);
});

it('targets: a narrower figure stands in the notes, and a cluster without figures says so', async () => {
  const statistics = await loadStatistics(fileSource);
  const [head = [], ...rows] = targetsCsv(
    i18n,
    { policy, clusters: policy.clusters, now: 2026 },
    ledgerOf(policy, statistics),
    statistics,
  );
  const column = (name: string) => head.indexOf(name);
  const of = (id: string) => rows.filter((row) => row[0] === id);
  expect(new Set([head, ...rows].map((row) => row.length)).size).toBe(1);
  expect(of('home').map((row) => row[column('Actual output')])).toEqual(['1.05 trillion yuan', 'over 1 trillion yuan']);
  expect(
    of('food').map((row) => [row[column('Actual output')], row[column('Notes: narrower or other scope')]]),
  ).toEqual([
    ['Not published', null],
    [null, 'over 70 billion yuan'],
  ]);
  expect(of('home')[0]?.slice(column('progress'), column('progress') + 2)).toEqual(['reached', 'reached (2020)']);
  expect(of('food')[0]?.[column('progress')]).toBe('unknown');
  // One of another's stands beside that of the text, with who set it.
  expect(of('equipment').at(-1)?.[column('Set by')]).toBe('A mayor, 2019');
  expect(of('equipment').at(-1)?.[column('Progress')]).toBe('reached (2020)');
  expect(of('auto').map((row) => [row[column('Year')], row[column('Actual output')]])).toEqual([
    [2026, 'Not published'],
  ]);
  expect(of('equipment')[0]?.[column('Year')]).toBe('no year stated');
});

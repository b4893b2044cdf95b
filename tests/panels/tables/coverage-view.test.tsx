import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { coverageOf } from '../../../src/domain/coverage.ts';
import { AREAS } from '../../../src/i18n/areas.ts';
import { createI18n, loadMessages } from '../../../src/i18n/index.ts';
import { coverageCsv, coverageRecordsCsv } from '../../../src/panels/tables/coverage-csv.ts';
import { CoverageView } from '../../../src/panels/tables/coverage-view.tsx';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { testBase } from '../../fixtures/data.ts';

function show(panel: preact.JSX.Element, hash = '') {
  const app = makeApp(hash, { lang: 'en' });
  app.need.statistics();
  renderIn(app, panel);
  return app;
}

const table = (name: string) => within(screen.getByRole('table', { name }));

it('has a line for each clause that names something, and links to those that do not', () => {
  show(<CoverageView />);
  const heads = table('By clause')
    .getAllByRole('rowheader')
    .map((th) => th.textContent);
  expect(heads).toHaveLength(12);
  expect(heads[0]).toBe('二（一）2 泛家居');
  const silent = screen.getByText(/^Clauses that name no record/);
  expect(within(silent).getAllByRole('link')).toHaveLength(11);
});

it('has a line for each cluster and for what serves several, the empty one included', () => {
  show(<CoverageView />);
  const row = table('By cluster').getByRole('rowheader', { name: 'Equipment manufacturing' }).closest('tr');
  expect(row?.querySelector('td')?.textContent).toBe('0');
  expect(table('By cluster').getAllByRole('rowheader')).toHaveLength(10);
});

it('names the unlocated and the doubtful, each a way to its record', () => {
  const { state } = show(<CoverageView />);
  const row = table('By clause')
    .getByRole('rowheader', { name: /二（三）3/ })
    .closest('tr');
  if (row === null) throw new Error('no row');
  const unlocated = within(row).getByText('Location unknown (1)').closest('details');
  if (unlocated === null) throw new Error('no list');
  expect(unlocated.querySelectorAll('li')).toHaveLength(1);
  const [first] = unlocated.querySelectorAll('button');
  if (first === undefined) throw new Error('no link');
  fireEvent.click(first);
  expect(state.selectedSite.value?.position).toBeNull();
});

it('lists all 23 named records with their doubts in words', () => {
  show(<CoverageView />);
  const records = table('Record by record');
  expect(records.getAllByRole('rowheader')).toHaveLength(23);
  const row = records.getByRole('rowheader', { name: /Jihua Laboratory/ }).closest('tr');
  expect(row?.textContent).toContain('facts contradict');
  expect(row?.textContent).toMatch(/up to \d\.\d years April 2023/);
});

it('exports what it shows', async () => {
  const { policy, sites, version } = await testBase();
  const i18n = createI18n({
    lang: 'zh-Hans',
    areas: new Set(AREAS),
    messages: await loadMessages('zh-Hans'),
    conversion: {},
  });
  const coverage = coverageOf(policy, sites, version.date);
  const rows = coverageCsv(i18n, policy.clusters, coverage);
  expect(rows).toHaveLength(1 + 1 + 22 + 9);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  expect(rows[1]?.slice(0, 3)).toEqual(['all', '全文', 23]);
  const records = coverageRecordsCsv(i18n, policy.clusters, coverage);
  expect(records).toHaveLength(24);
  expect(new Set(records.map((row) => row.length)).size).toBe(1);
  expect(records.find((row) => row[0] === 'shunde-nev-town')).toContain('状态未知；事实说法不一');
});

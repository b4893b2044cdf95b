/** The sheet of milestones in the register's workbook, out and in again. */
import { expect, it } from 'vitest';
import { compareWorkbook } from '../../src/analysis/register-workbook/compare.ts';
import type { Comparison } from '../../src/analysis/register-workbook/comparison.ts';
import { applyCorrections, milestoneField } from '../../src/domain/corrections.ts';
import { correct } from '../fixtures/corrections.ts';
import { testBase } from '../fixtures/data.ts';
import { against, editor, SOURCE, SOURCE_LINE } from '../fixtures/register-workbook.ts';

const base = await testBase();
const works = 'car-works';
const site = base.sites.find(({ id }) => id === works) ?? base.sites[0];
if (site === undefined) throw new Error('no site');
const began = { event: 'started', date: '2010-05' } as const;
const builtPlan = { event: 'completed', of: { zh: '二期', en: 'Phase 2' }, plannedDate: '2021' } as const;
const idOf = (milestone: Parameters<typeof milestoneField>[0]) => `${works} ${milestoneField(milestone)}`;

const said = ({ proposals }: Comparison) =>
  proposals.map(({ correction: { record, oldValue, newValue }, emptied, sourced }) => [
    record,
    'milestone' in oldValue ? oldValue.milestone : oldValue,
    'milestone' in newValue ? newValue.milestone : newValue,
    { emptied, sourced },
  ]);
const why = ({ refused }: Comparison) => refused.map(({ record, code, rule }) => [record, rule ?? code]);

it('a milestone that is put right has what it was and what it is, with the source of its row', () => {
  const { set, sheets } = editor('milestones');
  set(idOf(began), { date: '2010-06', noteZh: '奠基', 'source.milestone': SOURCE_LINE });
  const result = compareWorkbook(sheets(), against());
  expect(said(result)).toEqual([
    [
      works,
      began,
      { event: 'started', date: '2010-06', note: { zh: '奠基', en: '奠基' } },
      { emptied: false, sourced: true },
    ],
  ]);
  expect(result.proposals[0]?.correction).toMatchObject({ field: milestoneField(began), source: SOURCE });
});

it('a month stays a month, and a number that is no year is no date', () => {
  const { set, sheets } = editor('milestones');
  set(idOf(builtPlan), { plannedDate: '2021年3月' });
  set(idOf(began), { date: 44_256 });
  const result = compareWorkbook(sheets(), against());
  expect(said(result)).toEqual([
    [works, builtPlan, { ...builtPlan, plannedDate: '2021-03' }, { emptied: false, sourced: false }],
  ]);
  expect(why(result)).toEqual([[works, 'dateNumber']]);
});

it('rows without an id are new ones, by id or name of the record, in any words for codes', () => {
  const { add, sheets } = editor('milestones');
  const codeOf = (key: string) => (word: string) =>
    ({ event: { 投产: 'operating' }, site: { 汽车厂: works } })[key]?.[word as never];
  add({ site: works, event: 'suspended', date: 2024, 'source.milestone': SOURCE_LINE });
  add({ site: '汽车厂', event: '投产', partZh: '三期', plannedDate: '2027' });
  // What the register says already, and what a row above says, is not new.
  add({ site: works, event: 'started', date: '2010-05' });
  add({ site: works, event: 'suspended', date: '2024' });
  const result = compareWorkbook(sheets(), against(base.sites, { codeOf }));
  expect(said(result)).toEqual([
    [works, null, { event: 'suspended', date: '2024' }, { emptied: false, sourced: true }],
    [
      works,
      null,
      { event: 'operating', of: { zh: '三期', en: '三期' }, plannedDate: '2027' },
      { emptied: false, sourced: false },
    ],
  ]);
  expect(why(result)).toEqual([[works, 'twice']]);
  const shown = applyCorrections(base.sites, [result.proposals[0]?.correction ?? correct(site, 'status', {})]);
  expect(shown.find(({ id }) => id === works)).toMatchObject({ status: 'suspended', statusDate: '2024' });
});

it('what cannot be taken says why, and nothing of it is', () => {
  const { add, set, sheets } = editor('milestones');
  add({ event: 'started', date: '2020' });
  add({ site: 'no-such-park', event: 'started', date: '2020' });
  add({ site: works, event: 'opened', date: '2020' });
  add({ site: works, event: 'started' });
  add({ site: works, event: 'started', date: '2020', plannedDate: '2019' });
  add({ site: works, event: 'started', state: 'operating', date: '2020' });
  add({ site: works, event: 'seen', date: '2020' });
  add({ milestone: `${works} milestone:0123456789abcdef`, site: works, event: 'started', date: '2020' });
  set(idOf(began), { site: 'jihua-laboratory' });
  const result = compareWorkbook(sheets(), against());
  expect(result.proposals).toEqual([]);
  expect(why(result)).toEqual([
    [works, 'otherSite'],
    ['', 'required'],
    ['no-such-park', 'noSuchRecord'],
    [works, 'code'],
    [works, 'required'],
    [works, 'milestone'],
    [works, 'milestone'],
    [works, 'milestone'],
    [works, 'gone'],
  ]);
});

it('an emptied cell is a proposal of its own, rows that are not there change nothing', () => {
  const edit = editor('milestones');
  edit.set(idOf(builtPlan), { partZh: null, partEn: null });
  edit.grid.rows = edit.grid.rows.filter(([id]) => id === idOf(builtPlan));
  const result = compareWorkbook(edit.sheets(), against());
  expect(said(result)).toEqual([
    [works, builtPlan, { event: 'completed', plannedDate: '2021' }, { emptied: true, sourced: false }],
  ]);
  expect([result.refused, result.missing]).toEqual([[], []]);
});

it('an emptied date leaves no milestone, and is refused', () => {
  const { set, sheets } = editor('milestones');
  set(idOf(began), { date: null });
  const result = compareWorkbook(sheets(), against());
  expect(result.proposals).toEqual([]);
  expect(why(result)).toEqual([[works, 'required']]);
});

it('goes round with the user’s own milestones in it, and puts those right under one name', () => {
  const added = { event: 'suspended', date: '2024' } as const;
  const right = { event: 'started', date: '2010-06' } as const;
  const own = applyCorrections(base.sites, [
    correct(site, milestoneField(added), { milestone: added }),
    correct(site, milestoneField(began), { milestone: right }),
    correct(site, 'status', { value: 'operating', date: '2026-01' }),
  ]);
  expect(compareWorkbook(editor('milestones', own).sheets(), against(own)).proposals).toEqual([]);
  const { set, sheets } = editor('milestones', own);
  set(idOf(added), { date: '2025' });
  set(idOf(began), { date: '2010-07' });
  const result = compareWorkbook(sheets(), against(own));
  expect(said(result)).toEqual([
    [works, began, { event: 'started', date: '2010-07' }, { emptied: false, sourced: true }],
    [works, null, { event: 'suspended', date: '2025' }, { emptied: false, sourced: true }],
  ]);
  expect(result.proposals.map(({ replaces }) => replaces)).toEqual([undefined, milestoneField(added)]);
});

it('keeps its rows where the column of ids was deleted', () => {
  const edit = editor('milestones');
  edit.set(idOf(began), { date: '2010-06' });
  for (const row of [edit.grid.head, ...edit.grid.rows]) row.splice(0, 1);
  const result = compareWorkbook(edit.sheets(), against());
  expect(said(result)).toEqual([
    [works, began, { event: 'started', date: '2010-06' }, { emptied: false, sourced: false }],
  ]);
  expect(result.missingColumns).toEqual(['milestone']);
});

it('withdraws what the register is wrong about, and takes a withdrawal back', () => {
  const edit = editor('milestones');
  edit.set(idOf(began), { withdrawn: 'withdrawn', 'source.milestone': SOURCE_LINE });
  edit.add({ site: works, event: 'started', date: '2020', withdrawn: 'withdrawn' });
  const result = compareWorkbook(edit.sheets(), against());
  expect(said(result)).toEqual([[works, began, null, { emptied: false, sourced: true }]]);
  expect(why(result)).toEqual([[works, 'ownMilestone']]);

  const sites = applyCorrections(
    base.sites,
    result.proposals.map(({ correction }) => correction),
  );
  const register = new Map(sites.map((each) => [each.id, each]));
  const now = against(sites, { recordOf: (id) => register.get(id) });
  const back = editor('milestones', sites);
  expect(compareWorkbook(back.sheets(), now).proposals).toEqual([]);
  back.set(idOf(began), { date: '2010-06' });
  expect(compareWorkbook(back.sheets(), now).proposals).toEqual([]);
  back.set(idOf(began), { withdrawn: null, date: '2010-05' });
  expect(said(compareWorkbook(back.sheets(), now))).toEqual([[works, null, began, { emptied: true, sourced: false }]]);
});

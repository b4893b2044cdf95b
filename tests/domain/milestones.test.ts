import { describe, expect, it } from 'vitest';
import { applyCorrections, currentValue, milestoneField, standingOf } from '../../src/domain/corrections.ts';
import {
  milestoneFaults,
  newestState,
  slippage,
  statusOf,
  stepsOf,
  withSeen,
  yearsOf,
} from '../../src/domain/milestones.ts';
import type { Milestone } from '../../src/domain/schema/site.ts';
import { META } from '../fixtures/corrections.ts';
import { makeSite } from '../fixtures/site.ts';

const S = { source: 'press' };
const signed: Milestone = { event: 'signed', date: '2018-09', ...S };
const planned: Milestone = { event: 'started', plannedDate: '2019-03', ...S };
const started: Milestone = { event: 'started', date: '2019-08-20', ...S };
const toppedPart: Milestone = { event: 'topped-out', of: { zh: '二期', en: 'Phase 2' }, date: '2024-05', ...S };
const opened: Milestone = { event: 'operating', date: '2022', ...S };

describe('the status that follows from milestones', () => {
  it('is that of the newest event or observation, with its date', () => {
    expect(statusOf([started, signed])).toMatchObject({ status: 'under-construction', statusDate: '2019-08-20' });
    const seen = withSeen([signed, started], { value: 'suspended', date: '2020-06', source: 'visit' });
    expect(statusOf(seen)).toMatchObject({ status: 'suspended', statusDate: '2020-06', statusSource: 'visit' });
  });

  it('is never set by a plan, by a part, or by a new name', () => {
    const renamed: Milestone = { event: 'renamed', date: '2025', ...S };
    expect(statusOf([opened, toppedPart, planned, renamed])).toMatchObject({ status: 'operating', statusDate: '2022' });
    expect(statusOf([toppedPart, planned]).status).toBe('unknown');
  });

  it('takes the finer of two dates that leave the order open', () => {
    const year: Milestone = { event: 'seen', state: 'planned', date: '2019', ...S };
    expect(newestState([started, year])).toBe(started);
  });

  it('has no date where what was seen is that nobody knows', () => {
    expect(statusOf(withSeen([opened], { value: 'unknown', date: '2023-01-01', source: 'call' }))).toMatchObject({
      status: 'unknown',
      statusDate: null,
    });
  });
});

describe('a milestone that is withdrawn', () => {
  const field = milestoneField(opened);
  const { source: _, ...state } = opened;
  const site = makeSite('a', { milestones: [started, opened], ...statusOf([started, opened]) });
  const gone = {
    ...META,
    record: site.id,
    field,
    oldValue: { milestone: state },
    newValue: { milestone: null, why: { zh: '没有投产', en: 'It did not open' } },
  } as const;

  it('says nothing of status and years, and stays with who withdrew it', () => {
    const [shown] = applyCorrections([site], [gone]);
    expect(shown).toMatchObject({ status: 'under-construction', statusDate: '2019-08-20' });
    expect(shown?.milestones[1]).toMatchObject({ ...opened, withdrawn: { date: META.made, why: gone.newValue.why } });
    expect(yearsOf(shown?.milestones ?? [], 2022, 2022)[0]?.status).toBe('under-construction');
    // It was no plan's outcome either.
    const plan: Milestone = { event: 'operating', plannedDate: '2021', ...S };
    expect(stepsOf([plan, ...(shown?.milestones ?? [])]).map(({ slipped }) => slipped)).toEqual([null, null, null]);
  });

  it('is known once the register says so, or has it no more; stated anew it holds again', () => {
    expect(standingOf(site, gone)).toBe('applied');
    const [shown] = applyCorrections([site], [gone]);
    expect(shown && standingOf(shown, gone)).toBe('merged');
    expect(standingOf({ ...site, milestones: [started] }, gone)).toBe('merged');
    const again = { ...gone, oldValue: { milestone: null }, newValue: { milestone: state } } as const;
    expect(shown && currentValue(shown, field)).toEqual({ milestone: null });
    expect(shown && standingOf(shown, again)).toBe('applied');
    const [anew] = applyCorrections(shown === undefined ? [] : [shown], [again]);
    expect(anew).toMatchObject({ status: 'operating', statusDate: '2022' });
    expect(anew?.milestones).toHaveLength(2);
  });
});

describe('the years', () => {
  it('are not known before the first event, and then as last known on 31 December', () => {
    expect(yearsOf([signed, started, opened, toppedPart], 2017, 2023).map(({ status }) => status)).toEqual([
      'unknown',
      'planned',
      'under-construction',
      'under-construction',
      'under-construction',
      'operating',
      'operating',
    ]);
  });
});

describe('a plan beside what came', () => {
  it('is one step, with the months between; of a part it is another', () => {
    const steps = stepsOf([started, planned, toppedPart]);
    expect(steps.map(({ event, slipped }) => [event, slipped])).toEqual([
      ['started', { min: 5, max: 5 }],
      ['topped-out', null],
    ]);
  });

  it('is a range where a date is a year alone', () => {
    expect(slippage('2021', '2022-03')).toEqual({ min: 3, max: 14 });
    expect(slippage('2022-06', '2022')).toEqual({ min: -5, max: 6 });
  });
});

describe('a milestone by itself', () => {
  it('has one date, and a state where it was seen and nowhere else', () => {
    expect(milestoneFaults(signed)).toEqual([]);
    expect(milestoneFaults({ event: 'started' })).toEqual(['dates']);
    expect(milestoneFaults({ ...started, plannedDate: '2019' })).toEqual(['dates']);
    expect(milestoneFaults({ event: 'seen', date: '2020' })).toEqual(['state']);
    expect(milestoneFaults({ ...started, state: 'planned' })).toEqual(['state']);
    expect(milestoneFaults({ event: 'seen', state: 'planned', plannedDate: '2020' })).toEqual(['planned']);
  });
});

describe('corrections of milestones', () => {
  const site = makeSite('works', { milestones: [signed], status: 'planned', statusDate: '2018-09' });
  const { source: _, ...state } = started;
  const add = {
    ...META,
    record: 'works',
    field: milestoneField(state),
    oldValue: { milestone: null },
    newValue: { milestone: state },
  } as const;

  it('add one, which then says the status', () => {
    expect(standingOf(site, add)).toBe('applied');
    const [after] = applyCorrections([site], [add]);
    expect(after).toMatchObject({ status: 'under-construction', statusDate: '2019-08-20' });
    expect(after && standingOf(after, add)).toBe('merged');
  });

  it('put one right where it stands, and conflict where the register has changed', () => {
    const { source: __, ...old } = signed;
    const better = { ...old, date: '2018-09-08' };
    const edit = { ...add, field: milestoneField(old), oldValue: { milestone: old }, newValue: { milestone: better } };
    const [after] = applyCorrections([site], [edit]);
    expect(after?.milestones).toMatchObject([{ event: 'signed', date: '2018-09-08' }]);
    expect(after && standingOf(after, edit)).toBe('merged');
    expect(standingOf({ ...site, milestones: [opened] }, edit)).toBe('conflict');
    expect(currentValue(site, edit.field)).toEqual({ milestone: old });
  });

  it('let a status that is older be an observation, and keep the newer one', () => {
    const status = { ...META, record: 'works', field: 'status' } as const;
    const older = {
      ...status,
      oldValue: { value: 'planned', date: '2018-09' },
      newValue: { value: 'suspended', date: '2017' },
    } as const;
    const [after] = applyCorrections([site], [older]);
    expect(after).toMatchObject({ status: 'planned', statusDate: '2018-09' });
    expect(after?.milestones.map(({ event }) => event)).toEqual(['seen', 'signed']);
    expect(after && standingOf(after, older)).toBe('merged');
  });
});

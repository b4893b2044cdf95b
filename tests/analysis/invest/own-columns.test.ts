import { describe, expect, it } from 'vitest';
import {
  markOf,
  type OwnChoices,
  type OwnColumn,
  ownColumns,
  ownValue,
  severalOf,
} from '../../../src/analysis/invest/own-columns.ts';
import { ownTables, ownTexts, rowMarkOf } from '../../../src/analysis/invest/own-rows.ts';
import type { RowPick } from '../../../src/analysis/invest/types.ts';
import { type Column, type PointSet, packText } from '../../../src/domain/point-set.ts';
import { smallSet } from '../../fixtures/imported.ts';
import { makeSite } from '../../fixtures/site.ts';

const sites = [makeSite('one'), makeSite('two'), makeSite('three'), makeSite('four')];

/** A table of parks without places. */
function table(names: readonly string[], columns: readonly Column[], given: Partial<PointSet> = {}): PointSet {
  return { ...smallSet(), count: names.length, label: packText('park', names), columns, ...given };
}
const numbers = (name: string, ...values: number[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
});
const day = '2026-11-29';
const none: OwnChoices = { lessIsBetter: () => true, pick: () => null, rows: new Set() };

function columnsOf(sets: readonly PointSet[], choices: Partial<OwnChoices> = {}): OwnColumn[] {
  const named = sets.map((set, i) => ({ name: `table ${i + 1}`, set }));
  return ownColumns(ownTables(named, sites, day), { ...none, ...choices });
}
function only(columns: readonly OwnColumn[]): OwnColumn {
  const [column] = columns;
  if (column === undefined || columns.length > 1) throw new Error(`${columns.length} columns`);
  return column;
}
const said = (column: OwnColumn, id: string) => {
  const value = ownValue(column, id);
  return value.known ? value.score : value.reason;
};
const picked = (column: OwnColumn, id: string) => {
  const value = ownValue(column, id);
  return value.known && value.said.kind === 'number' ? value.said.value : null;
};

// By id, by Chinese name, by English name, twice with another number, and somebody else.
const prices = table(
  ['one', '甲two', 'site  Three', 'SITE (three)', 'elsewhere'],
  [numbers('地价（万元/亩）', 800, 1200, 900, 1000, 5)],
);

describe('columns of one’s own', () => {
  it('join by id or name, whatever the case, width and marks, and score from the best to the worst candidate', () => {
    const column = only(columnsOf([prices]));
    expect(column).toMatchObject({ id: markOf('地价（万元/亩）'), unit: '万元/亩', low: 800, high: 1200 });
    expect([said(column, 'one'), said(column, 'two')]).toEqual([1, 0]);
    const more = only(columnsOf([prices], { lessIsBetter: () => false }));
    expect([said(more, 'one'), said(more, 'two')]).toEqual([0, 1]);
  });

  it('join as the user confirmed it when the list came in, whatever the cells say', () => {
    const confirmed = { ...prices, sites: { ids: ['four'], codes: Uint32Array.of(0, 0, 0, 0, 1) } };
    const column = only(columnsOf([confirmed]));
    expect([picked(column, 'four'), picked(column, 'one')]).toEqual([5, 800]);
  });

  it('join nothing by a name that two sites have', () => {
    const twins = [makeSite('a', { nameZh: '同名园' }), makeSite('b', { nameZh: '同名园' })];
    expect(ownTables([{ name: 't', set: table(['同名园'], [numbers('价', 1)]) }], twins, day)).toEqual([]);
  });

  it('are unknown where rows differ, until the user says which counts', () => {
    const with_ = (pick: RowPick | null, rows: readonly string[] = []) =>
      only(columnsOf([prices], { pick: () => pick, rows: new Set(rows) }));
    expect(said(with_(null), 'three')).toBe('rows-differ');
    expect((['least', 'greatest', 'sum'] as const).map((pick) => picked(with_(pick), 'three'))).toEqual([
      900, 1000, 1900,
    ]);
    expect(said(with_('row'), 'three')).toBe('rows-differ');
    expect(picked(with_('row', [rowMarkOf(prices, 3)]), 'three')).toBe(1000);
    // One row needs no choice; the sum is the greatest of all, and so the worst.
    expect([picked(with_('sum'), 'one'), said(with_('sum'), 'three')]).toEqual([800, 0]);
    expect(said(with_(null), 'four')).toBe('not-in-set');
  });

  it('of several tables, as parks send them back, are one column', () => {
    const other = table(['four', 'one'], [numbers('地价（万元/亩）', 700, 650)]);
    const column = only(columnsOf([prices, other], { pick: () => 'least' }));
    expect([column.sets, picked(column, 'four'), picked(column, 'one')]).toEqual([['table 1', 'table 2'], 700, 650]);
    expect(severalOf(column).map(([id]) => id)).toEqual(['one', 'three']);
  });

  it('are read where numbers are written as text, and leave out codes, telephones and days', () => {
    const set = table(
      ['one', 'two'],
      [
        packText('租金（元/㎡）', ['1,200', '25.5']),
        packText('电话', ['8231 0000', '82310001']),
        numbers('序号', 1, 2),
        packText('有效期至', ['2027-01-01', '2027-02-01']),
      ],
    );
    expect(picked(only(columnsOf([set])), 'one')).toBe(1200);
  });
});

describe('offers past their date', () => {
  const dated = table(
    ['one', 'two', 'three', 'three', 'four'],
    [
      numbers('price', 100, 200, 300, 250, 400),
      packText('Valid until', ['2026-11-28', '2026-11-29', '2026-10', '2026-11', '']),
    ],
  );
  const column = only(columnsOf([dated]));

  it('do not count from the day after, and are shown with what they said', () => {
    expect(ownValue(column, 'one')).toEqual({
      known: false,
      reason: 'expired',
      was: { value: 100, unit: '', set: 'table 1', until: '2026-11-28' },
    });
    expect(picked(column, 'two')).toBe(200);
  });

  it('hold while a month is not over, and where no day is stated', () => {
    expect([picked(column, 'three'), picked(column, 'four')]).toEqual([250, 400]);
  });

  it('move neither the best nor the worst', () => {
    expect([column.low, column.high]).toEqual([200, 400]);
  });
});

describe('what tables say in words', () => {
  it('is listed by column without the name, and what has expired is marked', () => {
    const set = table(
      ['one', 'one'],
      [
        packText('park', ['one', 'one']),
        packText('Contact', ['Ms Li, 8231 0000', 'Mr He']),
        packText('Valid until', ['2026-01-01', '2027']),
        numbers('price', 1, 2),
      ],
    );
    const texts = ownTexts(ownTables([{ name: 'offers', set }], sites, day), 'one');
    expect(texts.map(({ column, text, expired }) => [column, text, expired])).toEqual([
      ['Contact', 'Ms Li, 8231 0000', true],
      ['Contact', 'Mr He', false],
      ['Valid until', '2026-01-01', true],
      ['Valid until', '2027', false],
    ]);
  });
});

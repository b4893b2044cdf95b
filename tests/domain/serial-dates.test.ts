import { describe, expect, it } from 'vitest';
import { filterKinds } from '../../src/analysis/column-choices.ts';
import { columnMask } from '../../src/analysis/column-filter.ts';
import { areAssumedDates, datesOf, dateText, NO_DATE } from '../../src/domain/column-dates.ts';
import { isMeasure, numbersOf } from '../../src/domain/column-values.ts';
import { type Column, packText } from '../../src/domain/point-set.ts';
import { smallSet } from '../fixtures/imported.ts';

const numbers = (name: string, values: readonly number[], from1904?: boolean): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
  from1904,
});
const dates = (column: Column, count = 3) =>
  [...(datesOf(column, count) ?? [])].map((code) => (code === NO_DATE ? null : dateText(code)));

describe('numbers of days that are taken for dates', () => {
  it('are those of a column that is called like a date', () => {
    const started = numbers('投产日期', [45_123, Number.NaN, 43_831.75]);
    expect(dates(started)).toEqual(['2023-07-16', null, '2020-01-01']);
    expect(areAssumedDates(started, 3)).toBe(true);
    expect(isMeasure(started, numbersOf(started, 3) ?? new Float64Array())).toBe(false);
    expect(filterKinds(started, 3)[0]).toBe('date');
    expect(dates(packText('date', ['45123', '暂无', '43831']))).toEqual(['2023-07-16', null, '2020-01-01']);
  });

  it('count from 1904 where the workbook says so', () => {
    expect(dates(numbers('日期', [45_123 - 1462, 43_831 - 1462, 43_832 - 1462], true))).toEqual([
      '2023-07-16',
      '2020-01-01',
      '2020-01-02',
    ]);
  });

  it('are none in years, in measures that name their unit, and under other names', () => {
    for (const column of [
      numbers('年份', [2019, 2020, 2021]),
      numbers('日期', [2019, 2020, 2021]),
      numbers('运行时间（小时）', [45_000, 30_000, 20_000]),
      numbers('产值', [45_123, 43_831, 45_000]),
      numbers('时间', [8, 9, 10]),
    ]) {
      expect(areAssumedDates(column, 3), column.name).toBe(false);
      expect(datesOf(column, 3), column.name).toBeNull();
    }
  });

  it('are filtered by dates', () => {
    const set = { ...smallSet(), columns: [numbers('日期', [45_123, 43_831, Number.NaN])] };
    const mask = columnMask(set, [{ kind: 'date', column: '日期', from: '2023', to: '', blank: false }]);
    expect([...(mask ?? [])]).toEqual([1, 0, 0]);
  });
});

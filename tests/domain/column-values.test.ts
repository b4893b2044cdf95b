import { describe, expect, it } from 'vitest';
import {
  aboutCells,
  columnTitle,
  computedUnit,
  isBlankCell,
  isMeasure,
  measureColumns,
  numbersOf,
  parseDate,
  parseNumber,
} from '../../src/domain/column-values.ts';
import { packText } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const coded = (name: string, texts: readonly string[]) => {
  const values = [...new Set(texts)];
  return { kind: 'coded', name, values, codes: Uint32Array.from(texts, (text) => values.indexOf(text)) } as const;
};

describe('numbers with their unit in the cell', () => {
  const read = (texts: readonly string[]) => {
    const column = coded('产值', texts);
    return { values: numbersOf(column, texts.length), title: columnTitle(column, texts.length) };
  };

  it('are numbers in the unit of the first, which the title says', () => {
    expect(read(['1,234.5万元', '980 万元', '—', '0.21亿元', '３１０万元', '5000元', '0'])).toEqual({
      values: Float64Array.of(1234.5, 980, Number.NaN, 2100, 310, 0.5, 0),
      title: '产值（万元）',
    });
    expect(read(['12.5亩', '3,000亩', '2公顷'])).toEqual({
      values: Float64Array.of(12.5, 3000, 30),
      title: '产值（亩）',
    });
    expect(read(['2㎡', '3m²'])).toEqual({ values: Float64Array.of(2, 3), title: '产值（m²）' });
  });

  it.each([
    ['units of different kinds', ['12亩', '12万元']],
    ['some without a unit: they may be in any', ['12万元', '980', '5万元']],
    ['bounds', ['超15亩', '近20亩', '15余亩', '10亩以上', '>3亩', '5亩多']],
    ['ordinals, dates and codes', ['3期', '4期']],
    ['years', ['2024年', '2023年']],
    ['codes', ['3a', '4a']],
  ])('are none: %s', (_, texts) => {
    expect(read(texts)).toEqual({ values: null, title: '产值' });
  });

  it('about so many are the number that stands there, counted and marked in the title', () => {
    const texts = ['约15亩', '约 15 亩', '15亩左右', '≈15亩', '12亩', '大约2亩'];
    for (const column of [coded('面积', texts), packText('面积', texts)]) {
      expect([...(numbersOf(column, 6) ?? [])]).toEqual([15, 15, 15, 15, 12, 2]);
      expect(aboutCells(column, 6)).toBe(5);
      expect(columnTitle(column, 6)).toBe('≈ 面积（亩）');
    }
    const plain = packText('员工', ['约300', '~20', '5']);
    expect([...(numbersOf(plain, 3) ?? [])]).toEqual([300, 20, 5]);
    expect(columnTitle(plain, 3)).toBe('≈ 员工');
  });

  it('bounds among numbers are gaps, and mark nothing', () => {
    const texts = ['超15', ...Array.from({ length: 60 }, (_, n) => `${n}`)];
    const column = coded('员工', texts);
    expect(numbersOf(column, 61)?.[0]).toBeNaN();
    expect(columnTitle(column, 61)).toBe('员工');
  });

  it('shares stay as they are, whether or not all say so', () => {
    expect(read(['12.5%', '13'])).toEqual({ values: Float64Array.of(12.5, 13), title: '产值' });
  });
});

describe('numbers as people write them', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1，234', 1234],
    ['-3', -3],
    ['12.5%', 12.5],
    ['0', 0],
    ['1 234 567', 1_234_567],
    ['12,34', null],
    ['约300', null],
    ['2024-05', null],
    ['1,234,56', null],
    ['−5', -5],
    ['－５', -5],
    ['３，０３５．２', 3035.2],
    ['3\u202f035', 3035],
    ['1’234', 1234],
    ['1e-7', 1e-7],
    ['1.2E+05', 120_000],
    ['12E3', null],
    ['①', null],
  ])('%s is %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', ' ', '暂无', '-', '—', 'N/A', '未知'])('"%s" is blank', (text) => expect(isBlankCell(text)).toBe(true));

  it('are a column with gaps, coded or packed', () => {
    const texts = ['1,234.5', '暂无', '20', '', '3'];
    for (const column of [coded('产值', texts), packText('产值', texts)]) {
      expect([...(numbersOf(column, 5) ?? [])]).toEqual([1234.5, Number.NaN, 20, Number.NaN, 3]);
    }
  });

  it('are no numbers where text stands among them', () => {
    expect(numbersOf(coded('备注', ['1', '2', '好', '不好']), 4)).toBeNull();
    expect(numbersOf(coded('备注', ['暂无', '']), 2)).toBeNull();
  });
});

describe('a measure', () => {
  const number = (name: string, ...values: number[]) =>
    ({ kind: 'number', name, values: Float64Array.from(values) }) as const;

  it.each(['编号', '统一社会信用代码', 'OBJECTID', 'lng', '纬度', 'id', 'park_id', '联系电话'])(
    '%s is none',
    (name) => {
      expect(isMeasure(number(name, 5, 3, 9), Float64Array.of(5, 3, 9))).toBe(false);
    },
  );

  it.each(['产值', 'area', '员工数', 'noise', 'idle_land', 'yield'])('%s is one', (name) => {
    expect(isMeasure(number(name, 5, 3, 9), Float64Array.of(5, 3, 9))).toBe(true);
  });

  it('is not the counting of the rows', () => {
    expect(isMeasure(number('#', 1, 2, 3, 4), Float64Array.of(1, 2, 3, 4))).toBe(false);
  });

  it('is found in a set, by its index', () => {
    const set = {
      ...randomSet({ seed: 1, count: 3 }),
      columns: [coded('名称', ['甲', '乙', '丙']), number('产值', 1, 5, 2)],
    };
    expect(measureColumns(set).map(({ at, name }) => [at, name])).toEqual([[1, '产值']]);
  });
});

describe('dates as people write them', () => {
  it.each([
    ['2024年5月', 2024, 5, null],
    ['2024.5', 2024, 5, null],
    ['2024/5/1', 2024, 5, 1],
    ['2024-05-01 12:30', 2024, 5, 1],
    ['20240501', 2024, 5, 1],
    ['2024', 2024, null, null],
    ['2024年', 2024, null, null],
    ['2024年5月1日', 2024, 5, 1],
  ])('%s', (text, year, month, day) => expect(parseDate(text)).toEqual({ year, month, day }));

  it.each(['2024-13-01', '2024-02-30', '5月', '暂无', '12345', '1.5'])('%s is none', (text) => {
    expect(parseDate(text)).toBeNull();
  });
});

it('a quotient of columns with units in their cells has the quotient of the units', () => {
  const set = { columns: [coded('产值', ['12万元']), coded('用地', ['3亩'])], count: 1 };
  expect(computedUnit(set, { form: 'ratio', a: '产值', b: '用地' })).toBe('万元/亩');
});

import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDistance,
  formatDistanceRange,
  formatNumber,
  type Lang,
  yearOf,
} from '../../src/domain/format.ts';
import { formatFact, formatScaled } from '../../src/domain/format-fact.ts';
import { legendUnit } from '../../src/domain/legend-unit.ts';
import type { Fact } from '../../src/domain/schema/site.ts';
import { BASE_UNITS, QUALIFIERS } from '../../src/domain/vocabulary.ts';

type Value = Pick<Fact, 'value' | 'unit' | 'qualifier'>;
const fact = (value: Fact['value'], unit: Fact['unit'], qualifier: Fact['qualifier'] = 'exact'): Value => ({
  value,
  unit,
  qualifier,
});

describe('formatScaled', () => {
  it.each<[number, string, string]>([
    [1.33e10, '133亿', '13.3 billion'],
    [1e12, '1万亿', '1 trillion'],
    [5e11, '5,000亿', '500 billion'],
    [95_000, '9.5万', '95,000'],
    [2_500_000, '250万', '2.5 million'],
    [9_999, '9,999', '9,999'],
    [0, '0', '0'],
    [-3e8, '-3亿', '-300 million'],
    [123_456_789, '1.235亿', '123.457 million'],
  ])('%d', (value, zh, en) => {
    expect([formatScaled(value, 'zh-Hans'), formatScaled(value, 'en')]).toEqual([zh, en]);
  });

  it('takes the larger scale word where rounding reaches it', () => {
    expect([formatScaled(99_999_999, 'zh-Hans'), formatScaled(999_999_999, 'en')]).toEqual(['1亿', '1 billion']);
  });
});

describe('areas of floors and land', () => {
  const area = (value: number, key: string, asPrinted = '') => ({ ...fact(value, 'm²'), key, asPrinted });
  it.each([
    ['floors', area(455_000, 'phase-1-floor-area'), '45.5万平方米', '455,000 m²'],
    ['much land', area(53_000_000, 'gaoming-industrial-land'), '5,300公顷', '5,300 ha'],
    ['land printed in mu', area(641_333.333333, 'land', '962 mu'), '962亩', '64.13 ha'],
    ['other areas', area(15_700_000, 'area'), '15.7平方公里', '15.7 km²'],
  ])('%s', (_, value, zh, en) => {
    expect([formatFact(value, 'zh-Hans'), formatFact(value, 'en')]).toEqual([zh, en]);
  });

  it('gives one unit to a row of numbers', () => {
    expect(legendUnit([70e9, 280e9], 'CNY', 'zh-Hans')).toEqual({ by: 1e8, words: '亿元' });
    expect(legendUnit([450_000, 3_600_000], 'people', 'en')).toEqual({ by: 1e6, words: 'million people' });
    expect(legendUnit([12], null, 'en')).toEqual({ by: 1, words: '' });
  });
});

describe('formatFact', () => {
  it.each<[string, Value, string, string]>([
    ['money', fact(1.33e10, 'CNY', 'over'), '超过133亿元', 'over 13.3 billion yuan'],
    ['yen', fact(1e10, 'JPY'), '100亿日元', '10 billion yen'],
    ['square kilometres', fact(1.3e8, 'm²', 'about'), '约130平方公里', 'about 130 km²'],
    ['hectares', fact(66_666.6667, 'm²'), '6.67公顷', '6.67 ha'],
    ['square metres', fact(9_999, 'm²'), '9,999平方米', '9,999 m²'],
    ['people', fact(9_613_600, 'people'), '961.36万人', '9.614 million people'],
    ['tonnes a year', fact(250_000, 't/a', 'planned'), '规划25万吨/年', 'planned 250,000 t/year'],
    ['kilometres', fact(42_195, 'm', 'nearly'), '近42.2公里', 'nearly 42.2 km'],
    ['metres', fact(850, 'm'), '850米', '850 m'],
    ['a kilometre', fact(1000, 'm'), '1公里', '1 km'],
    ['energy', fact(6e9, 'Wh', 'expected'), '预计6吉瓦时', 'expected 6 GWh'],
    ['share', fact(12.5, '%'), '12.5%', '12.5%'],
    ['rank', fact(3, 'rank'), '第3', 'No. 3'],
    ['a bare count', fact(1_200, 'count', 'over'), '超过1,200', 'over 1,200'],
    ['years', fact(5, 'a'), '5年', '5 years'],
    ['vehicles', fact(300_000, 'units/a'), '30万台（套）/年', '300,000 units/year'],
  ])('%s', (_, value, zh, en) => {
    expect([formatFact(value, 'zh-Hans'), formatFact(value, 'en')]).toEqual([zh, en]);
  });

  it('shows both ends of a range with their unit, the qualifier once', () => {
    const range = fact({ min: 3e8, max: 1.2e9 }, 'CNY', 'about');
    expect(formatFact(range, 'zh-Hans')).toBe('约3亿元–12亿元');
    expect(formatFact(range, 'en')).toBe('about 300 million yuan–1.2 billion yuan');
  });

  it('gives back text as it stands, in the language asked for', () => {
    const text = fact({ zh: '分两期建设', en: 'in two phases' }, null);
    expect(formatFact(text, 'zh-Hans')).toBe('分两期建设');
    expect(formatFact(text, 'zh-Hant')).toBe('分两期建设');
    expect(formatFact(text, 'en')).toBe('in two phases');
  });

  it('has a word for every qualifier but "exact", in both scripts', () => {
    for (const lang of ['zh-Hans', 'en'] satisfies Lang[]) {
      const words = QUALIFIERS.map((qualifier) => formatFact(fact(7, 'count', qualifier), lang));
      expect(new Set(words).size).toBe(QUALIFIERS.length);
      expect(words[0]).toBe('7');
    }
  });

  it('never leaves a unit out, whatever the unit', () => {
    const bare = new Set(BASE_UNITS.filter((unit) => formatFact(fact(7, unit), 'en') === '7'));
    expect([...bare]).toEqual(['count']);
    expect(BASE_UNITS.filter((unit) => /[a-z]{3}/.test(formatFact(fact(7, unit), 'zh-Hans')))).toEqual([]);
  });
});

describe('formatDate', () => {
  it.each([
    ['2020', '2020年', '2020'],
    ['2012-07', '2012年7月', 'July 2012'],
    ['2020-12-21', '2020年12月21日', '21 December 2020'],
    ['2021-01-01', '2021年1月1日', '1 January 2021'],
  ])('shows the precision that is given: %s', (date, zh, en) => {
    expect([formatDate(date, 'zh-Hans'), formatDate(date, 'zh-Hant'), formatDate(date, 'en')]).toEqual([zh, zh, en]);
  });
});

describe('distances', () => {
  it.each([
    [0, '0米', '0 m'],
    [849.6, '850米', '850 m'],
    [999.4, '999米', '999 m'],
    [999.6, '1公里', '1 km'],
    [1_000, '1公里', '1 km'],
    [12_345, '12.3公里', '12.3 km'],
  ])('%d m', (metres, zh, en) => {
    expect([formatDistance(metres, 'zh-Hans'), formatDistance(metres, 'en')]).toEqual([zh, en]);
  });

  it('shows a range, and one number where both ends read the same', () => {
    expect(formatDistanceRange(3_210, 5_760, 'en')).toBe('3.2 km–5.8 km');
    expect(formatDistanceRange(0, 850, 'zh-Hans')).toBe('0米–850米');
    expect(formatDistanceRange(3_210, 3_240, 'zh-Hans')).toBe('3.2公里');
  });
});

describe('small ones', () => {
  it('groups thousands and keeps at most the digits asked for', () => {
    expect(formatNumber(1_234.567, 'zh-Hans')).toBe('1,234.57');
    expect(formatNumber(1_234.567, 'en', 0)).toBe('1,235');
  });

  it('reads the year of a partial date', () => {
    expect([yearOf('2021-03'), yearOf('1999'), yearOf(null)]).toEqual([2021, 1999, null]);
  });
});

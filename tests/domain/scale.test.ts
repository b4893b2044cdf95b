import { describe, expect, it } from 'vitest';
import { PRINTED_UNITS, toBase } from '../../src/domain/scale.ts';
import { BASE_UNITS } from '../../src/domain/vocabulary.ts';

describe('toBase', () => {
  it.each<[number, string, number, string]>([
    [1.2, '亿元', 120_000_000, 'CNY'],
    [3.3, '亿元', 330_000_000, 'CNY'],
    [0.07, '万亿元', 70_000_000_000, 'CNY'],
    [2.675, 'billion CNY', 2_675_000_000, 'CNY'],
    [961.36, '万人', 9_613_600, 'people'],
    [15, '亩', 10_000, 'm²'],
    [1.5, '万亩', 10_000_000, 'm²'],
    [130, 'km2', 130_000_000, 'm²'],
    [8.6, '万吨/年', 86_000, 't/a'],
    [6, 'GWh', 6_000_000_000, 'Wh'],
    [2.5, 'km', 2_500, 'm'],
    [-4.1, '%', -4.1, '%'],
  ])('%d %s', (printed, unit, value, base) => {
    expect(toBase(printed, unit)).toEqual({ value, unit: base });
  });

  it('says which units it knows when it meets another', () => {
    expect(() => toBase(1, '斤')).toThrow(/unknown unit "斤"; known: 元, 万元/);
  });

  it('does not take a word of the language for a unit', () => {
    for (const name of ['constructor', 'toString', '__proto__']) expect(() => toBase(1, name)).toThrow(/unknown unit/);
  });

  it('ends in the closed list of base units', () => {
    const used = new Set(Object.values(PRINTED_UNITS).map(({ unit }) => unit));
    expect(BASE_UNITS.filter((unit) => !used.has(unit))).toEqual([]);
  });
});

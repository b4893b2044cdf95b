import { describe, expect, it } from 'vitest';
import { formulaOf, isSummable, unitIn, unitOf } from '../../src/domain/computed-column.ts';

describe('units of computed columns', () => {
  it('are read from the names of columns', () => {
    expect(['产值（万元）', 'area (mu)', '面积/亩', '人均产值[元]', '名称', '2024年产值'].map(unitIn)).toEqual([
      '万元',
      'mu',
      '亩',
      '元',
      '',
      '',
    ]);
  });

  it('follow the form', () => {
    const [a, b] = ['产值（万元）', '用地（亩）'];
    expect(unitOf({ form: 'ratio', a, b })).toBe('万元/亩');
    expect(unitOf({ form: 'ratio', a, b: '上年产值（万元）' })).toBe('');
    expect(unitOf({ form: 'ratio', a: '人数', b })).toBe('1/亩');
    expect(unitOf({ form: 'difference', a, b: '税收（万元）' })).toBe('万元');
    expect(unitOf({ form: 'sum', a, b })).toBe('');
    expect(unitOf({ form: 'growth', a, b: a })).toBe('%');
    expect(unitOf({ form: 'perKm2', a, b: null })).toBe('万元/km²');
    expect(unitOf({ form: 'perMu', a: '人数', b: null })).toBe('1/亩');
    expect(formulaOf({ form: 'growth', a: '2023', b: '2024' })).toBe('(2024 − 2023) ÷ 2023');
  });

  it('say that quotients, growth and densities are not summed', () => {
    expect((['ratio', 'growth', 'perKm2', 'perMu'] as const).map(isSummable)).toEqual([false, false, false, false]);
    expect((['sum', 'difference', 'share'] as const).map(isSummable)).toEqual([true, true, true]);
  });
});

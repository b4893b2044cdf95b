import { describe, expect, it } from 'vitest';
import { BLANK_PX, columnSizes, LEAST_PX, sizeSteps } from '../../src/analysis/column-sizes.ts';
import { packText } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const sizesOf = (...texts: string[]) =>
  columnSizes({ ...randomSet({ seed: 1, count: texts.length }), columns: [packText('产值', texts)] }, '产值');

describe('sizes by a column', () => {
  it('are in proportion by area: four times the number, twice the diameter', () => {
    expect([...(sizesOf('1,600', '400', '100', '1')?.px ?? [])]).toEqual([40, 20, 10, LEAST_PX]);
  });

  it('are small and told apart where there is no number, or one below zero', () => {
    const found = sizesOf('100', '暂无', '-5', '0');
    expect([...(found?.px ?? [])]).toEqual([40, BLANK_PX, BLANK_PX, LEAST_PX]);
    expect([...(found?.blank ?? [])]).toEqual([0, 1, 1, 0]);
    expect(found?.blanks).toBe(2);
  });

  it('are none of a column that is text or not there', () => {
    expect(sizesOf('甲', '乙')).toBeNull();
    expect(columnSizes(randomSet({ seed: 1, count: 2 }), '产值')).toBeNull();
  });

  it('have a legend of three round numbers with the very sizes that are drawn', () => {
    expect(sizeSteps({ greatest: 1600 })).toEqual([
      { value: 1000, px: 40 * Math.sqrt(1000 / 1600) },
      { value: 200, px: 40 * Math.sqrt(200 / 1600) },
      { value: 50, px: 40 * Math.sqrt(50 / 1600) },
    ]);
    expect(sizeSteps({ greatest: 0 })).toEqual([{ value: 0, px: LEAST_PX }]);
  });
});

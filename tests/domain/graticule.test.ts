import { describe, expect, it } from 'vitest';
import { gridLabel, multiples } from '../../src/domain/graticule.ts';

describe('gridLabel', () => {
  it('writes as many digits as the step has', () => {
    expect(gridLabel(113 * 3600 + 5 * 60, 60, 'lng')).toBe('113°05′E');
    expect(gridLabel(22 * 3600 + 48 * 60 + 30, 30, 'lat')).toBe('22°48′30″N');
    expect(gridLabel(22 * 3600 + 48 * 60, 30, 'lat')).toBe('22°48′00″N');
  });
});

describe('multiples', () => {
  it('are those from one value to another, both included', () => {
    expect(multiples(9, 31, 10)).toEqual([10, 20, 30]);
    expect(multiples(10, 30, 10)).toEqual([10, 20, 30]);
    expect(multiples(11, 19, 10)).toEqual([]);
  });
});

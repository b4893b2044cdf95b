import { describe, expect, it } from 'vitest';
import { nextPart } from '../../../src/map/overlay/progressive.ts';

describe('points drawn part by part', () => {
  it('fewer at a time where a part took long, more where it was quick, and never so few that the map stands still', () => {
    expect(nextPart(50_000, 200)).toBe(25_000);
    expect(nextPart(25_000, 200)).toBe(20_000);
    expect(nextPart(50_000, 35)).toBe(50_000);
    expect(nextPart(50_000, 10)).toBe(100_000);
  });
});

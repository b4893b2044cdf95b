import { describe, expect, it } from 'vitest';
import { nearest, type Place } from '../../src/analysis/nearest.ts';
import { wgs84 } from '../../src/domain/position.ts';

/** Metres of one degree along the equator: a place `m` metres east of (0, 0). */
const DEGREE_M = 111_319.4908;
const east = (id: string, metres: number, radiusM: number): Place => ({
  id,
  name: id,
  position: wgs84(metres / DEGREE_M, 0),
  radiusM,
});
const here = wgs84(0, 0);
const rounded = (places: readonly Place[], radiusM: number, k = 10) =>
  nearest(here, radiusM, places, k).map((n) => [n.place.id, Math.round(n.minM), Math.round(n.maxM), n.group]);

describe('nearest', () => {
  it('sorts by distance and adds the radii of both ends', () => {
    expect(rounded([east('far', 9_000, 500), east('near', 3_000, 100)], 1_000)).toEqual([
      ['near', 1_900, 4_100, 0],
      ['far', 7_500, 10_500, 1],
    ]);
  });

  it('never gives a range below zero', () => {
    expect(rounded([east('round the corner', 300, 500)], 1_000)).toEqual([['round the corner', 0, 1_800, 0]]);
  });

  it('puts overlapping ranges into one group, chains included', () => {
    expect(
      rounded([east('a', 1_000, 300), east('b', 1_500, 300), east('c', 2_000, 300), east('d', 5_000, 300)], 0),
    ).toEqual([
      ['a', 700, 1_300, 0],
      ['b', 1_200, 1_800, 0],
      ['c', 1_700, 2_300, 0],
      ['d', 4_700, 5_300, 1],
    ]);
  });

  it('keeps a group open as far as its widest range reaches', () => {
    expect(
      rounded([east('wide', 2_000, 1_900), east('b', 2_500, 10), east('c', 3_500, 10)], 0).map((n) => n[3]),
    ).toEqual([0, 0, 0]);
  });

  it('starts a group where ranges only come near, and none where they touch', () => {
    const groups = (gap: number) => rounded([east('a', 1_000, 100), east('b', 1_200 + gap, 100)], 0).map((n) => n[3]);
    expect(groups(1)).toEqual([0, 1]);
    expect(groups(-1)).toEqual([0, 0]);
  });

  it('gives at most k, and nothing of nothing', () => {
    expect(rounded([east('c', 3, 0), east('a', 1, 0), east('b', 2, 0)], 0, 2).map((n) => n[0])).toEqual(['a', 'b']);
    expect(nearest(here, 0, [], 3)).toEqual([]);
  });
});

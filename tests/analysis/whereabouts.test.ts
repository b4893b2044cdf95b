import { describe, expect, it } from 'vitest';
import { areasAt, WINDS, windOf } from '../../src/analysis/whereabouts.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { prepareRings } from '../../src/domain/rings.ts';

const here = wgs84(113, 23);
const square = (west: number, east: number) =>
  prepareRings([
    [
      [west, 22.9],
      [east, 22.9],
      [east, 23.1],
      [west, 23.1],
      [west, 22.9],
    ],
  ]);

describe('which way something is', () => {
  it('is one of eight winds', () => {
    const around = WINDS.map((_, i) => {
      const turn = (i * Math.PI) / 4;
      return wgs84(113 + (0.01 * Math.sin(turn)) / Math.cos((23 * Math.PI) / 180), 23 + 0.01 * Math.cos(turn));
    });
    expect(around.map((to) => windOf(here, to, 0))).toEqual(WINDS);
  });

  it('is not said where the error may turn it', () => {
    const east = wgs84(113.01, 23); // 1.02 km
    expect(windOf(here, east, 300)).toBe('e');
    expect(windOf(here, east, 500)).toBeNull();
    expect(windOf(here, here, 0)).toBeNull();
  });
});

describe('the areas that a place may be in', () => {
  const areas = [
    { id: 'west', rings: square(112.9, 113.005), accuracyM: 300 },
    { id: 'east', rings: square(113.005, 113.2), accuracyM: 300 },
  ];

  it('are the one that holds it, far from any border', () => {
    expect(areasAt(wgs84(112.95, 23), areas)).toEqual(['west']);
  });

  it('are both where the border may lie on either side, the one that holds it first', () => {
    expect(areasAt(wgs84(113.003, 23), areas)).toEqual(['west', 'east']); // 205 m
    expect(areasAt(wgs84(113.007, 23), areas)).toEqual(['east', 'west']);
    expect(areasAt(here, areas)).toEqual(['west']); // 512 m
  });

  it('are none outside', () => {
    expect(areasAt(wgs84(115, 23), areas)).toEqual([]);
  });
});

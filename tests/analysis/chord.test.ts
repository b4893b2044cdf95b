import { describe, expect, it } from 'vitest';
import { longestGeodesic, surelyBeyond, surelyWithin, writeXyz } from '../../src/analysis/chord.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { seeded } from '../fixtures/random-set.ts';

const ends = new Float64Array(6);
function squaredChord(a: readonly [number, number], b: readonly [number, number]): number {
  writeXyz(a[0], a[1], ends, 0);
  writeXyz(b[0], b[1], ends, 3);
  return [0, 1, 2].reduce((sum, axis) => sum + ((ends[axis] ?? 0) - (ends[axis + 3] ?? 0)) ** 2, 0);
}

describe('bounds by the chord', () => {
  it('writes earth-centred coordinates: equator, pole', () => {
    writeXyz(0, 0, ends, 0);
    writeXyz(113, 90, ends, 3);
    expect(ends[0]).toBeCloseTo(6_378_137, 6);
    expect(ends[5]).toBeCloseTo(6_356_752.314245, 5);
    expect(Math.hypot(ends[3] ?? 1, ends[4] ?? 1)).toBeLessThan(1e-6);
  });

  it('hold for pairs from metres to half the earth apart, at every latitude', () => {
    const random = seeded(7);
    for (let i = 0; i < 4000; i++) {
      const scale = 10 ** (-6 + 8.2 * random());
      const a = [360 * random() - 180, 178 * random() - 89] as const;
      const b = [
        a[0] + scale * (random() - 0.5),
        Math.max(-90, Math.min(90, a[1] + scale * (random() - 0.5))),
      ] as const;
      const s = distanceM(wgs84(...a), wgs84(...b));
      const chord = squaredChord(a, b);
      // Sure answers are never wrong, a millimetre on either side of the true distance.
      expect(chord <= surelyWithin(s - 0.001)).toBe(false);
      expect(chord > surelyBeyond(s + 0.001)).toBe(false);
      if (s < 1.9e7) expect(longestGeodesic(Math.sqrt(chord))).toBeGreaterThanOrEqual(s - 1e-6);
    }
  });

  it('are tight: unsure only 2 mm around 10 km and 1.1 m around 100 km', () => {
    for (const [s, ring] of [
      [10_000, 0.002],
      [100_000, 1.1],
    ] as const) {
      expect(Math.sqrt(surelyBeyond(s)) - Math.sqrt(surelyWithin(s))).toBeLessThan(ring);
    }
  });

  it('is sure of nothing within a negative distance and of everything within an endless one', () => {
    expect([surelyWithin(-1), surelyBeyond(-1), surelyWithin(-Infinity), surelyBeyond(-Infinity)]).toEqual([
      -1, -1, -1, -1,
    ]);
    expect([surelyWithin(Infinity), surelyBeyond(Infinity)]).toEqual([Infinity, Infinity]);
  });
});

import { booleanPointInPolygon as turfInside } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { hexagonBins, hexagonRing } from '../../src/analysis/bins.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { areaM2 } from '../../src/analysis/measure.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet } from '../fixtures/random-set.ts';

describe('hexagonBins', () => {
  it('counts in each hexagon the records that lie in it', () => {
    const set = randomSet({ seed: 1, count: 600, radiusM: 100 });
    const bins = hexagonBins([{ counted: countedImport(set) }], 8000);
    expect(bins.counted + bins.unplaced).toBe(600);
    expect(bins.bins.reduce((sum, { count }) => sum + count, 0)).toBe(bins.counted);
    for (const bin of bins.bins) {
      const ring = hexagonRing(bins, bin).map((p) => [...p]);
      let inside = 0;
      for (let row = 0; row < set.count; row++) {
        if (
          turfInside([set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0], {
            type: 'Polygon',
            coordinates: [ring],
          })
        )
          inside++;
      }
      expect(inside).toBe(bin.count);
    }
  });

  it('has the stated area and width on the ground in every place', () => {
    const bins = hexagonBins([{ counted: countedImport(randomSet({ seed: 2, count: 300, radiusM: 0 })) }], 2000);
    expect(bins.areaM2).toBeCloseTo(3_464_101.6, 0);
    for (const bin of bins.bins) expect(areaM2([hexagonRing(bins, bin)]) / bins.areaM2).toBeCloseTo(1, 5);
    const ring = hexagonRing(bins, { q: 0, r: 0 });
    const [a = [0, 0], b = [0, 0], c = [0, 0], d = [0, 0]] = [ring[0], ring[2], ring[5], ring[3]];
    // Left and right corners are one width apart.
    expect(distanceM(wgs84(a[0], a[1]), wgs84(b[0], b[1])) / 2000).toBeCloseTo(1, 2);
    expect(distanceM(wgs84(c[0], c[1]), wgs84(d[0], d[1])) / 2000).toBeCloseTo(1, 2);
  });

  it('covers the ground without gaps: a neighbour shares two corners', () => {
    const key = (q: number, r: number) =>
      hexagonRing({ acrossM: 1000 }, { q, r })
        .slice(0, 6)
        .map(([lng, lat]) => `${lng.toFixed(9)} ${lat.toFixed(9)}`);
    for (const [q, r] of [
      [1, 0],
      [0, 1],
      [-1, 1],
    ] as const)
      expect(key(0, 0).filter((corner) => key(q, r).includes(corner))).toHaveLength(2);
  });

  it('leaves out what is known less closely than a hexagon is wide, and says so', () => {
    const set = randomSet({ seed: 3, count: 100, radiusM: 3000, unplacedShare: 0 });
    set.radiusM.fill(500, 0, 40);
    expect(hexagonBins([{ counted: countedImport(set) }], 1000)).toMatchObject({
      counted: 40,
      tooCoarse: 60,
      unplaced: 0,
    });
  });

  it('counts sets together, no parts, most records first, and nothing of nothing', () => {
    const set = randomSet({ seed: 4, count: 3, radiusM: 0, unplacedShare: 0 });
    set.positions.set([113, 23, 113, 23, 113.3, 23.3]);
    const counted: CountedSet = { ...countedImport(set), isPart: (row) => row === 1 };
    expect(hexagonBins([{ counted }, { counted: countedImport(set) }], 1000).bins.map(({ count }) => count)).toEqual([
      3, 2,
    ]);
    expect(hexagonBins([], 1000).bins).toEqual([]);
    expect(() => hexagonBins([], 0)).toThrow(RangeError);
  });
});

import { booleanPointInPolygon as turfInside } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { hexagonBins, hexagonKeyAt, hexagonRing } from '../../src/analysis/bins.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { countHexagons } from '../../src/analysis/hexagon-classes.ts';
import { areaM2 } from '../../src/analysis/measure.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

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

  it('has a count with what errors of position leave open, here worked out by hand', () => {
    // Hexagons of 1,000 m: the middle one reaches 500 m east, and 577 m north to its corner.
    const at = (rows: readonly (readonly [x: number, y: number, radius: number])[]) => {
      const set = randomSet({ seed: 3, count: rows.length, unplacedShare: 0 });
      rows.forEach(([x, y, radius], row) => {
        set.positions.set([113 + x / 102_532, 23 + y / 110_741], 2 * row);
        set.radiusM[row] = radius;
      });
      const { bins, ...rest } = hexagonBins([{ counted: countedImport(set) }], 1000);
      const counts = bins.map(({ q, r, certain, count, possible }) => [q, r, count, certain, possible]);
      return { counts, ...rest };
    };
    // One in the middle, one 50 m from the eastern side, one at the northern corner; two in the hexagon to the east.
    const five = at([
      [0, 0, 400],
      [450, 0, 80],
      [0, 560, 60],
      [1000, 0, 10],
      [540, 0, 60],
    ]);
    expect(five.counts).toEqual([
      [0, 0, 3, 1, 4],
      [1, 0, 2, 1, 3],
    ]);
    // The two hexagons that share the northern corner hold no point.
    expect(five).toMatchObject({ counted: 5, reached: 2, tooCoarse: 0 });
    // Known to 1,100 m only: in no hexagon, and possible in those that it reaches.
    expect(
      at([
        [0, 0, 10],
        [3000, 0, 10],
        [1200, 0, 1100],
      ]),
    ).toMatchObject({
      counts: [
        [0, 0, 1, 1, 2],
        [3, 0, 1, 1, 1],
      ],
      counted: 2,
      tooCoarse: 1,
      coarseArePossible: true,
    });
    // Of a place whose error nobody has stated nothing is ruled out.
    expect(
      at([
        [0, 0, 10],
        [3000, 0, 10],
        [1200, 0, Number.NaN],
      ]).counts,
    ).toEqual([
      [0, 0, 1, 1, 2],
      [3, 0, 1, 1, 2],
    ]);
  });

  it('finds every hexagon that a circle of error reaches, and no other', () => {
    const random = seeded(11);
    const acrossM = 2000;
    for (let n = 0; n < 60; n++) {
      const set = randomSet({ seed: n, count: 1, unplacedShare: 0, radiusM: 50 + 1900 * random() });
      const [lng = 0, lat = 0] = set.positions;
      const round = (metres: number) =>
        new Set(
          Array.from({ length: 720 }, (_, step) => {
            const angle = (step * Math.PI) / 360;
            const [east, north] = [metres * Math.cos(angle), metres * Math.sin(angle)];
            return hexagonKeyAt(
              lng + east / (111_412 * Math.cos((lat * Math.PI) / 180)),
              lat + north / 110_741,
              acrossM,
            );
          }),
        );
      const own = hexagonKeyAt(lng, lat, acrossM);
      const radius = set.radiusM[0] ?? 0;
      const least = [...round(0.99 * radius)].filter((key) => key !== own).length;
      const most = [...round(1.015 * radius)].filter((key) => key !== own).length;
      const [bin] = hexagonBins([{ counted: countedImport(set) }], acrossM).bins;
      const { reached } = hexagonBins([{ counted: countedImport(set) }], acrossM);
      expect(reached).toBeGreaterThanOrEqual(least);
      expect(reached).toBeLessThanOrEqual(most);
      if (least > 0) expect(bin?.certain).toBe(0);
      if (most === 0) expect(bin?.certain).toBe(1);
    }
  });

  it('leaves out what is known less closely than a hexagon is wide, and says so', () => {
    const set = randomSet({ seed: 3, count: 100, radiusM: 3000, unplacedShare: 0 });
    set.radiusM.fill(500, 0, 40);
    const bins = hexagonBins([{ counted: countedImport(set) }], 1000);
    expect(bins).toMatchObject({ counted: 40, tooCoarse: 60, unplaced: 0 });
    expect(bins.bins.reduce((sum, { count }) => sum + count, 0)).toBe(40);
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

  it('holds the numbers that are certain apart from those that errors of position leave open, by hand', () => {
    // As above, hexagons of 1,000 m: in the middle, 50 m from the eastern side, and beyond it; one known to 1,100 m only.
    const rows = [
      [0, 0, 400],
      [450, 0, 80],
      [1000, 0, 10],
      [540, 0, 60],
      [1200, 0, 1100],
    ] as const;
    const set = randomSet({ seed: 3, count: rows.length, unplacedShare: 0 });
    rows.forEach(([x, y, radius], row) => {
      set.positions.set([113 + x / 102_532, 23 + y / 110_741], 2 * row);
      set.radiusM[row] = radius;
    });
    const values = Float64Array.of(10, -4, 7, Number.NaN, 100);
    const { bins } = hexagonBins([{ counted: countedImport(set) }], 1000, values);
    const [middle, east] = [bins.find(({ q }) => q === 0), bins.find(({ q }) => q === 1)];
    expect(middle).toMatchObject({
      group: { missing: 0, numbers: [10, -4] },
      sure: { missing: 0, numbers: [10] },
      // The row to the east without a number may lie here too.
      open: { missing: 1, numbers: [-4] },
      coarse: { known: 1, missing: 0, below: 0, above: 100 },
    });
    expect(east).toMatchObject({
      group: { missing: 1, numbers: [7] },
      sure: { missing: 0, numbers: [7] },
      open: { missing: 1, numbers: [-4] },
    });
    const column = { kind: 'number', name: 'n', values } as const;
    const spread = (kind: 'sum' | 'mean' | 'median' | 'missing' | 'share', from = set) => {
      const { hexagons } = countHexagons({ ...from, columns: [column] }, undefined, 1000, { column: 'n', kind });
      const found = hexagons.find(({ middle: [lng] }) => Math.abs(lng - 113) < 0.001);
      return [found?.value, found?.spread];
    };
    // Ten for sure; four less, or a hundred more.
    expect(spread('sum')).toEqual([6, { least: 6, greatest: 110 }]);
    expect(spread('missing')).toEqual([0, { least: 0, greatest: 1 }]);
    // What may lie anywhere within a kilometre bounds no mean; without it, 3 with the open row and 10 without.
    expect(spread('mean')).toEqual([3, null]);
    const near = { ...set, radiusM: Float32Array.from(set.radiusM, (radius, row) => (row === 4 ? 10 : radius)) };
    expect(spread('mean', near)).toEqual([3, { least: 3, middle: 3, greatest: 10 }]);
    expect(spread('median', near)).toEqual([3, { least: 3, middle: 3, greatest: 10 }]);
    // Numbers below 0 make no shares.
    expect(spread('share', near)).toEqual([null, null]);
  });
});

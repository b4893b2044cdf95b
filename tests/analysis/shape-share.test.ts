import { describe, expect, it } from 'vitest';
import { areaFeature, circleFeature, shareInside } from '../../src/analysis/shape-share.ts';
import { rowAreaM2, rowLengthM } from '../../src/analysis/shape-size.ts';
import type { Geometries } from '../../src/domain/geometries.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { rectangle, type ShapedRow, shapedSet } from '../fixtures/shaped-set.ts';

const of = (...rows: ShapedRow[]): Geometries => {
  const { geometries } = shapedSet(rows);
  if (geometries === undefined) throw new Error('no line or area');
  return geometries;
};
const ASKED = areaFeature({
  type: 'Polygon',
  coordinates: [[...rectangle(113, 23, 113.01, 23.01), [113, 23]].map((corner) => [...corner])],
});

describe('sizes', () => {
  it('are those of the ellipsoid: a hundredth of a degree square at 23° N, with a hole', () => {
    // 1,025.2 m by 1,107.5 m, as Karney's method has them.
    expect(rowAreaM2(of({ rings: [rectangle(113, 23, 113.01, 23.01)] }), 0)).toBeCloseTo(1_135_335, -2);
    const holed = of({ rings: [rectangle(113, 23, 113.01, 23.01), rectangle(113.002, 23.002, 113.004, 23.004)] });
    expect(rowAreaM2(holed, 0) / 1_135_335).toBeCloseTo(0.96, 4);
    const line = of({
      line: [
        [113, 23],
        [113.01, 23],
      ],
    });
    expect(rowLengthM(line, 0)).toBeCloseTo(1025.17, 0);
    expect(rowAreaM2(line, 0)).toBe(0);
  });
});

describe('the share inside', () => {
  it('is of the area, or of the length', () => {
    const geometries = of(
      { rings: [rectangle(113.005, 23.002, 113.015, 23.004)] },
      { parts: [[rectangle(113.002, 23.002, 113.004, 23.004)], [rectangle(113.05, 23.002, 113.052, 23.004)]] },
      {
        line: [
          [112.995, 23.005],
          [113.015, 23.005],
        ],
      },
      { rings: [rectangle(113.02, 23.002, 113.024, 23.004)] },
      {
        line: [
          [113.002, 23.005],
          [113.003, 23.005],
        ],
      },
    );
    expect(shareInside(geometries, 0, ASKED)).toBeCloseTo(0.5, 3);
    expect(shareInside(geometries, 1, ASKED)).toBeCloseTo(0.5, 3);
    expect(shareInside(geometries, 2, ASKED)).toBeCloseTo(0.5, 3);
    expect(shareInside(geometries, 3, ASKED)).toBe(0);
    expect(shareInside(geometries, 4, ASKED)).toBe(1);
  });

  it('of a circle is that of the ground: a quarter of a square on one of its corners', () => {
    // A square of 4 km about nothing, a circle of 1 km about its corner.
    const [east, north] = [4000 / 102_550, 4000 / 110_750];
    const geometries = of({ rings: [rectangle(113, 23, 113 + east, 23 + north)] });
    const share = shareInside(geometries, 0, circleFeature(wgs84(113, 23), 1000));
    expect(share).toBeCloseTo(Math.PI / 4 / 16, 3);
  });
});

import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { polygonsToWgs84, toWgs84 } from '../../geo/steps/datum.ts';
import { distanceM } from '../../geo/steps/planar.ts';

const ZUMIAO: [number, number] = [113.10668, 23.02963];

describe('toWgs84', () => {
  it('leaves WGS-84 where it is, on 6 decimals', () => {
    expect(toWgs84([113.12345678, 23.1], 'wgs84')).toEqual([113.123457, 23.1]);
  });

  it.each([
    ['gcj02', gcoord.GCJ02],
    ['bd09', gcoord.BD09],
  ] as const)('undoes %s to within a metre', (datum, crs) => {
    const offset = gcoord.transform(ZUMIAO, gcoord.WGS84, crs);
    expect(distanceM(offset, ZUMIAO)).toBeGreaterThan(400);
    expect(distanceM(toWgs84(offset, datum), ZUMIAO)).toBeLessThan(1);
  });

  it('moves GCJ-02 here by the offset measured against an independent outline: 535 m west, 306 m north', () => {
    const moved = toWgs84(ZUMIAO, 'gcj02');
    expect((moved[0] - ZUMIAO[0]) * 102_447).toBeCloseTo(-535, -2);
    expect((moved[1] - ZUMIAO[1]) * 110_745).toBeCloseTo(306, -2);
  });

  it('gives NaN for a position that is not one, so that checks see it', () => {
    expect(toWgs84([], 'wgs84')[0]).toBeNaN();
  });
});

describe('polygonsToWgs84', () => {
  it('keeps equal vertices equal and drops those that fall together', () => {
    const square = [
      [113, 23],
      [113.1, 23],
      [113.100001, 23.000001],
      [113.1, 23.1],
      [113, 23],
    ];
    const other = [
      [113.1, 23.1],
      [113.1, 23],
      [113.2, 23],
      [113.1, 23.1],
    ];
    const a = polygonsToWgs84({ type: 'Polygon', coordinates: [square] }, 'gcj02').coordinates[0]?.[0] ?? [];
    const b = polygonsToWgs84({ type: 'MultiPolygon', coordinates: [[other]] }, 'gcj02').coordinates[0]?.[0] ?? [];
    expect(a).toHaveLength(4);
    expect(a[1]).toEqual(b[1]);
    expect(a[2]).toEqual(b[0]);
  });
});

import { describe, expect, it } from 'vitest';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { wgs84 } from '../../src/domain/position.ts';

describe('distanceM', () => {
  it.each<[string, number, number, number, number, number]>([
    // C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013): tables 2 and 6.
    ['direct example of table 2', 40, 0, 41.79331020506, 137.84490004377, 10_000_000],
    ['nearly antipodal, table 6', -30, 0, 29.9, 179.8, 19_989_832.82761],
    // GeographicLib's documentation: JFK to LHR, and Wellington to Salamanca.
    ['JFK to LHR', 40.6, -73.8, 51.6, -0.5, 5_551_759.4],
    ['Wellington to Salamanca', -41.32, 174.81, 40.96, -5.5, 19_959_679.267],
    // The meridian quadrant of WGS-84 and one degree of its equator.
    ['equator to pole', 0, 113, 90, 113, 10_001_965.729],
    ['one degree of the equator', 0, 112, 0, 113, 111_319.491],
  ])('%s', (_, lat1, lng1, lat2, lng2, metres) => {
    expect(Math.abs(distanceM(wgs84(lng1, lat1), wgs84(lng2, lat2)) - metres)).toBeLessThan(0.002);
  });

  it('is nothing to itself and the same both ways', () => {
    const [a, b] = [wgs84(113.1, 23.0), wgs84(113.3, 22.8)];
    expect(distanceM(a, a)).toBe(0);
    expect(distanceM(a, b)).toBeCloseTo(distanceM(b, a), 6);
  });
});

/** Geodesic measures on the WGS-84 ellipsoid (Karney's method), in metres. */
import geodesicLibrary from 'geographiclib-geodesic';
import type { Wgs84 } from '../domain/position.ts';

const WGS84 = geodesicLibrary.Geodesic.WGS84;

/** Length of the shortest line between two positions, metres. */
export function distanceM(a: Wgs84, b: Wgs84): number {
  return WGS84.Inverse(a[1], a[0], b[1], b[0]).s12 ?? Number.NaN;
}

/** Area on the WGS-84 ellipsoid. A sphere of the usual radius overstates it by 0.24 % at this latitude. */

import geodesic from 'geographiclib-geodesic';
import type { MultiPolygon } from 'geojson';

/** Square kilometres inside a MultiPolygon, holes taken off, edges as geodesics. */
export function areaKm2(area: MultiPolygon): number {
  let m2 = 0;
  for (const rings of area.coordinates) {
    rings.forEach((ring, i) => {
      m2 += (i === 0 ? 1 : -1) * ringAreaM2(ring);
    });
  }
  return m2 / 1e6;
}

function ringAreaM2(ring: readonly (readonly number[])[]): number {
  const polygon = geodesic.Geodesic.WGS84.Polygon(false);
  for (const [lng = Number.NaN, lat = Number.NaN] of ring.slice(1)) polygon.AddPoint(lat, lng);
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN);
}

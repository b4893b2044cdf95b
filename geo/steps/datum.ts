/** Conversion between the geodetic datums of Chinese map data; the build's only use of gcoord. */
import gcoord from 'gcoord';
import type { MultiPolygon, Polygon } from 'geojson';
import { type Wgs84, wgs84 } from '../../src/domain/position.ts';
import type { Datum } from '../../src/domain/vocabulary.ts';
import { roundTo } from './planar.ts';

const CRS = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/**
 * `[lng, lat]` in `datum` as WGS-84, rounded to 6 decimals (0.1 m). The inverse of GCJ-02 is found by
 * iteration and is good to well under a metre; the datum's own definition is not published.
 */
export function toWgs84(position: readonly number[], datum: Datum): Wgs84 {
  const [lng = Number.NaN, lat = Number.NaN] = position;
  if (datum === 'wgs84') return wgs84(roundTo(lng, 6), roundTo(lat, 6));
  const [x, y] = gcoord.transform([lng, lat], CRS[datum], CRS.wgs84);
  return wgs84(roundTo(x, 6), roundTo(y, 6));
}

/**
 * Polygons in `datum` as a WGS-84 MultiPolygon on a grid of 5 decimals (1 m). Equal input vertices give
 * equal output vertices, so edges shared before are shared after; vertices that fall together are merged.
 */
export function polygonsToWgs84(geometry: Polygon | MultiPolygon, datum: Datum): MultiPolygon {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const convertRing = (ring: number[][]): number[][] =>
    withoutRepeats(
      ring.map((position) => {
        const [lng, lat] = toWgs84(position, datum);
        return [roundTo(lng, 5), roundTo(lat, 5)];
      }),
    );
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(convertRing)) };
}

function withoutRepeats(ring: number[][]): number[][] {
  return ring.filter((p, i) => i === 0 || p[0] !== ring[i - 1]?.[0] || p[1] !== ring[i - 1]?.[1]);
}

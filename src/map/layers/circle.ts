/** Circles at ground scale on the WGS-84 ellipsoid. */
import type { Polygon } from 'geojson';
import type { Wgs84 } from '../../domain/position.ts';

const A = 6378137;
const E2 = 0.00669437999014;
const VERTICES = 64;
const RAD = Math.PI / 180;

/**
 * A closed ring of 64 vertices `radiusM` metres from `centre`. Gauss's mid-latitude formula: within a metre
 * at the 20 km that a site's radius can have.
 */
export function circlePolygon(centre: Wgs84, radiusM: number): Polygon {
  const ring = Array.from({ length: VERTICES }, (_, i) => destination(centre, radiusM, (i * 2 * Math.PI) / VERTICES));
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first ? [...ring, first] : ring] };
}

function destination([lng, lat]: Wgs84, distanceM: number, bearing: number): [number, number] {
  const phi = lat * RAD;
  let dPhi = 0;
  let dLambda = 0;
  let turn = 0;
  for (let i = 0; i < 4; i++) {
    const mid = phi + dPhi / 2;
    const w2 = 1 - E2 * Math.sin(mid) ** 2;
    const azimuth = bearing + turn / 2;
    dPhi = (distanceM * Math.cos(azimuth) * w2 ** 1.5) / (A * (1 - E2));
    dLambda = (distanceM * Math.sin(azimuth) * w2 ** 0.5) / (A * Math.cos(mid));
    turn = dLambda * Math.sin(mid);
  }
  return [lng + dLambda / RAD, lat + dPhi / RAD];
}

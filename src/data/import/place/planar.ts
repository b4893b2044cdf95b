/** Distances in a plane, where a per mille does not matter. */
import { METRES_PER_DEGREE } from '../../../domain/position.ts';

/** Metres between two places given in degrees; good to a per mille over a district. */
export function planarMetres(lng1: number, lat1: number, lng2: number, lat2: number): number {
  const dx = (lng2 - lng1) * Math.cos(((lat1 + lat2) * Math.PI) / 360) * METRES_PER_DEGREE;
  return Math.hypot(dx, (lat2 - lat1) * METRES_PER_DEGREE);
}

/** Where an area's name is best written. */

import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon } from 'geojson';
import { distanceToLineM, roundTo } from './planar.ts';

const STEPS = 24;
const ROUNDS = 3;

/**
 * The point inside that is furthest from every edge, `[lng, lat]` in 4 decimals: a grid over the area's
 * box, then finer grids around the best point so far. Throws when no grid point falls inside.
 */
export function labelPoint(area: MultiPolygon): [number, number] {
  const rings = area.coordinates.flat();
  const lngs = rings.flat().map(([lng = 0]) => lng);
  const lats = rings.flat().map(([, lat = 0]) => lat);
  let [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  let [south, north] = [Math.min(...lats), Math.max(...lats)];
  let best: { position: [number, number]; depth: number } | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const [dx, dy] = [(east - west) / STEPS, (north - south) / STEPS];
    for (let i = 0; i <= STEPS; i++) {
      for (let j = 0; j <= STEPS; j++) {
        const position: [number, number] = [roundTo(west + i * dx, 4), roundTo(south + j * dy, 4)];
        if (!booleanPointInPolygon(position, area)) continue;
        const depth = Math.min(...rings.map((ring) => distanceToLineM(position, ring)));
        if (best === null || depth > best.depth) best = { position, depth };
      }
    }
    if (best === null) throw new Error('no label point: the area has no inside');
    const [lng, lat] = best.position;
    [west, east, south, north] = [lng - dx, lng + dx, lat - dy, lat + dy];
  }
  if (best === null) throw new Error('no label point: the area has no inside');
  return best.position;
}

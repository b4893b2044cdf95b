/** How large a line or an area is: geodesic, on the ellipsoid. */
import { type Geometries, geometryKindAt, partsAt } from '../domain/geometries.ts';
import { areaM2, lengthM } from './measure.ts';

/** Area of a row, m²; 0 of a line or a point. */
export function rowAreaM2(geometries: Geometries, row: number): number {
  if (geometryKindAt(geometries, row) !== 'area') return 0;
  return partsAt(geometries, row).reduce((sum, rings) => sum + areaM2(rings), 0);
}

/** Length of a line row, metres; 0 of an area or a point. */
export function rowLengthM(geometries: Geometries, row: number): number {
  if (geometryKindAt(geometries, row) !== 'line') return 0;
  return partsAt(geometries, row).reduce((sum, [line = []]) => sum + lengthM(line), 0);
}

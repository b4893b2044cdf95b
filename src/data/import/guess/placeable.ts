/** Whether rows without a geometry of their own can be placed at all. */
import type { Role } from '../types.ts';

export type Roles = Partial<Record<Role, number>>;

export function placeable({ x, y, pair, wkt, district, town, site }: Roles): boolean {
  return (
    (x !== undefined && y !== undefined) || [pair, wkt, district, town, site].some((column) => column !== undefined)
  );
}

/** The question that an area or a line of the user's own begins with. */
import { shapeMark } from '../../analysis/shape-mark.ts';
import { geometryKindAt } from '../../domain/geometries.ts';
import { type PointSet, wholeGeometries } from '../../domain/point-set.ts';
import type { OwnAsk } from '../../state/address/plan-address.ts';
import { formatRef } from '../../state/plan/own-ref.ts';

/** A line has no inside: it is asked about from a tenth of a kilometre on. */
export const leastKm = (kind: 'line' | 'area'): number => (kind === 'line' ? 0.1 : 0);

/** About a line a question starts with this. */
const FIRST_KM = 1;

/** @returns null where the row is a point, or its shape is cut at the edge of a tile. */
export function ownAsk(set: PointSet, row: number, withinKm: number | null = null): OwnAsk | null {
  const { id } = set;
  const geometries = wholeGeometries(set);
  const kind = geometryKindAt(geometries, row);
  if (geometries === undefined || kind === 'point') return null;
  const first = withinKm ?? (kind === 'line' ? FIRST_KM : 0);
  return {
    kind: 'own',
    ref: formatRef({ setId: id, row, mark: shapeMark(geometries, row) }),
    withinKm: Math.max(leastKm(kind), first),
  };
}

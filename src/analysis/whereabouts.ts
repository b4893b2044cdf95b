/** Where a place lies, in words of what is known around it: its district, and which way something is from it. */
import type { Wgs84 } from '../domain/position.ts';
import { isWithin, type Rings } from '../domain/rings.ts';

/** Winds clockwise from the north. */
export const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof WINDS)[number];

const METRES_PER_DEGREE = 111_320;

/** East and north of one place from another, metres; near enough for words. */
function offset([lng, lat]: Wgs84, to: readonly [number, number]): readonly [east: number, north: number] {
  return [(to[0] - lng) * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180), (to[1] - lat) * METRES_PER_DEGREE];
}

/**
 * In which of eight winds a place lies.
 *
 * @param errorM of both positions together, metres
 * @returns null where the error may turn it by more than half a wind
 */
export function windOf(from: Wgs84, to: Wgs84, errorM: number): Wind | null {
  const [east, north] = offset(from, to);
  const distance = Math.hypot(east, north);
  if (distance === 0 || errorM > distance * Math.sin(Math.PI / 8)) return null;
  const turn = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return WINDS[(turn + 8) % 8] ?? null;
}

/**
 * Areas that a place may be in, those whose line holds it first.
 *
 * @param areas with the error of their borders, metres
 */
export function areasAt<Id>(
  at: Wgs84,
  areas: readonly { readonly id: Id; readonly rings: Rings; readonly accuracyM: number }[],
): Id[] {
  const held = areas.map((area) => ({ ...area, inside: isWithin(area.rings, at[0], at[1]) }));
  return [
    ...held.filter(({ inside }) => inside),
    ...held.filter(({ inside, rings, accuracyM }) => !inside && isNear(at, rings, accuracyM)),
  ].map(({ id }) => id);
}

/** Whether the border comes as near as that, metres. */
function isNear(at: Wgs84, { edges }: Rings, withinM: number): boolean {
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay] = offset(at, [edges[e] ?? 0, edges[e + 1] ?? 0]);
    const [bx, by] = offset(at, [edges[e + 2] ?? 0, edges[e + 3] ?? 0]);
    const [vx, vy] = [bx - ax, by - ay];
    const length = vx * vx + vy * vy;
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * vx + ay * vy) / length));
    if (Math.hypot(ax + share * vx, ay + share * vy) <= withinM) return true;
  }
  return false;
}

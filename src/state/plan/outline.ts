/** Open rings of corners, as they are drawn and typed. Pure. */
import { kinks, polygon } from '@turf/turf';
import type { LngLat } from '../../domain/position.ts';
import { lngLatOf, MOST_CORNERS } from '../address/plan-address.ts';

/** Without corners that repeat the one before, as the pointer leaves them while it rests. */
export function distinct(ring: readonly LngLat[]): LngLat[] {
  return ring.filter((at, i) => {
    const before = ring[i === 0 ? ring.length - 1 : i - 1];
    return ring.length === 1 || before === undefined || before[0] !== at[0] || before[1] !== at[1];
  });
}

/** True where two edges that are not neighbours cross or touch: such an outline has no one inside. */
export function crossesItself(corners: readonly LngLat[]): boolean {
  const ring = distinct(corners).map((corner) => [...corner]);
  return ring.length > 3 && kinks(polygon([[...ring, ...ring.slice(0, 1)]])).features.length > 0;
}

export type RingProblem = 'numbers' | 'outside' | 'few' | 'many' | 'crosses';

/** A typed or pasted list of `lng,lat` pairs, separated as people do; the first corner may be repeated at the end. */
export function parseRingText(text: string): { ring: readonly LngLat[] } | { problem: RingProblem } {
  const parts = text.split(/[\s,;，；、|[\]()（）]+/).filter((part) => part !== '');
  if (parts.length % 2 !== 0 || parts.some((part) => !/^\d{2,3}(\.\d+)?$/.test(part))) return { problem: 'numbers' };
  const ring: LngLat[] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const at = lngLatOf(shortened(parts[i]), shortened(parts[i + 1]));
    if (at === null) return { problem: 'outside' };
    ring.push(at);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) ring.pop();
  const problem = ringProblem(ring);
  return problem === null ? { ring } : { problem };
}

function shortened(text: string | undefined): string {
  return text?.replace(/(\.\d{9})\d+$/, '$1') ?? '';
}

export function ringProblem(ring: readonly LngLat[]): RingProblem | null {
  if (ring.length < 3) return 'few';
  if (ring.length > MOST_CORNERS) return 'many';
  return crossesItself(ring) ? 'crosses' : null;
}

export function ringText(ring: readonly LngLat[]): string {
  return ring.map(([lng, lat]) => `${lng.toFixed(5)},${lat.toFixed(5)}`).join('\n');
}

export function withCorner(ring: readonly LngLat[], at: number, corner: LngLat): LngLat[] {
  return ring.map((old, i) => (i === at ? corner : old));
}

/** A new corner halfway to the next one; the last of a line that is not closed has none after it, but one before it. */
export function withNewCorner(ring: readonly LngLat[], after: number, isClosed = true): LngLat[] {
  const from = isClosed ? after : Math.max(0, Math.min(after, ring.length - 2));
  const [a, b] = [ring[from], ring[(from + 1) % ring.length]];
  if (a === undefined || b === undefined || ring.length < 2) return [...ring];
  return [...ring.slice(0, from + 1), [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], ...ring.slice(from + 1)];
}

/** So many corners stay. */
export function withoutCorner(ring: readonly LngLat[], at: number, least = 3): LngLat[] {
  return ring.length <= least ? [...ring] : ring.filter((_, i) => i !== at);
}

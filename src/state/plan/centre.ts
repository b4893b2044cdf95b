/** Where the circle of a question has its centre; loaded with map and panels, not with the address. */
import { wgs84 } from '../../domain/position.ts';
import { type Centre, centreOfThing } from '../../domain/thing-places.ts';
import type { Things } from '../../domain/things.ts';
import type { Around } from '../address/plan-address.ts';

/** Null where the site or town has no position. A district stands for its label. */
export function centreOf(things: Things, around: Around): Centre | null {
  return around.entity === 'pin' ? { position: wgs84(...around.at), radiusM: 0 } : centreOfThing(things, around);
}

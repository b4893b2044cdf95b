/**
 * Keeps site symbols from hiding each other. Sites that share a point stand on rings around it; symbols that
 * still overlap are pushed apart. The result depends on the input alone (not on its order), is given as
 * positions on the ground, and holds from the zoom it was made for up to the next step.
 */
import type { Wgs84 } from '../domain/position.ts';
import { fromWorld, toWorld } from './mercator.ts';

export interface SpreadInput {
  readonly id: string;
  readonly position: Wgs84;
  /** Half the symbol's size at the zoom, px. */
  readonly radiusPx: number;
}

export interface Spread {
  /** Where to draw the symbol. */
  readonly at: Wgs84;
  /** True where the symbol stands off its point and needs a leader to it. */
  readonly moved: boolean;
}

/** Points closer than this on screen count as one. */
const SAME_POINT_PX = 3;
/** Clear space between two symbols. */
const GAP_PX = 2;
/** A symbol this close to its point needs no leader. */
const LEADER_FROM_PX = 4;
const ROUNDS = 400;

/** The zoom for which offsets are made: half steps, downwards, so symbols never overlap between two steps. */
export function spreadZoom(zoom: number): number {
  return Math.floor(zoom * 2) / 2;
}

interface Body {
  readonly id: string;
  readonly home: { readonly x: number; readonly y: number };
  readonly radius: number;
  x: number;
  y: number;
}

/** Drawing positions by id, for symbols of the given sizes at `zoom`. */
export function spread(inputs: readonly SpreadInput[], zoom: number): Map<string, Spread> {
  const bodies = [...inputs]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, position, radiusPx }): Body => {
      const home = toWorld(position, zoom);
      return { id, home, radius: radiusPx, x: home.x, y: home.y };
    });
  for (const group of coincident(bodies)) placeOnRings(group);
  pushApart(bodies);
  const positions = new Map(inputs.map(({ id, position }) => [id, position]));
  return new Map(
    bodies.map((body) => {
      const still = body.x === body.home.x && body.y === body.home.y;
      const at = still ? (positions.get(body.id) ?? fromWorld(body.home, zoom)) : fromWorld(body, zoom);
      return [body.id, { at, moved: Math.hypot(body.x - body.home.x, body.y - body.home.y) > LEADER_FROM_PX }];
    }),
  );
}

/** Groups of two and more bodies that share a point. */
function coincident(bodies: readonly Body[]): Body[][] {
  const groups: Body[][] = [];
  for (const body of bodies) {
    const group = groups.find(
      ([first]) => first && Math.hypot(first.home.x - body.home.x, first.home.y - body.home.y) <= SAME_POINT_PX,
    );
    if (group) group.push(body);
    else groups.push([body]);
  }
  return groups.filter((group) => group.length > 1);
}

/** Rings of growing radius around the common point, each as full as its circumference allows, starting north. */
function placeOnRings(group: readonly Body[]): void {
  const size = Math.max(...group.map(({ radius }) => radius)) * 2 + GAP_PX;
  const [centre] = group;
  if (!centre) return;
  const { x, y } = centre.home;
  let rest = [...group];
  for (let inner = 0; rest.length > 0; ) {
    // Chords, not arcs, must hold a symbol: π / asin(size / 2r) of them fit a ring of radius r.
    const fits = Math.floor(Math.PI / Math.asin(size / 2 / (inner + size)) + 1e-9);
    const now = rest.slice(0, fits);
    rest = rest.slice(fits);
    const chord = now.length > 1 ? size / 2 / Math.sin(Math.PI / now.length) : 0;
    // The innermost ring shrinks to what it holds, and leaves the common point itself in sight.
    const radius = inner === 0 ? Math.max(chord, size * 0.62) : inner + size;
    now.forEach((body, i) => {
      const angle = -Math.PI / 2 + (i * 2 * Math.PI) / now.length;
      body.x = x + radius * Math.cos(angle);
      body.y = y + radius * Math.sin(angle);
    });
    inner = radius;
  }
}

/** Pushes overlapping pairs apart, half each, until none overlaps. */
function pushApart(bodies: readonly Body[]): void {
  for (let round = 0; round < ROUNDS; round++) {
    let overlapping = false;
    for (const [i, a] of bodies.entries()) {
      for (const b of bodies.slice(i + 1)) {
        const least = a.radius + b.radius + GAP_PX;
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const d = Math.hypot(dx, dy);
        if (d >= least - 0.01) continue;
        overlapping = true;
        // Two on exactly one spot have no direction; the ids' order gives one.
        const [ux, uy] = d > 1e-6 ? [dx / d, dy / d] : [Math.cos(i), Math.sin(i)];
        const push = (least - d) / 2 + 0.01;
        a.x -= ux * push;
        a.y -= uy * push;
        b.x += ux * push;
        b.y += uy * push;
      }
    }
    if (!overlapping) return;
  }
}

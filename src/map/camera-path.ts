/**
 * The way of a camera from one view to another as a pure function of time: zooming out, across and in, after
 * van Wijk and Nuij, “Smooth and efficient zooming and panning” (2003), as MapLibre's own flights go.
 */

import type { Camera } from '../domain/position.ts';
import { wgs84 } from '../domain/position.ts';
import type { CameraPath } from '../state/map-port.ts';
import { fromWorld, toWorld } from './mercator.ts';

/** How much a flight zooms out on its way. */
const RHO = 1.42;
/** Screenfuls a second, as the flight counts them. */
const SPEED = 1.2;
/** Seconds: the shortest and the longest flight. */
const SHORTEST_S = 0.6;
const LONGEST_S = 3;

/** @param screen CSS pixels of the longer side of the map. */
export function pathBetween(from: Camera, to: Camera, screen: number): CameraPath {
  const turn = ((((to.bearing - from.bearing) % 360) + 540) % 360) - 180;
  const a = toWorld(wgs84(from.lng, from.lat), from.zoom);
  const b = toWorld(wgs84(to.lng, to.lat), from.zoom);
  const distance = Math.hypot(b.x - a.x, b.y - a.y);
  const way = wayOf(screen, screen / 2 ** (to.zoom - from.zoom), distance);
  const still = way.length < 1e-6 && Math.abs(turn) < 1e-6 && Math.abs(to.pitch - from.pitch) < 1e-6;
  return {
    seconds: still ? 0 : Math.min(LONGEST_S, Math.max(SHORTEST_S, way.length / SPEED)),
    at(share) {
      if (share <= 0) return from;
      if (share >= 1) return to;
      const done = ease(share);
      const { moved, width } = way.at(done);
      const place = fromWorld({ x: a.x + (b.x - a.x) * moved, y: a.y + (b.y - a.y) * moved }, from.zoom);
      return {
        lng: place[0],
        lat: place[1],
        zoom: from.zoom + Math.log2(screen / width),
        bearing: from.bearing + turn * done,
        pitch: from.pitch + (to.pitch - from.pitch) * done,
      };
    },
  };
}

/** Slow at both ends. */
function ease(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}

interface Way {
  /** In the measure in which the eye sees an even speed. */
  readonly length: number;
  /** Share of the distance that has been moved, and the width that is seen, at a share of the length. */
  at(share: number): { readonly moved: number; readonly width: number };
}

/** All in pixels of the first view: its width, the last one's, and the distance between their centres. */
function wayOf(first: number, last: number, distance: number): Way {
  if (distance < 1e-3) {
    const length = Math.abs(Math.log(last / first)) / RHO;
    return { length, at: (share) => ({ moved: share, width: first * (last / first) ** share }) };
  }
  const rho2 = RHO * RHO;
  const bend = (end: 0 | 1): number => {
    const width = end === 0 ? first : last;
    const sign = end === 0 ? 1 : -1;
    const b = (last ** 2 - first ** 2 + sign * rho2 ** 2 * distance ** 2) / (2 * width * rho2 * distance);
    return Math.log(Math.sqrt(b * b + 1) - b);
  };
  const start = bend(0);
  const length = (bend(1) - start) / RHO;
  return {
    length,
    at(share) {
      const s = start + RHO * share * length;
      const width = (first * Math.cosh(start)) / Math.cosh(s);
      const across = (first * (Math.cosh(start) * Math.tanh(s) - Math.sinh(start))) / rho2;
      return { moved: across / distance, width };
    },
  };
}

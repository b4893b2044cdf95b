/** Areas whose edges cross, made whole: what a ring goes round, once or more, becomes areas without crossings. */
import { featureCollection, polygon, union } from '@turf/turf';
import type { Position } from 'geojson';
import type { Flat, LinesAndAreas } from '../readers/source.ts';
import { crossingOf } from './crossings.ts';

/** Corners of an area that are worth the seconds. */
const MOST_CORNERS = 5000;

export interface Repaired {
  /** The same where nothing was to be repaired; null where it cannot be. */
  readonly parts: LinesAndAreas | null;
  readonly did: 'nothing' | 'repair' | 'keep';
}

function closed(ring: Flat): Position[] {
  const positions: Position[] = [];
  for (let at = 0; at + 1 < ring.length; at += 2) positions.push([ring[at] ?? Number.NaN, ring[at + 1] ?? Number.NaN]);
  const [first, last] = [positions[0], positions.at(-1)];
  if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1]))
    positions.push(first);
  return positions;
}

/** Areas without crossings, each its outer ring and its holes; null where that is not to be had. */
function uncrossed(rings: readonly Flat[]): (readonly Flat[])[] | null {
  try {
    const broken = polygon(rings.map(closed));
    // turf joins two at least; the area with itself is the area, with a corner wherever edges cross.
    const whole = union(featureCollection([broken, broken]))?.geometry ?? null;
    if (whole === null) return null;
    const areas = whole.type === 'Polygon' ? [whole.coordinates] : whole.coordinates;
    const flat = areas.map((each) => each.map((ring) => ring.flat()));
    return flat.every((each) => crossingOf(each) === 'none') ? flat : null;
  } catch {
    // Whatever stops it, the area stays broken.
    return null;
  }
}

/** @param parts degrees. Areas that are too large to be looked at, or to be repaired, are kept as they are. */
export function repaired(parts: LinesAndAreas): Repaired {
  let did: Repaired['did'] = 'nothing';
  const polygons: (readonly Flat[])[] = [];
  for (const rings of parts.polygons) {
    const crossing = crossingOf(rings);
    const corners = rings.reduce((sum, ring) => sum + ring.length / 2, 0);
    if (crossing === 'none') polygons.push(rings);
    else if (crossing === 'too-large' || corners > MOST_CORNERS) {
      polygons.push(rings);
      if (did === 'nothing') did = 'keep';
    } else {
      const areas = uncrossed(rings);
      if (areas === null) return { parts: null, did };
      polygons.push(...areas);
      did = 'repair';
    }
  }
  return did === 'repair' ? { parts: { lines: parts.lines, polygons }, did } : { parts, did };
}

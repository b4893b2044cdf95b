/** Outlines of sites: one way to write them, and a short name for their corners. Pure. */
import { textDigest } from './digest.ts';
import type { LngLat } from './position.ts';
import type { OutlineCoordinates, OutlineFile } from './schema/outline.ts';

/** `[lng, lat]` lists of an area: parts of rings, the outer one first. */
export type AreaCoordinates = readonly (readonly (readonly (readonly number[])[])[])[];

/** The area of a file of one outline, whichever way it is wrapped. */
export function areaOfFile(file: OutlineFile): AreaCoordinates {
  if (file.type === 'FeatureCollection') return file.features[0] === undefined ? [] : areaOfFile(file.features[0]);
  const area = file.type === 'Feature' ? file.geometry : file;
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** Six decimals are a decimetre, and all that the build keeps. */
export const roundedCorner = ([lng = Number.NaN, lat = Number.NaN]: readonly number[]): [number, number] => [
  Number(lng.toFixed(6)),
  Number(lat.toFixed(6)),
];

export const sameCorner = (a: LngLat | undefined, b: LngLat | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

/** Twice the area in square degrees, positive where the ring runs counter-clockwise. */
function turning(ring: readonly LngLat[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0);
}

/** Closed, without corners that repeat the one before, the outer ring counter-clockwise and holes clockwise. */
function normalRing(ring: readonly (readonly number[])[], isOuter: boolean): [number, number][] {
  const corners = ring.map(roundedCorner).filter((at, i, all) => !sameCorner(at, all[i - 1]));
  if (corners.length > 1 && sameCorner(corners[0], corners.at(-1))) corners.pop();
  if (turning(corners) > 0 !== isOuter) corners.reverse();
  const [first] = corners;
  // The direction is the rule's, the beginning the writer's.
  return first === undefined ? [] : [...corners, [...first]];
}

/** As the build writes an outline (RFC 7946); the same area always gives the same text. */
export function normalOutline(area: AreaCoordinates): OutlineCoordinates {
  return area.map((rings) => rings.map((ring, at) => normalRing(ring, at === 0)));
}

/** The short name of its corners. */
export const outlineDigest = (outline: OutlineCoordinates): string => textDigest(JSON.stringify(outline));

/** Outlines of sites: one way to write them, and a short name for their corners. Pure. */
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

/** 64 bits of FNV-1a over the corners as text, in hexadecimal digits. */
export function outlineDigest(outline: OutlineCoordinates): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const letter of JSON.stringify(outline)) {
    const code = letter.charCodeAt(0);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + 7), 0x811c9dc5);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

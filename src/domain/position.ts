/** Positions carry their datum in the type, so a GCJ-02 position cannot be passed where WGS-84 is wanted. */

declare const datumTag: unique symbol;

/** Degrees; WGS-84 unless something beside it says otherwise. */
export type LngLat = readonly [lng: number, lat: number];

/** `[lng, lat]` in degrees, tagged with its geodetic datum. */
export type Position<D extends string> = LngLat & { readonly [datumTag]: D };

/** WGS-84; CGCS2000 differs by centimetres and is treated as the same. */
export type Wgs84 = Position<'wgs84'>;

/** Where a map looks: the centre of the part of it that panels do not cover, degrees; zoom as in MapLibre. */
export interface Camera {
  readonly zoom: number;
  readonly lat: number;
  readonly lng: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** `[west, south, east, north]` in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export function wgs84(lng: number, lat: number): Wgs84 {
  const position: LngLat = [lng, lat];
  return position as Wgs84;
}

/** A box around every place this product can be about; anything outside is a datum or column mistake. */
export const FOSHAN_BBOX: Bbox = [112.3, 22.6, 113.5, 23.6];

export function inBbox([lng, lat]: LngLat, [west, south, east, north]: Bbox): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

/** Mean radius of the earth, metres: for a sphere in its place. */
export const EARTH_M = 6_371_008.8;

/** Of latitude, and of longitude at the equator: for margins and search boxes, where half a percent does not matter. */
export const METRES_PER_DEGREE = 111_320;

const RAD = Math.PI / 180;
const SEMI_MAJOR_M = 6_378_137;
const E2 = 0.006_694_379_990_14;

/** Metres east and north of one degree at a latitude, on the WGS-84 ellipsoid. */
export function metresPerDegree(lat: number): readonly [east: number, north: number] {
  const sin = Math.sin(lat * RAD);
  const w = 1 - E2 * sin * sin;
  return [
    (SEMI_MAJOR_M / Math.sqrt(w)) * Math.cos(lat * RAD) * RAD,
    ((SEMI_MAJOR_M * (1 - E2)) / (w * Math.sqrt(w))) * RAD,
  ];
}

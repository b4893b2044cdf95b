/** Positions carry their datum in the type, so a GCJ-02 position cannot be passed where WGS-84 is wanted. */

declare const datumTag: unique symbol;

/** `[lng, lat]` in degrees, tagged with its geodetic datum. */
export type Position<D extends string> = readonly [lng: number, lat: number] & { readonly [datumTag]: D };

/** WGS-84; CGCS2000 differs by centimetres and is treated as the same. */
export type Wgs84 = Position<'wgs84'>;

/** `[west, south, east, north]` in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export function wgs84(lng: number, lat: number): Wgs84 {
  return [lng, lat] as unknown as Wgs84;
}

/** A box around every place this product can be about; anything outside is a datum or column mistake. */
export const FOSHAN_BBOX: Bbox = [112.3, 22.6, 113.5, 23.6];

export function inBbox([lng, lat]: readonly [number, number], [west, south, east, north]: Bbox): boolean {
  return lng >= west && lng <= east && lat >= south && lat <= north;
}

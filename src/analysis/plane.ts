/** A plane in metres about a place: lengths in it are true to a hundred-thousandth as far as thirty kilometres east and west. */
import type { Position } from 'geojson';
import proj4 from 'proj4';
import type { RowGeometry } from '../domain/geometries.ts';
import type { LngLat } from '../domain/position.ts';

/** Metres east and north. */
export type Place = readonly [x: number, y: number];

export interface Plane {
  to(lng: number, lat: number): Place;
  from(place: Place): LngLat;
}

/** Transverse Mercator on the WGS-84 ellipsoid, true along the meridian of the centre. */
export function planeAbout([lng, lat]: LngLat): Plane {
  const { forward, inverse } = proj4(`+proj=tmerc +lat_0=${lat} +lon_0=${lng} +ellps=WGS84 +units=m`);
  return {
    to(x, y) {
      const [east = Number.NaN, north = Number.NaN] = forward([x, y]);
      return [east, north];
    },
    from([x, y]) {
      const [east = Number.NaN, north = Number.NaN] = inverse([x, y]);
      return [east, north];
    },
  };
}

/** Every line of a geometry, and every ring of its areas. */
export function linesOf(geometry: RowGeometry): readonly Position[][] {
  switch (geometry.type) {
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/** An edge is straight in degrees and not in the plane: pieces of this length leave each other by some millimetres. */
const PIECE_M = 500;

/** A line in the plane, its long edges cut. */
export function laidLine(line: readonly Position[], plane: Plane): Place[] {
  const places: Place[] = [];
  let [fromLng, fromLat] = [Number.NaN, Number.NaN];
  for (const [lng = Number.NaN, lat = Number.NaN] of line) {
    const [at, before] = [plane.to(lng, lat), places.at(-1)];
    const pieces = before === undefined ? 1 : Math.ceil(Math.hypot(at[0] - before[0], at[1] - before[1]) / PIECE_M);
    for (let n = 1; n < pieces; n++) {
      places.push(plane.to(fromLng + ((lng - fromLng) * n) / pieces, fromLat + ((lat - fromLat) * n) / pieces));
    }
    places.push(at);
    [fromLng, fromLat] = [lng, lat];
  }
  return places;
}

/** The rings of an area as GeoJSON has them: all of its parts and holes in one list. Apart from what asks of them, which few need. */

/** Positions of one ring, closed or not. */
export type Ring = readonly (readonly number[])[];

type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** All rings of a GeoJSON area in one list. */
export function ringsOf(geometry: AreaGeometry): readonly Ring[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}

/** Areas of towns, assembled from OpenStreetMap's boundaries (admin_level 8). */
import { simplify } from '@turf/turf';
import type { Bbox } from '../../src/domain/position.ts';
import type { OsmTownCollection } from '../../src/domain/schema/osm.ts';
import { assembled, clippedRings } from './osm-areas.ts';
import { isAsked } from './osm-asked.ts';
import type { OsmElement } from './overpass.ts';
import type { Problem } from './problem.ts';

/** Boundaries of towns are drawn by hand from what is visible on the ground; nobody states how well. Our estimate, m. */
export const TOWN_ACCURACY_M = 500;
/** About 10 m, in degrees. */
const TOLERANCE = 0.000_1;

/** Whole areas: an outline that does not close, as at the edge of a file, is a problem that names it. */
export function osmTownAreas(
  elements: readonly OsmElement[],
  bbox: Bbox,
): { features: OsmTownCollection['features']; problems: Problem[] } {
  const problems: Problem[] = [];
  const features = elements.flatMap((element): OsmTownCollection['features'] => {
    const { type, id, tags = {} } = element;
    const name = tags['name'];
    if (!isAsked('osm-towns', type, tags)) return [];
    const { polygons, open } = assembled(element);
    const reason =
      name === undefined ? 'has no name' : open > 0 || polygons.length === 0 ? 'its outline is not closed' : null;
    if (name === undefined || reason !== null) {
      problems.push({ file: 'osm-towns', record: `${type} ${id}`, reason: `${reason}: no area is made of it` });
      return [];
    }
    const coordinates = polygons.flatMap((rings) => {
      const cut = clippedRings(rings, bbox);
      if (cut === null) return [];
      const { coordinates: thin } = simplify({ type: 'Polygon' as const, coordinates: cut }, { tolerance: TOLERANCE });
      return [thin.map((ring) => ring.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]))];
    });
    if (coordinates.length === 0) return [];
    return [{ type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties: { name } }];
  });
  return { features, problems };
}

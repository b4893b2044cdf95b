/** The source of OpenStreetMap's tiles: nothing is asked of it while its layers are hidden. */
import type { VectorSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { FOSHAN_BBOX } from '../../domain/position.ts';

export const OSM_SOURCE = 'osm';
/** Answered in the page, by `osm-tiles.ts`. */
export const OSM_SCHEME = 'osm';

export const osmSource: VectorSourceSpecification = {
  type: 'vector',
  tiles: [`${OSM_SCHEME}://{z}/{x}/{y}`],
  bounds: [...FOSHAN_BBOX],
  minzoom: 7,
  maxzoom: 14,
};

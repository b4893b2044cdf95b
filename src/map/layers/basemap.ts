/** What lies between a base map and ours. */
import type { BackgroundLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { BaseColours } from '../../domain/base-colours.ts';

/** Pales whatever base map is under it: one layer for every kind, whatever it is made of. */
export const BASEMAP_VEIL = 'basemap-veil';

/** @param strength 1 shows the base map in full, 0 not at all */
export function basemapVeil(strength: number, { land }: BaseColours): BackgroundLayerSpecification {
  return {
    id: BASEMAP_VEIL,
    type: 'background',
    paint: { 'background-color': land, 'background-opacity': Math.min(1, Math.max(0, 1 - strength)) },
  };
}

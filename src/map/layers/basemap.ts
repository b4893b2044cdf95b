/** A deployer's raster basemap, under everything else. A style of their own is merged in by the map view. */
import type { RasterLayerSpecification, RasterSourceSpecification } from '@maplibre/maplibre-gl-style-spec';

/** Source and layer id of the raster basemap. */
export const BASEMAP = 'basemap';

export function rasterBasemap(tiles: readonly string[]): {
  source: RasterSourceSpecification;
  layer: RasterLayerSpecification;
} {
  return {
    source: { type: 'raster', tiles: [...tiles], tileSize: 256, maxzoom: 18 },
    layer: {
      id: BASEMAP,
      type: 'raster',
      source: BASEMAP,
      paint: { 'raster-saturation': -0.5, 'raster-opacity': 0.85 },
    },
  };
}

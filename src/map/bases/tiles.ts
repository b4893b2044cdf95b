/** Raster layers over one another, each with zooms of its own. */
import type { RasterSourceSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type BaseMaker, type BaseParts, baseId } from './base.ts';

/** Tiles in Web Mercator. */
export type RasterTiles = Pick<RasterSourceSpecification, 'tiles' | 'minzoom' | 'maxzoom' | 'tileSize' | 'bounds'>;

/** @param layers from below */
export function rasterParts(layers: readonly RasterTiles[]): BaseParts {
  return {
    sources: Object.fromEntries(layers.map((layer, n) => [baseId(n), { type: 'raster', ...layer }])),
    layers: ({ grey }) =>
      layers.map((_, n) => ({
        id: baseId(n),
        type: 'raster',
        source: baseId(n),
        // Quieter than its makers meant it: ours lies on it.
        paint: { 'raster-saturation': grey ? -1 : -0.5 },
      })),
    strength: 0.85,
  };
}

export const tilesBase: BaseMaker<'tiles'> = ({ layers }) =>
  rasterParts(layers.map((layer) => ({ ...layer, tiles: [...layer.tiles] })));

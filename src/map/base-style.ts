/** The map's style as a pure function of theme, fonts and base: inlined, and nothing of it on the network. */
import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import { EMPTY } from './context-features.ts';
import { basemapVeil } from './layers/basemap.ts';
import type { LayerContext } from './layers/context.ts';
import { withFewPrograms } from './layers/few-programs.ts';
import { layersOf, SOURCES, type SourceName } from './layers/index.ts';
import { LEVELLED } from './layers/levels.ts';
import { OSM_SOURCE, osmSource } from './layers/osm-source.ts';
import { scaledLayers, withVisibility } from './layers/scaled.ts';
import { paletteOf } from './palette.ts';
import type { Scene } from './scene.ts';

function layerContext(
  { theme, lang = 'zh-Hans', grey = false, contextLayers = null }: SceneStyle,
  base: Scene['base'],
  fonts: LayerContext['fonts'],
): LayerContext {
  const { base: colours, clusters, tints } = paletteOf(theme);
  return { theme, colours, clusters, tints, fonts, overBasemap: base !== 'thematic', lang, grey, contextLayers };
}

/** What of a scene changes how its layers look, and nothing of what they hold. */
export const STYLING = ['theme', 'scale', 'contextLayers', 'strength', 'lang', 'grey', 'osm'] as const;
export type SceneStyle = Pick<Scene, (typeof STYLING)[number]>;

/** Sources of ours that hold nothing. */
export function emptySources(collections: ReadonlyMap<SourceName, FeatureCollection>): SourceName[] {
  return SOURCES.filter((name) => (collections.get(name)?.features.length ?? 0) === 0);
}

/**
 * Layers of a scene, those of a base map included. Those of an empty source are hidden, since MapLibre loads and masks
 * the tiles of an empty source as of any other. Visibility is said either way, so that what was hidden can come back.
 */
export function sceneLayers(
  scene: SceneStyle,
  base: Scene['base'],
  fonts: LayerContext['fonts'],
  empty: readonly SourceName[],
): LayerSpecification[] {
  const { scale = 1, strength = 1, osm = null } = scene;
  const hidden = new Set<string>(osm === null ? [...empty, OSM_SOURCE] : empty);
  const context = layerContext(scene, base, fonts);
  const layers = scaledLayers(layersOf(context), scale).map((layer) =>
    'source' in layer && layer.layout?.visibility !== 'none'
      ? withVisibility(layer, hidden.has(layer.source) ? 'none' : 'visible')
      : layer,
  );
  if (base === 'thematic') return layers;
  return [...scaledLayers(base.parts.layers(context), scale), basemapVeil(strength, context.colours), ...layers];
}

/** The same as the live map draws them. */
export const liveLayers = (...given: Parameters<typeof sceneLayers>): LayerSpecification[] =>
  withFewPrograms(sceneLayers(...given), SOURCES);

/** The whole style; sources without data yet are empty. */
export function styleOf(
  scene: SceneStyle,
  base: Scene['base'],
  fonts: LayerContext['fonts'],
  data: ReadonlyMap<SourceName, FeatureCollection>,
): StyleSpecification {
  const sources: StyleSpecification['sources'] = {
    ...(base === 'thematic' ? {} : base.parts.sources),
    ...Object.fromEntries(
      SOURCES.map((name) => [
        name,
        {
          type: 'geojson',
          data: data.get(name) ?? EMPTY,
          tolerance: 0.25,
          ...(LEVELLED.some((each) => each === name) ? { promoteId: 'id' } : {}),
        } as const,
      ]),
    ),
    [OSM_SOURCE]: osmSource,
  };
  return { version: 8, sources, layers: liveLayers(scene, base, fonts, emptySources(data)) };
}

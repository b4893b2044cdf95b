/**
 * Layers of a tile set of the Protomaps schema, as @protomaps/basemaps draws them, made ours: our colours, our fonts
 * (drawn on the device), names in the language of the interface, no symbols, and no borders, since those that the map
 * states are its own.
 */
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { layers } from '@protomaps/basemaps';
import type { Lang } from '../../../domain/format.ts';
import type { ContextLayer } from '../../../domain/vocabulary.ts';
import type { LayerContext } from '../../layers/context.ts';
import { withVisibility } from '../../layers/scaled.ts';
import { baseId } from '../base.ts';
import { flavourOf } from './flavour.ts';

/** What of the library's layers is left out: borders, what is only a symbol, and names for whole countries. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'boundaries',
  'boundaries_country',
  'roads_oneway',
  'places_country',
  'places_region',
]);
/** Names of these stand on the map in its own hand. */
const OWN_NAMES = ['佛山市', '禅城区', '南海区', '顺德区', '三水区', '高明区'];
const LOCALITIES: FilterSpecification = ['all', ['==', 'kind', 'locality'], ['!in', 'name', ...OWN_NAMES]];
const BOLD: ReadonlySet<string> = new Set(['places_locality', 'roads_shields']);
/** What their words say is no name. */
const NO_NAMES: ReadonlySet<string> = new Set(['address_label', 'roads_shields']);

/** Layers of the schema that the switches for ours turn off with them. */
const GOES_WITH: Readonly<Record<string, ContextLayer>> = { water: 'water', roads: 'roads', places: 'places' };

/** Said either way, so that what is off can come back. */
function switched(layer: LayerSpecification, on: LayerContext['contextLayers']): LayerSpecification {
  const goesWith = 'source-layer' in layer ? GOES_WITH[layer['source-layer'] ?? ''] : undefined;
  if (goesWith === undefined) return layer;
  return withVisibility(layer, on === null || on.includes(goesWith) ? 'visible' : 'none');
}

/** In the order of the library: names above everything else. */
export function protomapsLayers(
  source: string,
  { theme, fonts, lang, grey, contextLayers }: LayerContext,
): LayerSpecification[] {
  const flavour = flavourOf(theme, grey);
  return layers(source, flavour, { lang })
    .filter(({ id }) => !LEFT_OUT.has(id))
    .map((layer) => {
      const own = layer.type === 'symbol' ? withOurWords(layer, fonts, lang, flavour.roads_label_major_halo) : layer;
      return switched({ ...own, id: baseId(layer.id) }, contextLayers);
    });
}

type SymbolLayer = Extract<LayerSpecification, { type: 'symbol' }>;

function withOurWords(layer: SymbolLayer, fonts: LayerContext['fonts'], lang: Lang, halo: string): SymbolLayer {
  return {
    ...layer,
    ...(layer.id === 'places_locality' ? { filter: LOCALITIES } : {}),
    layout: {
      ...layer.layout,
      'icon-image': '',
      'text-font': BOLD.has(layer.id) ? fonts.bold : fonts.regular,
      'text-transform': 'none',
      ...(NO_NAMES.has(layer.id) ? {} : { 'text-field': nameIn(lang) }),
    },
    // Numbers of roads lose the shield that they stood on.
    ...(layer.id === 'roads_shields'
      ? { paint: { ...layer.paint, 'text-halo-color': halo, 'text-halo-width': 1.2 } }
      : {}),
  };
}

const NAME_KEYS: Record<Lang, readonly string[]> = {
  'zh-Hans': ['name:zh-Hans', 'name:zh', 'name'],
  'zh-Hant': ['name:zh-Hant', 'name:zh', 'name'],
  en: ['name:en', 'name'],
};

/** A name in the interface's language, else as it is written on the spot. */
export function nameIn(lang: Lang): ExpressionSpecification {
  return ['coalesce', ...NAME_KEYS[lang].map((key): ExpressionSpecification => ['get', key])];
}

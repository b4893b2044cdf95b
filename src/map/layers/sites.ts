/** Site symbols and their names. Symbols always show; names yield to symbols and to better-placed names. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, LABEL, type LayerMaker } from './context.ts';
import { FORM_PX, ICON_SIZE, siteScale } from './site-size.ts';

/** Layers that answer a click or a hover as sites. */
export const SITE_LAYERS = ['sites'];

const TEXT_STOPS = [
  [8, 10.5],
  [11, 12],
  [15, 14],
] as const;

/** Distance of a name from its symbol's centre in ems of its own size, so that it clears the symbol. */
function labelOffset(zoom: number, textPx: number): readonly [number, ExpressionSpecification] {
  const ems = (px: number) => Number(((px * siteScale(zoom)) / 2 / textPx + 0.25).toFixed(3));
  return [zoom, ['case', ['==', ['get', 'form'], 'ring'], ems(FORM_PX.ring), ems(FORM_PX.badge)]];
}

/** A quiet ring around what the pointer is over. */
export const highlight: LayerMaker = ({ colours }) => [
  {
    id: 'highlight',
    type: 'circle',
    source: 'highlight',
    paint: {
      'circle-radius': byZoom(
        ...[8, 9.5, 12, 16].map((zoom): readonly [number, ExpressionSpecification] => {
          const radius = (px: number) => (px * siteScale(zoom)) / 2 + 3;
          return [zoom, ['case', ['==', ['get', 'form'], 'ring'], radius(FORM_PX.ring), radius(FORM_PX.badge)]];
        }),
      ),
      'circle-color': colours.halo,
      'circle-opacity': 0.75,
      'circle-stroke-color': colours.accent,
      'circle-stroke-width': 1.5,
    },
  },
];

export const sites: LayerMaker = () => [
  {
    id: 'sites',
    type: 'symbol',
    source: 'sites',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-size': ICON_SIZE,
      'icon-allow-overlap': true,
      'icon-padding': 1,
      'symbol-sort-key': ['get', 'order'],
    },
    paint: { 'icon-opacity': ['case', ['get', 'dimmed'], 0.25, 1] },
  },
];

export const siteLabels: LayerMaker = ({ colours, fonts }) => [
  {
    id: 'site-labels',
    type: 'symbol',
    source: 'sites',
    layout: {
      'text-field': LABEL,
      'text-font': ['case', ['get', 'selected'], ['literal', fonts.bold], ['literal', fonts.regular]],
      'text-size': byZoom(...TEXT_STOPS),
      'text-max-width': 9,
      'text-line-height': 1.15,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
      'text-radial-offset': byZoom(...TEXT_STOPS.map(([zoom, px]) => labelOffset(zoom, px))),
      'text-justify': 'auto',
      'text-padding': 3,
      'symbol-sort-key': ['get', 'rank'],
    },
    paint: {
      'text-color': colours.text,
      'text-halo-color': colours.halo,
      'text-halo-width': 1.5,
      'text-opacity': ['case', ['get', 'dimmed'], 0.35, 1],
    },
  },
];

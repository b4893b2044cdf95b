/** Site symbols and their names. Symbols always show; names yield to symbols and to better-placed names. */
import type {
  ExpressionSpecification,
  FilterSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Form } from '../../domain/glyphs.ts';
import { byZoom, type LayerMaker, namePaint } from './context.ts';
import { DIMMED, GONE } from './levels.ts';
import { FORM_PX, ICON_SIZE, imageRadiusPx, NAME_LEADING, NAME_STOPS, siteRadiusPx, siteScale } from './site-size.ts';

/** Layers that answer a click or a hover as sites. */
export const SITE_LAYERS = ['sites', 'sites-dimmed'];
export const SITE_NAME_LAYERS = ['selected-label', 'site-labels'];

/** Clear space that placement keeps around symbols and names, px. */
const PADDING_PX = { icon: 0, text: 2 };

/** Distance of a name from its symbol's centre in ems of its own size: just clear of the symbol's image. */
function labelOffset(zoom: number, textPx: number): readonly [number, ExpressionSpecification] {
  const ems = (form: Form, selected: boolean): number => {
    const px = imageRadiusPx(form, selected) * siteScale(zoom) + PADDING_PX.icon + PADDING_PX.text + 1;
    return Number((px / textPx).toFixed(3));
  };
  const byForm = (selected: boolean): ExpressionSpecification => [
    'case',
    ['==', ['get', 'form'], 'ring'],
    ems('ring', selected),
    ems('badge', selected),
  ];
  return [zoom, ['case', ['get', 'selected'], byForm(true), byForm(false)]];
}

/** A quiet ring around what the pointer is over. */
export const highlight: LayerMaker<'highlight'> = ({ colours }) => [
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

const SYMBOLS: SymbolLayerSpecification['layout'] = {
  'icon-image': ['get', 'icon'],
  'icon-size': ICON_SIZE,
  'icon-allow-overlap': true,
};
/** The selection stands out even where its like is pale. */
const PALE: FilterSpecification = ['all', ['get', 'dimmed'], ['!', ['get', 'selected']]];
const ICON_OPACITY: ExpressionSpecification = ['case', GONE, 0, ['all', DIMMED, ['!', ['get', 'selected']]], 0.25, 1];
/** Names of what pales or leaves go with it. */
const NAME_OPACITY: ExpressionSpecification = ['case', ['any', GONE, DIMMED], ['case', ['get', 'selected'], 1, 0], 1];

export const sites: LayerMaker<'sites-dimmed' | 'sites'> = () => [
  {
    id: 'sites-dimmed',
    type: 'symbol',
    source: 'sites',
    filter: PALE,
    // Pale symbols leave the room to the names of the others.
    layout: { ...SYMBOLS, 'icon-ignore-placement': true },
    paint: { 'icon-opacity': ICON_OPACITY },
  },
  {
    id: 'sites',
    type: 'symbol',
    source: 'sites',
    filter: ['!', PALE],
    layout: { ...SYMBOLS, 'icon-padding': PADDING_PX.icon, 'symbol-sort-key': ['get', 'order'] },
    paint: { 'icon-opacity': ICON_OPACITY },
  },
];

/** Pale symbols, unseen: what is named below the sites keeps clear of them. */
export const paleRooms: LayerMaker<'pale-rooms'> = () => [
  { id: 'pale-rooms', type: 'symbol', source: 'sites', filter: PALE, layout: SYMBOLS, paint: { 'icon-opacity': 0 } },
];

/** Where a mark stands at a corner of a symbol, px. */
const besideSymbol = (end: 'upper' | 'lower', side: 'left' | 'right' = 'right'): ExpressionSpecification =>
  byZoom(
    ...[8, 12, 16].map((zoom): readonly [number, ExpressionSpecification] => {
      const px = Math.round(siteRadiusPx('badge', zoom) * 0.85);
      return [zoom, ['literal', [side === 'left' ? -px : px, end === 'upper' ? -px : px]]];
    }),
  );

const LIT: ExpressionSpecification = ['get', 'lit'];

/** At the upper left of a symbol its rank in the investor's list; the first of the list are lit. */
export const rankMarks: LayerMaker<'rank-marks' | 'rank-numbers'> = ({ colours, fonts }) => [
  {
    id: 'rank-marks',
    type: 'circle',
    source: 'sites',
    filter: ['has', 'no'],
    paint: {
      'circle-radius': byZoom([8, 7], [12, 8], [16, 9]),
      'circle-color': ['case', LIT, colours.accent, colours.halo],
      'circle-stroke-color': ['case', LIT, colours.halo, colours.accent],
      'circle-stroke-width': 1,
      'circle-opacity': ['case', GONE, 0, 1],
      'circle-stroke-opacity': ['case', GONE, 0, 1],
      'circle-translate': besideSymbol('upper', 'left'),
    },
  },
  {
    id: 'rank-numbers',
    type: 'symbol',
    source: 'sites',
    filter: ['has', 'no'],
    layout: {
      'text-field': ['get', 'no'],
      'text-font': fonts.bold,
      'text-size': byZoom([8, 9], [12, 10], [16, 11.5]),
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: {
      'text-color': ['case', LIT, colours.halo, colours.text],
      'text-opacity': ['case', GONE, 0, 1],
      'text-translate': besideSymbol('upper', 'left'),
    },
  },
];

/** A dot at the upper right of a symbol that shows a correction; its name says so too. */
export const correctedMarks: LayerMaker<'corrected-marks'> = ({ colours }) => [
  {
    id: 'corrected-marks',
    type: 'circle',
    source: 'sites',
    filter: ['get', 'corrected'],
    paint: {
      'circle-radius': byZoom([8, 3], [12, 4], [16, 5]),
      'circle-color': colours.accent,
      'circle-stroke-color': colours.halo,
      'circle-stroke-width': 1.5,
      'circle-opacity': ['case', GONE, 0, 1],
      'circle-stroke-opacity': ['case', GONE, 0, 1],
      'circle-translate': besideSymbol('upper'),
    },
  },
];

/** At the lower right of a symbol on the map of a year: being built is full, planned is hollow, suspended is grey. */
export const yearMarks: LayerMaker<'year-marks'> = ({ colours }) => [
  {
    id: 'year-marks',
    type: 'circle',
    source: 'sites',
    filter: ['in', ['get', 'stood'], ['literal', ['under-construction', 'planned', 'suspended']]],
    paint: {
      'circle-radius': byZoom([8, 3], [12, 4], [16, 5]),
      'circle-color': [
        'match',
        ['get', 'stood'],
        'planned',
        colours.halo,
        'suspended',
        colours.textMuted,
        colours.accent,
      ],
      'circle-stroke-color': ['match', ['get', 'stood'], 'planned', colours.accent, colours.halo],
      'circle-stroke-width': 1.5,
      'circle-opacity': ['case', GONE, 0, 1],
      'circle-stroke-opacity': ['case', GONE, 0, 1],
      'circle-translate': besideSymbol('lower'),
    },
  },
];

const nameLayout = (font: string[]): SymbolLayerSpecification['layout'] => ({
  // The label with marks of where it breaks.
  'text-field': ['get', 'name'],
  'text-font': font,
  'text-size': byZoom(...NAME_STOPS),
  // On a phone's view of the city, narrow names stay on the screen.
  'text-max-width': byZoom([8.5, 6.5], [9.5, 9]),
  'text-line-height': NAME_LEADING,
  'text-variable-anchor': ['left', 'right', 'top', 'bottom', 'top-left', 'top-right', 'bottom-left', 'bottom-right'],
  'text-radial-offset': byZoom(...NAME_STOPS.map(([zoom, px]) => labelOffset(zoom, px))),
  'text-justify': 'auto',
  'text-padding': PADDING_PX.text,
  'symbol-sort-key': ['get', 'rank'],
});

export const siteLabels: LayerMaker<'site-labels'> = ({ colours, fonts }) => [
  {
    id: 'site-labels',
    type: 'symbol',
    source: 'sites',
    filter: ['all', ['!', ['get', 'selected']], ['!', ['get', 'dimmed']]],
    layout: nameLayout(fonts.regular),
    paint: namePaint(colours.text, colours.halo, 1.5, NAME_OPACITY),
  },
];

/** The selection's name is placed before everything else, so it always shows. */
export const selectedLabel: LayerMaker<'selected-label'> = ({ colours, fonts }) => [
  {
    id: 'selected-label',
    type: 'symbol',
    source: 'sites',
    filter: ['get', 'selected'],
    layout: { ...nameLayout(fonts.bold), 'text-allow-overlap': true },
    paint: namePaint(colours.text, colours.halo, 2),
  },
];

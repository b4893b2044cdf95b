/**
 * Borders as lines of their own, each drawn once. Many run mid-river; they are drawn as borders, never as shores. A
 * line is as fine as the eye is far away: nearer, it becomes a band as wide as the border is uncertain on the ground,
 * and where that fills the screen, words.
 */
import { BEND, byZoom, LABEL, type LayerMaker, namePaint } from './context.ts';
import { ofGround } from './ground-parts.ts';

/** Zooms between which the line gives way to the band, and the band to words. */
const TO_BAND = [10.6, 11.6] as const;
const TO_WORDS = [14.2, 15.2] as const;

const fadingOut = byZoom([TO_BAND[0], 1], [TO_BAND[1], 0]);
/** Steps lie one over the other: together they are as dark as a line would be, at their middle. */
const BAND_STEP = 0.07;
const bandOpacity = (opacity: number) =>
  byZoom([TO_BAND[0], 0], [TO_BAND[1], opacity], [TO_WORDS[0], opacity], [TO_WORDS[1], 0]);

export const neighbourBorders: LayerMaker<'neighbour-borders'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'neighbour-borders',
          type: 'line',
          ...ofGround('neighbours', ['==', ['get', 'kind'], 'border']),
          maxzoom: TO_BAND[1],
          layout: { 'line-join': 'round', 'line-round-limit': BEND },
          paint: {
            'line-color': colours.borderNeighbour,
            'line-width': byZoom([8, 0.6], [12, 1.2]),
            'line-opacity': fadingOut,
            'line-dasharray': [5, 3],
          },
        },
      ];

export const borders: LayerMaker<'borders-band' | 'borders-inner' | 'borders-outer'> = ({ colours }) => [
  {
    id: 'borders-band',
    type: 'fill',
    ...ofGround('borders', ['==', ['get', 'kind'], 'band']),
    minzoom: TO_BAND[0],
    maxzoom: TO_WORDS[1],
    paint: { 'fill-color': colours.borderOuter, 'fill-opacity': bandOpacity(BAND_STEP) },
  },
  {
    id: 'borders-inner',
    type: 'line',
    ...ofGround('borders', ['==', ['get', 'kind'], 'inner']),
    maxzoom: TO_BAND[1],
    layout: { 'line-join': 'round', 'line-round-limit': BEND },
    paint: {
      'line-color': colours.borderInner,
      'line-width': byZoom([8, 0.8], [12, 1.6]),
      'line-opacity': fadingOut,
      'line-dasharray': [4, 2, 1, 2],
    },
  },
  {
    id: 'borders-outer',
    type: 'line',
    ...ofGround('borders', ['==', ['get', 'kind'], 'outer']),
    maxzoom: TO_BAND[1],
    layout: { 'line-join': 'round', 'line-round-limit': BEND, 'line-cap': 'round' },
    paint: { 'line-color': colours.borderOuter, 'line-width': byZoom([8, 1.3], [12, 2.4]), 'line-opacity': fadingOut },
  },
];

/** What the border is and how well it is known, along it, from where the band is wider than it helps. */
export const borderWords: LayerMaker<'border-words'> = ({ colours, fonts }) => [
  {
    id: 'border-words',
    type: 'symbol',
    ...ofGround('borders', ['!=', ['get', 'kind'], 'band']),
    minzoom: 12.5,
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': LABEL,
      'text-font': fonts.regular,
      'text-size': 11.5,
      'text-max-angle': 30,
      'text-padding': 8,
    },
    paint: namePaint(colours.textMuted, colours.halo, 1.4),
  },
];

/** Outline of the selected district; its source holds that district or nothing. */
export const selectedDistrict: LayerMaker<
  'selected-district-fill' | 'selected-district-band' | 'selected-district-casing' | 'selected-district'
> = ({ colours }) => [
  {
    id: 'selected-district-fill',
    type: 'fill',
    source: 'selected-district',
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.05, 'fill-antialias': false },
  },
  {
    // A soft edge: where the angle is sharp, wide lines overlap themselves, so it is no wider than needed.
    id: 'selected-district-band',
    type: 'line',
    source: 'selected-district',
    minzoom: TO_BAND[0],
    maxzoom: TO_WORDS[1],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colours.accent,
      'line-width': byZoom([TO_BAND[0], 5], [TO_WORDS[1], 26]),
      'line-blur': byZoom([TO_BAND[0], 3], [TO_WORDS[1], 26]),
      'line-opacity': bandOpacity(0.5),
    },
  },
  {
    id: 'selected-district-casing',
    type: 'line',
    source: 'selected-district',
    maxzoom: TO_BAND[1],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.halo,
      'line-width': byZoom([8, 5], [12, 7]),
      'line-opacity': byZoom([TO_BAND[0], 0.8], [TO_BAND[1], 0]),
    },
  },
  {
    id: 'selected-district',
    type: 'line',
    source: 'selected-district',
    maxzoom: TO_BAND[1],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': byZoom([8, 2], [12, 3]), 'line-opacity': fadingOut },
  },
];

/**
 * Where the ground ends: roads and water reach as far as their files, cut straight. Between the city and that edge the
 * paper takes over by steps, and beyond it nothing is left to end.
 */
import type { Feature } from 'geojson';
import type { Bbox } from '../../domain/position.ts';
import type { LayerMaker } from './context.ts';
import { fadingLand } from './ground.ts';
import { END_PART, ofGround } from './ground-parts.ts';

/** All of the city, and what the shortest of the files reaches (geo/steps/geodata.ts cuts a little wider). */
const CITY: Bbox = [112.375, 22.63, 113.4, 23.58];
const FILES: Bbox = [112.352, 22.552, 113.488, 23.599];
/** Beyond what the map can show. */
const FAR: Bbox = [109, 20, 117, 26];
const STEPS = 12;

const between = (share: number): Bbox => {
  const at = (i: 0 | 1 | 2 | 3): number => CITY[i] + (FILES[i] - CITY[i]) * share;
  return [at(0), at(1), at(2), at(3)];
};

/** What lies outside the first box and inside the second. */
function frame(inner: Bbox, outer: Bbox, opacity: number): Feature {
  return {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ringOf(outer), ringOf(inner).reverse()] },
    properties: { opacity },
  };
}

function ringOf([west, south, east, north]: Bbox): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

/** For the source of the ground. */
export const GROUND_END: readonly Feature[] = [
  ...Array.from({ length: STEPS }, (_, i) => frame(between(i / STEPS), between((i + 1) / STEPS), (i + 1) / STEPS)),
  frame(FILES, FAR, 1),
];

export const groundEnd: LayerMaker<'ground-end'> = (context) =>
  context.overBasemap
    ? []
    : [
        {
          id: 'ground-end',
          type: 'fill',
          ...ofGround(END_PART),
          paint: {
            'fill-color': fadingLand(context),
            'fill-opacity': ['get', 'opacity'],
            'fill-antialias': false,
          },
        },
      ];

/**
 * Layers of nothing that is seen: with them the graphics compile what draws own sets while their file is still being
 * read, and not in the frame that is to show them. Without a graphics card that takes a third of a second.
 */
import type { Layer } from '@deck.gl/core';
import { AreaListLayer } from './area-list-layer.ts';
import { BENEATH, filtering } from './layers.ts';
import { PointListLayer } from './point-list-layer.ts';

/** Where the meridian of Greenwich meets the equator: no map of ours reaches it. */
const THERE = Float64Array.from([0, 0, 1e-4, 0, 0, 1e-4]);
const CORNERS = { triangles: Uint32Array.of(0, 1, 2), edges: Uint32Array.of(0, 1) };
const ATTRIBUTES = {
  getPosition: { value: THERE, size: 2 },
  getColor: { value: new Uint8Array(12), size: 4, normalized: true },
} as const;

const area = (id: string, pictured: boolean): Layer =>
  new AreaListLayer({
    id,
    data: { length: 3, attributes: ATTRIBUTES, all: CORNERS, few: CORNERS },
    fillOpacity: 0.4,
    wholeOpacity: 1,
    hatch: 0,
    drawFew: false,
    pictured,
    beforeId: BENEATH.areas,
  });

/** Made anew each time, since a layer of deck.gl is used once. */
export function unseenLayers(): Layer[] {
  return [
    area('unseen-area', false),
    area('unseen-pictured-area', true),
    new PointListLayer({
      id: 'unseen-point',
      data: { length: 1, attributes: { ...ATTRIBUTES, getFilterValue: { value: Float32Array.of(1), size: 1 } } },
      pointSize: 4,
      ringColor: [0, 0, 0],
      ringWidth: 1,
      beforeId: BENEATH.points,
      extensions: [filtering],
      filterRange: [0.5, 1.5],
    }),
  ];
}

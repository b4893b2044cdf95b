/**
 * What lies over the stage holds its room among the names: nothing that is seen, but nothing is written under it.
 * The image that an id names is as large as the room.
 */
import type { LayerMaker } from './context.ts';

/** Before the size of the image, `WxH` in `KEEP_OUT_PX`. */
export const KEEP_OUT = 'keep-out-';
/** Edge of a pixel of such an image, CSS pixels. */
export const KEEP_OUT_PX = 8;

export const keepOut: LayerMaker<'keep-out'> = () => [
  {
    id: 'keep-out',
    type: 'symbol',
    source: 'keep-out',
    layout: {
      'icon-image': ['get', 'image'],
      'icon-anchor': ['get', 'anchor'],
      'icon-allow-overlap': true,
      'icon-padding': 0,
    },
    paint: { 'icon-opacity': 0 },
  },
];

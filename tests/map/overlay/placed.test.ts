/** Layers of deck.gl without a place among the map's own. */
import { PathLayer } from '@deck.gl/layers';
import { expect, it } from 'vitest';
import { isUnplaced } from '../../../src/map/overlay/layers.ts';

const mapWith = (...ids: string[]) => ({
  getLayer: (id: string) => (ids.includes(id) ? { id } : undefined),
});
const layer = (props: { readonly beforeId?: string }) => new PathLayer({ id: 'paths', data: [], ...props });

it('a layer is without its place where deck.gl has not put one before the layer that it names', () => {
  const points = layer({ beforeId: 'own-labels' });
  expect(isUnplaced(points, mapWith('own-labels'))).toBe(true);
  expect(isUnplaced(points, mapWith('own-labels', 'deck-maplibre-layer-group-before:own-labels'))).toBe(false);
  // Nothing can be put before a layer that the style does not have, and what names none lies over all.
  expect(isUnplaced(points, mapWith())).toBe(false);
  expect(isUnplaced(layer({}), mapWith('own-labels'))).toBe(false);
});

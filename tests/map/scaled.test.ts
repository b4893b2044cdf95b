import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { sceneLayers, styleOf } from '../../src/map/base-style.ts';
import { fontStacks } from '../../src/map/fonts.ts';

const fonts = fontStacks(false);
const layersAt = (scale: number, contextLayers: Parameters<typeof sceneLayers>[0]['contextLayers'] = null) =>
  sceneLayers({ theme: 'light', scale, contextLayers, osm: { day: null } }, 'thematic', fonts, []);
const layer = (layers: ReturnType<typeof layersAt>, id: string) => layers.find((l) => l.id === id);

describe('layers for a room', () => {
  it('are the desk’s own at scale 1', () => {
    expect(layersAt(1)).toEqual(sceneLayers({ theme: 'light', osm: { day: null } }, 'thematic', fonts, []));
  });

  it('are a valid style at any scale', () => {
    for (const scale of [1.3, 1.8, 3.6])
      expect(validateStyleMin(styleOf({ theme: 'dark', scale }, 'thematic', fonts, new Map()))).toEqual([]);
  });

  it('have larger type, symbols and lines', () => {
    const [desk, room] = [layersAt(1), layersAt(2)];
    expect(layer(desk, 'site-labels')?.layout).toMatchObject({
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 11, 12, 15, 14],
    });
    expect(layer(room, 'site-labels')?.layout).toMatchObject({
      'text-size': ['interpolate', ['linear'], ['zoom'], 8, 21, 11, 24, 15, 28],
    });
    expect(layer(room, 'borders-outer')?.paint).toMatchObject({
      'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2.6, 12, 4.8],
    });
    expect(layer(room, 'leaders')?.paint).toMatchObject({ 'line-width': ['*', 2, expect.anything()] });
  });

  it('leave out the parts that are off, and say so of all that may come back', () => {
    const shown = (layers: ReturnType<typeof layersAt>, id: string) => {
      const layout = layer(layers, id)?.layout;
      return layout !== undefined && 'visibility' in layout ? layout.visibility : 'unsaid';
    };
    const only = layersAt(1, ['water']);
    expect(['roads', 'town-labels', 'places', 'water-polygons', 'sites'].map((id) => shown(only, id))).toEqual([
      'none',
      'none',
      'none',
      'visible',
      'visible',
    ]);
    expect(shown(layersAt(1), 'roads')).toBe('visible');
    // The finer lines of a build that has them go with those that they stand for.
    expect(['osm-roads', 'osm-waterways', 'osm-town-borders'].map((id) => shown(only, id))).toEqual([
      'none',
      'visible',
      'none',
    ]);
  });

  it('tell roads, stations and borders apart', () => {
    const ids = ['roads', 'metro-lines', 'station-labels', 'borders-inner', 'border-words', 'districts-fill'];
    const hidden = (on: Parameters<typeof layersAt>[1]) =>
      ids.filter((id) => layer(layersAt(1, on), id)?.layout?.visibility === 'none');
    expect(hidden(['stations'])).toEqual(['roads', 'borders-inner', 'border-words']);
    expect(hidden(['borders', 'roads'])).toEqual(['metro-lines', 'station-labels']);
  });
});

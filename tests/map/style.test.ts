import { type LayerSpecification, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { THEMES } from '../../src/domain/colours.ts';
import { sceneLayers, styleOf } from '../../src/map/base-style.ts';
import { rasterParts } from '../../src/map/bases/tiles.ts';
import { fontStacks } from '../../src/map/fonts.ts';
import { onGround } from '../../src/map/layers/context.ts';
import { TOWN_LAYERS } from '../../src/map/layers/names.ts';
import { SITE_LAYERS, SITE_NAME_LAYERS } from '../../src/map/layers/sites.ts';
import type { Scene } from '../../src/map/scene.ts';

const RASTER: Scene['base'] = {
  id: 'office',
  label: 'Office tiles',
  credits: ['Office'],
  parts: rasterParts([{ tiles: ['https://a.example/{z}/{x}/{y}.png'] }, { tiles: ['https://b.example/{z}/{x}/{y}'] }]),
};
const BASES: { name: string; base: Scene['base'] }[] = [
  { name: 'thematic', base: 'thematic' },
  { name: 'raster', base: RASTER },
];
const style = (theme: (typeof THEMES)[number], base: Scene['base'] = 'thematic') =>
  styleOf({ theme }, base, fontStacks(true), new Map());
const layer = (id: string): LayerSpecification => {
  const found = sceneLayers({ theme: 'light' }, 'thematic', fontStacks(true), []).find(
    (candidate) => candidate.id === id,
  );
  if (!found) throw new Error(`no layer ${id}`);
  return found;
};
const order = style('light').layers.map(({ id }) => id);

describe.each(THEMES)('style, %s', (theme) => {
  it.each(BASES)('is valid on the $name base', ({ base }) => {
    expect(validateStyleMin(style(theme, base))).toEqual([]);
  });

  it('names nothing on the network', () => {
    const own = style(theme);
    expect(own).not.toHaveProperty('glyphs');
    expect(own).not.toHaveProperty('sprite');
    expect(JSON.stringify(own)).not.toContain('http');
  });

  it('draws only from sources that it has, and each layer once', () => {
    const { layers, sources } = style(theme);
    for (const each of layers) if ('source' in each) expect(Object.keys(sources)).toContain(each.source);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  });

  it('asks nothing of OpenStreetMap’s tiles before they are open, then draws and names what is in them', () => {
    const shownOf = (osm: Scene['osm']) =>
      styleOf({ theme, osm }, 'thematic', fontStacks(true), new Map()).layers.flatMap((each) =>
        'source' in each && each.source === 'osm' && each.layout?.visibility === 'visible' ? [each.id] : [],
      );
    expect(shownOf(null)).toEqual([]);
    expect(shownOf({ day: null }).sort()).toEqual([
      ...['osm-industrial', 'osm-junction-names', 'osm-junctions', 'osm-river-names', 'osm-road-names'],
      ...['osm-road-numbers', 'osm-roads', 'osm-town-borders', 'osm-water', 'osm-waterways'],
    ]);
  });

  it('puts a raster basemap under everything and leaves out what it shows already', () => {
    const ids = style(theme, RASTER).layers.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['base/0', 'base/1', 'basemap-veil']);
    expect(ids).toContain('borders-outer');
    expect(ids).toContain('sites');
    for (const id of ['background', 'veil', 'water-polygons', 'roads', 'stations']) expect(ids).not.toContain(id);
  });
});

describe('draw order', () => {
  it('rises from paper over land, water, roads and borders to radii, names and symbols', () => {
    const expected = [
      'background',
      'districts-fill',
      'water-polygons',
      'roads',
      'borders-inner',
      'radii-fill',
      'site-labels',
      'sites',
    ];
    expect(order.filter((id) => expected.includes(id))).toEqual(expected);
  });

  it('places the selection, areas and the symbols before any other name', () => {
    const symbols = style('light')
      .layers.filter(({ type }) => type === 'symbol')
      .map(({ id }) => id);
    // Numbers of ranks stand on their symbols and take no room.
    const named = symbols.filter((id) => id !== 'rank-numbers');
    const last = ['sites', 'neighbour-names', 'district-names', 'selected-label', 'keep-out'];
    expect(named.slice(-5)).toEqual(last);
  });

  it('holds every layer that clicks are asked of', () => {
    for (const id of [...SITE_LAYERS, ...SITE_NAME_LAYERS, ...TOWN_LAYERS]) expect(order).toContain(id);
  });
});

describe('layers keep to what the data can bear', () => {
  it('ends the coarse rivers at zoom 9 and the roads beyond 11.5', () => {
    expect(layer('rivers-overview').maxzoom).toBe(9);
    expect(layer('roads').maxzoom).toBe(12.5);
    expect(layer('roads').paint).toMatchObject({
      'line-opacity': ['interpolate', ['linear'], ['zoom'], 11.5, ['coalesce', ['get', 'fade'], 1], 12.5, 0],
    });
  });

  it('draws a road beyond that as a soft band of 200 m, as wide as it is uncertain where it runs', () => {
    const { minzoom, maxzoom, paint } = layer('roads-band');
    expect([minzoom, maxzoom]).toEqual([11.5, 14.5]);
    expect(paint).toMatchObject({ 'line-width': onGround(200, 11.5, 14.5), 'line-blur': onGround(200, 11.5, 14.5) });
    // Metres a pixel at zoom 11.5 on 23° N, in tiles of 512: 24.9.
    expect(onGround(200, 11.5, 14.5)[4]).toEqual(['*', 200, expect.closeTo(1 / 24.875, 5)]);
  });

  it('ends the shading of a district softly where its border is only known to so many metres', () => {
    const width = onGround(['*', 2, ['get', 'accuracyM']], 10.6, 16);
    expect(layer('shade-edge').paint).toMatchObject({
      'line-color': BASE_COLOURS.light.land,
      'line-width': width,
      'line-blur': width,
    });
    expect(order.indexOf('shade-edge')).toBe(order.indexOf('shade-unknown') + 1);
    // On another base map there is no paper that it could end in.
    expect(style('light', RASTER).layers.map(({ id }) => id)).not.toContain('shade-edge');
  });

  it('draws borders as fine lines to about zoom 11, then as a band, and has words for them where that fills the screen', () => {
    for (const id of ['borders-inner', 'borders-outer', 'neighbour-borders', 'selected-district'])
      expect(layer(id).maxzoom, id).toBe(11.6);
    expect([layer('borders-band').minzoom, layer('borders-band').maxzoom]).toEqual([10.6, 15.2]);
    expect(layer('borders-band').paint).toMatchObject({
      'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10.6, 0, 11.6, 0.07, 14.2, 0.07, 15.2, 0],
    });
    const words = layer('border-words');
    expect(words.maxzoom).toBeUndefined();
    expect(words.layout).toMatchObject({ 'symbol-placement': 'line', 'text-field': ['get', 'label'] });
  });

  it('draws what fades towards the end of its data as weakly as the data says, and the rest whole', () => {
    const fade = ['coalesce', ['get', 'fade'], 1];
    expect(layer('water-polygons').paint).toMatchObject({ 'fill-opacity': fade });
    expect(layer('centre-lines').paint).toMatchObject({ 'line-opacity': fade });
  });

  it('names rivers along their course, after every other name', () => {
    expect(layer('river-names').layout).toMatchObject({ 'symbol-placement': 'line' });
    // Names of OpenStreetMap's tiles are of the ground too, and as low.
    const names = style('light').layers.filter(({ id, type }) => type === 'symbol' && !id.startsWith('osm-'));
    expect(names.map(({ id }) => id).indexOf('river-names')).toBeLessThan(2);
  });

  it('starts station dots at 11.5 and their names at 13', () => {
    expect(layer('stations').minzoom).toBe(11.5);
    expect(layer('station-labels').minzoom).toBe(13);
  });

  it('never hides a site symbol, and lets no name overlap but the selection, what the user wrote, numbers on symbols and names that room was found for', () => {
    for (const id of SITE_LAYERS) expect(layer(id).layout).toMatchObject({ 'icon-allow-overlap': true });
    const overlapping = style('light').layers.filter(
      (each) => each.type === 'symbol' && each.layout?.['text-allow-overlap'] === true,
    );
    expect(overlapping.map(({ id }) => id)).toEqual([
      'sketch-words',
      'rank-numbers',
      'neighbour-names',
      'district-names',
      'selected-label',
    ]);
  });
});

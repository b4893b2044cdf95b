import { describe, expect, it } from 'vitest';
import { Basemap } from '../../src/domain/schema/basemap.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { sceneLayers } from '../../src/map/base-style.ts';
import { partsOf } from '../../src/map/bases/kinds.ts';
import { fontStacks } from '../../src/map/fonts.ts';

const common = { id: 'city', label: '市图', attribution: '市局', datum: 'CGCS2000' };
const read = (entry: object) => parseAs(Basemap, { ...common, ...entry }, 'config.json');

describe('a base map of the config', () => {
  it('without a kind is what it was: a style, or tiles of one layer', () => {
    expect(read({ style: 'https://s.example/style.json' })).toMatchObject({ kind: 'style', approval: null });
    expect(read({ tiles: ['https://t.example/{z}/{x}/{y}'] })).toMatchObject({
      kind: 'tiles',
      layers: [{ tiles: ['https://t.example/{z}/{x}/{y}'], minzoom: 0, maxzoom: 18, tileSize: 256 }],
    });
  });

  it('draws its layers in their order, each to its own zoom, under what pales them', async () => {
    const entry = read({
      kind: 'tiles',
      layers: [
        { tiles: ['https://t.example/ground/{z}/{x}/{y}'], maxzoom: 16 },
        { tiles: ['https://t.example/names/{z}/{x}/{y}'], minzoom: 10 },
      ],
    });
    const parts = await partsOf(entry, { key: null });
    expect(Object.values(parts.sources)).toMatchObject([
      { type: 'raster', maxzoom: 16, tiles: ['https://t.example/ground/{z}/{x}/{y}'] },
      { type: 'raster', minzoom: 10, tiles: ['https://t.example/names/{z}/{x}/{y}'] },
    ]);
    const base = { id: 'city', label: '市图', credits: [], parts };
    const layers = sceneLayers({ theme: 'light', strength: 0.25 }, base, fontStacks(false), []);
    expect(layers.slice(0, 3)).toMatchObject([
      { id: 'base/0', source: 'base/0' },
      { id: 'base/1', source: 'base/1' },
      { type: 'background', paint: { 'background-opacity': 0.75 } },
    ]);
  });
});

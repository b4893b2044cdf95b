import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { BASE_COLOURS, greyOf } from '../../../src/domain/base-colours.ts';
import { LEGEND_LAYERS } from '../../../src/domain/base-legend.ts';
import { THEMES } from '../../../src/domain/colours.ts';
import { LANGS } from '../../../src/domain/format.ts';
import { flavourOf, mixed } from '../../../src/map/bases/protomaps/flavour.ts';
import { protomapsLayers } from '../../../src/map/bases/protomaps/layers.ts';
import type { LayerContext } from '../../../src/map/layers/context.ts';
import { paletteOf } from '../../../src/map/palette.ts';

function contextOf(how: Partial<LayerContext> = {}): LayerContext {
  const theme = how.theme ?? 'light';
  const { base: colours, clusters, tints } = paletteOf(theme);
  const fonts = { regular: ['Own'], bold: ['Map Bold', 'Own'] };
  return {
    theme,
    colours,
    clusters,
    tints,
    fonts,
    overBasemap: true,
    lang: 'zh-Hans',
    grey: false,
    contextLayers: null,
    ...how,
  };
}

const layersOf = (how?: Partial<LayerContext>) => protomapsLayers('base/0', contextOf(how));
const cases = THEMES.flatMap((theme) => [false, true].map((grey) => ({ theme, grey })));

describe('colours of a Protomaps base map', () => {
  it.each(cases)('$theme, grey $grey: every one is a colour, and a grey one is grey', ({ theme, grey }) => {
    for (const [part, colour] of Object.entries(flavourOf(theme, grey))) {
      expect(colour, part).toMatch(/^#[0-9a-f]{6}$/);
      if (grey) expect(new Set([colour.slice(1, 3), colour.slice(3, 5), colour.slice(5, 7)]).size, part).toBe(1);
    }
  });

  it('are those that the legend explains', () => {
    for (const theme of THEMES) {
      const { water, highway, major, industrial } = flavourOf(theme, false);
      const { water: own, road, industrial: ownIndustrial } = BASE_COLOURS[theme];
      expect([water, highway, major, industrial]).toEqual([own, road, road, ownIndustrial]);
    }
  });

  it('are mixed and greyed by arithmetic', () => {
    expect(mixed('#000000', '#ff8000', 0.5)).toBe('#804000');
    expect(mixed('#102030', '#ffffff', 0)).toBe('#102030');
    expect(greyOf('#ffffff')).toBe('#ffffff');
    expect(greyOf('#00ff00')).toBe('#b6b6b6');
  });
});

describe('layers of a Protomaps base map', () => {
  it.each(cases.flatMap((look) => LANGS.map((lang) => ({ ...look, lang }))))(
    '$theme, grey $grey, $lang: are a valid style that needs no file from elsewhere',
    (how) => {
      const layers = layersOf(how);
      const style = {
        version: 8 as const,
        sources: { 'base/0': { type: 'vector' as const, tiles: ['base://x/{z}/{x}/{y}'] } },
        layers,
      };
      const problems = validateStyleMin(style).map(({ message }) => message);
      // Names are drawn on the device, without an address of glyphs.
      expect(problems.filter((message) => !message.includes('"glyphs"'))).toEqual([]);
      const text = JSON.stringify(layers);
      expect(text).not.toContain('Noto Sans');
      expect(text).not.toMatch(/"icon-image":(?!"")/);
    },
  );

  it('are the same in every look, so that a change is one of paint and words', () => {
    const ids = layersOf().map(({ id }) => id);
    for (const how of [{ theme: 'dark' }, { grey: true }, { lang: 'en' }] as const)
      expect(layersOf(how).map(({ id }) => id)).toEqual(ids);
    expect(ids).toContain('base/water');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('hold those that the legend explains', () => {
    const ids = new Set(layersOf().map(({ id }) => id));
    const explained = LEGEND_LAYERS.filter((id) => id.startsWith('base/'));
    expect(explained.length).toBeGreaterThan(3);
    expect(explained.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('state no borders: those are the map’s own', () => {
    expect(layersOf().filter(({ id }) => /boundar|country|region/.test(id))).toEqual([]);
  });

  it('go with the switches for ours, and say so of all that may come back', () => {
    const visibility = (on: LayerContext['contextLayers'], id: string) =>
      layersOf({ contextLayers: on }).find((layer) => layer.id === id)?.layout?.visibility;
    expect(['base/water', 'base/roads_major', 'base/places_locality'].map((id) => visibility(['roads'], id))).toEqual([
      'none',
      'visible',
      'none',
    ]);
    expect(visibility(null, 'base/water')).toBe('visible');
  });
});

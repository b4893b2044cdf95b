import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { CLUSTER_GLYPHS, GLYPH_BOX, SHAPE_PATHS } from '../../src/domain/glyphs.ts';
import { sceneLayers, styleOf } from '../../src/map/base-style.ts';
import { mergeStyles } from '../../src/map/basemap-watch.ts';
import { clampPadding, isUncovered, uncoveredCentre } from '../../src/map/camera.ts';
import { fontStacks, WEB_FONT } from '../../src/map/fonts.ts';
import { iconId, iconOf } from '../../src/map/layers/icon-id.ts';
import { siteRadiusPx, siteScale } from '../../src/map/layers/site-size.ts';
import { restyle } from '../../src/map/restyle.ts';

const SIZE = { width: 1000, height: 600 };

describe('camera', () => {
  it('never lets panels take the whole map', () => {
    const { left, right, top, bottom } = clampPadding({ top: 0, right: 600, bottom: 590, left: 600 }, SIZE);
    expect(SIZE.width - left - right).toBeCloseTo(140, 6);
    expect(SIZE.height - top - bottom).toBeCloseTo(140, 6);
    expect(left).toBe(right);
  });

  it('counts the centre and the sight in the uncovered part', () => {
    const padding = { top: 0, right: 400, bottom: 100, left: 0 };
    expect(uncoveredCentre(padding, SIZE)).toEqual([300, 250]);
    expect(isUncovered(500, 250, padding, SIZE)).toBe(true);
    expect(isUncovered(700, 250, padding, SIZE)).toBe(false);
    expect(isUncovered(300, 480, padding, SIZE)).toBe(false);
  });
});

describe('restyle', () => {
  const fonts = fontStacks(false);
  const [light, dark] = [
    sceneLayers({ theme: 'light' }, 'thematic', fonts, []),
    sceneLayers({ theme: 'dark' }, 'thematic', fonts, []),
  ];
  const record = (before: LayerSpecification[], after: LayerSpecification[]) => {
    const calls: [string, string][] = [];
    const note = (layer: string, name: string) => calls.push([layer, name]);
    restyle({ setPaintProperty: note, setLayoutProperty: note }, before, after);
    return calls;
  };

  it('touches nothing when nothing changed', () => {
    expect(record(light, sceneLayers({ theme: 'light' }, 'thematic', fonts, []))).toEqual([]);
  });

  it('shows what was empty and hides what became so', () => {
    const withOsm = { theme: 'light', osm: { day: null } } as const;
    const full = sceneLayers(withOsm, 'thematic', fonts, []);
    const empty = sceneLayers(withOsm, 'thematic', fonts, ['radii']);
    const hidden = (layers: LayerSpecification[]) =>
      layers.filter(({ layout }) => layout?.visibility === 'none').map(({ id }) => id);
    expect([hidden(full), hidden(empty)]).toEqual([[], ['radii-fill', 'radii-line']]);
    expect(record(empty, full)).toEqual([
      ['radii-fill', 'visibility'],
      ['radii-line', 'visibility'],
    ]);
  });

  it('turns a light map dark by its colours alone', () => {
    const calls = record(light, dark);
    expect(calls).toContainEqual(['background', 'background-color']);
    expect(calls).toContainEqual(['site-labels', 'text-halo-color']);
    expect(calls.filter(([, name]) => !/(color|pattern)$/.test(name))).toEqual([]);
  });
});

describe('a foreign style', () => {
  it('lies under ours, and its ids never meet ours', () => {
    const theirs: StyleSpecification = {
      version: 8,
      projection: { type: 'globe' },
      glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
      sources: { sites: { type: 'vector', url: 'https://tiles.example/x.json' } },
      layers: [
        { id: 'background', type: 'background' },
        { id: 'sites', type: 'fill', source: 'sites', 'source-layer': 'land' },
      ],
    };
    const merged = mergeStyles(
      theirs,
      styleOf(
        { theme: 'light' },
        {
          id: 'x',
          label: 'X',
          credits: [],
          parts: { style: 'https://x', sources: {}, layers: () => [], strength: 1 },
        },
        fontStacks(false),
        new Map(),
      ),
    );
    expect(merged.layers.slice(0, 2)).toMatchObject([
      { id: 'base/background' },
      { id: 'base/sites', source: 'base/sites' },
    ]);
    expect(new Set(merged.layers.map(({ id }) => id)).size).toBe(merged.layers.length);
    expect(merged.sources['sites']).toMatchObject({ type: 'geojson' });
    expect(merged.sources['base/sites']).toMatchObject({ type: 'vector' });
    expect(merged.glyphs).toContain('fonts.example');
    expect(merged).not.toHaveProperty('projection');
  });
});

describe('fonts', () => {
  it('bring the web font only where it is needed, last, and the weight first', () => {
    expect(fontStacks(false).regular).not.toContain(WEB_FONT);
    expect(fontStacks(true).regular.at(-1)).toBe(WEB_FONT);
    expect(fontStacks(true).bold[0]).toMatch(/bold/i);
  });
});

describe('icons', () => {
  it('are found by their id, and nothing else is', () => {
    const icon = {
      theme: 'dark',
      cluster: 'food',
      group: 'platform',
      form: 'badge',
      coarse: true,
      selected: false,
    } as const;
    expect(iconOf(iconId(icon))).toEqual({ icon, sharpness: 1 });
    expect(iconOf(iconId(icon, 3))).toEqual({ icon, sharpness: 3 });
    expect(iconOf('site/dark/food').icon).toBeUndefined();
  });

  it('grow with the zoom, and a ring is larger than a badge', () => {
    expect([7, 8.5, 9.5, 11, 14, 17].map(siteScale)).toEqual(
      [...[7, 8.5, 9.5, 11, 14, 17].map(siteScale)].sort((a, b) => a - b),
    );
    expect(siteScale(9.5)).toBeCloseTo(0.76, 6);
    expect(siteRadiusPx('ring', 12)).toBeGreaterThan(siteRadiusPx('badge', 12));
  });
});

describe('glyphs', () => {
  const paths = Object.entries({ ...CLUSTER_GLYPHS, ...SHAPE_PATHS });

  it('are closed paths with no two alike', () => {
    expect(paths).toHaveLength(12);
    expect(new Set(paths.map(([, d]) => d)).size).toBe(12);
    for (const [, d] of paths) expect(d).toMatch(/^M[-\d. MLHVQAZ]+Z$/);
  });

  it('stay inside their box', () => {
    for (const [, d] of paths) {
      const numbers = d.match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(GLYPH_BOX);
    }
  });
});

import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  parse,
  wcagContrast,
} from 'culori';
import { describe, expect, it } from 'vitest';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { THEMES } from '../../src/domain/colours.ts';
import { CLUSTER_OR_CROSS_IDS } from '../../src/domain/vocabulary.ts';
import { paletteOf } from '../../src/map/palette.ts';

const difference = differenceCiede2000();
const colour = (hex: string): Color => {
  const parsed = parse(hex);
  if (parsed === undefined) throw new Error(`not a colour: ${hex}`);
  return parsed;
};
const views = [
  { name: 'normal vision', see: colour, least: 12 },
  { name: 'protanopia', see: (hex: string) => filterDeficiencyProt(1)(colour(hex)), least: 7 },
  { name: 'deuteranopia', see: (hex: string) => filterDeficiencyDeuter(1)(colour(hex)), least: 7 },
];
const pairs = CLUSTER_OR_CROSS_IDS.flatMap((a, i) => CLUSTER_OR_CROSS_IDS.slice(i + 1).map((b) => [a, b] as const));

describe.each(THEMES)('palette, %s', (theme) => {
  const palette = paletteOf(theme);

  it.each(views)('keeps all 36 pairs of classes at least $least apart in $name', ({ see, least }) => {
    expect(pairs).toHaveLength(36);
    const tooClose = pairs
      .map(([a, b]) => ({ a, b, apart: difference(see(palette.clusters[a]), see(palette.clusters[b])) }))
      .filter(({ apart }) => apart < least);
    expect(tooClose).toEqual([]);
  });

  it('sets every class off from land, tints, neighbours and water by 3:1', () => {
    const grounds = [
      palette.base.land,
      palette.base.neighbourLand,
      palette.base.water,
      ...Object.values(palette.tints),
    ];
    const weak = CLUSTER_OR_CROSS_IDS.flatMap((id) =>
      grounds.map((ground) => ({ id, ground, contrast: wcagContrast(palette.clusters[id], ground) })),
    ).filter(({ contrast }) => contrast < 3);
    expect(weak).toEqual([]);
  });

  it('keeps glyphs legible on every class and text on land', () => {
    for (const id of CLUSTER_OR_CROSS_IDS) {
      expect(wcagContrast(palette.clusters[id], palette.onCluster)).toBeGreaterThanOrEqual(4.5);
    }
    for (const text of [palette.base.text, palette.base.textMuted]) {
      expect(wcagContrast(text, palette.base.land)).toBeGreaterThanOrEqual(4.5);
    }
    expect(wcagContrast(palette.base.waterText, palette.base.land)).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps district tints barely visible, yet not all the same', () => {
    const tints = Object.values(palette.tints);
    for (const tint of tints) {
      const apart = difference(colour(tint), colour(BASE_COLOURS[theme].land));
      expect(apart).toBeGreaterThan(0.2);
      expect(apart).toBeLessThan(5);
    }
    expect(new Set(tints).size).toBe(tints.length);
  });
});

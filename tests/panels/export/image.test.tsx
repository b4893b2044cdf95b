import { describe, expect, it } from 'vitest';
import { drawable, leftWords } from '../../../src/panels/export/drawn.ts';
import { imageLayout } from '../../../src/panels/export/image-layout.ts';
import type { LegendItem } from '../../../src/panels/paper/legend.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { withSets } from '../../fixtures/own-sets.tsx';
import { randomSet } from '../../fixtures/random-set.ts';

/** Every letter is as wide as it is high. */
const measure = (text: string, size: number) => text.length * size;
const item = (key: string, label: string): LegendItem => ({ key, sign: { form: 'line', colour: '#000' }, label });
const about = (legend: readonly LegendItem[]) => ({
  ...{ legend, shown: '图上画出', datum: '基准', version: '版本', sources: '来源', mark: '内部参考' },
});

describe('imageLayout', () => {
  it('puts the map between title and legend, and everything within the picture', () => {
    const legend = [item('a', '水面'), item('b', '区界'), item('c', '市界')];
    const { width, height, top, lines, signs } = imageLayout(
      { width: 500, height: 300 },
      about(legend),
      { title: '标题', legend: '图例' },
      measure,
    );
    // Title of 30 px from 16 on, a line of 17 px 4 px below it, and 10 px of air.
    expect(top).toBe(16 + 30 + 4 + 17 + 10);
    expect(width).toBe(500);
    // Two columns of 230 px: the third sign begins a row of its own.
    expect(signs.map(({ x }) => x)).toEqual([20, 250, 20]);
    expect(signs[2]?.y).toBe((signs[0]?.y ?? 0) + 24);
    expect(lines.at(-1)?.text).toBe('内部参考');
    expect(Math.max(...lines.map(({ y }) => y))).toBeLessThan(height);
    expect(signs.every(({ y }) => y > top + 300)).toBe(true);
  });

  it('breaks a long label and leaves nothing of it out', () => {
    const label = '项目或园区的轮廓（产业集群的颜色）与其他说明文字';
    const { lines } = imageLayout(
      { width: 300, height: 100 },
      about([item('a', label)]),
      { title: '标题', legend: '图例' },
      measure,
    );
    const broken = lines.filter(({ size, x }) => size === 12 && x > 20).map(({ text }) => text);
    expect(broken.length).toBeGreaterThan(1);
    expect(broken.join('')).toBe(label);
  });
});

describe('an SVG file', () => {
  it('says what of the map is not in it', () => {
    const { i18n } = makeApp('lang=en');
    expect(leftWords(i18n.value, { baseLeft: false, rowsLeft: 0 }, [])).toEqual([]);
    expect(leftWords(i18n.value, { baseLeft: true, rowsLeft: 1 }, [])).toEqual([
      'the base map of the screen is not in this file',
      '1 more own row is not in this file',
    ]);
  });

  it('has no densities, and says which', async () => {
    const { state, i18n } = await withSets('lang=en', [randomSet({ seed: 1, count: 5 })]);
    const [item] = state.imports.value?.visible.value ?? [];
    if (item === undefined) throw new Error('no set');
    const sets = [{ ...item, look: { ...item.look, display: 'heat' as const } }];
    expect(drawable(sets)).toEqual([]);
    expect(leftWords(i18n.value, { baseLeft: false, rowsLeft: 0 }, sets)).toEqual([
      `densities are not in this file: ${item.look.name}`,
    ]);
  });
});

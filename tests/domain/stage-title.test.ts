import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/domain/chart-parts.ts';
import { titleLines, titlePx, valueLines } from '../../src/domain/stage-title.ts';

/** As a browser's: small type is wider than its share. */
const measure: Measure = (text, size) => text.length * (size < 20 ? 1.1 * size : size);

describe('a title', () => {
  const set = (title: string, width: number) => {
    const size = titlePx(title, width, 4, measure, 2);
    return { size, lines: titleLines(title, width, size, measure) };
  };

  it('is rather smaller than broken, and never broader than its room', () => {
    expect(set('没有位置的', 120)).toEqual({ size: 21.6, lines: ['没有位置的'] });
    expect(set('没有位置的', 105)).toMatchObject({ lines: ['没有位置的'] });
    for (let width = 60; width < 200; width += 1) {
      const { size, lines } = set('Guangdong Taiji Membrane Project', width);
      if (size > 0.46 * 21.6) for (const line of lines) expect(measure(line, size, 650)).toBeLessThanOrEqual(width);
    }
  });

  it('takes a third line before it is small', () => {
    const { size, lines } = set('Guangdong Taiji Power Membrane Electrode', 300);
    expect(lines).toHaveLength(3);
    expect(size).toBeGreaterThan(0.7 * 21.6);
  });

  it('is rather smaller than parted within a word, or away from the point', () => {
    expect(set('顺德区 · 军民融合及电子信息', 150).lines).toEqual(['顺德区 ·', '军民融合及电子信息']);
    expect(set('二（三）1 智能制造装备及机器人', 190).lines).toEqual(['二（三）1', '智能制造装备及机器人']);
  });

  it('parts behind the cite of a clause', () => {
    expect(set('二（二）2 军民融合及电子信息', 260).lines).toEqual(['二（二）2', '军民融合及电子信息']);
  });
});

describe('a value', () => {
  it('stands in one line, two values in one each where they would be small, and none is broader than its room', () => {
    expect(valueLines('4,469亿元', 400, 60, 700, measure)).toEqual({ lines: ['4,469亿元'], size: 56 });
    const two = valueLines('planned 3.2 billion / planned 2.5 billion', 400, 60, 700, measure);
    expect(two.lines).toEqual(['planned 3.2 billion /', 'planned 2.5 billion']);
    for (const line of two.lines) expect(measure(line, two.size, 700)).toBeLessThanOrEqual(400);
  });

  it('parts at a blank where it would be much smaller in one line', () => {
    expect(valueLines('over 500 billion yuan', 300, 60, 700, measure).lines).toEqual(['over 500', 'billion yuan']);
    expect(valueLines('planned 10 bn', 600, 60, 700, measure).lines).toEqual(['planned 10 bn']);
  });
});

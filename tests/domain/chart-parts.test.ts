import { describe, expect, it } from 'vitest';
import { evenLines, type Measure, unorphaned } from '../../src/domain/chart-parts.ts';

/** A character is as wide as it is high. */
const measure: Measure = (text, size) => text.length * size;
const even = (text: string, width: number) => evenLines(text, width, 1, 400, measure);

describe('lines of about one length', () => {
  it('part the name of a cluster before its second half, and what a point joins behind it', () => {
    expect(even('智能制造装备及机器人', 8)).toEqual(['智能制造装备', '及机器人']);
    expect(even('顺德区 · 智能制造装备及机器人', 11)).toEqual(['顺德区 ·', '智能制造装备及机器人']);
    expect(even('顺德区 · 智能制造装备及机器人', 7)).toEqual(['顺德区 ·', '智能制造装备', '及机器人']);
  });

  it('are no more than need be, and leave nothing alone', () => {
    expect(even('佛山家居名镇', 6)).toEqual(['佛山家居名镇']);
    expect(even('佛山家居名镇', 5)).toEqual(['佛山家居', '名镇']);
    expect(even('一汽大众新能源整车项目', 8)).toEqual(['一汽大众新能源', '整车项目']);
    expect(even('Equipment manufacturing', 12)).toEqual(['Equipment', 'manufacturing']);
  });
});

describe('words', () => {
  it('end with no character alone in a line, paragraph by paragraph', () => {
    const lines = (text: string) => unorphaned(text, 10, 1, 400, measure);
    expect(lines('第七次全国人口普查数了。').map((line) => line.length)).toEqual([9, 3]);
    expect(lines('顺德区有二十个记录，涉及四个集群。')).toEqual(['顺德区有二十个记录，', '涉及四个集群。']);
    expect(lines('一二三四五六七八九十\n一二三')).toEqual(['一二三四五六七八九十', '一二三']);
  });

  it('part at a point where two lines hold them, and leave no word alone', () => {
    const lines = (text: string, width: number) => unorphaned(text, width, 1, 400, measure);
    expect(lines('Project · Danzao · Status unknown', 24)).toEqual(['Project · Danzao ·', 'Status unknown']);
    expect(lines('Research and operation of EVs', 25)).toEqual(['Research and operation', 'of EVs']);
  });
});

import { describe, expect, it } from 'vitest';
import { findText, markHits } from '../../src/domain/find-text.ts';
import type { TextRun } from '../../src/domain/policy-text.ts';

describe('findText', () => {
  const found = (text: string, words: string) =>
    findText([text], words).map(({ start, end }) => text.slice(start, end));

  it('finds every place, in order', () => {
    expect(findText(['新材料和新材料'], '新材料')).toEqual([
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ]);
    expect(found('新材料', '老材料')).toEqual([]);
  });

  it('takes no notice of width, capitals and the form of quotation marks', () => {
    expect(found('推进5G通讯', '5g')).toEqual(['5G']);
    expect(found('“1+4”试验区', '"1+4"')).toEqual(['“1+4”']);
    expect(found('（三龙湾）', '(三龙湾)')).toEqual(['（三龙湾）']);
    expect(found('“互联网+”', '「互联网＋」')).toEqual(['“互联网+”']);
  });

  it('finds nothing for blank words, and overlapping places once', () => {
    expect(findText(['甲乙'], '  ')).toEqual([]);
    expect(findText(['哈哈哈'], '哈哈')).toEqual([{ start: 0, end: 2 }]);
  });

  it('finds words in any script of the text, at the same offsets', () => {
    expect(findText(['东园产业', '東園產業'], '產業')).toEqual([{ start: 2, end: 4 }]);
    expect(findText(['东园产业', '東園產業'], '园')).toEqual([{ start: 1, end: 2 }]);
  });
});

describe('markHits', () => {
  const east = [{ entity: 'site', id: 'east' }] as const;
  const runs: TextRun[] = [
    { text: '办好', start: 10, mentions: [] },
    { text: '东方园', start: 12, mentions: east },
    { text: '。', start: 15, mentions: [] },
  ];

  it('cuts at the edges of a hit that crosses a mention, and keeps text, offsets and mentions', () => {
    const marked = markHits(runs, [{ start: 11, end: 14 }]);
    expect(marked.map(({ text, start, hit }) => [text, start, hit])).toEqual([
      ['办', 10, null],
      ['好', 11, 0],
      ['东方', 12, 0],
      ['园', 14, null],
      ['。', 15, null],
    ]);
    expect(marked.map((run) => run.text).join('')).toBe('办好东方园。');
    expect(marked.filter((run) => run.mentions === east).map((run) => run.text)).toEqual(['东方', '园']);
  });

  it('numbers hits in the order of the document, also those elsewhere', () => {
    const marked = markHits(runs, [
      { start: 0, end: 2 },
      { start: 15, end: 16 },
    ]);
    expect(marked.map((run) => run.hit)).toEqual([null, null, 1]);
  });
});

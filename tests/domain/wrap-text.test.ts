import { expect, it } from 'vitest';
import { wrapText } from '../../src/domain/wrap-text.ts';

it('breaks Chinese anywhere and English at blanks', () => {
  expect(wrapText('佛山市人民政府', 3, (text) => text.length)).toEqual(['佛山市', '人民政', '府']);
  expect(wrapText('佛山市，南海区', 3, (text) => text.length)).toEqual(['佛山市，', '南海区']);
  expect(wrapText('the city of Foshan', 8, (text) => text.length)).toEqual(['the city', 'of', 'Foshan']);
});

it('ends no line with a sign that opens, and begins none with one that closes or parts', () => {
  const wrapped = (text: string, width: number) => wrapText(text, width, (part) => part.length);
  expect(wrapped('深化“放管服”改革', 3)).toEqual(['深化', '“放管', '服”改', '革']);
  expect(wrapped('酒业（佛山）基地', 3)).toEqual(['酒业', '（佛山）', '基地']);
  expect(wrapped('万亿元（2020年）', 5)).toEqual(['万亿元', '（2020', '年）']);
  expect(wrapped('顺德区 · 泛家居', 4)).toEqual(['顺德区 ·', '泛家居']);
});

it('keeps a number with what it counts, and a cite, in one line where they have room', () => {
  const wrapped = (text: string, width: number) => wrapText(text, width, (part) => part.length);
  expect(wrapped('名下3个记录', 3)).toEqual(['名下', '3个记', '录']);
  expect(wrapped('超过3,000亿元', 8)).toEqual(['超过', '3,000亿元']);
  expect(wrapped('实施意见一（二）', 6)).toEqual(['实施意见', '一（二）']);
  expect(wrapped('佛山新闻网2026年3月17日', 12)).toEqual(['佛山新闻网', '2026年3月17日']);
  expect(wrapped('（2023年3月20日）', 8)).toEqual(['（2023年3月', '20日）']);
  expect(wrapped('declared on 27 May 2013', 16)).toEqual(['declared on', '27 May 2013']);
  expect(wrapped('（3,000亿元）', 4)).toEqual(['（3,000', '亿元）']);
});

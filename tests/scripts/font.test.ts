import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { describe, expect, it } from 'vitest';
import { coverage } from '../../scripts/font-coverage.ts';
import { commonCharacters, needsGlyph } from '../../scripts/font-text.ts';

const SOURCE = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf';

describe('coverage', () => {
  it('reads from the file exactly the characters put in', async () => {
    const text = '佛山 Foshan，顺德';
    const font = await subsetFont(readFileSync(SOURCE), text, { targetFormat: 'woff2' });
    const characters = [...coverage(font)].map((point) => String.fromCodePoint(point)).sort();
    expect(characters).toEqual([...new Set(text)].sort());
  });

  it('refuses what is no WOFF2 font', () => {
    expect(() => coverage(readFileSync(SOURCE))).toThrow('not a WOFF2 font');
  });

  it('finds the common characters in the committed font, and not a rare one', () => {
    const covered = coverage(readFileSync('src/ui/fonts/foshan-cjk.woff2'));
    expect([...commonCharacters()].filter((character) => !covered.has(character.codePointAt(0) ?? 0))).toEqual([]);
    expect(covered.has('龘'.codePointAt(0) ?? 0)).toBe(false);
  });
});

describe('the characters wanted', () => {
  it('are the 3,755 of the first level of GB 2312, from 啊 to 座', () => {
    const common = [...commonCharacters()];
    expect([common.length, common[0], common.at(-1)]).toEqual([3755, '啊', '座']);
  });

  it('are those in Chinese text, and not control characters or pictures', () => {
    expect([...'佛Aé，。“①㎡'].every(needsGlyph)).toBe(true);
    expect([...'\n\u200b\u{1f600}'].some(needsGlyph)).toBe(false);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where text that reaches the screen comes from; whole files are read, comments too, which costs a few glyphs. */
const places: readonly { folder: string; ending: RegExp }[] = [
  { folder: 'geo/out', ending: /\.(geo)?json$/ },
  { folder: 'geo/policy', ending: /\.(txt|md|ya?ml|json)$/ },
  { folder: 'src', ending: /\.tsx?$/ },
];

/** All text that the product ships, in no order. Folders that are not there have none. */
export async function shippedText(root: string): Promise<string> {
  const files = await Promise.all(
    places.map(async ({ folder, ending }) => {
      const names = await readdir(join(root, folder), { recursive: true }).catch(() => []);
      return names.filter((name) => ending.test(name)).map((name) => join(root, folder, name));
    }),
  );
  const texts = await Promise.all([join(root, 'index.html'), ...files.flat()].map((file) => readFile(file, 'utf8')));
  return unescapeUnicode(texts.join('\n'));
}

/** The 3,755 most used characters: level 1 of GB 2312, rows B0 to D7 (the last row ends at F9). */
export function commonCharacters(): string {
  const decoder = new TextDecoder('gb18030');
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  }
  return decoder.decode(Uint8Array.from(bytes));
}

/** ASCII, Latin-1, CJK punctuation, full-width forms and the symbols that legends, units and ranges use. */
export function punctuation(): string {
  return [
    [0x20, 0x7e],
    [0xa0, 0xff],
    [0x3000, 0x3017],
    [0xff01, 0xff5e],
  ]
    .flatMap(([from = 0, to = 0]) =>
      Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
    )
    .concat('–—‘’“”…‰′″※←↑→↓−≈≠≤≥①②③④⑤⑥⑦⑧⑨⑩■□▲△▼◆◇○●★☆㎡℃')
    .join('');
}

/**
 * Whether the font must have the character: printable, in a script that it is for. Marks, controls, emoji and pinyin
 * letters are left to the machine's own fonts.
 */
export function needsGlyph(character: string): boolean {
  return (
    /[\p{Script=Han}\p{Script=Bopomofo}\u0020-\u007e\u00a0-\u00ff\u2010-\u2027\u2030-\u203b\u3000-\u303f\uff01-\uff5e①-⑩℃]/u.test(
      character,
    ) || symbols.has(character)
  );
}

const symbols = new Set('←↑→↓−≈≠≤≥■□▲△▼◆◇○●★☆㎡');

function unescapeUnicode(text: string): string {
  return text.replace(/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/gi, (_, long?: string, short?: string) => {
    const point = Number.parseInt(long ?? short ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

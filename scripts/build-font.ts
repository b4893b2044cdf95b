/**
 * Makes the CJK font that the product brings for machines that have none: the glyphs of all shipped text and of the
 * 3,755 common characters of GB 2312 level 1, out of Noto Sans SC.
 *
 *   npm run font               writes src/ui/fonts
 *   npm run font -- --check    only says which shipped characters the committed font lacks
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { coverage } from './font-coverage.ts';
import { commonCharacters, needsGlyph, punctuation, shippedText } from './font-text.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
const folder = join(root, 'src/ui/fonts');
const file = join(folder, 'foshan-cjk.woff2');
const limitKiB = 700;
/** Shipped characters that Noto Sans SC, HK and TC all lack: the 𧒽 of the station 𧒽岗. The machine's fonts draw them, or a box. */
const absentFromSource = new Set(['𧒽']);

process.exitCode = await (process.argv.includes('--check') ? check() : build());

async function build(): Promise<number> {
  const full = await readFile(join(source, '400Regular/NotoSansSC_400Regular.ttf'));
  const text = punctuation() + commonCharacters() + (await shippedText(root));
  const wanted = [...new Set(text)].filter(needsGlyph).sort();
  const font = await subsetFont(full, wanted.join(''), { targetFormat: 'woff2', noHinting: true });
  if (font.length > limitKiB * 1024) {
    console.error(
      `The font would have ${Math.ceil(font.length / 1024)} KiB, more than ${limitKiB}: leave some common characters out.`,
    );
    return 1;
  }
  await mkdir(folder, { recursive: true });
  await writeFile(file, font);
  await copyFile(join(source, 'LICENSE_FONT'), join(folder, 'LICENSE-OFL.txt'));
  console.log(`${file}: ${wanted.length} characters, ${Math.ceil(font.length / 1024)} KiB`);
  return check();
}

async function check(): Promise<number> {
  const covered = coverage(await readFile(file));
  const shipped = new Set(await shippedText(root));
  const missing = [...shipped].filter(
    (character) =>
      needsGlyph(character) && !absentFromSource.has(character) && !covered.has(character.codePointAt(0) ?? 0),
  );
  if (missing.length === 0) {
    console.log(
      `The font has the ${shipped.size} characters that are shipped, but for ${[...absentFromSource].join(' ')}.`,
    );
    return 0;
  }
  console.error(`The font lacks ${missing.length} shipped characters (${missing.join('')}): npm run font`);
  return 1;
}

/** A format is added in several places; the ones that the compiler does not name are named here. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { detectFormat } from '../../../src/data/import/guess/detect.ts';
import { FORMAT_ENDINGS, FORMATS } from '../../../src/data/import/types.ts';
import { messages as en } from '../../../src/panels/data/messages.en.ts';
import { messages as zhHans } from '../../../src/panels/data/messages.zh-Hans.ts';

const FOLDERS = ['tests/fixtures/import', 'tests/fixtures/cases'];

async function detected(path: string): Promise<readonly string[]> {
  const name = path.split('/').at(-1) ?? '';
  const ending = name.split('.').at(-1) ?? '';
  const found = await detectFormat(new Blob([readFileSync(path)]), name).catch(() => null);
  return found !== null && found.format !== 'zip' && FORMAT_ENDINGS[found.format].includes(ending)
    ? [found.format]
    : [];
}

test('every format is told by its bytes, of a fixture with an ending that the dialog offers', async () => {
  const paths = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
  const told = new Set((await Promise.all(paths.map(detected))).flat());
  expect(
    FORMATS.filter((format) => !told.has(format)),
    'no file in tests/fixtures/import is read as these: add one, and how it is told to src/data/import/guess/detect.ts',
  ).toEqual([]);
});

test.each([
  ['README.md', /They bring their own lists \(([^;]*)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''],
  ['dataFormats of src/panels/data/messages.en.ts', en.dataFormats],
  ['dataFormats of src/panels/data/messages.zh-Hans.ts', zhHans.dataFormats],
])('every format is named in %s', (place, list) => {
  const words = new Set(list.toLowerCase().match(/[a-z0-9]+/g));
  const said = ([format, endings]: readonly [string, readonly string[]]) =>
    [format, ...endings].some((word) => words.has(word));
  const missing = Object.entries(FORMAT_ENDINGS).filter((row) => !said(row));
  expect(
    missing.map(([format]) => format),
    `name these in ${place}, by their id or an ending`,
  ).toEqual([]);
});

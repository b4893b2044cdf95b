/** Writes the files of `data/`: `tsx scripts/open-data/write.ts FROM INTO`, a folder of generated data and a new one. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { folderSource } from '../first-view/first-state.ts';
import { siteUrl } from '../first-view/head.ts';
import { openDataFiles } from './files.ts';

const [from, into] = process.argv.slice(2);
if (from === undefined || into === undefined) throw new Error('from which folder, into which?');
const site = siteUrl(process.env['SITE_URL']);
for (const [path, bytes] of await openDataFiles(folderSource(from), site === null ? null : `${site}data/`)) {
  const file = join(into, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

/** Files of the formats that are read, packed into an archive: the one there is, or one to be chosen. */

import { ImportError, note } from '../guards/notes.ts';
import { HeldFile } from '../held-file.ts';
import { FORMAT_ENDINGS, type Reading } from '../types.ts';
import type { RowSource } from './source.ts';
import { memberBytes, type ZipMember } from './zip.ts';

const endingOf = (name: string) => /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Often only a word about the others. */
const BESIDE: ReadonlySet<string> = new Set(['txt', 'xml']);
/** An archive in an archive is not opened, and parts of a Shapefile are read together. */
const TOGETHER: ReadonlySet<string> = new Set(FORMAT_ENDINGS.shapefile);
const ENDINGS: ReadonlySet<string> = new Set(Object.values(FORMAT_ENDINGS).flat());

export const isTextFile = (name: string) => BESIDE.has(endingOf(name));
export const isTableFile = (name: string) =>
  ENDINGS.has(endingOf(name)) && !TOGETHER.has(endingOf(name)) && !isTextFile(name);

/**
 * @param open reads a file by itself
 * @throws ImportError
 */
export async function openZipped(
  members: readonly ZipMember[],
  wanted: Reading,
  open: (file: Blob, name: string, wanted: Reading) => Promise<RowSource>,
): Promise<RowSource> {
  const tables = members.filter(({ name }) => isTableFile(name));
  const found = tables.length > 0 ? tables : members.filter(({ name }) => isTextFile(name));
  const names = found.map(({ name }) => name);
  const { part, ...others } = wanted;
  const several = found.length > 1;
  const chosen = several && part !== undefined ? found.find(({ name }) => name === part) : found[0];
  if (chosen === undefined) throw new ImportError('no-sheet', { name: part ?? '' });
  const inner = new HeldFile(await memberBytes(chosen));
  const source = await open(inner, chosen.name.split('/').at(-1) ?? chosen.name, several ? others : wanted);
  if (!several) return source;
  return {
    ...source,
    reading: { ...source.reading, part: chosen.name },
    parts: names,
    hiddenParts: [],
    warnings: () => [note('more-files', { count: found.length, used: chosen.name }), ...source.warnings()],
  };
}

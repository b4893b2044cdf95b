/** Files of the formats that are read, packed into an archive: the one there is, or one to be chosen. */
import { ImportError, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import type { RowSource } from './source.ts';
import { memberBytes, type ZipMember } from './zip.ts';

const TABLE =
  /\.(csv|tsv|tab|xlsx|xlsm|xls|ods|geojson|json|geojsonl|geojsons|ndjson|jsonl|gpx|kmz|gpkg|fgb|parquet|geoparquet|html?)$/i;
/** Often only a word about the others. */
const TEXT = /\.txt$/i;

export const isTableFile = (name: string) => TABLE.test(name) || TEXT.test(name);

/**
 * @param open reads a file by itself
 * @throws ImportError
 */
export async function openZipped(
  members: readonly ZipMember[],
  wanted: Reading,
  open: (file: Blob, name: string, wanted: Reading) => Promise<RowSource>,
): Promise<RowSource> {
  const tables = members.filter(({ name }) => TABLE.test(name));
  const found = tables.length > 0 ? tables : members.filter(({ name }) => TEXT.test(name));
  const names = found.map(({ name }) => name);
  const { part, ...others } = wanted;
  const several = found.length > 1;
  const chosen = several && part !== undefined ? found.find(({ name }) => name === part) : found[0];
  if (chosen === undefined) throw new ImportError('no-sheet', { name: part ?? '' });
  const inner = new Blob([await memberBytes(chosen)]);
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

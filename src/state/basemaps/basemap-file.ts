/** Base maps in a file: one that the user picks, and a copy on this device of one that has an address. */
import { openBaseArchive } from '../../data/basemap/archive.ts';
import { downloadArchive, type OnBytes } from '../../data/basemap/download.ts';
import { ofBlob } from '../../data/basemap/source.ts';
import { type BasemapFiles, basemapFiles } from '../../data/device/basemap-files.ts';
import type { Refused } from '../../data/device/kept-db.ts';
import { createHttp } from '../../data/remote/http.ts';
import { Basemap } from '../../domain/schema/basemap.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import type { Basemaps } from './basemaps.ts';

/** A base map in a file. */
export type FileBasemap = Extract<Basemap, { kind: 'pmtiles' }>;

/**
 * Makes a base map of a file and keeps both on this device. The same name again takes the place of the first.
 * @throws ArchiveFault
 */
export async function addBasemapFile(
  file: File,
  bases: Basemaps,
  files: BasemapFiles = basemapFiles,
): Promise<{ readonly basemap: Basemap; readonly refused: Refused | null }> {
  const { credit } = await openBaseArchive(file.name, ofBlob(file));
  const label = file.name.replace(/\.pmtiles$/i, '');
  const former = bases.list
    .peek()
    .find((each) => each.kind === 'pmtiles' && each.pmtiles === null && each.label === label);
  const basemap = parseAs(
    Basemap,
    {
      id: former?.id ?? `own-${crypto.randomUUID().slice(0, 8)}`,
      label,
      pmtiles: null,
      ...(credit === null ? {} : { attribution: credit }),
    },
    file.name,
  );
  const refused = await files.keep(basemap.id, file, null);
  const listed = bases.add(basemap);
  return { basemap, refused: refused ?? (listed ? null : 'forbidden') };
}

/**
 * Copies the file of a base map to this device; its ranges are answered from there from then on.
 * @throws ArchiveFault, or the signal's reason
 */
export async function keepBasemapFile(
  { id, pmtiles }: FileBasemap & { readonly pmtiles: string },
  onBytes: OnBytes,
  signal: AbortSignal,
  files: BasemapFiles = basemapFiles,
): Promise<Refused | null> {
  return files.keep(id, await downloadArchive(pmtiles, onBytes, signal), pmtiles);
}

/** Bytes of a file at an address; null where the server does not say. */
export async function fileSize(address: string): Promise<number | null> {
  try {
    return await createHttp().ranges(new URL(address, document.baseURI).href).size();
  } catch {
    return null;
  }
}

/** Takes a base map of the user's own away, with its file. */
export async function removeBasemap(id: string, bases: Basemaps, files: BasemapFiles = basemapFiles): Promise<void> {
  bases.remove(id);
  await files.remove(id);
}

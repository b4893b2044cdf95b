/** Where the bytes of a base map's file come from: this device where it has them, else their address. */

import type { BasemapFiles } from '../device/basemap-files.ts';
import { ImportError } from '../import/guards/notes.ts';
import { createHttp, type Http } from '../remote/http.ts';
import { type BaseArchive, openBaseArchive, type ReadRange } from './archive.ts';
import { ArchiveFault, type ArchiveFaultCode } from './fault.ts';

/** A base map's file: its id, and its address, null where the user picked it. */
export interface BasemapFile {
  readonly id: string;
  readonly pmtiles: string | null;
}

export const ofBlob =
  (file: Blob): ReadRange =>
  (offset, length) =>
    file.slice(offset, offset + length).arrayBuffer();

export function ofAddress(address: string, http: Http = createHttp()): ReadRange {
  const ranges = http.ranges(new URL(address, document.baseURI).href);
  return async (offset, length) => {
    try {
      return await ranges.range(offset, length);
    } catch (error) {
      throw faultOf(error);
    }
  };
}

const CODES: Partial<Record<string, ArchiveFaultCode>> = {
  'remote-unreachable': 'unreachable',
  'remote-status': 'status',
  'remote-no-ranges': 'no-ranges',
};

function faultOf(error: unknown): unknown {
  const code = error instanceof ImportError ? CODES[error.code] : undefined;
  return error instanceof ImportError && code !== undefined ? new ArchiveFault(code, error.params) : error;
}

/**
 * Opens the file wherever it is now, and anew when it has come to this device or has left it: a copy may be of another
 * day than what the address gives.
 */
export function basemapArchive(
  { id, pmtiles }: BasemapFile,
  files: BasemapFiles,
  http?: Http,
): () => Promise<BaseArchive> {
  let opened: { readonly of: Blob | null; readonly archive: Promise<BaseArchive> } | null = null;
  return async () => {
    const file = await files.of(id, pmtiles);
    if (opened === null || opened.of !== file) {
      const now = { of: file, archive: open(id, pmtiles, file, http) };
      opened = now;
      // What failed is asked for again.
      now.archive.catch(() => {
        if (opened === now) opened = null;
      });
    }
    return opened.archive;
  };
}

async function open(id: string, address: string | null, file: Blob | null, http?: Http): Promise<BaseArchive> {
  if (file !== null) return openBaseArchive(id, ofBlob(file));
  if (address === null) throw new ArchiveFault('gone');
  return openBaseArchive(id, ofAddress(address, http));
}

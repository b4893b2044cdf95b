/** A base map's file as a whole, for keeping on this device: only when its user asks for it. */

import { openBaseArchive } from './archive.ts';
import { ArchiveFault } from './fault.ts';
import { ofBlob } from './source.ts';

/** Bytes that have come, and all there are; null where the server does not say. */
export type OnBytes = (come: number, all: number | null) => void;

/**
 * The file, looked at before it is given.
 * @throws ArchiveFault, or the signal's reason
 */
export async function downloadArchive(
  address: string,
  onBytes: OnBytes,
  signal: AbortSignal,
  ask: typeof fetch = fetch,
): Promise<Blob> {
  const { href, host } = new URL(address, document.baseURI);
  const response = await ask(href, { signal, credentials: 'omit' }).catch((error: unknown) => {
    throw signal.aborted ? error : new ArchiveFault('unreachable', { host });
  });
  if (!response.ok || response.body === null) throw new ArchiveFault('status', { host, status: response.status });
  const stated = Number(response.headers.get('content-length') ?? 0);
  // Of a packed answer the length is not the file's.
  const all = stated > 0 && response.headers.get('content-encoding') === null ? stated : null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let come = 0;
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    come += value.length;
    onBytes(come, all);
  }
  const file = new Blob(parts);
  await openBaseArchive(address, ofBlob(file));
  return file;
}

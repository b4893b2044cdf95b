/**
 * Archives, by zip.js: the directory first, then one member at a time, unpacked in pieces and within limits. Its entry
 * without codec and worker of its own: every supported browser unpacks natively, and the policy allows no blob workers.
 */
import {
  BlobReader,
  configure,
  ERR_ENTRY_DATA_OUT_OF_BOUNDS,
  ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND,
  ERR_EOCDR_NOT_FOUND,
  ERR_INVALID_UNCOMPRESSED_SIZE,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { LIMITS } from '../guards/limits.ts';
import { type FailureCode, ImportError } from '../guards/notes.ts';
import { fileChunks } from './text-encoding.ts';

export interface ZipMember {
  readonly name: string;
  /** Bytes unpacked, as declared; unpacking stops where it is exceeded. */
  readonly size: number;
  readonly entry: FileEntry;
}

/** A file that lies beside another, as the .dbf beside its .shp. */
export interface LooseFile {
  readonly name: string;
  readonly size: number;
  readonly blob: Blob;
}

/** A file that belongs to others, in an archive or beside them. */
export type Member = ZipMember | LooseFile;

// Small pieces in, so that one can never unfold into more than some tens of megabytes.
configure({ useWebWorkers: false, chunkSize: 64 * 1024 });

const STORED = 0;
const DEFLATED = 8;

/** What the library says. Anything else is damage. */
const FAILURES: ReadonlyMap<string, FailureCode> = new Map([
  [ERR_EOCDR_NOT_FOUND, 'zip-truncated'],
  [ERR_EOCDR_LOCATOR_ZIP64_NOT_FOUND, 'zip-truncated'],
  [ERR_ENTRY_DATA_OUT_OF_BOUNDS, 'zip-truncated'],
  [ERR_INVALID_UNCOMPRESSED_SIZE, 'zip-bomb'],
]);

function failure(error: unknown, params: Readonly<Record<string, string>> = {}): ImportError {
  if (error instanceof ImportError) return error;
  const code = error instanceof Error ? FAILURES.get(error.message) : undefined;
  return new ImportError(code ?? 'zip-damaged', params);
}

/** Chinese archivers write names in GBK without saying so; the library calls cp437 what is not UTF-8. */
const decodeText = (bytes: Uint8Array, encoding: string) =>
  new TextDecoder(encoding === 'cp437' ? 'gb18030' : encoding).decode(bytes);

/** The directory is read as a whole, so it is bounded too. */
class BoundedReader extends BlobReader {
  override readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    if (length > LIMITS.directoryBytes) throw new ImportError('zip-bomb', { bytes: length });
    return super.readUint8Array(offset, length);
  }
}

/** All members but folders. @throws ImportError for what is truncated, encrypted, or too large to be honest. */
export async function readDirectory(file: Blob): Promise<readonly ZipMember[]> {
  const zip = new ZipReader(new BoundedReader(file), { strictness: 'tolerant', checkCrc32: true, decodeText });
  const members: ZipMember[] = [];
  let count = 0;
  let total = 0;
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      const { filename: name, uncompressedSize: size } = entry;
      if (++count > LIMITS.archiveMembers) throw new ImportError('zip-bomb', { members: count });
      if (entry.encrypted) throw new ImportError('zip-password', { name });
      total += size;
      if (total > LIMITS.archiveBytes) throw new ImportError('zip-bomb', { bytes: total });
      if (!entry.directory && !name.startsWith('__MACOSX/')) members.push({ name, size, entry });
    }
  } catch (error) {
    throw failure(error);
  }
  return members;
}

/** The bytes of a member, in order. The whole is never held here. */
export async function* memberChunks(member: Member, limit: number): AsyncGenerator<Uint8Array> {
  const { name, size } = member;
  if ('blob' in member) {
    if (size > limit) throw new ImportError('too-large', { name, bytes: size, limit });
    yield* fileChunks(member.blob);
    return;
  }
  const { entry } = member;
  if (size > limit) throw new ImportError('zip-bomb', { name, bytes: size });
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED) throw new ImportError('zip-unsupported', { what: `method ${method}` });
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const reader = readable.getReader();
  // What fails before anything was unpacked leaves the stream open: whoever reads from it is told here.
  void entry.getData(writable).catch((error: unknown) => writable.abort(error).catch(() => undefined));
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } catch (error) {
    throw failure(error, { name });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A member as a whole. */
export async function memberBytes(
  member: Member,
  limit: number = LIMITS.memberBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  if ('blob' in member && member.size <= limit) return new Uint8Array(await member.blob.arrayBuffer());
  if (member.size > limit) {
    throw new ImportError('zip-bomb', { name: member.name, bytes: member.size });
  }
  const whole = new Uint8Array(member.size);
  let at = 0;
  for await (const chunk of memberChunks(member, limit)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Archives: the directory first, then one member at a time, unpacked in pieces and within limits. */
import { Inflate } from 'fflate';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';

export interface ZipMember {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  /** As declared; unpacking stops where it is exceeded. */
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const UTF8_NAME = 1 << 11;
const STORED = 0;
const DEFLATED = 8;
/** Sizes that stand in a 64-bit field elsewhere. */
const ZIP64 = 0xffffffff;

async function viewOf(file: Blob, from: number, to: number): Promise<DataView> {
  return new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());
}

function endRecord(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at--) if (tail.getUint32(at, true) === END) return at;
  throw new ImportError('zip-truncated');
}

/** Chinese archivers write names in GBK without saying so. */
function nameOf(bytes: Uint8Array, flags: number): string {
  if ((flags & UTF8_NAME) !== 0) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** All members but folders. @throws ImportError for what is truncated, encrypted, or too large to be honest. */
export async function readDirectory(file: Blob): Promise<readonly ZipMember[]> {
  const tail = await viewOf(file, file.size - 65_557, file.size);
  const end = endRecord(tail);
  const count = tail.getUint16(end + 10, true);
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (count === 0xffff || start === ZIP64) throw new ImportError('zip-unsupported', { what: 'zip64' });
  if (count > LIMITS.archiveMembers) throw new ImportError('zip-bomb', { members: count });
  const view = await viewOf(file, start, start + length);
  const members: ZipMember[] = [];
  let total = 0;
  let at = 0;
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new ImportError('zip-damaged');
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    if (at + 46 + nameLength > view.byteLength) throw new ImportError('zip-damaged');
    const name = nameOf(new Uint8Array(view.buffer, at + 46, nameLength), flags);
    const size = view.getUint32(at + 24, true);
    if ((flags & ENCRYPTED) !== 0) throw new ImportError('zip-password', { name });
    if (size === ZIP64) throw new ImportError('zip-unsupported', { what: 'zip64' });
    total += size;
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) {
      const method = view.getUint16(at + 10, true);
      members.push({
        name,
        method,
        packed: view.getUint32(at + 20, true),
        size,
        offset: view.getUint32(at + 42, true),
      });
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > LIMITS.archiveBytes) throw new ImportError('zip-bomb', { bytes: total });
  return members;
}

/** Small pieces in, so that one can never unfold into more than some megabytes. */
const PIECE = 16 * 1024;

/** The bytes of a member, in order. The whole is never held here. */
export async function* memberChunks(file: Blob, member: ZipMember, limit: number): AsyncGenerator<Uint8Array> {
  if (member.size > limit) throw new ImportError('zip-bomb', { name: member.name, bytes: member.size });
  const local = await viewOf(file, member.offset, member.offset + 30);
  if (local.byteLength < 30 || local.getUint32(0, true) !== LOCAL) throw new ImportError('zip-damaged');
  const start = member.offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const packed = file.slice(start, start + member.packed);
  if (packed.size < member.packed) throw new ImportError('zip-truncated');
  if (member.method !== STORED && member.method !== DEFLATED) {
    throw new ImportError('zip-unsupported', { what: `method ${member.method}` });
  }
  let size = 0;
  let unpacked: Uint8Array[] = [];
  const inflate = new Inflate((chunk) => {
    unpacked.push(chunk);
  });
  for (let at = 0; at < packed.size; at += PIECE * 16) {
    const bytes = new Uint8Array(await packed.slice(at, at + PIECE * 16).arrayBuffer());
    for (let from = 0; from < bytes.length; from += PIECE) {
      const piece = bytes.subarray(from, from + PIECE);
      if (member.method === STORED) unpacked.push(piece);
      else {
        try {
          inflate.push(piece, at + from + piece.length >= packed.size);
        } catch {
          throw new ImportError('zip-damaged', { name: member.name });
        }
      }
      for (const chunk of unpacked) {
        size += chunk.length;
        if (size > member.size) throw new ImportError('zip-bomb', { name: member.name, bytes: size });
        yield chunk;
      }
      unpacked = [];
    }
  }
  if (size !== member.size) throw new ImportError('zip-damaged', { name: member.name });
}

/** A member as a whole. */
export async function memberBytes(file: Blob, member: ZipMember): Promise<Uint8Array<ArrayBuffer>> {
  if (member.size > LIMITS.memberBytes) throw new ImportError('zip-bomb', { name: member.name, bytes: member.size });
  const whole = new Uint8Array(member.size);
  let at = 0;
  for await (const chunk of memberChunks(file, member, LIMITS.memberBytes)) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

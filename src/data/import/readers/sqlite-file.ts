/**
 * A database of SQLite, read page by page as it is asked for: never held as a whole, and no page, length or count of
 * it is believed. Only tables are read, row after row, by the published format, which is promised never to change.
 */
import { LIMITS } from '../guards/limits.ts';
import { type Row, recordOf, type TextCoding, varintAt } from './sqlite-record.ts';

const HEADER = 100;
const MAGIC = 'SQLite format 3\0';
/** Pages are fetched so many bytes at a time, and so many of these are kept. */
const PIECE = 1024 * 1024;
const PIECES_KEPT = 16;
/** A tree of so many levels would hold more pages than there can be. */
const MOST_LEVELS = 40;
const [INTERIOR, LEAF] = [5, 13];

/** A broken database: the message is for the log, whoever opened it says in its own words that it is, and where. */
export class SqliteError extends Error {
  /** Of the page that is missing or broken, from 1; null where it is none of them. */
  readonly page: number | null;
  constructor(message: string, page: number | null = null) {
    super(message);
    this.page = page;
  }
}

export const isSqlite = (head: Uint8Array) => [...MAGIC].every((letter, at) => head[at] === letter.charCodeAt(0));

interface Cursor {
  readonly page: number;
  readonly level: number;
}

export class SqliteFile {
  private readonly file: Blob;
  private readonly pageSize: number;
  /** Bytes of a page that are used: extensions keep some at its end. */
  private readonly usable: number;
  private readonly coding: TextCoding;
  /** Written with a log beside it, which may hold what was changed last. */
  readonly hasLog: boolean;
  /** Bytes of the pages that were walked through so far. */
  bytesRead = 0;
  private readonly pieces = new Map<number, Uint8Array>();

  private constructor(file: Blob, head: DataView) {
    this.file = file;
    const stated = head.getUint16(16);
    this.pageSize = stated === 1 ? 65_536 : stated;
    this.usable = this.pageSize - head.getUint8(20);
    this.hasLog = head.getUint8(19) === 2;
    this.coding = head.getUint32(56) === 2 ? 'utf-16le' : head.getUint32(56) === 3 ? 'utf-16be' : 'utf-8';
    const isPower = (this.pageSize & (this.pageSize - 1)) === 0;
    if (this.pageSize < 512 || !isPower || this.usable < 480) throw new SqliteError('page size');
  }

  /** @throws SqliteError where it is none */
  static async open(file: Blob): Promise<SqliteFile> {
    const head = new Uint8Array(await file.slice(0, HEADER).arrayBuffer());
    if (head.length < HEADER || !isSqlite(head)) throw new SqliteError('header');
    return new SqliteFile(file, new DataView(head.buffer));
  }

  private async page(number: number): Promise<Uint8Array> {
    const start = (number - 1) * this.pageSize;
    if (!(number >= 1) || start + this.pageSize > this.file.size) throw new SqliteError('no such page', number);
    const index = Math.floor(start / PIECE);
    let piece = this.pieces.get(index);
    if (piece === undefined) {
      piece = new Uint8Array(await this.file.slice(index * PIECE, (index + 1) * PIECE).arrayBuffer());
      // The one that was fetched first goes.
      for (const key of this.pieces.keys()) {
        if (this.pieces.size < PIECES_KEPT) break;
        this.pieces.delete(key);
      }
      this.pieces.set(index, piece);
    }
    return piece.subarray(start - index * PIECE, start - index * PIECE + this.pageSize);
  }

  /**
   * Rows of the table whose tree begins at a page, in their order, those of a page together.
   *
   * @throws SqliteError where pages are missing, of another kind, or come twice
   */
  async *rows(root: number): AsyncGenerator<readonly Row[]> {
    const seen = new Set<number>();
    const stack: Cursor[] = [{ page: root, level: 0 }];
    // Every byte belongs to one row: what comes to more is the same bytes over and over.
    const budget = { left: this.file.size };
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next.page) || next.level > MOST_LEVELS) throw new SqliteError('page again', next.page);
      seen.add(next.page);
      this.bytesRead += this.pageSize;
      const bytes = await this.page(next.page);
      const view = new DataView(bytes.buffer, bytes.byteOffset, this.usable);
      const at = next.page === 1 ? HEADER : 0;
      const kind = view.getUint8(at);
      if (kind === LEAF) yield await this.leaf(view, at, budget);
      else if (kind === INTERIOR) stack.push(...childrenOf(view, at, next.level + 1).reverse());
      else throw new SqliteError(`page of kind ${kind}`, next.page);
    }
  }

  private async leaf(view: DataView, at: number, budget: { left: number }): Promise<Row[]> {
    const count = view.getUint16(at + 3);
    const rows: Row[] = [];
    for (let n = 0; n < count; n++) {
      const cell = view.getUint16(at + 8 + 2 * n);
      const size = varintAt(view, cell);
      const { value: rowid, end } = varintAt(view, size.end);
      const length = Number(size.value);
      budget.left -= length;
      if (!(length >= 0 && length <= LIMITS.memberBytes) || budget.left < 0) throw new SqliteError('payload');
      const payload =
        length <= this.usable - 35
          ? bytesOf(view, end, length)
          : await this.spread(view, end, length, this.usable - 35);
      rows.push({ rowid, values: readable(payload, this.coding) });
    }
    return rows;
  }

  /** What does not fit into a page goes on in others, each of which names the next. */
  private async spread(view: DataView, from: number, length: number, most: number): Promise<Uint8Array> {
    const least = Math.floor(((this.usable - 12) * 32) / 255) - 23;
    const fits = least + ((length - least) % (this.usable - 4));
    const local = fits <= most ? fits : least;
    const whole = new Uint8Array(length);
    whole.set(bytesOf(view, from, local));
    let next = view.getUint32(from + local);
    for (let done = local; done < length; ) {
      const page = await this.page(next);
      const taken = Math.min(length - done, this.usable - 4);
      whole.set(page.subarray(4, 4 + taken), done);
      done += taken;
      next = new DataView(page.buffer, page.byteOffset, 4).getUint32(0);
    }
    return whole;
  }
}

function bytesOf(view: DataView, start: number, count: number): Uint8Array {
  if (start + count > view.byteLength) throw new SqliteError('cell');
  return new Uint8Array(view.buffer, view.byteOffset + start, count);
}

/** Null where the values do not fit into the record: so it costs its own row alone. */
function readable(payload: Uint8Array, coding: TextCoding): Row['values'] {
  try {
    return recordOf(payload, coding);
  } catch {
    return null;
  }
}

function childrenOf(view: DataView, at: number, level: number): Cursor[] {
  const count = view.getUint16(at + 3);
  const children = Array.from({ length: count }, (_, n) => ({
    page: view.getUint32(view.getUint16(at + 12 + 2 * n)),
    level,
  }));
  return [...children, { page: view.getUint32(at + 8), level }];
}

/**
 * A look over the compact Thrift that Parquet keeps its own words in, before it is read: the reader would take a
 * number without an end, or a list longer than the file, for what it says.
 */
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';

const [STOP, TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, STRUCT] = [0, 1, 2, 3, 7, 8, 9, 12];
/** Of 16, 32 and 64 bits. */
const INTEGERS: readonly number[] = [4, 5, 6];
/** Seven bits a byte. */
const LONGEST_NUMBER = 10;

class Walk {
  private readonly view: DataView;
  at: number;
  constructor(view: DataView, at: number) {
    this.view = view;
    this.at = at;
  }

  /** @throws RangeError behind the end */
  private byte(): number {
    return this.view.getUint8(this.at++);
  }

  private number(): number {
    let value = 0;
    for (let n = 0; n < LONGEST_NUMBER; n++) {
      const byte = this.byte();
      if (n < 4) value += (byte & 0x7f) * 2 ** (7 * n);
      else if ((byte & 0x7f) !== 0) value = Infinity;
      if (byte < 0x80) return value;
    }
    throw damaged();
  }

  private skip(bytes: number): void {
    this.at += bytes;
    if (this.at > this.view.byteLength) throw damaged();
  }

  private element(type: number, depth: number): void {
    if (INTEGERS.includes(type)) this.number();
    else if (type === BYTE) this.skip(1);
    else if (type === DOUBLE) this.skip(8);
    else if (type === BINARY) this.skip(this.number());
    else if (type === STRUCT) this.struct(depth + 1);
    else if (type === LIST) this.list(depth + 1);
    else throw damaged();
  }

  private list(depth: number): void {
    const head = this.byte();
    const short = head >> 4;
    const count = short === 15 ? this.number() : short;
    // An element takes a byte at least.
    if (count > this.view.byteLength - this.at || depth > LIMITS.thriftDepth) throw damaged();
    const type = head & 0x0f;
    for (let n = 0; n < count; n++) {
      if (type === TRUE || type === FALSE) this.skip(1);
      else this.element(type, depth);
    }
  }

  struct(depth: number): void {
    if (depth > LIMITS.thriftDepth) throw damaged();
    for (;;) {
      const head = this.byte();
      const type = head & 0x0f;
      if (type === STOP) return;
      if (head >> 4 === 0) this.number();
      if (type !== TRUE && type !== FALSE) this.element(type, depth);
    }
  }
}

const damaged = () => new ImportError('parquet-damaged', { what: 'metadata' });

/** @throws ImportError or RangeError where no honest struct begins at `at`. */
export function checkThrift(view: DataView, at: number): void {
  new Walk(view, at).struct(0);
}

/** Records of SQLite: values one behind the other, their types before them. */

export type SqliteValue = number | bigint | string | Uint8Array | null;

export interface Row {
  readonly rowid: number | bigint;
  /** By column; one that was added later may be missing at the end. Null where they cannot be read. */
  readonly values: readonly SqliteValue[] | null;
}

export type TextCoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Seven bits a byte, the ninth whole. @throws RangeError behind the end */
export function varintAt(view: DataView, at: number): { readonly value: number | bigint; readonly end: number } {
  let small = 0;
  let end = at;
  // Nearly all are short: these need no big numbers.
  for (; end < at + 7; end++) {
    const byte = view.getUint8(end);
    small = small * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value: small, end: end + 1 };
  }
  const eighth = view.getUint8(end);
  const value = (BigInt(small) << 7n) | BigInt(eighth & 0x7f);
  if (eighth < 0x80) return { value: plainInteger(value), end: end + 1 };
  const all = BigInt.asIntN(64, (value << 8n) | BigInt(view.getUint8(end + 1)));
  return { value: plainInteger(all), end: end + 2 };
}

const plainInteger = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** Bytes of a type of value. */
const sizeOf = (type: number) => (type >= 12 ? Math.floor((type - 12) / 2) : ([0, 1, 2, 3, 4, 6, 8, 8][type] ?? 0));

function decoded(view: DataView, type: number, at: number, decoder: TextDecoder): SqliteValue {
  switch (type) {
    case 0:
      return null;
    case 1:
      return view.getInt8(at);
    case 2:
      return view.getInt16(at);
    case 3:
      return view.getInt8(at) * 0x10000 + view.getUint16(at + 1);
    case 4:
      return view.getInt32(at);
    case 5:
      return view.getInt16(at) * 0x100000000 + view.getUint32(at + 2);
    case 6:
      return plainInteger(view.getBigInt64(at));
    case 7:
      return view.getFloat64(at);
    case 8:
    case 9:
      return type - 8;
    default: {
      if (type < 12) throw new RangeError('type');
      const bytes = new Uint8Array(view.buffer, view.byteOffset + at, sizeOf(type));
      return type % 2 === 0 ? bytes : decoder.decode(bytes);
    }
  }
}

const DECODERS: Readonly<Record<TextCoding, TextDecoder>> = {
  'utf-8': new TextDecoder('utf-8'),
  'utf-16le': new TextDecoder('utf-16le'),
  'utf-16be': new TextDecoder('utf-16be'),
};

/** @throws RangeError where the record holds less than it says */
export function recordOf(bytes: Uint8Array, coding: TextCoding): SqliteValue[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = DECODERS[coding];
  const head = varintAt(view, 0);
  let at = Number(head.value);
  const values: SqliteValue[] = [];
  for (let type = head.end; type < Number(head.value); ) {
    const next = varintAt(view, type);
    type = next.end;
    const kind = Number(next.value);
    if (kind < 0 || at + sizeOf(kind) > bytes.length) throw new RangeError('record');
    values.push(decoded(view, kind, at, decoder));
    at += sizeOf(kind);
  }
  return values;
}

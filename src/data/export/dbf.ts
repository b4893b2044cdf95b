/** dBASE III tables, in UTF-8: the attributes of a Shapefile. */
import type { Cell } from './csv.ts';
import { fitBytes, fitNames } from './field-names.ts';

const MAX_FIELDS = 255;
const MAX_TEXT = 254;
const MAX_NUMBER = 20;
const MAX_DECIMALS = 12;
const encoder = new TextEncoder();

interface Field {
  readonly name: string;
  readonly type: 'C' | 'N';
  readonly width: number;
  readonly decimals: number;
}

export interface Dbf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Names as they stand in the file, in the order of the columns. */
  readonly names: readonly string[];
  /** Cells that were cut to 254 bytes, by column. */
  readonly cut: readonly number[];
}

export interface DbfInput {
  readonly names: readonly string[];
  readonly count: number;
  row(index: number): readonly Cell[];
  /** YYYY-MM-DD */
  readonly date: string;
}

/** Infinite and not-a-number have no place in a field of digits. */
const isNoNumber = (cell: Cell) => typeof cell === 'number' && !Number.isFinite(cell);

function decimalsOf(value: number): number {
  const text = String(value);
  const exponent = /e([+-]\d+)$/.exec(text)?.[1];
  const mantissa = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return Math.max(0, mantissa - Number(exponent ?? 0));
}

/** Characters before the point, the sign included; more than any field has for what is written with an exponent. */
function wholeDigits(value: number): number {
  if (Math.abs(value) >= 1e18) return MAX_NUMBER + 1;
  return Math.trunc(value).toFixed(0).length + (value < 0 && value > -1 ? 1 : 0);
}

/** Types and widths that hold every cell: a column with any text is text; a number too long for its field too. */
function fieldsOf({ names, count, row }: DbfInput): { fields: Field[]; cut: number[] } {
  const stats = names.map(() => ({ text: 0, whole: 0, decimals: 0, isText: false, over: 0 }));
  for (let index = 0; index < count; index++) {
    const cells = row(index);
    stats.forEach((stat, at) => {
      const cell = cells[at] ?? null;
      if (cell === null || isNoNumber(cell)) return;
      const bytes = encoder.encode(String(cell)).length;
      stat.text = Math.max(stat.text, bytes);
      if (bytes > MAX_TEXT) stat.over += 1;
      if (typeof cell === 'string') stat.isText = true;
      else {
        stat.whole = Math.max(stat.whole, wholeDigits(cell));
        stat.decimals = Math.max(stat.decimals, decimalsOf(cell));
      }
    });
  }
  const fields = fitNames(names).map((name, at): Field => {
    const { text = 0, whole = 0, decimals = 0, isText = false } = stats[at] ?? {};
    const width = whole + (decimals === 0 ? 0 : decimals + 1);
    if (isText || width === 0 || width > MAX_NUMBER || decimals > MAX_DECIMALS) {
      return { name, type: 'C', width: Math.min(MAX_TEXT, Math.max(1, text)), decimals: 0 };
    }
    return { name, type: 'N', width, decimals };
  });
  return { fields, cut: stats.map(({ over }) => over) };
}

/** Throws for more columns than a table can have. */
export function dbfOf(input: DbfInput): Dbf {
  if (input.names.length > MAX_FIELDS) throw new Error(`Shapefile: at most ${MAX_FIELDS} columns`);
  const { fields, cut } = fieldsOf(input);
  const head = 32 + 32 * fields.length + 1;
  const size = 1 + fields.reduce((sum, { width }) => sum + width, 0);
  const bytes = new Uint8Array(head + size * input.count + 1).fill(0x20);
  bytes.fill(0, 0, head);
  const view = new DataView(bytes.buffer);
  const [year = 0, month = 1, day = 1] = input.date.split('-').map(Number);
  bytes.set([3, year - 1900, month, day]);
  view.setUint32(4, input.count, true);
  view.setUint16(8, head, true);
  view.setUint16(10, size, true);
  fields.forEach(({ name, type, width, decimals }, at) => {
    const start = 32 + 32 * at;
    bytes.set(encoder.encode(name), start);
    bytes[start + 11] = type.charCodeAt(0);
    bytes[start + 16] = width;
    bytes[start + 17] = decimals;
  });
  bytes[head - 1] = 0x0d;
  for (let index = 0; index < input.count; index++) {
    const cells = input.row(index);
    let at = head + size * index + 1;
    fields.forEach(({ type, width, decimals }, column) => {
      const cell = cells[column] ?? null;
      if (cell !== null && !isNoNumber(cell)) {
        const text = type === 'N' ? Number(cell).toFixed(decimals).padStart(width) : fitBytes(String(cell), width);
        bytes.set(encoder.encode(text), at);
      }
      at += width;
    });
  }
  bytes[bytes.length - 1] = 0x1a;
  return { bytes, names: fields.map(({ name }) => name), cut };
}

/** Rows of a worksheet as its XML streams by. */
import { LIMITS } from '../guards/limits.ts';
import type { Cell } from '../types.ts';
import type { SourceRow } from './source.ts';
import { type Book, RichText, unescapeExcel } from './xlsx-book.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

const DAY_MS = 86_400_000;

/** A day number as date, or date and time, to the second. */
export function dateText(serial: number, from1904: boolean): string {
  // The calendar of 1900 has a 29 February that never was; days before it are off by one.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - 25_569) * (DAY_MS / 1000));
  const iso = new Date(seconds * 1000);
  if (Number.isNaN(iso.getTime())) return String(serial);
  const text = iso.toISOString();
  if (serial < 1) return text.slice(11, 19);
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** Index of the column in a reference as "AB12"; -1 where there is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** A handler that puts completed rows into `out`. */
export class SheetRows implements XmlHandler {
  out: SourceRow[] = [];
  /** Cells stood behind the last column that is kept. */
  over = false;
  private readonly book: Book;
  private row = 0;
  private cells: Cell[] = [];
  private tooLong = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private inValue = false;
  private value = '';
  private inline: RichText | null = null;

  constructor(book: Book) {
    this.book = book;
  }

  open(name: string, attributes: Attributes): void {
    if (this.inline !== null) this.inline.open(name);
    else if (name === 'v') this.inValue = true;
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'is') this.inline = new RichText();
    else if (name === 'row') {
      const stated = Number(attribute(attributes, 'r') ?? Number.NaN);
      this.row = Number.isInteger(stated) ? stated : this.row + 1;
      this.cells = [];
      this.tooLong = 0;
      this.column = -1;
    }
  }

  text(text: string): void {
    if (this.inline !== null) this.inline.add(text);
    // One piece more than a cell may have: enough to tell that it is too long.
    else if (this.inValue && this.value.length <= LIMITS.cellChars) this.value += text;
  }

  close(name: string): void {
    if (name === 'is' && this.inline !== null) {
      this.value = this.inline.text;
      this.inline = null;
    } else if (this.inline !== null) this.inline.close(name);
    else if (name === 'v') this.inValue = false;
    else if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openCell(attributes: Attributes): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === null ? this.column + 1 : columnOf(reference);
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
  }

  private closeCell(): void {
    if (this.value === '' || this.column < 0) return;
    if (this.column >= LIMITS.columns) {
      this.over = true;
      return;
    }
    const cell = this.cell();
    if (typeof cell === 'string' && cell.length > LIMITS.cellChars) {
      this.tooLong = cell.length;
      return;
    }
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cell;
  }

  private cell(): Cell {
    switch (this.type) {
      case 's':
        return this.book.strings[Number(this.value)] ?? null;
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'n': {
        const number = Number(this.value);
        if (!Number.isFinite(number)) return this.value;
        return this.book.dateStyles[this.style] === true ? dateText(number, this.book.from1904) : number;
      }
      default:
        // Text of a formula, inline text, an ISO date, or an error such as #N/A, as it stands.
        return unescapeExcel(this.value);
    }
  }

  private closeRow(): void {
    const fault = this.tooLong > 0 ? ({ code: 'cell-too-long', detail: `${this.tooLong}` } as const) : null;
    this.out.push({ row: this.row, cells: fault === null ? this.cells : [], shape: null, fault });
  }
}

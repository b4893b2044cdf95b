/** Rows of a worksheet as its XML streams by. */
import { LIMITS } from '../guards/limits.ts';
import type { Cell } from '../types.ts';
import { isKeptByNumber } from './long-numbers.ts';
import type { SheetRow } from './merged-cells.ts';
import { type Book, RichText, unescapeExcel } from './xlsx-book.ts';
import { columnOf, type Merges, NO_MERGES } from './xlsx-merges.ts';
import { type Shown, shownDate, timeText } from './xlsx-times.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

/** The least whole number of more digits than Excel keeps. */
const LONGEST = 1e15;

/** A handler that puts completed rows into `out`. */
export class SheetRows implements XmlHandler {
  out: SheetRow[] = [];
  merges: Merges = NO_MERGES;
  /** The last row was read; what else a sheet holds comes behind. */
  ended = false;
  /** Cells stood behind the last column that is kept. */
  over = false;
  /** Whole numbers that have lost digits before they came here. */
  digitsLost = 0;
  private readonly book: Book;
  private row = 0;
  private cells: Cell[] = [];
  private tooLong = 0;
  private column = -1;
  private type = '';
  private style = 0;
  private inValue = false;
  /** The cell holds a formula whose value was not saved. */
  private unreckoned = false;
  private value = '';
  private inline: RichText | null = null;

  private readonly asShown: boolean;

  /** @param asShown dates are taken no finer than their cells show them, and a formula without a value is "=" */
  constructor(book: Book, asShown = false) {
    this.book = book;
    this.asShown = asShown;
  }

  open(name: string, attributes: Attributes): void {
    if (this.inline !== null) this.inline.open(name);
    else if (name === 'v') [this.inValue, this.unreckoned] = [true, false];
    else if (name === 'f') this.unreckoned = true;
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
    else if (name === 'sheetData') this.ended = true;
  }

  private openCell(attributes: Attributes): void {
    const reference = attribute(attributes, 'r');
    this.column = reference === null ? this.column + 1 : columnOf(reference);
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? 0);
    this.value = '';
    this.unreckoned = false;
  }

  private closeCell(): void {
    if (this.unreckoned && this.asShown) [this.type, this.value] = ['str', '='];
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
        const shown = this.book.styles[this.style] ?? 'number';
        if (shown !== 'number') return this.timeShown(number, shown);
        // What other programs write in full is kept in full; Excel itself has made zeros of what is behind 15 digits.
        if (!isKeptByNumber(this.value.trim())) return this.value.trim();
        if (Number.isInteger(number) && Math.abs(number) >= LONGEST) this.digitsLost++;
        return number;
      }
      case 'd':
        return this.asShown ? this.isoShown() : unescapeExcel(this.value);
      default:
        // Text of a formula, inline text, an ISO date, or an error such as #N/A, as it stands.
        return unescapeExcel(this.value);
    }
  }

  private timeShown(number: number, shown: Exclude<Shown, 'number'>): string {
    const text = timeText(number, shown, this.book.from1904);
    if (!this.asShown || shown !== 'date' || !/^\d{4}-/.test(text)) return text;
    return shownDate(text, this.book.fineness[this.style] ?? 'day');
  }

  /** Files of the strict form of the standard write dates as text. */
  private isoShown(): string {
    const text = this.value.replace(/T00:00:00(\.0+)?Z?$/, '').replace('T', ' ');
    const fineness = this.book.fineness[this.style] ?? 'day';
    return fineness === 'month' || fineness === 'year' ? shownDate(text, fineness) : text;
  }

  private closeRow(): void {
    const fault = this.tooLong > 0 ? ({ code: 'cell-too-long', detail: `${this.tooLong}` } as const) : null;
    const spans = this.merges.spans.get(this.row);
    const row = { row: this.row, cells: fault === null ? this.cells : [], shape: null, fault };
    this.out.push(spans === undefined ? row : { ...row, spans });
  }
}

/** Rows of one table of a web page; those of tables within its cells are text of the cell. */
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import type { Cell } from '../types.ts';
import type { SheetRow, Span } from './merged-cells.ts';

/** By the definition of the language; what is more is taken for these. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

const spanOf = (value: string | undefined, most: number) => {
  const number = Number.parseInt(value ?? '1', 10);
  return number >= 1 ? Math.min(number, most) : 1;
};

/** What is asked of a tag. */
interface HtmlAttributes {
  readonly summary?: string;
  readonly id?: string;
  readonly colspan?: string;
  readonly rowspan?: string;
}

/** A handler for htmlparser2 that puts completed rows of the table into `out`. */
export class HtmlTables {
  out: SheetRow[] = [];
  /** One for each table that stands in no other. */
  readonly names: string[] = [];
  /** Cells stood behind the last column that is kept. */
  over = false;
  private readonly wanted: number | null;
  private depth = 0;
  /** Tags that are open, whatever they are. */
  private open = 0;
  private skipped = 0;
  private row = 0;
  private column = 0;
  private cells: Cell[] = [];
  private spans: Span[] = [];
  private isRow = false;
  private text: string | null = null;
  private tooLong = 0;
  private width = 1;
  private height = 1;
  /** Columns that a cell of a row above covers, and the last row in which it does. */
  private readonly covered = new Map<number, number>();

  /** @param wanted index of the table; null where they are only counted */
  constructor(wanted: number | null) {
    this.wanted = wanted;
  }

  private get isWanted(): boolean {
    return this.depth > 0 && this.names.length - 1 === this.wanted;
  }

  /** @throws ImportError where tags pile up that nobody closes: the parser looks through all of them for each */
  onopentag(name: string, attributes: HtmlAttributes): void {
    if (++this.open > LIMITS.htmlDepth) throw new ImportError('too-deep', { limit: LIMITS.htmlDepth });
    if (name === 'script' || name === 'style') this.skipped++;
    if (name === 'table' && ++this.depth === 1) {
      const count = this.names.length + 1;
      this.names.push((attributes.summary ?? attributes.id ?? '').trim().slice(0, 40) || `${count}`);
      this.row = 0;
      this.covered.clear();
    }
    if (this.depth !== 1 || !this.isWanted) return;
    if (name === 'tr') this.openRow();
    else if (name === 'td' || name === 'th') this.openCell(attributes);
    else if (name === 'br' || name === 'p' || name === 'div') this.ontext(' ');
  }

  onclosetag(name: string): void {
    this.open--;
    if (name === 'script' || name === 'style') this.skipped--;
    if (this.depth === 1 && this.isWanted) {
      if (name === 'td' || name === 'th') this.closeCell();
      else if (name === 'tr') this.closeRow();
      else if (name === 'table') {
        this.closeRow();
        this.covered.clear();
      }
    }
    if (name === 'table' && this.depth > 0) this.depth--;
  }

  ontext(text: string): void {
    if (this.text === null || this.skipped > 0) return;
    if (this.text.length <= LIMITS.cellChars) this.text += text;
  }

  private openRow(): void {
    this.closeRow();
    this.row++;
    this.isRow = true;
    this.column = 0;
    this.cells = [];
    this.spans = [];
    this.tooLong = 0;
  }

  private openCell({ colspan, rowspan }: HtmlAttributes): void {
    this.closeCell();
    if (!this.isRow) this.openRow();
    while ((this.covered.get(this.column) ?? 0) >= this.row) this.column++;
    this.text = '';
    this.width = spanOf(colspan, MOST_COLUMNS);
    this.height = spanOf(rowspan, MOST_ROWS);
  }

  private closeCell(): void {
    if (this.text === null) return;
    const value = this.text.replace(/[\s\u00A0]+/g, ' ').trim();
    this.text = null;
    const { column, row } = this;
    this.column += this.width;
    if (value.length > LIMITS.cellChars) this.tooLong = value.length;
    if (column >= LIMITS.columns) {
      this.over ||= value !== '';
      return;
    }
    if (this.height > 1) {
      const last = row + this.height - 1;
      this.spans.push([column, last]);
      const end = Math.min(column + this.width, LIMITS.columns);
      for (let at = column; at < end; at++) this.covered.set(at, last);
    }
    if (value === '') return;
    while (this.cells.length < column) this.cells.push(null);
    this.cells[column] = value;
  }

  private closeRow(): void {
    this.closeCell();
    if (!this.isRow) return;
    this.isRow = false;
    const fault = this.tooLong > 0 ? ({ code: 'cell-too-long', detail: `${this.tooLong}` } as const) : null;
    this.out.push({
      row: this.row,
      cells: fault === null ? this.cells : [],
      shape: null,
      fault,
      ...(this.spans.length > 0 ? { spans: this.spans } : {}),
    });
  }
}

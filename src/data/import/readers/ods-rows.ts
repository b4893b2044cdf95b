/** Rows of one sheet of an OpenDocument spreadsheet as its XML streams by. */
import { LIMITS } from '../guards/limits.ts';
import type { Cell } from '../types.ts';
import { isKeptByNumber } from './long-numbers.ts';
import type { SheetRow, Span } from './merged-cells.ts';
import { finenessByText, shownDate } from './xlsx-times.ts';
import { type Attributes, attribute, type XmlHandler } from './xml-stream.ts';

/** The least whole number of more digits than the programs keep. */
const LONGEST = 1e15;
/** Rows of the largest sheet that the programs know. */
const MOST_ROWS = 16_777_216;

function countOf(attributes: Attributes, name: string, most: number): number {
  const stated = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(stated) && stated >= 1 ? Math.min(stated, most) : 1;
}

/** PT113H06M18.72S as 113:06:18.72. */
function clockOf(duration: string): string {
  const [, sign, hours, minutes, seconds, rest] = /^(-?)PT(\d+)H(\d+)M(\d+)(?:[.,](\d*?)0*)?S$/.exec(duration) ?? [];
  if (hours === undefined) return duration;
  const two = (part = '0') => part.padStart(2, '0');
  return `${sign ?? ''}${two(hours)}:${two(minutes)}:${two(seconds)}${rest === undefined || rest === '' ? '' : `.${rest}`}`;
}

export class OdsRows implements XmlHandler {
  /** Completed rows with anything in them, each with how often it comes. */
  out: { readonly row: SheetRow; readonly times: number }[] = [];
  readonly sheets: { readonly name: string; readonly hidden: boolean }[] = [];
  /** Cells stood behind the last column that is kept. */
  over = false;
  /** Whole numbers that have lost digits before they came here. */
  digitsLost = 0;
  /** The sheet that is wanted was read. */
  ended = false;
  private readonly wanted: number | null;
  private readonly asShown: boolean;
  private readonly path: string[] = [];
  /** How deep the sheet stands that is open; 0 outside. */
  private sheetAt = 0;
  /** Styles of sheets that are not shown. */
  private readonly hiddenStyles = new Set<string>();
  private style = '';
  private row = 0;
  private times = 1;
  private cells: Cell[] = [];
  private spans: Span[] = [];
  private column = 0;
  private tooLong = 0;
  private attributes: Attributes | null = null;
  /** How deep the cell stands that is open. */
  private cellAt = 0;
  private said = '';
  /** How deep what does not belong to the value stands, as a comment; 0 outside. */
  private beside = 0;

  /** @param asShown dates are taken no finer than their cells show them, and a formula without a value is "=" */
  constructor(wanted: number | null, asShown = false) {
    this.wanted = wanted;
    this.asShown = asShown;
  }

  open(name: string, attributes: Attributes): void {
    this.path.push(name);
    if (name === 'style') this.style = attribute(attributes, 'name') ?? '';
    if (name === 'table-properties' && attribute(attributes, 'display') === 'false') this.hiddenStyles.add(this.style);
    if (name === 'table' && this.path.at(-2) === 'spreadsheet') this.openSheet(attributes);
    if (this.sheetAt === 0 || this.sheets.length - 1 !== this.wanted) return;
    if (this.attributes !== null) this.openWithin(name, attributes);
    else if (name === 'table-row') this.openRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.attributes = attributes;
      this.cellAt = this.path.length;
      this.said = '';
    }
  }

  private openSheet(attributes: Attributes): void {
    const hidden = this.hiddenStyles.has(attribute(attributes, 'style-name') ?? '');
    this.sheets.push({ name: attribute(attributes, 'name') ?? `${this.sheets.length + 1}`, hidden });
    this.sheetAt = this.path.length;
    this.row = 1;
  }

  private openRow(attributes: Attributes): void {
    this.times = countOf(attributes, 'number-rows-repeated', MOST_ROWS);
    this.cells = [];
    this.spans = [];
    this.column = 0;
    this.tooLong = 0;
  }

  /** Within a cell: paragraphs are lines, and blanks are written as elements. */
  private openWithin(name: string, attributes: Attributes): void {
    if (this.beside > 0) return;
    if (name === 'annotation' || name === 'shapes' || name === 'frame') this.beside = this.path.length;
    else if (name === 'p' && this.said !== '') this.words('\n');
    else if (name === 's') this.words(' '.repeat(countOf(attributes, 'c', 1000)));
    else if (name === 'tab') this.words('\t');
    else if (name === 'line-break') this.words('\n');
  }

  text(text: string): void {
    if (this.attributes !== null && this.beside === 0 && this.path.includes('p')) this.words(text);
  }

  private words(text: string): void {
    if (this.said.length <= LIMITS.cellChars) this.said += text;
  }

  close(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.beside === depth) this.beside = 0;
    if (depth === this.sheetAt) {
      this.ended = this.sheets.length - 1 === this.wanted;
      this.sheetAt = 0;
    }
    if (this.sheetAt === 0) return;
    if (this.attributes !== null) {
      if (depth !== this.cellAt) return;
      this.closeCell(this.attributes);
      this.attributes = null;
    } else if (name === 'table-row' && this.sheets.length - 1 === this.wanted) this.closeRow();
  }

  private closeCell(attributes: Attributes): void {
    const times = countOf(attributes, 'number-columns-repeated', LIMITS.columns + 1);
    const rows = countOf(attributes, 'number-rows-spanned', MOST_ROWS);
    const cell = this.valueOf(attributes);
    const from = this.column;
    this.column = Math.min(from + times, LIMITS.columns + 1);
    if (cell === null || cell === '') return;
    if (typeof cell === 'string' && cell.length > LIMITS.cellChars) this.tooLong = cell.length;
    if (this.column > LIMITS.columns) this.over = true;
    const end = Math.min(this.column, LIMITS.columns);
    if (from >= end) return;
    while (this.cells.length < from) this.cells.push(null);
    for (let at = from; at < end; at++) this.cells[at] = cell;
    if (rows > 1) this.spans.push([from, this.row + rows - 1]);
  }

  private valueOf(attributes: Attributes): Cell {
    const value = (name: string) => attribute(attributes, name);
    switch (value('value-type') ?? '') {
      case 'float':
      case 'percentage':
      case 'currency': {
        const stated = value('value') ?? '';
        const number = Number(stated);
        if (stated === '' || !Number.isFinite(number) || !isKeptByNumber(stated)) return stated || this.said;
        if (Number.isInteger(number) && Math.abs(number) >= LONGEST) this.digitsLost++;
        return number;
      }
      case 'date': {
        const date = (value('date-value') ?? this.said).replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ');
        return this.asShown && /^\d{4}-/.test(date) ? shownDate(date, finenessByText(this.said, date)) : date;
      }
      case 'time':
        return clockOf(value('time-value') ?? this.said);
      case 'boolean':
        return value('boolean-value') === 'true' ? 'TRUE' : 'FALSE';
      default: {
        const text = value('string-value') ?? this.said;
        if (text !== '' || !this.asShown || value('formula') === null) return text;
        // An error stands in the words alone. A formula may well say nothing, but then says so by its type.
        return this.said === '' && value('value-type') === null ? '=' : this.said;
      }
    }
  }

  private closeRow(): void {
    const { row, times, cells, spans } = this;
    this.row += times;
    if (cells.length === 0) return;
    const fault = this.tooLong > 0 ? ({ code: 'cell-too-long', detail: `${this.tooLong}` } as const) : null;
    const made = { row, cells: fault === null ? cells : [], shape: null, fault };
    this.out.push({ row: spans.length > 0 ? { ...made, spans } : made, times });
  }
}

/**
 * Splits text that comes in pieces into records, with papaparse, and mends what quotes break: one stray
 * quote must cost its own line at most, never the rest of the file.
 */
import Papa from 'papaparse';
import { LIMITS } from '../guards/limits.ts';
import type { Delimiter } from '../types.ts';
import type { SourceRow } from './source.ts';

/** After a fault the text is taken in smaller pieces, so that each further fault costs little. */
const CAREFUL = 65_536;

export class CsvRecords {
  private buffer = '';
  private careful = false;
  private row = 0;
  /** Lines whose quotes were no quoting and were kept as they stand. */
  quotesKept = 0;
  private readonly delimiter: Delimiter;
  /** Cells that a literal line must have to be believed. */
  private readonly width: number;

  constructor(delimiter: Delimiter, width: number) {
    this.delimiter = delimiter;
    this.width = width;
  }

  /** Records completed by this text; `final` closes the last one. */
  push(text: string, final: boolean): SourceRow[] {
    this.buffer += text;
    const out: SourceRow[] = [];
    for (;;) {
      const window = this.careful ? this.buffer.slice(0, CAREFUL) : this.buffer;
      const whole = window.length === this.buffer.length;
      if (window === '') break;
      const { data, errors, meta } = this.parse(window, !(final && whole), 0);
      const bad = errors.find((error) => error.type === 'Quotes' && (error.row ?? 0) < data.length)?.row;
      for (const cells of bad === undefined ? data : data.slice(0, bad)) out.push(this.record(cells));
      if (bad !== undefined) {
        this.literalLine(bad === 0 ? 0 : this.parse(window, true, bad).meta.cursor, out);
        this.careful = true;
        continue;
      }
      this.buffer = this.buffer.slice(meta.cursor);
      if (final && whole) {
        this.buffer = '';
        break;
      }
      if (meta.cursor > 0) this.careful = !whole;
      else if (whole) break;
      else this.careful = false;
    }
    if (this.buffer.length > LIMITS.rowChars) this.literalLine(0, out);
    return out;
  }

  /** Rows, what is wrong with them, and how far they reach. `ignoreLast`: more text may follow. */
  private parse(text: string, ignoreLast: boolean, preview: number): Papa.ParseResult<string[]> {
    // One newline for all: of CRLF the rest is cut from the last cell.
    const parser = new Papa.Parser({ delimiter: this.delimiter, newline: '\n', preview });
    return parser.parse(text, 0, ignoreLast);
  }

  /** Takes the line at `start` as it stands, its quotes as letters. */
  private literalLine(start: number, out: SourceRow[]): void {
    const end = this.buffer.indexOf('\n', start);
    const line = this.buffer.slice(start, end < 0 ? undefined : end);
    this.buffer = end < 0 ? '' : this.buffer.slice(end + 1);
    const cells = line.split(this.delimiter);
    if (cells.length === this.width && line.length <= LIMITS.cellChars) {
      this.quotesKept++;
      out.push(this.record(cells));
    } else {
      out.push({
        row: ++this.row,
        cells: [],
        shape: null,
        fault: { code: 'broken-quotes', detail: line.slice(0, 100) },
      });
    }
  }

  private record(cells: string[]): SourceRow {
    const last = cells.length - 1;
    const end = cells[last];
    if (end?.endsWith('\r')) cells[last] = end.slice(0, -1);
    const row = ++this.row;
    const long = cells.find((cell) => cell.length > LIMITS.cellChars);
    if (long === undefined) return { row, cells, shape: null, fault: null };
    return { row, cells: [], shape: null, fault: { code: 'cell-too-long', detail: `${long.length}` } };
  }
}

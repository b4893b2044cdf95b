/** Workbooks in the XML of Excel 2003, which many systems hand out as .xls. */
import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import type { Cell, Reading } from '../types.ts';
import { isKeptByNumber } from './long-numbers.ts';
import type { SheetBatch, SheetRow, Span } from './merged-cells.ts';
import { openSheets, type Sheet } from './sheet-source.ts';
import type { RowSource } from './source.ts';
import { fileChunks } from './text-encoding.ts';
import { hoursText } from './xlsx-times.ts';
import { xmlEncoding, xmlText } from './xml-decode.ts';
import { type Attributes, attribute, type XmlHandler, XmlStream } from './xml-stream.ts';

/** Counts sheets, and puts the rows of one into `out`. */
class XmlssRows implements XmlHandler {
  out: SheetRow[] = [];
  readonly sheets: { readonly name: string; hidden: boolean }[] = [];
  over = false;
  private readonly wanted: number | null;
  private row = 0;
  private cells: Cell[] = [];
  private spans: Span[] = [];
  private column = -1;
  private type = '';
  private data: string | null = null;
  private across = 0;
  private visible: string | null = null;
  private tooLong = 0;

  constructor(wanted: number | null) {
    this.wanted = wanted;
  }

  private get isWanted(): boolean {
    return this.sheets.length - 1 === this.wanted;
  }

  open(name: string, attributes: Attributes): void {
    const index = Number(attribute(attributes, 'Index') ?? Number.NaN);
    if (name === 'Worksheet') {
      this.sheets.push({ name: attribute(attributes, 'Name') ?? `${this.sheets.length + 1}`, hidden: false });
      this.row = 0;
    }
    if (name === 'Visible') this.visible = '';
    if (!this.isWanted) return;
    if (name === 'Row') {
      this.row = Number.isInteger(index) ? index : this.row + 1;
      this.cells = [];
      this.spans = [];
      this.column = -1;
      this.tooLong = 0;
    }
    if (name === 'Cell') {
      this.column = Number.isInteger(index) ? index - 1 : this.column + 1;
      const down = Number(attribute(attributes, 'MergeDown') ?? 0);
      if (down > 0 && this.column >= 0 && this.column < LIMITS.columns) this.spans.push([this.column, this.row + down]);
      this.across = Number(attribute(attributes, 'MergeAcross') ?? 0);
    }
    if (name === 'Data') {
      this.type = attribute(attributes, 'Type') ?? 'String';
      this.data = '';
    }
  }

  text(text: string): void {
    if (this.visible !== null) this.visible += text;
    if (this.data !== null && this.data.length <= LIMITS.cellChars) this.data += text;
  }

  close(name: string): void {
    if (name === 'Visible') {
      const sheet = this.sheets.at(-1);
      if (sheet !== undefined && /hidden/i.test(this.visible ?? '')) sheet.hidden = true;
      this.visible = null;
    }
    if (!this.isWanted) return;
    if (name === 'Data' && this.data !== null) {
      this.take(this.data);
      this.data = null;
    }
    if (name === 'Cell' && this.across > 0) this.column += this.across;
    if (name === 'Row') this.closeRow();
  }

  private take(value: string): void {
    if (value.length > LIMITS.cellChars) this.tooLong = value.length;
    if (value === '' || this.column < 0) return;
    if (this.column >= LIMITS.columns) {
      this.over = true;
      return;
    }
    while (this.cells.length < this.column) this.cells.push(null);
    this.cells[this.column] = cellOf(this.type, value);
  }

  private closeRow(): void {
    const fault = this.tooLong > 0 ? ({ code: 'cell-too-long', detail: `${this.tooLong}` } as const) : null;
    const row = { row: this.row, cells: fault === null ? this.cells : [], shape: null, fault };
    this.out.push(this.spans.length > 0 ? { ...row, spans: this.spans } : row);
  }
}

function cellOf(type: string, value: string): Cell {
  if (type === 'Number') {
    const number = Number(value);
    return Number.isFinite(number) && isKeptByNumber(value) ? number : value;
  }
  if (type === 'Boolean') return value === '1' ? 'TRUE' : 'FALSE';
  return type === 'DateTime' ? dateOf(value) : value;
}

const DAY_MS = 86_400_000;
/** The day before the first one that Excel counts: times of the day are told of it. */
const DAY_ZERO = Date.UTC(1899, 11, 31);
/** Degrees of a circle, as hours of days. */
const MOST_DAYS = 15;

function dateOf(value: string): string {
  const days = (Date.parse(`${value}Z`) - DAY_ZERO) / DAY_MS;
  if (days >= 0 && days < MOST_DAYS) return hoursText(days);
  return value.replace(/T00:00:00(\.0+)?$/, '').replace('T', ' ');
}

async function* batchesOf(file: Blob, label: string, rows: XmlssRows): AsyncGenerator<SheetBatch> {
  const stream = new XmlStream(rows);
  let read = 0;
  for await (const text of xmlText(fileChunks(file), label)) {
    read += text.length;
    stream.push(text);
    yield { rows: rows.out, bytesRead: Math.min(read, file.size) };
    rows.out = [];
  }
  stream.end();
  yield { rows: rows.out, bytesRead: file.size };
}

/** @throws ImportError */
export async function openXmlss(file: Blob, wanted: Reading): Promise<RowSource> {
  if (file.size > LIMITS.csvBytes) throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.csvBytes });
  const { label } = await xmlEncoding(() => fileChunks(file), wanted.encoding ?? null);
  const counted = new XmlssRows(null);
  for await (const _ of batchesOf(file, label, counted));
  const sheets = counted.sheets.slice(0, LIMITS.sheets).map(
    ({ name, hidden }, index): Sheet => ({
      name,
      hidden,
      bytes: file.size,
      read() {
        const rows = new XmlssRows(index);
        return {
          batches: batchesOf(file, label, rows),
          notes: () => (rows.over ? [note('columns-many', { columns: LIMITS.columns })] : []),
        };
      },
    }),
  );
  return openSheets('xmlss', sheets, wanted);
}

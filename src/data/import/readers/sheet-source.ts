/**
 * Tables out of workbooks, of whichever format: which sheet holds one, where its names stand, and merged cells, whose
 * value holds for each of the rows they cover.
 */
import { LIMITS } from '../guards/limits.ts';
import { ImportError, type Note, note } from '../guards/notes.ts';
import { nameScore } from '../guess/role-names.ts';
import type { Cell, Format, Reading, Role } from '../types.ts';
import { MergedCells, type SheetBatch, type SheetRow } from './merged-cells.ts';
import { type Batch, type RowSource, type SourceRow, uniqueNames } from './source.ts';
import { headOf } from './table-head.ts';

/** One sheet of a workbook; it may be read several times. */
export interface Sheet {
  readonly name: string;
  /** The workbook does not show it. */
  readonly hidden: boolean;
  readonly bytes: number;
  /** @param whole false where only its first rows are looked at: where cells are merged may then be unknown */
  read(whole: boolean): SheetReading;
}

export interface SheetReading {
  readonly batches: AsyncIterable<SheetBatch>;
  /** Complete once the last batch was read. */
  notes(): readonly Note[];
}

type Head = ReturnType<typeof headOf>;

interface Opened {
  readonly sheet: Sheet;
  readonly first: readonly SourceRow[];
  readonly head: Head;
  readonly notes: readonly Note[];
}

const HEAD_ROWS = 20;
/** A workbook of more sheets is looked through no further. */
const MOST_SHEETS = 40;
const PLACES: readonly Role[] = ['x', 'y', 'pair', 'wkt', 'district', 'town'];
/** A name that says likely what the column is. */
const LIKELY = 0.6;

const isEmpty = (cell: Cell | undefined) => cell === null || cell === undefined || cell === '';
const isFilled = ({ cells, fault }: SourceRow) => fault !== null || cells.some((cell) => !isEmpty(cell));
const filledCells = ({ cells }: SourceRow) => cells.filter((cell) => !isEmpty(cell)).length;

async function firstRows(batches: AsyncIterable<SheetBatch>): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.rows.slice(0, HEAD_ROWS - rows.length));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
}

/** The first rows at their numbers: a sheet leaves out the empty ones. */
function byNumber(rows: readonly SourceRow[]): SourceRow['cells'][] {
  const last = Math.min(Math.max(0, ...rows.map(({ row }) => row)), LIMITS.batchRows);
  const table: SourceRow['cells'][] = Array.from({ length: last }, () => []);
  for (const { row, cells } of rows) if (row >= 1 && row <= last) table[row - 1] = cells;
  return table;
}

async function opened(sheet: Sheet, wanted: Reading): Promise<Opened> {
  const reading = sheet.read(false);
  const first = await firstRows(reading.batches);
  return { sheet, first, head: headOf(byNumber(first), wanted), notes: reading.notes() };
}

/** 2 for a table that names places, 1 for any other, 0 for none: a cover, a note, an empty sheet. */
function rankOf({ first, head }: Opened): 0 | 1 | 2 {
  const begin = head.headerRow === null ? 0 : head.headerRow + head.headerRows;
  const rows = first.filter((row) => row.row >= begin && filledCells(row) >= 2);
  const names = head.names.filter((name) => name !== '');
  if (rows.length === 0 || (head.headerRow !== null && names.length < 2)) return 0;
  return names.some((name) => PLACES.some((role) => nameScore(name, role) >= LIKELY)) ? 2 : 1;
}

/** The first sheet that is shown and holds a table, one of places before others; hidden ones come last. */
async function firstTable(sheets: readonly Sheet[], wanted: Reading): Promise<Opened | undefined> {
  const looked: (Opened & { readonly rank: number })[] = [];
  const ordered = [...sheets.filter(({ hidden }) => !hidden), ...sheets.filter(({ hidden }) => hidden)];
  for (const sheet of ordered.slice(0, MOST_SHEETS)) {
    const found = await opened(sheet, wanted);
    const rank = rankOf(found);
    if (rank === 2 && !sheet.hidden) return found;
    looked.push({ ...found, rank });
  }
  const shown = looked.filter(({ sheet }) => !sheet.hidden);
  const ranked = (from: typeof looked, rank: number) => from.find((each) => each.rank === rank);
  return (
    ranked(shown, 1) ??
    ranked(looked, 2) ??
    ranked(looked, 1) ??
    looked.find(({ first }) => first.some(isFilled)) ??
    looked[0]
  );
}

async function chosenSheet(sheets: readonly Sheet[], wanted: Reading): Promise<Opened> {
  const [only] = sheets;
  const named = wanted.part === undefined ? undefined : sheets.find(({ name }) => name === wanted.part);
  if (only === undefined || (wanted.part !== undefined && named === undefined)) {
    throw new ImportError('no-sheet', { name: wanted.part ?? '' });
  }
  if (named !== undefined || sheets.length === 1) return opened(named ?? only, wanted);
  return (await firstTable(sheets, wanted)) ?? opened(only, wanted);
}

/** @throws ImportError where the sheet that is wanted is not there, or none has a row. */
export async function openSheets(format: Format, sheets: readonly Sheet[], wanted: Reading): Promise<RowSource> {
  const { sheet, first, head, notes } = await chosenSheet(sheets, wanted);
  if (!first.some(isFilled)) throw new ImportError('no-rows', { part: sheet.name });
  const { headerRow, headerRows } = head;
  const width = headerRow === null ? Math.max(...first.map(({ cells }) => cells.length)) : head.names.length;
  const names = uniqueNames(Array.from({ length: width }, (_, at) => head.names[at] ?? ''));
  const warnings: Note[] = [];
  if (headerRow === null) warnings.push(note('no-header'));
  if (headerRow !== null && headerRow > 1) warnings.push(note('extra-header-rows', { rows: headerRow - 1 }));
  if (sheets.length > 1) warnings.push(note('more-sheets', { count: sheets.length, used: sheet.name }));
  const begin = headerRow === null ? 0 : headerRow + headerRows;
  const merged = new MergedCells(begin);
  let said: readonly Note[] = notes;

  async function* batches(): AsyncGenerator<Batch> {
    const body = sheet.read(true);
    for await (const { rows, bytesRead } of body.batches) {
      const kept = rows.flatMap((row) => {
        merged.begin(row);
        return row.row >= begin && isFilled(row) ? [merged.filled(row)] : [];
      });
      for (const { cells } of kept) for (let at = names.length; at < cells.length; at++) names.push(`#${at + 1}`);
      yield { rows: kept, bytesRead };
    }
    said = body.notes();
  }

  return {
    format,
    reading: { part: sheet.name, headerRow, headerRows },
    parts: sheets.map(({ name }) => name),
    head: byNumber(first),
    hiddenParts: sheets.filter(({ hidden }) => hidden).map(({ name }) => name),
    bytesTotal: sheet.bytes,
    hasShapes: false,
    crs: null,
    columns: () => names,
    batches,
    warnings: () => [...warnings, ...said, ...merged.notes()],
  };
}

/** Merged cells of a sheet: the value that stands in the first of their rows holds for the others. */
import { type Note, note } from '../guards/notes.ts';
import type { Cell } from '../types.ts';
import type { Batch, SourceRow } from './source.ts';

/** A cell that is merged with those below it: its column, from 0, and the number of the last row that it covers. */
export type Span = readonly [column: number, last: number];

export interface SheetRow extends SourceRow {
  /** Cells of this row that begin a merged one. */
  readonly spans?: readonly Span[];
}

export interface SheetBatch extends Batch {
  readonly rows: readonly SheetRow[];
}

interface Held {
  readonly value: Cell;
  readonly last: number;
}

/** Fills rows as they come, in their order. */
export class MergedCells {
  private readonly held = new Map<number, Held>();
  private readonly from: number;
  private count = 0;

  /** @param from number of the first row of data: names above it are told by where they stand, not by merging */
  constructor(from: number) {
    this.from = from;
  }

  /** Takes note of what begins in a row; to be told of every row, before `filled` is asked of it. */
  begin({ row, cells, spans = [] }: SheetRow): void {
    if (row < this.from) return;
    for (const [column, last] of spans) {
      const value = cells[column] ?? null;
      if (value !== null && value !== '' && last > row) this.held.set(column, { value, last });
    }
  }

  /** The row with what merged cells above it hold for it. */
  filled(row: SheetRow): SourceRow {
    if (this.held.size === 0) return row;
    let cells: Cell[] | null = null;
    for (const [column, { value, last }] of this.held) {
      if (last < row.row) {
        this.held.delete(column);
        continue;
      }
      const own = (cells ?? row.cells)[column] ?? null;
      if (own !== null && own !== '') continue;
      cells ??= [...row.cells];
      while (cells.length < column) cells.push(null);
      cells[column] = value;
      this.count++;
    }
    return cells === null ? row : { ...row, cells };
  }

  notes(): Note[] {
    return this.count === 0 ? [] : [note('merged-cells', { count: this.count })];
  }
}

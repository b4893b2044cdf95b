/** What every reader gives: rows in batches, each with its cells and, where it has one, a geometry. */

import { LIMITS } from '../guards/limits.ts';
import { type Note, note } from '../guards/notes.ts';
import type { RejectionCode } from '../guards/rejections.ts';
import type { Crs } from '../guess/crs.ts';
import type { Cell, Format, Reading } from '../types.ts';

/** Coordinates in the file's own units, flat: x, y, x, y … */
export type Flat = readonly number[];

/** Lines and areas; of an area each part is its outer ring, then its holes. */
export interface LinesAndAreas {
  readonly lines: readonly Flat[];
  readonly polygons: readonly (readonly Flat[])[];
}

/** A place in the file's own coordinates, and what is there if it is more than a point. */
export interface Shape {
  readonly x: number;
  readonly y: number;
  /** West, south, east, north of what is more than a point. */
  readonly box: readonly [number, number, number, number] | null;
  /** Null of points, and where a source gives no more than a box. */
  readonly parts: LinesAndAreas | null;
  /** Beside areas the geometry holds lines or points, or points beside lines: a row keeps one kind alone. */
  readonly isMixed?: true;
}

export interface SourceRow {
  /** Number of the row or feature in the file, from 1. */
  readonly row: number;
  /** By index of `columns()`; a short row ends early. */
  readonly cells: readonly Cell[];
  readonly shape: Shape | null;
  /** Set where the row could not be read. */
  readonly fault: { readonly code: RejectionCode; readonly detail: string } | null;
}

export interface Batch {
  readonly rows: readonly SourceRow[];
  readonly bytesRead: number;
}

export interface RowSource {
  readonly format: Format;
  readonly reading: Reading;
  readonly parts: readonly string[];
  /** Of a table whose names may stand in any row: its first rows as they stand, the first at 0. */
  readonly head?: readonly (readonly Cell[])[];
  /** Those of `parts` that the program they come from does not show; none where it is absent. */
  readonly hiddenParts?: readonly string[];
  readonly bytesTotal: number;
  /** Every row carries a geometry, or none does. */
  readonly hasShapes: boolean;
  /** What the file says of its coordinates; null where it says nothing. */
  readonly crs: Crs | null;
  /** A workbook says that it counts its days from 1904. */
  readonly from1904?: boolean;
  /** Known once the first batch was read; later rows may add some. */
  columns(): readonly string[];
  /** May be called once. */
  batches(): AsyncIterable<Batch>;
  /** Complete once the last batch was read. */
  warnings(): readonly Note[];
}

/** Columns by name, in order of their first appearance; any name is allowed, `__proto__` too. */
export class ColumnNames {
  private readonly index = new Map<string, number>();
  readonly names: string[] = [];
  /** There were more than are kept. */
  over = false;

  /** Index of the column; -1 for those behind the limit, whose cells are left out. */
  of(name: string): number {
    const known = this.index.get(name);
    if (known !== undefined) return known;
    if (this.names.length >= LIMITS.columns) {
      this.over = true;
      return -1;
    }
    this.index.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  warnings(): readonly Note[] {
    return this.over ? [note('columns-many', { columns: LIMITS.columns })] : [];
  }
}

/** Names of a header row: empty ones get the number of their column, repeated ones a number behind. */
export function uniqueNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  const next = new Map<string, number>();
  return header.map((raw, at) => {
    const base = raw.trim() === '' ? `#${at + 1}` : raw.trim();
    let name = base;
    let n = next.get(base) ?? 2;
    for (; seen.has(name); n++) name = `${base} (${n})`;
    next.set(base, n);
    seen.add(name);
    return name;
  });
}

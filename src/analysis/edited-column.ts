/** A column with the cells that the user has written: its own arrays alone are copied, in one pass, whatever their number. */
import { carryNumbers, isBlankCell, parseNumber } from '../domain/column-values.ts';
import type { CodedText, Column, Numbers, PackedText } from '../domain/point-set.ts';
import { valueAt } from '../domain/point-set.ts';
import type { CellEdits } from '../domain/set-changes.ts';

/** Whether a column can hold the text: one of numbers takes numbers and blanks alone. */
export const canHold = (column: Column, text: string): boolean =>
  column.kind !== 'number' || isBlankCell(text) || !Number.isNaN(numberIn(text));

/** A cell as it is written to be edited. */
export const cellText = (column: Column, row: number): string => String(valueAt(column, row) ?? '');

function numberIn(text: string): number {
  if (isBlankCell(text)) return Number.NaN;
  return parseNumber(text) ?? Number(text.trim());
}

/** An edit belongs to one column, and is a new object whenever it changes. */
const made = new WeakMap<CellEdits, { readonly of: Column; readonly column: Column }>();

export function editedColumn(column: Column, edits: CellEdits): Column {
  const known = made.get(edits);
  if (known?.of === column) return known.column;
  const edited = { ...withCells(column, edits), edited: new Set(edits.keys()) };
  carryNumbers(column, edited, edits);
  made.set(edits, { of: column, column: edited });
  return edited;
}

function withCells(column: Column, edits: CellEdits): Column {
  switch (column.kind) {
    case 'number':
      return numbers(column, edits);
    case 'coded':
      return coded(column, edits);
    case 'text':
      return packed(column, edits);
  }
}

function numbers(column: Numbers, edits: CellEdits): Numbers {
  const values = column.values.slice();
  for (const [row, text] of edits) values[row] = numberIn(text);
  return { ...column, values };
}

function coded(column: CodedText, edits: CellEdits): CodedText {
  const values = [...column.values];
  const codes = column.codes.slice();
  const known = new Map(values.map((text, code) => [text, code]));
  for (const [row, text] of edits) {
    const code = known.get(text) ?? values.push(text) - 1;
    known.set(text, code);
    codes[row] = code;
  }
  return { ...column, codes, values };
}

function packed(column: PackedText, edits: CellEdits): PackedText {
  const encoder = new TextEncoder();
  const { bytes: old, offsets: starts } = column;
  const written = [...edits].sort(([a], [b]) => a - b).map(([row, text]) => [row, encoder.encode(text)] as const);
  const lengthOf = (row: number) => (starts[row + 1] ?? 0) - (starts[row] ?? 0);
  const grown = written.reduce((sum, [row, text]) => sum + text.length - lengthOf(row), 0);
  const bytes = new Uint8Array((starts.at(-1) ?? 0) + grown);
  const offsets = new Uint32Array(starts.length);
  let [from, shift] = [0, 0];
  /** Rows up to `to` as they were, moved by what was written before them. */
  const copyUpTo = (to: number) => {
    bytes.set(old.subarray(starts[from] ?? 0, starts[to] ?? 0), (starts[from] ?? 0) + shift);
    for (let row = from; row < to; row++) offsets[row + 1] = (starts[row + 1] ?? 0) + shift;
  };
  for (const [row, text] of written) {
    copyUpTo(row);
    bytes.set(text, (starts[row] ?? 0) + shift);
    shift += text.length - lengthOf(row);
    offsets[row + 1] = (starts[row + 1] ?? 0) + shift;
    from = row + 1;
  }
  copyUpTo(starts.length - 1);
  return { ...column, bytes, offsets };
}

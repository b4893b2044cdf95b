/** The register out for editing: one workbook, or its records as CSV. */
import type { CellKind } from '../../analysis/register-workbook/cells.ts';
import type { ColumnKey, LaidColumn, LaidRegister, LaidSheet } from '../../analysis/register-workbook/layout.ts';
import { MARK_KEY } from '../../analysis/register-workbook/mark.ts';
import { type Cell, csvParts } from './csv.ts';
import { type SheetColumn, type WorkbookSheet, workbookOf } from './workbook.ts';

/** All that the workbook says in words. */
export interface RegisterWorkbookWords {
  readonly records: string;
  readonly facts: string;
  readonly milestones: string;
  readonly outlines: string;
  readonly guide: string;
  /** What to know before editing, a line a row. */
  readonly lead: readonly string[];
  /** Heads of the guide's table: column, what goes into it, the words allowed. */
  readonly head: readonly [string, string, string];
  /** What goes into a kind of column. */
  readonly kind: Readonly<Record<CellKind, string>>;
  /** What is to be said of one column beyond its kind. */
  note(key: ColumnKey): string | null;
  readonly mark: string;
  /** What a code of a column is called. */
  nameOf(key: ColumnKey, code: string): string;
}

const WIDTHS: Readonly<Record<CellKind, number>> = {
  text: 24,
  names: 24,
  code: 16,
  codes: 16,
  number: 12,
  date: 12,
  source: 36,
  info: 20,
};

const columnOf = ({ key, kind, allowed }: LaidColumn): SheetColumn => ({
  width: WIDTHS[kind],
  text: kind !== 'number',
  hidden: key === MARK_KEY,
  ...(kind === 'code' && allowed.length > 0 ? { allowed } : {}),
});

function* rowsOf({ headings, rows }: LaidSheet): Iterable<readonly Cell[]> {
  yield headings;
  yield* rows;
}

const sheetOf = (name: string, laid: LaidSheet): WorkbookSheet => ({
  name,
  rows: rowsOf(laid),
  columns: laid.columns.map(columnOf),
  headed: true,
});

function guideRows(sheets: readonly LaidSheet[], words: RegisterWorkbookWords): Cell[][] {
  const columns = sheets.flatMap(({ columns: all, headings }) =>
    all.map((column, at) => ({ ...column, heading: headings[at] ?? column.key })),
  );
  const rows = columns.flatMap(({ key, kind, allowed, heading }): Cell[][] => {
    if (key === MARK_KEY) return [];
    const about = [words.kind[kind], words.note(key)].filter((part) => part !== null).join(' ');
    const named = allowed.map((code) => {
      const name = words.nameOf(key, code);
      return name === code ? code : `${code} = ${name}`;
    });
    return [[heading, about, named.join(' · ')]];
  });
  return [...words.lead.map((line): Cell[] => [line]), [], [...words.head], ...rows, [MARK_KEY, words.mark, null]];
}

export function registerXlsx(
  { records, facts, milestones, outlines }: LaidRegister,
  words: RegisterWorkbookWords,
): Uint8Array<ArrayBuffer> {
  return workbookOf([
    sheetOf(words.records, records),
    sheetOf(words.facts, facts),
    sheetOf(words.milestones, milestones),
    sheetOf(words.outlines, outlines),
    {
      name: words.guide,
      rows: guideRows([records, facts, milestones, outlines], words),
      columns: [{ width: 34 }, { width: 80 }, { width: 90 }],
      headed: false,
    },
  ]);
}

/** The records alone. */
export const registerCsv = ({ headings, rows }: LaidSheet): string =>
  [...csvParts(headings, rows.length, (at) => rows[at] ?? [])].join('');

/** Finds the register's tables in the sheets of a workbook, wherever their columns stand. Pure. */
import { type Cell, type CellRead, type CodeOf, readCell } from './cells.ts';
import { FACT_COLUMNS, type FactKey } from './fact-columns.ts';
import { MARK_KEY, type Mark, parseMark } from './mark.ts';
import { MILESTONE_COLUMNS, type MilestoneKey } from './milestone-columns.ts';
import { type Column, RECORD_COLUMNS, type RecordKey } from './record-columns.ts';

export interface Sheet {
  readonly name: string;
  /** Rows with their numbers in the file, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** A row as it was read. */
export interface TableRow<Key extends string> {
  readonly row: number;
  /** Empty where the row names none. */
  readonly id: string;
  readonly mark: Mark | null;
  /** As it stands; undefined where there is no such column. */
  cell(key: Key): Cell | undefined;
  /** What it says. */
  read(key: Key): CellRead | undefined;
  /** Nothing stands in it. */
  readonly blank: boolean;
}

export interface Table<Key extends string> {
  readonly sheet: string;
  /** Headings as they stand, of the columns that are there. */
  readonly headings: ReadonlyMap<Key, string>;
  readonly missing: readonly Key[];
  /** Headings that are none of ours. */
  readonly unknown: readonly string[];
  readonly rows: readonly TableRow<Key>[];
}

/** Headings end with their key in brackets; the rest may be in any language. */
function keyIn(heading: Cell | undefined): string | null {
  if (typeof heading !== 'string') return null;
  const text = heading.normalize('NFKC').trim();
  return /\[([^[\]]+)\]$/.exec(text)?.[1]?.trim() ?? text;
}

/** Rows that a heading may stand in, for somebody may have put a title above. */
const HEAD_ROWS = 20;

const isOurs = (keys: ReadonlySet<string>, known: readonly string[], idKey: string): boolean =>
  keys.has(MARK_KEY)
    ? known.some((key) => keys.has(key))
    : keys.has(idKey) && known.filter((key) => keys.has(key)).length >= 3;

/** Whether a table with these headings is the register's, out for editing. */
export function isRegisterTable(headings: readonly string[]): boolean {
  const keys = new Set(headings.flatMap((heading) => keyIn(heading) ?? []));
  const known = (columns: readonly { readonly key: string }[]) => columns.map(({ key }) => key);
  // Keys such as "kind" or "status" are words that any list may have; one in brackets is ours.
  const inBrackets = headings.some((heading) => /\[[\w.-]+\]\s*$/.test(heading));
  if (!inBrackets && !keys.has(MARK_KEY)) return false;
  return (
    isOurs(keys, known(RECORD_COLUMNS), 'id') ||
    isOurs(keys, known(FACT_COLUMNS), 'fact') ||
    isOurs(keys, known(MILESTONE_COLUMNS), 'milestone')
  );
}

function tableIn<Key extends string, Of>(
  { name, rows }: Sheet,
  columns: readonly Column<Key, Of>[],
  idKey: Key,
  codeOf: (key: Key) => CodeOf,
): Table<Key> | null {
  const known = columns.map(({ key }) => key);
  const at = rows.slice(0, HEAD_ROWS).findIndex(({ cells }) => {
    const texts = cells.flatMap((cell) => (typeof cell === 'string' ? [cell] : []));
    return isRegisterTable(texts) && isOurs(new Set(texts.flatMap((text) => keyIn(text) ?? [])), known, idKey);
  });
  const head = rows[at];
  if (head === undefined) return null;
  const places = new Map<string, number>();
  head.cells.forEach((cell, index) => {
    const key = keyIn(cell);
    if (key !== null && key !== '' && !places.has(key)) places.set(key, index);
  });
  const mark = places.get(MARK_KEY);
  const there = columns.filter(({ key }) => places.has(key));
  const byKey = new Map(there.map((column) => [column.key, column]));
  const isKnown = (key: string | null) => key === MARK_KEY || known.some((each) => each === key);
  const read = ({ row, cells }: Sheet['rows'][number]): TableRow<Key> => {
    const cellAt = (key: string): Cell => cells[places.get(key) ?? -1] ?? null;
    const id = readCell(cellAt(idKey), { kind: 'text' });
    const left = mark === undefined ? null : parseMark(cells[mark]);
    const stated = 'value' in id && typeof id.value === 'string' ? id.value : '';
    return {
      row,
      // Where the column of ids was deleted the mark still knows.
      id: places.has(idKey) ? stated : (left?.id ?? ''),
      mark: left,
      cell: (key) => (places.has(key) ? cellAt(key) : undefined),
      read(key) {
        const column = byKey.get(key);
        return column === undefined ? undefined : readCell(cellAt(key), column, codeOf(key));
      },
      blank: there.every(({ key }) => String(cellAt(key) ?? '').trim() === ''),
    };
  };
  return {
    sheet: name,
    headings: new Map(there.map(({ key }) => [key, String(head.cells[places.get(key) ?? -1] ?? key)])),
    missing: known.filter((key) => !places.has(key)),
    unknown: head.cells.flatMap((cell) => {
      const key = keyIn(cell);
      return key === null || key === '' || isKnown(key) ? [] : [String(cell)];
    }),
    rows: rows.slice(at + 1).map(read),
  };
}

export interface Tables {
  readonly records: Table<RecordKey> | null;
  readonly facts: Table<FactKey> | null;
  readonly milestones: Table<MilestoneKey> | null;
}

/** The first sheet that holds each; none where there is no such sheet. */
export function tablesIn(sheets: readonly Sheet[], codeOf: (key: string) => CodeOf): Tables {
  const first = <T>(find: (sheet: Sheet) => T | null): T | null => {
    for (const sheet of sheets) {
      const found = find(sheet);
      if (found !== null) return found;
    }
    return null;
  };
  return {
    records: first((sheet) => tableIn(sheet, RECORD_COLUMNS, 'id', codeOf)),
    facts: first((sheet) => tableIn(sheet, FACT_COLUMNS, 'fact', codeOf)),
    milestones: first((sheet) => tableIn(sheet, MILESTONE_COLUMNS, 'milestone', codeOf)),
  };
}

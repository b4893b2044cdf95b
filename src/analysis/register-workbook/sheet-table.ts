/** Finds the register's tables in the sheets of a workbook, wherever their columns stand. Pure. */
import { type Cell, type CellRead, type CodeOf, readCell } from './cells.ts';
import { FACT_COLUMNS, type FactKey } from './fact-columns.ts';
import { digestOf, MARK_KEY, type Mark, parseMark } from './mark.ts';
import { MILESTONE_COLUMNS, type MilestoneKey } from './milestone-columns.ts';
import { type Column, RECORD_COLUMNS, type RecordKey } from './record-columns.ts';

export interface Sheet {
  readonly name: string;
  /** The workbook does not show it. */
  readonly hidden?: boolean;
  /** Rows with their numbers in the file, from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/** A row as it was read. */
export interface TableRow<Key extends string> {
  readonly row: number;
  /** Empty where the row names none. */
  readonly id: string;
  /** Of its id, in whichever row that stands; of a row without an id its own. */
  readonly mark: Mark | null;
  /** Id of the other row that its cells are of: ids were sorted or pasted apart from what stands beside them. */
  readonly apart: string | null;
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
  /** Headings that are none of ours, or of a column that is there already. */
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

/** How many cells say what they said when the row of a mark left. */
const agreeing = (mark: Mark, said: readonly (readonly [string, CellRead])[]): number =>
  said.filter(([key, read]) => 'value' in read && digestOf(read.value) === mark.digestOf(key)).length;

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
  // A heading that comes again, as on printed pages, is no row.
  const isHead = ({ cells }: Sheet['rows'][number]) =>
    keyIn(cells[places.get(idKey) ?? mark ?? -1]) === (places.has(idKey) ? idKey : MARK_KEY);
  const body = rows.slice(at + 1).filter((row) => !isHead(row));
  const leftOf = (cells: readonly Cell[]) => (mark === undefined ? null : parseMark(cells[mark]));
  const marks = new Map(body.flatMap(({ cells }) => leftOf(cells) ?? []).map((left) => [left.id, left]));
  const read = ({ row, cells }: Sheet['rows'][number]): TableRow<Key> => {
    const cellAt = (key: string): Cell => cells[places.get(key) ?? -1] ?? null;
    const stated = readCell(cellAt(idKey), { kind: 'text' });
    const left = leftOf(cells);
    // Where the column of ids was deleted the mark still knows.
    const named = 'value' in stated && typeof stated.value === 'string' ? stated.value : '';
    const id = places.has(idKey) ? named : (left?.id ?? '');
    const own = marks.get(id);
    const readAs = (column: Column<Key, Of>) => readCell(cellAt(column.key), column, codeOf(column.key));
    const isApart = (): boolean => {
      if (left === null || own === undefined || left.id === id) return false;
      const said = there.filter(({ key }) => key !== idKey).map((column) => [column.key, readAs(column)] as const);
      return agreeing(left, said) > agreeing(own, said);
    };
    return {
      row,
      id,
      mark: own ?? left,
      apart: isApart() ? (left?.id ?? null) : null,
      cell: (key) => (places.has(key) ? cellAt(key) : undefined),
      read(key) {
        const column = byKey.get(key);
        return column === undefined ? undefined : readAs(column);
      },
      blank: there.every(({ key }) => String(cellAt(key) ?? '').trim() === ''),
    };
  };
  return {
    sheet: name,
    headings: new Map(there.map(({ key }) => [key, String(head.cells[places.get(key) ?? -1] ?? key)])),
    missing: known.filter((key) => !places.has(key)),
    unknown: head.cells.flatMap((cell, index) => {
      const key = keyIn(cell);
      return key === null || key === '' || (isKnown(key) && places.get(key) === index) ? [] : [String(cell)];
    }),
    rows: body.map(read),
  };
}

export interface Tables {
  readonly records: Table<RecordKey> | null;
  readonly facts: Table<FactKey> | null;
  readonly milestones: Table<MilestoneKey> | null;
  /** Sheets that hold one of these once more, and are not read. */
  readonly copies: readonly string[];
}

/** The first sheet that holds each, one that is shown before those that are not; none where there is no such sheet. */
export function tablesIn(sheets: readonly Sheet[], codeOf: (key: string) => CodeOf): Tables {
  const ordered = [
    ...sheets.filter(({ hidden }) => hidden !== true),
    ...sheets.filter(({ hidden }) => hidden === true),
  ];
  const copies: string[] = [];
  const first = <T>(find: (sheet: Sheet) => T | null): T | null => {
    const [found, ...more] = ordered.flatMap((sheet) => {
      const table = find(sheet);
      return table === null ? [] : [{ table, name: sheet.name }];
    });
    copies.push(...more.map(({ name }) => name));
    return found?.table ?? null;
  };
  return {
    records: first((sheet) => tableIn(sheet, RECORD_COLUMNS, 'id', codeOf)),
    facts: first((sheet) => tableIn(sheet, FACT_COLUMNS, 'fact', codeOf)),
    milestones: first((sheet) => tableIn(sheet, MILESTONE_COLUMNS, 'milestone', codeOf)),
    copies,
  };
}

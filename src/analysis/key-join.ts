/** A table joined to the rows of a set by a key column on both sides: which row is which, and what found nothing. */
import { type FOLDS, type Fold, joinKey } from '../domain/join-key.ts';
import { type Column, valueAt } from '../domain/point-set.ts';

/** Rows, from 0, that have one key. */
export interface KeyRows {
  readonly key: string;
  readonly rows: readonly number[];
}

/** What is to be known of one side. */
export interface KeySide {
  /** Keys that the other side does not have, in the order of their rows. */
  readonly unmatched: readonly KeyRows[];
  /** Keys that several rows of this side have. */
  readonly doubled: readonly KeyRows[];
  /** Rows without a key. */
  readonly blank: readonly number[];
}

export interface KeyJoin {
  /** Of each row of the set, its row of the table; -1 where it has none. A key that the table has twice joins nothing. */
  readonly tableRow: Int32Array;
  /** Rows of the set that were joined. */
  readonly joined: number;
  readonly set: KeySide;
  readonly table: KeySide;
  /** Cells of both key columns that were folded, by how. */
  readonly folded: Readonly<Record<Fold, number>>;
}

interface Keyed {
  readonly column: Column;
  readonly count: number;
  /** Rows that are not there any more. */
  readonly without?: ReadonlySet<number>;
}

interface Side {
  readonly byKey: ReadonlyMap<string, number[]>;
  readonly blank: readonly number[];
}

function sideOf({ column, count, without }: Keyed, folded: Record<Fold, number>): Side {
  const byKey = new Map<string, number[]>();
  const blank: number[] = [];
  for (let row = 0; row < count; row++) {
    if (without?.has(row)) continue;
    const { key, folds } = joinKey(valueAt(column, row));
    for (const fold of folds) folded[fold]++;
    if (key === '') {
      blank.push(row);
      continue;
    }
    const same = byKey.get(key);
    if (same === undefined) byKey.set(key, [row]);
    else same.push(row);
  }
  return { byKey, blank };
}

function listed({ byKey, blank }: Side, other: Side): KeySide {
  const rows = [...byKey].map(([key, found]) => ({ key, rows: found }));
  return {
    unmatched: rows.filter(({ key }) => !other.byKey.has(key)),
    doubled: rows.filter(({ rows: found }) => found.length > 1),
    blank,
  };
}

export function joinByKey(set: Keyed, table: Keyed): KeyJoin {
  const folded = { trimmed: 0, width: 0, decimals: 0 } satisfies Record<(typeof FOLDS)[number], number>;
  const [own, other] = [sideOf(set, folded), sideOf(table, folded)];
  const tableRow = new Int32Array(set.count).fill(-1);
  let joined = 0;
  for (const [key, rows] of own.byKey) {
    const found = other.byKey.get(key);
    const [only] = found ?? [];
    if (found?.length !== 1 || only === undefined) continue;
    for (const row of rows) {
      tableRow[row] = only;
      joined++;
    }
  }
  return { tableRow, joined, set: listed(own, other), table: listed(other, own), folded };
}

/** Rows that are looked at to see which columns have the same keys. */
const SAMPLE = 2000;

/** The pair of columns of which most cells of the table find a row; null where none finds any. */
export function likelyKeys(
  columns: readonly Column[],
  count: number,
  tableRows: readonly (readonly (string | number | null)[])[],
): { readonly set: number; readonly table: number } | null {
  const known = columns.map(
    (column) => new Set(Array.from({ length: Math.min(count, SAMPLE) }, (_, row) => joinKey(valueAt(column, row)).key)),
  );
  let best: { set: number; table: number; found: number; different: number } | null = null;
  for (let table = 0; table < (tableRows[0]?.length ?? 0); table++) {
    const keys = tableRows.map((cells) => joinKey(cells[table] ?? null).key).filter((key) => key !== '');
    known.forEach((has, set) => {
      const found = new Set(keys.filter((key) => has.has(key))).size;
      // Of two that find as many, the column with more different values tells rows apart better.
      if (found > 0 && (best === null || found > best.found || (found === best.found && has.size > best.different)))
        best = { set, table, found, different: has.size };
    });
  }
  return best;
}

/** Which columns hold the keys, by their places in the two files. */
export interface JoinKeys {
  readonly setId: string;
  readonly setColumn: number;
  readonly tableColumn: number;
}

export interface JoinReport {
  readonly setId: string;
  readonly tableName: string;
  /** The key columns, as they are called. */
  readonly keys: { readonly set: string; readonly table: string };
  /** Columns that came to the set. */
  readonly names: readonly string[];
  readonly join: KeyJoin;
  /** Rows of the set and of the table. */
  readonly rows: { readonly set: number; readonly table: number };
}

/** Columns of a table as columns of the set that it is joined to. */
import { type Column, type PointSet, packText, valueAt } from '../domain/point-set.ts';

/** A column with the table's cell for each row of the set; blank where a row has none. */
function gathered(column: Column, tableRow: Int32Array, name: string, joined: string): Column {
  switch (column.kind) {
    case 'number':
      return {
        kind: 'number',
        name,
        joined,
        values: Float64Array.from(tableRow, (row) => column.values[row] ?? Number.NaN),
      };
    case 'coded': {
      const blank = column.values.indexOf('');
      const values = blank === -1 ? [...column.values, ''] : column.values;
      const none = blank === -1 ? values.length - 1 : blank;
      return {
        kind: 'coded',
        name,
        joined,
        values,
        codes: Uint32Array.from(tableRow, (row) => column.codes[row] ?? none),
      };
    }
    case 'text': {
      const texts = Array.from(tableRow, (row) => (row < 0 ? '' : String(valueAt(column, row) ?? '')));
      return { ...packText(name, texts), joined };
    }
  }
}

export interface Joined {
  readonly set: PointSet;
  /** Names of the columns that came, as the set has them. */
  readonly names: readonly string[];
}

/**
 * The set with the table's columns but for its key. One that came from a table of this name before is put in its place; a
 * name that the set has already is told apart by the table's.
 *
 * @param tableRow of each row of the set, its row of the table; -1 where it has none
 */
export function withJoined(
  set: PointSet,
  table: Pick<PointSet, 'name' | 'columns'>,
  key: number,
  tableRow: Int32Array,
): Joined {
  const columns = [...set.columns];
  const names: string[] = [];
  const taken = (name: string) => columns.some((column) => column.name === name);
  for (const [at, column] of table.columns.entries()) {
    if (at === key) continue;
    const full = `${column.name} (${table.name})`;
    const before = columns.findIndex(
      ({ name, joined }) => joined === table.name && (name === column.name || name === full) && !names.includes(name),
    );
    const name = columns[before]?.name ?? freeName(column.name, full, taken);
    const made = gathered(column, tableRow, name, table.name);
    if (before === -1) columns.push(made);
    else columns[before] = made;
    names.push(name);
  }
  return { set: { ...set, columns }, names };
}

function freeName(name: string, full: string, taken: (name: string) => boolean): string {
  if (!taken(name)) return name;
  for (let n = 1; ; n++) {
    const next = n === 1 ? full : `${full} ${n}`;
    if (!taken(next)) return next;
  }
}

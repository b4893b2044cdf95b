/** A table without places joined to the rows of a set: its columns come to the set, and what found nothing is told. */
import { editedColumn } from '../../analysis/edited-column.ts';
import { withJoined } from '../../analysis/joined-columns.ts';
import { type JoinKeys, type JoinReport, joinByKey } from '../../analysis/key-join.ts';
import { note } from '../../data/import/guards/notes.ts';
import type { Imported } from '../../data/import/types.ts';
import { changesOf, type ImportedSet, readOf } from './imported-set.ts';

/** @returns null where a column is not there. What the user has edited of the key counts; rows taken out do not. */
export function joinTable(
  item: ImportedSet,
  table: Imported,
  { setColumn, tableColumn }: Omit<JoinKeys, 'setId'>,
): { readonly read: Imported; readonly report: JoinReport } | null {
  const { set, receipt } = readOf(item);
  const { cells, deleted } = changesOf(item).edits;
  const [asRead, other] = [set.columns[setColumn], table.set.columns[tableColumn]];
  if (asRead === undefined || other === undefined) return null;
  const own = cells.get(setColumn);
  const key = own === undefined ? asRead : editedColumn(asRead, own);
  const join = joinByKey(
    { column: key, count: set.count, without: new Set(deleted) },
    { column: other, count: table.set.count },
  );
  const { set: joined, names } = withJoined(set, table.set, tableColumn, join.tableRow);
  const tableName = table.set.name;
  const said = note('joined-table', {
    table: tableName,
    columns: names.length,
    key: asRead.name,
    joined: join.joined,
    of: set.count - deleted.length,
  });
  const earlier = receipt.warnings.filter(
    ({ code, params }) => code !== 'joined-table' || params['table'] !== tableName,
  );
  return {
    read: { set: joined, receipt: { ...receipt, warnings: [...earlier, said] } },
    report: {
      setId: item.id,
      tableName,
      keys: { set: asRead.name, table: other.name },
      names,
      join,
      rows: { set: set.count - deleted.length, table: table.set.count },
    },
  };
}

/** What stood in a cell before the user wrote it. */
import { cellText } from '../../analysis/edited-column.ts';
import { fileRow } from '../../domain/set-changes.ts';
import type { I18n } from '../../i18n/index.ts';
import { changesOf, type ImportedSet, readOf } from '../../state/imports/imported-set.ts';

/** Null where the cell is as it was read. `row` as it is shown. */
export function editedWords({ t }: I18n, item: ImportedSet, row: number, column: number): string | null {
  if (item.set.columns[column]?.edited?.has(row) !== true) return null;
  const file = readOf(item).set.columns[column];
  const was = file === undefined ? '' : cellText(file, fileRow(changesOf(item).edits.deleted, row));
  return was === '' ? t('cellEditedEmpty') : t('cellEdited', { was });
}

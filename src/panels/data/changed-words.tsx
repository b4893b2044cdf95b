/** How many cells and rows of a set are not as they were read; nothing where all are. */
import { editedCells } from '../../domain/set-changes.ts';
import { useApp } from '../../state/app.ts';
import { changesOf, type ImportedSet } from '../../state/imports/imported-set.ts';

export function ChangedWords({ item }: { readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { edits } = changesOf(item);
  const [cells, rows] = [editedCells(edits), edits.deleted.length];
  const parts = [
    ...(cells > 0 ? [t('setCellsEdited', { n: cells })] : []),
    ...(rows > 0 ? [t('setRowsOut', { n: rows })] : []),
    ...(cells > 0 ? [t('rowPlaceStays')] : []),
  ];
  return parts.length === 0 ? null : <p class="small muted">{parts.join(' · ')}</p>;
}

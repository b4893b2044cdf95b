/** The cell of the cross table that narrows the list, and the way to let it go. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/context.ts';
import type { CellFilter } from '../../state/plan-address.ts';
import { keyWords } from './key-words.ts';

export default function CellChip({ cell }: { readonly cell: CellFilter }) {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => need.words('plan'), []);
  if (!i18n.value.has('plan')) return null;
  const what = cell.map(({ axis, key }) => keyWords(i18n.value, state, axis, key)).join(' × ');
  return (
    <button
      type="button"
      class="cell-chip"
      aria-label={`${t('benchCell', { what })}: ${t('benchCellClear')}`}
      onClick={() => state.actions.setCell(null)}
    >
      {what} <span aria-hidden="true">×</span>
    </button>
  );
}

/** The cell of the cross table that narrows the list or an imported set, and the way to let it go. */
import { batch } from '@preact/signals';
import type { CellFilter } from '../../domain/axis.ts';
import { useApp } from '../../state/app.ts';
import { keyWords } from './key-names.ts';

interface ChipProps {
  readonly cell: CellFilter;
  /** The imported set that it narrows; the register where absent. */
  readonly setId?: string;
}

export default function CellChip({ cell, setId }: ChipProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const what = cell.map(({ axis, key }) => keyWords(i18n.value, state, axis, key)).join(' × ');
  const imports = state.imports.value;
  const clear = () => {
    if (setId !== undefined) return imports?.refilter(setId, { cell: null });
    // A cell of a table of all goes as it came: everywhere.
    return batch(() => {
      state.actions.setCell(null);
      imports?.clearCells(cell);
    });
  };
  return (
    <button
      type="button"
      class="cell-chip"
      aria-label={`${t('planCell', { what })}: ${t('planCellClear')}`}
      onClick={clear}
    >
      {what} <span aria-hidden="true">×</span>
    </button>
  );
}

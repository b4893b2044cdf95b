/** The rows of an imported set that pass its filter. */
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { RowPages } from './row-pages.tsx';

interface ListProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function SetList({ imports, item }: ListProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { openRows, showRows } = imports;
  const { id, set, rows } = item;
  const open = openRows.value?.setId === id ? openRows.value : null;
  return (
    <details
      open={open !== null}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now && open === null) showRows({ setId: id, page: 0, left: null });
        else if (!now && open !== null) showRows(null);
      }}
    >
      <summary>{t('setList')}</summary>
      {open !== null && (
        <RowPages
          total={rows?.length ?? set.count}
          at={(index) => ({ item, row: rows?.[index] ?? index })}
          page={open.page}
          left={open.left === null ? null : { setId: id, row: open.left }}
          onReturned={() => showRows({ ...open, left: null })}
          onTurn={(page) => showRows({ setId: id, page, left: null })}
          onChoose={(ref, page) => {
            showRows({ setId: id, page, left: ref.row });
            imports.stacks.open(null);
            imports.choose(ref);
          }}
        />
      )}
    </details>
  );
}

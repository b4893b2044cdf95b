/** The rows of an imported set by pages: what the map shows as points, for whoever does not see or point at it. */
import { useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { labelAt } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet, Imports } from '../../state/imports/imports.ts';
import { placeWords } from './row-place.ts';

const PAGE = 50;

interface ListProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function SetList({ imports, item }: ListProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { openRows, showRows } = imports;
  const open = openRows.value?.setId === item.id;
  return (
    <details
      open={open}
      onToggle={(event) => {
        const now = event.currentTarget.open;
        if (now && !open) showRows({ setId: item.id, page: 0, left: null });
        else if (!now && open) showRows(null);
      }}
    >
      <summary>{t('setList')}</summary>
      {open && <Page imports={imports} item={item} page={openRows.value.page} />}
    </details>
  );
}

function Page({ imports, item: { id, set, rows }, page: wanted }: ListProps & { readonly page: number }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const list = useRef<HTMLOListElement>(null);
  const total = rows?.length ?? set.count;
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const page = Math.min(wanted, last);
  const from = page * PAGE;
  const shown = Array.from({ length: Math.min(PAGE, total - from) }, (_, i) => rows?.[from + i] ?? from + i);
  useSignalEffect(() => {
    const left = imports.openRows.value?.left ?? null;
    if (left === null || imports.chosen.value !== null) return;
    imports.showRows({ setId: id, page, left: null });
    list.current?.querySelector<HTMLElement>(`[data-row="${left}"]`)?.focus();
  });
  const turn = (by: number) => imports.showRows({ setId: id, page: page + by, left: null });
  return (
    <div class="set-list">
      <p role="status" class="small muted tabular">
        {total === 0 ? t('setListNone') : t('setListPage', { from: from + 1, to: from + shown.length, total })}
      </p>
      <ol ref={list} start={from + 1}>
        {shown.map((row) => (
          <li key={row}>
            <button
              type="button"
              class="link-button"
              data-row={row}
              onClick={() => {
                imports.showRows({ setId: id, page, left: row });
                imports.choose({ setId: id, row });
              }}
            >
              {labelAt(set, row) || t('rowUnnamed')}
            </button>{' '}
            <span class="muted small">{placeWords(i18n.value, set, row)}</span>
          </li>
        ))}
      </ol>
      {last > 0 && (
        <p class="actions">
          <button type="button" class="link-button" disabled={page === 0} onClick={() => turn(-1)}>
            {t('setListBack')}
          </button>
          <button type="button" class="link-button" disabled={page === last} onClick={() => turn(1)}>
            {t('setListOn')}
          </button>
        </p>
      )}
    </div>
  );
}

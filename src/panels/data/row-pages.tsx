/** Rows by pages, each a button that opens it: what the map shows as points, for whoever does not see or point at it. */
import { useEffect, useRef } from 'preact/hooks';
import { labelAt } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import { placeWords } from './row-place.ts';

/** Rows on a page. */
export const PAGE = 50;

export interface ListedRow {
  readonly item: ImportedSet;
  readonly row: number;
  /** What is said of it; where it stands and how surely, where absent. */
  readonly said?: string;
  /** Name of its set, where the list has several. */
  readonly of?: string;
}

interface RowPagesProps {
  readonly total: number;
  readonly at: (index: number) => ListedRow | null;
  readonly page: number;
  /** The row that was open: the focus comes back to it. */
  readonly left: RowRef | null;
  readonly onReturned: () => void;
  readonly onTurn: (page: number) => void;
  readonly onChoose: (ref: RowRef, page: number) => void;
}

export function RowPages({ total, at, page: wanted, left, onReturned, onTurn, onChoose }: RowPagesProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const list = useRef<HTMLOListElement>(null);
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  const page = Math.min(wanted, last);
  const from = page * PAGE;
  const shown = Array.from({ length: Math.min(PAGE, total - from) }, (_, i) => at(from + i)).filter(
    (each) => each !== null,
  );
  useEffect(() => {
    if (left === null) return;
    const rows = list.current?.querySelectorAll<HTMLElement>(`[data-row="${left.row}"]`) ?? [];
    [...rows].find(({ dataset }) => dataset.set === left.setId)?.focus();
    onReturned();
  }, [left]);
  return (
    <div class="set-list">
      <p role="status" class="small muted tabular">
        {total === 0 ? t('setListNone') : t('setListPage', { from: from + 1, to: from + shown.length, total })}
      </p>
      <ol ref={list} start={from + 1}>
        {shown.map(({ item: { id, set }, row, of, said }) => (
          <li key={`${id} ${row}`}>
            <button
              type="button"
              class="link-button"
              data-set={id}
              data-row={row}
              onClick={() => onChoose({ setId: id, row }, page)}
            >
              {labelAt(set, row) || t('rowUnnamed')}
            </button>{' '}
            <span class="muted small">
              {said ?? placeWords(i18n.value, set, row)}
              {of !== undefined && ` · ${of}`}
            </span>
          </li>
        ))}
      </ol>
      {last > 0 && (
        <p class="actions">
          <button type="button" class="link-button" disabled={page === 0} onClick={() => onTurn(page - 1)}>
            {t('setListBack')}
          </button>
          <button type="button" class="link-button" disabled={page === last} onClick={() => onTurn(page + 1)}>
            {t('setListOn')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The rows of a set as a table beside the map: sorted, searched, chosen here or on the map, copied to a spreadsheet. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type RowSort, tableRows } from '../../analysis/table-rows.ts';
import type { Cell } from '../../data/export/csv.ts';
import { toTsv } from '../../data/export/tsv.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { type Column, labelAt, valueAt } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SortHead, TableScroll } from '../../ui/table.tsx';
import { PanelHead } from '../shared/panel-head.tsx';

/** Rows on a page. */
const PAGE = 100;
/** More rows are for a file: a clipboard holds them in one piece. */
const MOST_COPIED = 20_000;

export function SetTable({ imports, item }: { readonly imports: Imports; readonly item: ImportedSet }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { id, set, look, rows } = item;
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<RowSort | null>(null);
  const [wanted, setPage] = useState(0);
  const box = useRef<HTMLElement>(null);
  // The button that opened it is gone: the next key goes on from here, and a list that was scrolled is at its top.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [id]);
  const found = useMemo(() => tableRows(set, rows, search, sort), [set, rows, search, sort]);
  const ref = imports.chosen.value;
  const chosen = ref?.setId === id ? ref.row : null;
  const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
  const page = Math.min(wanted, last);
  const shown = found.subarray(page * PAGE, (page + 1) * PAGE);
  // What was chosen on the map is looked up here.
  useEffect(() => {
    const at = chosen === null ? -1 : found.indexOf(chosen);
    if (at >= 0) setPage(Math.floor(at / PAGE));
  }, [chosen, found]);
  const sortBy = (column: number) => {
    setPage(0);
    setSort({ column, descending: sort?.column === column && !sort.descending });
  };
  return (
    <article class="panel" aria-label={look.name} ref={box} tabIndex={-1}>
      <PanelHead title={look.name} kicker={t('setTable')} />
      <div class="panel-body set-table">
        <p class="actions">
          <LinkButton onClick={() => imports.showTable(null)}>{t('tableBack')}</LinkButton>
          <Copy columns={set.columns} rows={found} />
        </p>
        <div class="data-field">
          <input
            type="search"
            aria-label={t('tableSearch')}
            placeholder={t('tableSearch')}
            value={search}
            onInput={(event) => {
              setPage(0);
              setSearch(event.currentTarget.value);
            }}
          />
        </div>
        <p role="status" class="small muted tabular">
          {found.length === 0
            ? t('tableNone')
            : t('setListPage', { from: page * PAGE + 1, to: page * PAGE + shown.length, total: found.length })}
        </p>
        <TableScroll label={look.name}>
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">{t('receiptRow')}</th>
                {set.columns.map((column, at) => (
                  <SortHead
                    key={`${at} ${column.name}`}
                    active={sort?.column === at}
                    descending={sort?.descending === true}
                    onSort={() => sortBy(at)}
                  >
                    {plainLine(column.name)}
                  </SortHead>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from(shown, (row) => (
                <Line
                  key={row}
                  item={item}
                  row={row}
                  isChosen={row === chosen}
                  onChoose={() => imports.choose({ setId: id, row })}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
        {last > 0 && (
          <p class="actions">
            <button type="button" class="link-button" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t('setListBack')}
            </button>
            <button type="button" class="link-button" disabled={page === last} onClick={() => setPage(page + 1)}>
              {t('setListOn')}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

interface LineProps {
  readonly item: ImportedSet;
  readonly row: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Line({ item: { set }, row, isChosen, onChoose }: LineProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const name = labelAt(set, row) || t('rowUnnamed');
  return (
    <tr ref={line} class={isChosen ? 'is-chosen' : ''} onClick={onChoose}>
      <th scope="row">
        <button
          type="button"
          class="link-button tabular"
          aria-label={t('tableChoose', { n: row + 1, name })}
          aria-current={isChosen}
        >
          {String(row + 1)}
        </button>
      </th>
      {set.columns.map((column, at) => {
        const value = valueAt(column, row);
        return (
          <td key={`${at} ${column.name}`} class={column.kind === 'number' ? 'is-number tabular' : ''}>
            {typeof value === 'number' ? number(value, 10) : plainLine(value ?? '')}
          </td>
        );
      })}
    </tr>
  );
}

function Copy({ columns, rows }: { readonly columns: readonly Column[]; readonly rows: Uint32Array }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const [said, setSaid] = useState('');
  const n = Math.min(rows.length, MOST_COPIED);
  const copy = async () => {
    const head: Cell[] = columns.map(({ name }) => name);
    const lines = Array.from(rows.subarray(0, n), (row): Cell[] => columns.map((column) => valueAt(column, row)));
    try {
      await navigator.clipboard.writeText(toTsv([head, ...lines]));
      setSaid(n < rows.length ? t('tableCopiedOf', { n, total: rows.length }) : t('copied'));
    } catch {
      setSaid(t('tableNotCopied'));
    }
  };
  return (
    <>
      <LinkButton onClick={() => void copy()}>{t('tableCopy', { n })}</LinkButton>
      <span role="status" class="small muted">
        {said}
      </span>
    </>
  );
}

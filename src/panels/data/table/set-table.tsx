/** The rows of a set as a table beside the map: sorted, searched, edited, chosen here or on the map, copied to a spreadsheet. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RowSort } from '../../../analysis/table-rows.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { isEditable } from '../../../state/imports/set-edits.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { PanelHead } from '../../shared/panel-head.tsx';
import { ChangesBar } from './changes-bar.tsx';
import { ComputedFields } from './computed-fields.tsx';
import { CopyRows } from './copy-rows.tsx';
import { type CellRef, Grid } from './grid.tsx';
import { useTableRows } from './use-table-rows.ts';
import './table.css';

/** Rows on a page. */
const PAGE = 100;

interface TableProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function SetTable({ imports, item }: TableProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const { id, set, look, rows } = item;
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<RowSort | null>(null);
  const [wanted, setPage] = useState(0);
  const [active, setActive] = useState<CellRef | null>(null);
  const [withDistricts, setDistricts] = useState((set.located?.disagreeing.length ?? 0) > 0);
  const box = useRef<HTMLElement>(null);
  // The button that opened it is gone: the next key goes on from here, and a list that was scrolled is at its top.
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [id]);
  const { found, isWorking, isStale, sortAgain } = useTableRows(imports, item, search, sort);
  const ref = imports.chosen.value;
  const chosen = ref?.setId === id ? ref.row : null;
  const last = Math.max(0, Math.ceil(found.length / PAGE) - 1);
  const page = Math.min(wanted, last);
  const shown = found.subarray(page * PAGE, (page + 1) * PAGE);
  const turnTo = (row: number | null) => {
    const at = row === null ? -1 : found.indexOf(row);
    if (at >= 0) setPage(Math.floor(at / PAGE));
  };
  // What was chosen on the map is looked up here; a row that a new order moved is followed.
  useEffect(() => turnTo(chosen), [chosen, found]);
  useEffect(() => turnTo(active?.row ?? null), [active, found]);
  const sortBy = (column: number) => {
    setPage(0);
    setActive(null);
    setSort({ column, descending: sort?.column === column && !sort.descending });
  };
  const turn = (to: number) => {
    setActive(null);
    setPage(to);
  };
  return (
    <article class="panel" aria-label={look.name} ref={box} tabIndex={-1}>
      <PanelHead title={look.name} kicker={t('setTable')} />
      <div class="panel-body set-table">
        <p class="actions">
          <LinkButton
            onClick={() => {
              // It says that it leads to the list of data: the card of the row would stand in between.
              imports.choose(null);
              imports.showTable(null);
            }}
          >
            {t('tableBack')}
          </LinkButton>
          <CopyRows columns={set.columns} rows={found} />
        </p>
        {isEditable(item) && (
          <>
            <ComputedFields imports={imports} item={item} />
            <ChangesBar
              imports={imports}
              item={item}
              chosen={chosen}
              found={found}
              narrowed={search.trim() !== '' || rows !== undefined}
            />
          </>
        )}
        <div class="data-field">
          <input
            type="search"
            aria-label={t('tableSearch')}
            placeholder={t('tableSearch')}
            value={search}
            onInput={(event) => {
              turn(0);
              setSearch(event.currentTarget.value);
            }}
          />
        </div>
        <label class="data-check">
          <input
            type="checkbox"
            checked={withDistricts}
            onChange={(event) => setDistricts(event.currentTarget.checked)}
          />
          <span>{t('tableDistricts')}</span>
        </label>
        <p role="status" class="small muted tabular">
          {isWorking
            ? t('setWorking')
            : found.length === 0
              ? t('tableNone')
              : t('setListPage', { from: page * PAGE + 1, to: page * PAGE + shown.length, total: found.length })}
        </p>
        {isStale && (
          <p role="status" class="small muted">
            {t('tableStale')} <LinkButton onClick={sortAgain}>{t('tableSortAgain')}</LinkButton>
          </p>
        )}
        <Grid
          imports={imports}
          item={item}
          found={found}
          shown={shown}
          sort={sort}
          withDistricts={withDistricts}
          onSort={sortBy}
          chosen={chosen}
          active={active}
          onActive={setActive}
        />
        {last > 0 && (
          <p class="actions">
            <button type="button" class="link-button" disabled={page === 0} onClick={() => turn(page - 1)}>
              {t('setListBack')}
            </button>
            <button type="button" class="link-button" disabled={page === last} onClick={() => turn(page + 1)}>
              {t('setListOn')}
            </button>
          </p>
        )}
      </div>
    </article>
  );
}

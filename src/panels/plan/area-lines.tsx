/** One line an area: how many records and rows lie in it, and what a column of theirs adds up to. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { geometryKindAt } from '../../domain/geometries.ts';
import { isDatumAssumed } from '../../domain/point-set.ts';
import { useApp } from '../../state/app.ts';
import { isFiltered } from '../../state/filter.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { Note } from '../../ui/pieces.tsx';
import { CopyButton } from '../shared/copy-button.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { useTurns } from '../shared/turns.ts';
import {
  type AreaCounts,
  type AreaSort,
  areaCounts,
  type CountSource,
  countSources,
  type SortKey,
  type SumChoice,
  sortedAreas,
} from './area-counts.ts';
import { areaFile } from './area-file.ts';
import { AreaTable } from './area-table.tsx';
import { SumSelect } from './sum-select.tsx';

interface LinesProps {
  readonly item: ImportedSet;
  /** What chooses the set, and what of it is shown. */
  readonly tools: ComponentChildren;
}

const areaRows = ({ set, rows }: ImportedSet): Uint32Array =>
  (rows ?? Uint32Array.from({ length: set.count }, (_, row) => row)).filter(
    (row) => geometryKindAt(set.geometries, row) === 'area',
  );

/** A number is looked for from its greatest, a name from its first. */
function turned({ key, descending }: AreaSort, next: SortKey): AreaSort {
  if (JSON.stringify(key) === JSON.stringify(next)) return { key: next, descending: !descending };
  return { key: next, descending: next.by === 'count' || next.by === 'sum' };
}

export function AreaLines({ item, tools }: LinesProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { set, look } = item;
  const sum = useSignal<SumChoice | null>(null);
  const sort = useSignal<AreaSort>({ key: { by: 'row' }, descending: false });
  const visible = state.imports.value?.visible.value;
  const sources = useMemo(
    () => countSources(state, item, sum.value),
    [state.visibleSites.value, visible, set, sum.value],
  );
  const counts = useTurns(() => areaCounts(state, set, sources), [set, sources]);
  const rows = useMemo(() => areaRows(item), [set, item.rows]);
  const sorted = useMemo(
    () => (counts === null ? rows : sortedAreas(set, rows, counts, sort.value)),
    [rows, counts, sort.value],
  );
  const table = () =>
    counts === null ? [] : areaFile(i18n.value, { item, sources, counts, rows: sorted, sum: sum.value });
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p>{t('areasIntro')}</p>
        <div class="wide-tools">
          {tools}
          <SumSelect sources={sources} chosen={sum.value} onChoose={(next) => (sum.value = next)} />
          <CopyButton rows={table} />
          <CsvButton table="areas" title={t('planAreas')} rows={table} />
        </div>
      </div>
      {isFiltered(state.filters.value) && (
        <Note>
          {t('askFiltered', { n: number(state.visibleSites.value.length), total: number(state.sites.value.length) })}
        </Note>
      )}
      {isDatumAssumed(set) && <Note tone="warning">{t('areasDatum')}</Note>}
      {counts !== null && <Unknown sources={sources} counts={counts} />}
      <p role="status" class="small muted">
        {counts === null ? t('areasCounting') : t('areasShown', { n: rows.length, name: look.name })}
      </p>
      <AreaTable
        item={item}
        rows={sorted}
        sources={sources}
        counts={counts}
        sum={sum.value}
        sort={sort.value}
        onSort={(key) => (sort.value = turned(sort.value, key))}
      />
    </div>
  );
}

/** Rows that are in no number, since neither a place nor a district of theirs is known. */
function Unknown({ sources, counts }: { readonly sources: readonly CountSource[]; readonly counts: AreaCounts }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  return (
    <>
      {sources.map(({ id, name }, at) => {
        const n = counts.unknown[at] ?? 0;
        return n === 0 ? null : <Note key={id}>{t('areasUnknown', { n, name: name ?? t('register') })}</Note>;
      })}
    </>
  );
}

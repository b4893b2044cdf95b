/** The table of areas with their counts, a page at a time. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { plainLine } from '../../domain/plain-line.ts';
import { labelAt } from '../../domain/point-set.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SortHead, TableScroll } from '../../ui/table.tsx';
import { rangeWords } from '../shared/range-words.ts';
import {
  type AreaCounts,
  type AreaSort,
  type CountSource,
  rangeAt,
  type SortKey,
  type SumChoice,
} from './area-counts.ts';
import { plainFigure } from './measure-words.ts';

/** Lines on a page. */
const PAGE = 100;

interface TableProps {
  readonly item: ImportedSet;
  /** In order. */
  readonly rows: Uint32Array;
  readonly sources: readonly CountSource[];
  /** Null while they are counted. */
  readonly counts: AreaCounts | null;
  readonly sum: SumChoice | null;
  readonly sort: AreaSort;
  readonly onSort: (key: SortKey) => void;
}

/** "120 (80–200)": with the point inside, then the least and the greatest that is left open. */
function sumWords(i18n: I18n, { found }: AreaCounts, source: number, row: number): string {
  const [least, middle, greatest] = (['least', 'middle', 'greatest'] as const).map((each) =>
    plainFigure(i18n, found[source]?.[each][row] ?? 0),
  );
  if (least === greatest) return middle ?? '';
  return i18n.t('certainPossible', { inside: middle ?? '', certain: least ?? '', possible: greatest ?? '' });
}

export function AreaTable({ item: { id: setId, set }, rows, sources, counts, sum, sort, onSort }: TableProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const wanted = useSignal(0);
  useEffect(() => {
    wanted.value = 0;
  }, [sort]);
  const summed = sources.findIndex(({ id }) => id === sum?.source);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = Math.min(wanted.value, last);
  const open = (row: number) => {
    state.imports.value?.choose({ setId, row });
    state.actions.openView('data');
  };
  const head = (key: SortKey, words: string, className = 'is-number') => (
    <SortHead
      key={`${key.by} ${words}`}
      class={className}
      active={JSON.stringify(sort.key) === JSON.stringify(key)}
      descending={sort.descending}
      onSort={() => onSort(key)}
    >
      {words}
    </SortHead>
  );
  return (
    <>
      <TableScroll label={t('planAreas')}>
        <table class="wide-table areas-table">
          <caption class="visually-hidden">{t('planAreas')}</caption>
          <thead>
            <tr>
              {head({ by: 'name' }, t('areasName'), 'is-corner')}
              {head({ by: 'row' }, t('areasRow'))}
              {sources.map(({ name }, source) => head({ by: 'count', source }, name ?? t('register')))}
              {summed >= 0 && head({ by: 'sum', source: summed }, plainLine(sum?.column ?? ''))}
            </tr>
          </thead>
          <tbody>
            {Array.from(rows.subarray(page * PAGE, (page + 1) * PAGE), (row) => (
              <tr key={row}>
                <th scope="row">
                  <LinkButton onClick={() => open(row)}>
                    {labelAt(set, row) || t('askOwnRowOf', { n: row + 1 })}
                  </LinkButton>
                </th>
                <td class="tabular is-number">{number(row + 1)}</td>
                {sources.map(({ id }, at) => {
                  const found = counts?.found[at];
                  return (
                    <td key={id} class="tabular is-number">
                      {found === undefined ? '…' : rangeWords(i18n.value, rangeAt(found, row))}
                    </td>
                  );
                })}
                {summed >= 0 && (
                  <td class="tabular is-number">{counts === null ? '…' : sumWords(i18n.value, counts, summed, row)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {last > 0 && (
        <p class="actions">
          <button type="button" class="link-button" disabled={page === 0} onClick={() => (wanted.value = page - 1)}>
            {t('areasBack')}
          </button>
          <button type="button" class="link-button" disabled={page === last} onClick={() => (wanted.value = page + 1)}>
            {t('areasOn')}
          </button>
        </p>
      )}
    </>
  );
}

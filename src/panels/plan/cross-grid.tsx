/** The grid of a cross table, with sums on both sides. */
import { type CellGroups, type CrossTable, type ShareOf, totals } from '../../analysis/cross-table.ts';
import { behindOf, type Group, measureOf } from '../../analysis/group-measures.ts';
import type { CellFilter } from '../../domain/axis.ts';
import type { MeasureKind } from '../../domain/measures.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';
import { shareWords } from '../shared/share-words.ts';
import { axisWords, keyWords } from './key-names.ts';
import { measureWords } from './measure-words.ts';

export type ShareChoice = ShareOf | 'none';

interface GridProps {
  readonly table: CrossTable;
  readonly share: ShareChoice;
  /** A column in place of the counts; null where records are counted. */
  readonly measured: { readonly kind: MeasureKind; readonly groups: CellGroups } | null;
  /** Leads to the records of a cell on the map. */
  readonly onCell: (cell: CellFilter) => void;
}

interface CellParts {
  readonly n: number;
  /** Records that the share is of; absent where none is shown. */
  readonly whole?: number;
  readonly group: Group | null;
  readonly label: string;
  readonly filter: CellFilter;
}

export function CrossGrid({ table, share: of, measured, onCell }: GridProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { rowAxis, columnAxis, rowKeys, columnKeys } = table;
  const sums = totals(table);
  const rowName = (key: string) => keyWords(i18n.value, state, rowAxis, key);
  const columnName = (key: string) => keyWords(i18n.value, state, columnAxis, key);
  const cell = ({ n, whole = 0, group, label, filter }: CellParts) => {
    const text =
      measured === null || group === null
        ? shareWords(i18n.value, n, of === 'none' ? 0 : whole)
        : t('nRows', { n: behindOf(group, measured.kind) });
    if (n === 0) return <td class="is-empty tabular">{measured === null ? 0 : '–'}</td>;
    const value =
      measured === null || group === null
        ? number(n)
        : measureWords(i18n.value, measureOf(group, measured.kind, measured.groups.total), measured.kind);
    const content = (
      <>
        <b class="tabular">{value}</b>
        {text !== '' && <span class="tabular muted">{text}</span>}
      </>
    );
    if (filter.length === 0) return <td>{content}</td>;
    return (
      <td>
        <button
          type="button"
          class="cross-cell"
          aria-label={`${label}: ${value} ${text} ${t('crossShow')}`}
          onClick={() => onCell(filter)}
        >
          {content}
        </button>
      </td>
    );
  };
  const groups = measured?.groups ?? null;
  const wholeOf = (r: number, c: number) =>
    (of === 'row' ? sums.rows[r] : of === 'column' ? sums.columns[c] : sums.all) ?? 0;
  return (
    <TableScroll label={`${axisWords(i18n.value, rowAxis)} × ${axisWords(i18n.value, columnAxis)}`}>
      <table class="wide-table cross-grid">
        <caption class="visually-hidden">{t('planCross')}</caption>
        <thead>
          <tr>
            <td class="is-corner" />
            {columnKeys.map((key) => (
              <th key={key} scope="col">
                {columnName(key)}
              </th>
            ))}
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {rowKeys.map((key, r) => (
            <tr key={key}>
              <th scope="row">{rowName(key)}</th>
              {columnKeys.map((other, c) =>
                cell({
                  n: sums.cells[r]?.[c] ?? 0,
                  whole: wholeOf(r, c),
                  group: groups?.cell(r, c) ?? null,
                  label: `${rowName(key)}, ${columnName(other)}`,
                  filter: [
                    { axis: rowAxis, key },
                    { axis: columnAxis, key: other },
                  ],
                }),
              )}
              {cell({
                n: sums.rows[r] ?? 0,
                whole: of === 'row' ? (sums.rows[r] ?? 0) : sums.all,
                group: groups?.row(r) ?? null,
                label: `${rowName(key)}, ${t('total')}`,
                filter: [{ axis: rowAxis, key }],
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {columnKeys.map((key, c) =>
              cell({
                n: sums.columns[c] ?? 0,
                whole: of === 'column' ? (sums.columns[c] ?? 0) : sums.all,
                group: groups?.column(c) ?? null,
                label: `${columnName(key)}, ${t('total')}`,
                filter: [{ axis: columnAxis, key }],
              }),
            )}
            {cell({ n: sums.all, group: groups?.all ?? null, label: t('total'), filter: [] })}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

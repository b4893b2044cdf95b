/** The grid of a cross table, with sums on both sides. */
import { type CrossTable, type ShareOf, share, totals } from '../../analysis/cross-table.ts';
import type { CellFilter } from '../../domain/axis.ts';
import { useApp } from '../../state/app.ts';
import { TableScroll } from '../../ui/table.tsx';
import { AXIS_WORDS, keyWords } from './key-names.ts';

export type ShareChoice = ShareOf | 'none';

interface GridProps {
  readonly table: CrossTable;
  readonly share: ShareChoice;
  /** Leads to the records of a cell on the map. */
  readonly onCell: (cell: CellFilter) => void;
}

export function CrossGrid({ table, share: of, onCell }: GridProps) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { rowAxis, columnAxis, rowKeys, columnKeys } = table;
  const sums = totals(table);
  const rowName = (key: string) => keyWords(i18n.value, state, rowAxis, key);
  const columnName = (key: string) => keyWords(i18n.value, state, columnAxis, key);
  const cell = (n: number, part: number | null, label: string, filter: CellFilter) => {
    const text = part === null ? '' : `${number(part * 100, 0)}%`;
    if (n === 0) return <td class="is-empty tabular">0</td>;
    const content = (
      <>
        <b class="tabular">{number(n)}</b>
        {text !== '' && <span class="tabular muted">{text}</span>}
      </>
    );
    if (filter.length === 0) return <td>{content}</td>;
    return (
      <td>
        <button
          type="button"
          class="cross-cell"
          aria-label={`${label}: ${number(n)} ${text} ${t('crossShow')}`}
          onClick={() => onCell(filter)}
        >
          {content}
        </button>
      </td>
    );
  };
  const part = (r: number, c: number) => (of === 'none' ? null : share(sums, r, c, of));
  const ratio = (n: number, whole: number) => (of === 'none' || whole === 0 ? null : n / whole);
  return (
    <TableScroll label={`${t(AXIS_WORDS[rowAxis])} × ${t(AXIS_WORDS[columnAxis])}`}>
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
                cell(sums.cells[r]?.[c] ?? 0, part(r, c), `${rowName(key)}, ${columnName(other)}`, [
                  { axis: rowAxis, key },
                  { axis: columnAxis, key: other },
                ]),
              )}
              {cell(
                sums.rows[r] ?? 0,
                of === 'row' ? ratio(1, 1) : ratio(sums.rows[r] ?? 0, sums.all),
                `${rowName(key)}, ${t('total')}`,
                [{ axis: rowAxis, key }],
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            {columnKeys.map((key, c) =>
              cell(
                sums.columns[c] ?? 0,
                of === 'column' ? ratio(1, 1) : ratio(sums.columns[c] ?? 0, sums.all),
                `${columnName(key)}, ${t('total')}`,
                [{ axis: columnAxis, key }],
              ),
            )}
            {cell(sums.all, null, t('total'), [])}
          </tr>
        </tfoot>
      </table>
    </TableScroll>
  );
}

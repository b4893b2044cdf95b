/** The cross table as rows for a file: counts, then what they add up to. */
import { type CrossTable, totals } from '../../analysis/cross-table.ts';
import type { Cell } from '../../data/export/csv.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { keyWords } from './key-names.ts';

export function crossCsv(i18n: I18n, state: Pick<AppState, 'things' | 'clusters'>, table: CrossTable): Cell[][] {
  const { t } = i18n;
  const sums = totals(table);
  return [
    ['id', t('planCross'), ...table.columnKeys.map((key) => keyWords(i18n, state, table.columnAxis, key)), t('total')],
    ...table.rowKeys.map((key, r): Cell[] => [
      key,
      keyWords(i18n, state, table.rowAxis, key),
      ...(sums.cells[r] ?? []),
      sums.rows[r] ?? 0,
    ]),
    ['total', t('total'), ...sums.columns, sums.all],
  ];
}

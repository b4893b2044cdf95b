/** The cross table as rows for a file: counts, then what they add up to. */
import { type CellGroups, type CrossTable, totals } from '../../analysis/cross-table.ts';
import { type Group, measureOf } from '../../analysis/group-measures.ts';
import type { Cell } from '../../data/export/csv.ts';
import type { MeasureKind } from '../../domain/measures.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { keyWords } from './key-names.ts';

interface Measured {
  readonly kind: MeasureKind;
  readonly groups: CellGroups;
}

/** Counts, or what is said of a column; without a number the cell is empty. */
export function crossCsv(
  i18n: I18n,
  state: Pick<AppState, 'things' | 'clusters'>,
  table: CrossTable,
  measured: Measured | null = null,
): Cell[][] {
  const { t } = i18n;
  const sums = totals(table);
  const of = (count: number, group: (groups: CellGroups) => Group): Cell =>
    measured === null ? count : measureOf(group(measured.groups), measured.kind, measured.groups.total);
  return [
    ['id', t('planCross'), ...table.columnKeys.map((key) => keyWords(i18n, state, table.columnAxis, key)), t('total')],
    ...table.rowKeys.map((key, r): Cell[] => [
      key,
      keyWords(i18n, state, table.rowAxis, key),
      ...table.columnKeys.map((_, c) => of(sums.cells[r]?.[c] ?? 0, (groups) => groups.cell(r, c))),
      of(sums.rows[r] ?? 0, (groups) => groups.row(r)),
    ]),
    [
      'total',
      t('total'),
      ...table.columnKeys.map((_, c) => of(sums.columns[c] ?? 0, (groups) => groups.column(c))),
      of(sums.all, ({ all }) => all),
    ],
  ];
}

/** Two columns of numbers against each other, with a range for each that keys can move. */
import { useMemo } from 'preact/hooks';
import { pairsOf } from '../../../analysis/column-chart.ts';
import { columnNamed } from '../../../analysis/column-classes.ts';
import { type ColumnFilter, newColumnFilter } from '../../../domain/column-filter.ts';
import { numbersOf } from '../../../domain/column-values.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import { labelAt, type PointSet } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { NumberFields } from '../number-filter.tsx';
import { withFilter } from './bar-filter.ts';
import { ChartTable } from './chart-table.tsx';
import { Scatter } from './scatter.tsx';

/** Rows of the table beside the chart: more are for the table of the set. */
const TABLE_ROWS = 50;

export interface ChartProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

function numbersNamed(set: PointSet, name: string): Float64Array | null {
  const column = columnNamed(set, name);
  return column === undefined ? null : numbersOf(column, set.count);
}

export function PairChart({ imports, item, x, y }: ChartProps & { readonly x: string; readonly y: string }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { set, rows, filter, id } = item;
  const [xs, ys] = useMemo(() => [numbersNamed(set, x), numbersNamed(set, y)], [set, x, y]);
  const pairs = useMemo(() => (xs === null || ys === null ? null : pairsOf(xs, ys, rows)), [xs, ys, rows]);
  const all = useMemo(() => (xs === null || ys === null ? null : pairsOf(xs, ys, undefined)), [xs, ys]);
  if (pairs === null || all === null || xs === null || ys === null) return null;
  const put = (columns: readonly ColumnFilter[]) => imports.refilter(id, { columns });
  const range = (column: string, [from, to]: readonly [number, number]): ColumnFilter => ({
    kind: 'number',
    column,
    from,
    to,
    blank: false,
  });
  const chosen = imports.chosen.value;
  const isFiltered = filter.columns.some(({ column }) => column === x || column === y);
  const n = pairs.rows.length;
  return (
    <>
      <Scatter
        label={t('chartScatter', { x: plainLine(x), y: plainLine(y), n })}
        pairs={pairs}
        all={all}
        x={xs}
        y={ys}
        chosen={chosen?.setId === id ? chosen.row : null}
        onFrame={(across, up) => put(withFilter(withFilter(filter.columns, x, range(x, across)), y, range(y, up)))}
        onRow={(row) => imports.choose({ setId: id, row })}
      />
      <p class="chart-ends small tabular">
        <span>{number(pairs.x[0], 2)}</span>
        <span>{plainLine(x)} →</span>
        <span>{number(pairs.x[1], 2)}</span>
      </p>
      <p class="small muted">
        ↑ {plainLine(y)}: {number(pairs.y[0], 2)} – {number(pairs.y[1], 2)}.{' '}
        {t('chartPairs', { n, without: pairs.without })} {t('chartScatterHint')}
      </p>
      {[x, y].map((name) => (
        <Range
          key={name}
          set={set}
          name={name}
          filter={filter.columns.find(({ column }) => column === name)}
          onChange={(next) => put(withFilter(filter.columns, name, next))}
        />
      ))}
      {isFiltered && (
        <p class="actions">
          <LinkButton onClick={() => put(withFilter(withFilter(filter.columns, x, null), y, null))}>
            {t('setFilterClear')}
          </LinkButton>
        </p>
      )}
      <p class="small muted">{t('chartFirst', { n: Math.min(n, TABLE_ROWS) })}</p>
      <ChartTable
        head={[t('setName'), plainLine(x), plainLine(y)]}
        rows={Array.from(pairs.rows.subarray(0, TABLE_ROWS), (row) => [
          labelAt(set, row) || t('rowUnnamed'),
          number(xs[row] ?? 0, 2),
          number(ys[row] ?? 0, 2),
        ])}
      />
    </>
  );
}

interface RangeProps {
  readonly set: PointSet;
  readonly name: string;
  readonly filter: ColumnFilter | undefined;
  readonly onChange: (next: ColumnFilter) => void;
}

function Range({ set, name, filter, onChange }: RangeProps) {
  const column = columnNamed(set, name);
  const first = newColumnFilter('number', name);
  const own = filter?.kind === 'number' ? filter : first;
  if (column === undefined || own.kind !== 'number') return null;
  return (
    <fieldset class="data-group">
      <legend>{plainLine(name)}</legend>
      <NumberFields filter={own} column={column} count={set.count} onChange={onChange} />
    </fieldset>
  );
}

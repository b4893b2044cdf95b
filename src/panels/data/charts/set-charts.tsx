/** Charts of a set: one column as bars, or two as sums by category or as points. What is chosen there is filtered. */
import { useId, useMemo, useState } from 'preact/hooks';
import { type BarKind, barsOf } from '../../../analysis/column-chart.ts';
import { filterKinds } from '../../../analysis/column-choices.ts';
import { columnNamed } from '../../../analysis/column-classes.ts';
import { isMeasure, measureColumns, numbersOf } from '../../../domain/column-values.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import type { Column, PointSet } from '../../../domain/point-set.ts';
import { useApp } from '../../../state/app.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';
import { LinkButton } from '../../../ui/pieces.tsx';
import { BarChart, barLabel } from './bar-chart.tsx';
import { chosenBars, filterOfBars, withFilter } from './bar-filter.ts';
import { ChartTable } from './chart-table.tsx';
import { type ChartProps, PairChart } from './pair-chart.tsx';
import './charts.css';

const isBarKind = (kind: string): kind is BarKind => kind === 'number' || kind === 'date' || kind === 'category';

/** As what a column can be drawn, the likeliest first: by the kinds that it can be filtered as. */
const kindsOf = (column: Column, { count }: PointSet): readonly BarKind[] =>
  filterKinds(column, count).filter(isBarKind);

/** The first column that says the most: a measure, else one of kinds or dates. */
function firstColumn(set: PointSet): string | null {
  const measure = measureColumns(set)[0]?.name;
  return measure ?? set.columns.find((column) => kindsOf(column, set).length > 0)?.name ?? null;
}

export default function SetCharts({ imports, item }: ChartProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const id = useId();
  const { set } = item;
  const names = useMemo(
    () => [...new Set(set.columns.filter((column) => kindsOf(column, set).length > 0).map(({ name }) => name))],
    [set],
  );
  const [name, setName] = useState(() => firstColumn(set));
  const [as, setAs] = useState<BarKind | null>(null);
  const [second, setSecond] = useState<string | null>(null);
  const column = columnNamed(set, names.includes(name ?? '') ? (name ?? '') : (names[0] ?? ''));
  if (column === undefined) return <p class="small muted">{t('chartNone')}</p>;
  const kinds = kindsOf(column, set);
  const kind = kinds.find((each) => each === as) ?? kinds[0] ?? 'category';
  const measures = [...new Set(measureColumns(set).map((each) => each.name))].filter((each) => each !== column.name);
  const other = measures.find((each) => each === second) ?? null;
  const choose = (value: string, names_: readonly string[]) => names_[Number(value)] ?? null;
  return (
    <div class="set-charts">
      <div class="data-fields">
        <div class="data-field">
          <label for={`${id}column`}>{t('chartColumn')}</label>
          <select
            id={`${id}column`}
            value={String(names.indexOf(column.name))}
            onChange={(event) => {
              setName(choose(event.currentTarget.value, names));
              setAs(null);
            }}
          >
            {names.map((each, at) => (
              <option key={each} value={String(at)}>
                {plainLine(each)}
              </option>
            ))}
          </select>
        </div>
        {kinds.length > 1 && (
          <div class="data-field">
            <label for={`${id}as`}>{t('chartAs')}</label>
            <select
              id={`${id}as`}
              value={kind}
              onChange={({ currentTarget: { value } }) => setAs(isBarKind(value) ? value : null)}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {t(`chartAs.${each}`)}
                </option>
              ))}
            </select>
          </div>
        )}
        {measures.length > 0 && (
          <div class="data-field">
            <label for={`${id}with`}>{t('chartWith')}</label>
            <select
              id={`${id}with`}
              value={other === null ? '' : String(measures.indexOf(other))}
              onChange={({ currentTarget: { value } }) => setSecond(value === '' ? null : choose(value, measures))}
            >
              <option value="">{t('chartWithNone')}</option>
              {measures.map((each, at) => (
                <option key={each} value={String(at)}>
                  {t(kind === 'number' ? 'chartAgainst' : 'chartSum', { name: each })}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {kind === 'number' && other !== null ? (
        <PairChart imports={imports} item={item} x={column.name} y={other} />
      ) : (
        <ColumnBars imports={imports} item={item} column={column} kind={kind} sum={other} />
      )}
    </div>
  );
}

interface BarsProps extends ChartProps {
  readonly column: Column;
  readonly kind: BarKind;
  /** The column that is summed, by its name; null counts rows. */
  readonly sum: string | null;
}

function ColumnBars({ imports, item, column, kind, sum }: BarsProps) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const { set, rows, filter, id } = item;
  const measure = useMemo(() => {
    const of = sum === null ? undefined : columnNamed(set, sum);
    const values = of === undefined ? null : numbersOf(of, set.count);
    return of !== undefined && values !== null && isMeasure(of, values) ? values : null;
  }, [set, sum]);
  const bars = useMemo(() => barsOf(set, column, kind, rows, measure), [set, column, kind, rows, measure]);
  if (bars === null) return null;
  const own = filter.columns.find((each) => each.column === column.name);
  const put = (chosen: readonly number[]) =>
    imports.refilter(id, {
      columns: withFilter(filter.columns, column.name, filterOfBars(kind, column.name, bars.bars, chosen)),
    });
  const label = plainLine(column.name);
  const [first, last] = [bars.bars[0], bars.bars.at(-1)];
  return (
    <>
      <BarChart
        name={label}
        bars={bars}
        isSum={measure !== null}
        chosen={chosenBars(kind, bars.bars, own)}
        marked={markedBar(imports, item, column, bars)}
        onChoose={put}
      />
      {kind !== 'category' && first !== undefined && last !== undefined && (
        <p class="chart-ends small tabular">
          <span>{kind === 'number' ? number(first.from, 2) : first.text}</span>
          <span>{kind === 'number' ? number(last.to, 2) : last.text}</span>
        </p>
      )}
      {bars.others.categories > 0 && (
        <p class="small muted">
          {t('chartOthers', {
            n: bars.others.categories,
            shown: number(bars.others.shown, 2),
            all: number(bars.others.all, 2),
          })}
        </p>
      )}
      {bars.blank > 0 && <p class="small muted">{t('chartBlank', { n: bars.blank })}</p>}
      <p class="small muted">{t('chartHint')}</p>
      {own !== undefined && (
        <p class="actions">
          <LinkButton onClick={() => put([])}>{t('chartClear')}</LinkButton>
        </p>
      )}
      <ChartTable
        head={[label, t('chartShown'), t('chartAll')]}
        rows={bars.bars.map((bar) => [barLabel(bar, kind, number), number(bar.shown, 2), number(bar.all, 2)])}
      />
    </>
  );
}

/** The bar in which the row that is open stands. */
function markedBar(
  imports: Imports,
  { id, set }: ImportedSet,
  column: Column,
  bars: NonNullable<ReturnType<typeof barsOf>>,
): number | null {
  const chosen = imports.chosen.value;
  if (chosen?.setId !== id) return null;
  // The bars of that row alone.
  const alone = barsOf(set, column, bars.kind, Uint32Array.of(chosen.row));
  const at = alone === null ? -1 : alone.bars.findIndex(({ shown }) => shown > 0);
  const found = alone?.bars[at];
  const place =
    found === undefined
      ? -1
      : bars.bars.findIndex(({ text, from }) => (text === '' ? from === found.from : text === found.text));
  return place < 0 ? null : place;
}

/** Cross table: one attribute against another; every cell leads to its records on the map. */
import { batch, useSignal } from '@preact/signals';
import { countedImport } from '../../analysis/counted-set.ts';
import { cellGroups, crossTable, type Source } from '../../analysis/cross-table.ts';
import { registerSet } from '../../analysis/register-set.ts';
import { passingRows } from '../../analysis/set-rows.ts';
import type { CellFilter } from '../../domain/axis.ts';
import { type MeasureColumn, measureColumns } from '../../domain/column-values.ts';
import { type ColumnMeasure, MEASURES, measureFor, measuresOf } from '../../domain/measures.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { useApp } from '../../state/app.ts';
import { filterSites, isFiltered } from '../../state/filter.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import { Note } from '../../ui/pieces.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { Disagreeing } from '../shared/disagreeing.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { ConcentrationSection } from './concentration-section.tsx';
import { asColumn, axesOffered, axesShown, commonAxes, isCommonCell } from './cross-axes.ts';
import { crossCsv } from './cross-csv.ts';
import { CrossGrid, type ShareChoice } from './cross-grid.tsx';
import { axisChoices } from './key-names.ts';
import { MEASURE_WORDS } from './measure-words.ts';
import { ServeSection } from './serve-section.tsx';
import './plan.css';

const SHARES: readonly ShareChoice[] = ['none', 'all', 'row', 'column'];
export default function CrossView() {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const { plan } = state;
  const shown = useSignal<ShareChoice>('none');
  const shownMeasure = useSignal<ColumnMeasure | null>(null);

  // The cell that a table sets does not narrow the table.
  const filters = { ...state.filters.value, cell: null };
  const sites = filterSites(state.sites.value, filters, state.unitsOf);
  const imports = state.imports.value;
  const imported = imports?.sets.value ?? [];
  const of = imports?.shownTogether.value === true ? 'all' : (imports?.subject.value ?? 'register');
  const register: Source = { counted: registerSet(sites, t('register')) };
  const sets = imported.map((item) => {
    const rows = rowsWithoutCell(item);
    const counted = countedImport(item.set);
    return { id: item.id, name: item.look.name, source: rows === undefined ? { counted } : { counted, rows } };
  });
  const sources =
    of === 'register'
      ? [register]
      : of === 'all'
        ? [register, ...sets.map(({ source }) => source)]
        : sets.filter(({ id }) => id === of).map(({ source }) => source);
  // A column belongs to one set: several together are counted.
  const single = sets.find(({ id }) => id === of);
  const offered = axesOffered(single?.source.counted.set ?? null);
  const { row, column } = axesShown(plan.cross.value, imports?.columnAxes.value, offered);
  const table = crossTable(sources.length === 0 ? [register] : sources, row, column);
  const measures = single === undefined ? [] : measureColumns(single.source.counted.set);
  const measure = shownMeasure.value;
  const found = measures.find(({ name }) => name === measure?.column);
  const measured =
    single === undefined || found === undefined || measure === null
      ? null
      : { kind: measureFor(found, measure.kind), groups: cellGroups(single.source, table, found.values) };
  /** The cell narrows what the table counted, and nothing else. */
  const showCell = (cell: CellFilter) =>
    batch(() => {
      const counted = of === 'all' ? sets : sets.filter(({ id }) => id === of);
      for (const { id } of counted) imports?.showCell(id, cell);
      if ((of === 'all' || counted.length === 0) && isCommonCell(cell)) state.actions.showCell(cell);
      else state.actions.select(null);
    });
  const setAxis = (side: 'row' | 'column', value: string) => {
    const next = offered.find((axis) => axis === value);
    if (next === undefined) return;
    // Choosing the other's axis swaps the two.
    const other = side === 'row' ? column : row;
    const axes = next === other ? { row: column, column: row } : { row, column, [side]: next };
    batch(() => {
      imports?.setColumnAxes({ row: asColumn(axes.row), column: asColumn(axes.column) });
      state.actions.openCross(commonAxes(axes, plan.cross.value));
    });
  };
  const choices = axisChoices(i18n.value, offered);
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p>{t('crossIntro')}</p>
        <div class="wide-tools">
          <Choice label={t('crossRows')} value={row} choices={choices} onChange={(value) => setAxis('row', value)} />
          <Choice
            label={t('crossColumns')}
            value={column}
            choices={choices}
            onChange={(value) => setAxis('column', value)}
          />
          <Choice
            label={t('crossShares')}
            value={shown.value}
            choices={SHARES.map((share) => [share, t(`share.${share}`)])}
            onChange={(value) => (shown.value = SHARES.find((share) => share === value) ?? 'none')}
          />
          {imported.length > 0 && (
            <Choice
              label={t('askOf')}
              value={of}
              choices={[
                ['register', t('register')],
                ...sets.map(({ id, name }): [string, string] => [id, name]),
                ['all', t('crossTogether')],
              ]}
              onChange={(value) =>
                value === 'all' ? imports?.countTogether() : imports?.count(value === 'register' ? null : value)
              }
            />
          )}
          {measures.length > 0 && (
            <MeasureChoice
              columns={measures}
              value={measured === null || measure === null ? null : { ...measure, kind: measured.kind }}
              onChange={(next) => (shownMeasure.value = next)}
            />
          )}
          <CsvButton table="cross" title={t('planCross')} rows={() => crossCsv(i18n.value, state, table, measured)} />
        </div>
      </div>
      {isFiltered(filters) && (
        <Note>{t('askFiltered', { n: number(sites.length), total: number(state.sites.value.length) })}</Note>
      )}
      <CrossGrid table={table} share={shown.value} measured={measured} onCell={showCell} />
      <p class="wide-aside">
        {t('crossNote2')} <HowCounted />
      </p>
      {imported
        .filter(({ id }) => of === 'all' || id === of)
        .map((item) => (
          <Disagreeing key={item.id} item={item} />
        ))}
      <ConcentrationSection sources={sources.length === 0 ? [register] : sources} />
      {imported.length > 0 && <ServeSection sets={imported} />}
    </div>
  );
}

const withoutCell = new WeakMap<ImportedSet, Uint32Array>();

/** Rows that pass the rest of a set's filter; undefined where all do. */
function rowsWithoutCell(item: ImportedSet): Uint32Array | undefined {
  if (item.filter.cell === null) return item.rows;
  const rows = withoutCell.get(item) ?? passingRows(item.set, { ...item.filter, cell: null });
  if (rows !== undefined) withoutCell.set(item, rows);
  return rows;
}

/** Which column stands in the cells in place of the counts, and what of it. */
function MeasureChoice({
  columns,
  value,
  onChange,
}: {
  readonly columns: readonly MeasureColumn[];
  readonly value: ColumnMeasure | null;
  readonly onChange: (next: ColumnMeasure | null) => void;
}) {
  const { t } = useApp().i18n.value;
  const at = columns.findIndex(({ name }) => name === value?.column);
  return (
    <>
      <Choice
        label={t('crossMeasure')}
        value={String(at)}
        choices={[
          ['-1', t('crossCount')],
          ...columns.map(({ title }, index): [string, string] => [String(index), plainLine(title)]),
        ]}
        onChange={(chosen) => {
          const column = columns[Number(chosen)];
          const kind = value?.kind ?? 'sum';
          onChange(column === undefined ? null : { column: column.name, kind: measureFor(column, kind) });
        }}
      />
      {value !== null && (
        <Choice
          label={t('measure')}
          value={value.kind}
          choices={measuresOf(columns[at] ?? { summable: true }).map((kind) => [kind, t(MEASURE_WORDS[kind])])}
          onChange={(chosen) => onChange({ ...value, kind: MEASURES.find((kind) => kind === chosen) ?? 'sum' })}
        />
      )}
    </>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label class="compact-select is-labelled">
      {props.label}{' '}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

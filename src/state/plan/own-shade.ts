/** Shading by the user's own rows: what is offered, and one number a district. */
import { among } from '../../analysis/answer.ts';
import { byDistrict } from '../../analysis/by-area.ts';
import { type DistrictValue, districtCounts, FEWEST_DISTRICTS } from '../../analysis/choropleth.ts';
import { classify, classOf } from '../../analysis/classify.ts';
import { type ColumnSums, columnSums, type Spread } from '../../analysis/column-sums.ts';
import { countedImport, countedPlace, recordsOf } from '../../analysis/counted-set.ts';
import { behindOf, type Group, grouped, measureOf, totalOf } from '../../analysis/group-measures.ts';
import { columnTitle, measureColumns, numbersOf } from '../../domain/column-values.ts';
import { type MeasureKind, measuresOf } from '../../domain/measures.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { DISTRICT_IDS, type DistrictId } from '../../domain/vocabulary.ts';
import type { ImportedSet } from '../imports/imported-set.ts';
import type { OwnShade } from './plan.ts';
import { CLASSES, type OwnColumn, type ShadeView, spreadOf } from './shade-view.ts';

export type NamedColumn = Pick<OwnColumn, 'set' | 'column' | 'how'>;

export interface OwnChoice {
  /** With a slash, so that it is never the key of a figure. */
  readonly key: string;
  readonly shade: Omit<OwnShade, 'method'>;
  readonly column: NamedColumn;
}

function keyOf({ setId, column, how }: Omit<OwnShade, 'method'>): string {
  return `own/${setId}/${column === null ? 'rows' : `${column}/${how}`}`;
}

/** The rows of each set, and what can be said of each column that measures something in enough districts. */
export function ownChoices(sets: readonly ImportedSet[]): OwnChoice[] {
  return sets.flatMap(({ id: setId, set, look }) => {
    const choice = (column: number | null, name: string | null, how: MeasureKind): OwnChoice => {
      const shade = { setId, column, how };
      return { key: keyOf(shade), shade, column: { set: look.name, column: name, how } };
    };
    return [
      choice(null, null, 'sum'),
      ...measureColumns(set).flatMap(({ at, title, values, summable }) =>
        isKnownEnough(set, values) ? measuresOf({ summable }).map((how) => choice(at, title, how)) : [],
      ),
    ];
  });
}

/** Whether enough districts have a number: rows are read until they do. */
function isKnownEnough(set: PointSet, values: Float64Array): boolean {
  const districtOf = countedPlace(set);
  const met = new Set<number>();
  for (let row = 0; row < set.count && met.size < FEWEST_DISTRICTS; row++) {
    const at = districtOf(row);
    if (at < DISTRICT_IDS.length && Number.isFinite(values[row] ?? Number.NaN)) met.add(at);
  }
  return met.size >= FEWEST_DISTRICTS;
}

/** The rows that pass the set's filter, by district; null where the set or the column is not there. */
export function ownShadeView(sets: readonly ImportedSet[], shade: OwnShade): ShadeView | null {
  const imported = sets.find(({ id }) => id === shade.setId);
  if (imported === undefined) return null;
  const { set, look, rows } = imported;
  const counted = countedImport(set);
  const records = recordsOf(counted, rows);
  const named = { set: look.name, how: shade.how };
  const left = records.filter((row) => counted.districtsOf(row).counted === null);
  if (shade.column === null) {
    const counts = districtCounts([rows === undefined ? { counted } : { counted, rows }]);
    const values = DISTRICT_IDS.map((district) => districtValue(district, counts.get(district)?.inside ?? 0));
    const own: OwnColumn = { ...named, column: null, left: left.length, empty: 0 };
    const spreads = new Map([...counts].map(([id, range]) => [id, spreadOf(range)]));
    return { ...viewOf(shade, values), counts, spreads, behind: null, own };
  }
  const column = set.columns[shade.column];
  const numbers = column === undefined ? null : numbersOf(column, set.count);
  if (column === undefined || numbers === null) return null;
  const groups = grouped(records, numbers, (row) => counted.districtsOf(row).counted);
  const total = totalOf(groups.values());
  const of = (id: DistrictId): Group => groups.get(id) ?? { missing: 0, numbers: [] };
  const values = DISTRICT_IDS.map((district) => districtValue(district, measureOf(of(district), shade.how, total)));
  const behind = new Map(DISTRICT_IDS.map((id): [DistrictId, number] => [id, behindOf(of(id), shade.how)]));
  const own: OwnColumn = {
    ...named,
    column: columnTitle(column, set.count),
    left: left.filter((row) => Number.isFinite(numbers[row] ?? Number.NaN)).length,
    empty: records.filter((row) => !Number.isFinite(numbers[row] ?? Number.NaN)).length,
  };
  const spreads = new Map(
    DISTRICT_IDS.flatMap((id) => {
      const answer = among(byDistrict(counted, id), rows);
      const spread = measureSpread(columnSums({ counted, answer, values: numbers, rows }), shade.how);
      return spread === null ? [] : [[id, spread] as const];
    }),
  );
  return { ...viewOf(shade, values), counts: null, spreads, behind, own };
}

/** One measure of an answer as least, middle and greatest; null where no row has a number. */
function measureSpread(sums: ColumnSums, how: MeasureKind): Spread | null {
  return how === 'missing' ? spreadOf(sums.missing) : sums[how];
}

const districtValue = (district: DistrictId, value: number | null): DistrictValue => ({
  district,
  value,
  why: value === null ? 'not-stated' : null,
  figures: [],
});

function viewOf(
  shade: OwnShade,
  values: readonly DistrictValue[],
): Omit<ShadeView, 'own' | 'counts' | 'spreads' | 'behind'> {
  const classes = classify(
    values.map(({ value }) => value),
    CLASSES,
    shade.method,
  );
  return {
    key: { key: keyOf(shade), figureKey: null, perKm2: false },
    years: [],
    year: null,
    values,
    classes,
    shaded: new Map(values.map(({ district, value }) => [district, classOf(classes, value)])),
    unit: null,
    figures: [],
  };
}

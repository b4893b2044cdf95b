/** Shading by the user's own rows: what is offered, and one number by stated district. */
import { type DistrictValue, districtColumn, districtCounts } from '../../analysis/choropleth.ts';
import { classify, classOf } from '../../analysis/classify.ts';
import { countedImport, recordsOf } from '../../analysis/counted-set.ts';
import type { ImportedSet } from '../imports/imported-set.ts';
import type { OwnShade } from './plan.ts';
import { CLASSES, type OwnColumn, type ShadeView } from './shade-view.ts';

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

/** The rows of each set, and the sum and the mean of each of its numeric columns. */
export function ownChoices(sets: readonly ImportedSet[]): OwnChoice[] {
  return sets.flatMap(({ id: setId, set, look }) => {
    const choice = (column: number | null, name: string | null, how: OwnShade['how']): OwnChoice => {
      const shade = { setId, column, how };
      return { key: keyOf(shade), shade, column: { set: look.name, column: name, how } };
    };
    return [
      choice(null, null, 'sum'),
      ...set.columns.flatMap(({ kind, name }, at) =>
        kind === 'number' ? [choice(at, name, 'sum'), choice(at, name, 'mean')] : [],
      ),
    ];
  });
}

/** The rows that pass the set's filter, by stated district; null where the set or the column is not there. */
export function ownShadeView(sets: readonly ImportedSet[], shade: OwnShade): ShadeView | null {
  const imported = sets.find(({ id }) => id === shade.setId);
  if (imported === undefined) return null;
  const { set, look, rows } = imported;
  const counted = countedImport(set);
  const total = rows?.length ?? set.count;
  const named = { set: look.name, how: shade.how };
  const view = (values: readonly DistrictValue[], own: OwnColumn): ShadeView => {
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
      counts: null,
      classes,
      shaded: new Map(values.map(({ district, value }) => [district, classOf(classes, value)])),
      unit: null,
      figures: [],
      own,
    };
  };
  if (shade.column === null) {
    const counts = districtCounts([rows === undefined ? { counted } : { counted, rows }]);
    const values = [...counts].map(
      ([district, { certain }]): DistrictValue => ({ district, value: certain, why: null, figures: [] }),
    );
    const left = recordsOf(counted, rows).filter((row) => counted.districtsOf(row).length !== 1).length;
    return view(values, { ...named, column: null, left, empty: 0 });
  }
  const column = set.columns[shade.column];
  if (column?.kind !== 'number') return null;
  const { districts, left } = districtColumn(counted, column.values, shade.how, rows);
  const values = districts.map(
    ({ district, value }): DistrictValue => ({
      district,
      value,
      why: value === null ? 'not-stated' : null,
      figures: [],
    }),
  );
  const used = districts.reduce((sum, { records }) => sum + records, 0);
  return view(values, { ...named, column: column.name, left, empty: total - used - left });
}

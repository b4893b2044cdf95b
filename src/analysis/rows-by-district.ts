/** Rows of a set of one's own by district, as a chart of a stop: with the point inside, from certain to possible. */
import type { PointSet } from '../domain/point-set.ts';
import type { ChartRow, TourChart } from '../domain/tour-chart.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { countedImport } from './counted-set.ts';
import type { Range } from './tally.ts';

const PLACES = [...DISTRICT_IDS, 'elsewhere', 'none'] as const;

interface Counts extends Range {
  readonly place: DistrictId | 'elsewhere' | 'none';
}

const last = new WeakMap<PointSet, { readonly rows: Uint32Array | undefined; readonly chart: TourChart }>();

/** The last answer of each set is kept. @param rows that pass the set's filter; all where absent */
export function chartOfRows(set: PointSet, rows: Uint32Array | undefined): TourChart {
  const known = last.get(set);
  if (known !== undefined && known.rows === rows) return known.chart;
  const chart: TourChart = {
    ...{ form: 'bars', tiers: [], of: 'rows', unit: 'records', figure: null, lit: null },
    series: ['certain', 'open'],
    rows: countRows(set, rows)
      // A district without any row is said; rows elsewhere or nowhere only where there are any.
      .filter(({ place, possible }) => possible > 0 || (place !== 'elsewhere' && place !== 'none'))
      .map(
        ({ place, certain, inside, possible }): ChartRow => ({
          name: { district: place },
          values: [certain, possible - certain],
          inside,
        }),
      ),
  };
  last.set(set, { rows, chart });
  return chart;
}

/** Rows of which nothing is known may be in any district, and are counted apart too. */
export function countRows(set: PointSet, rows: Uint32Array | undefined): readonly Counts[] {
  const { districtsOf } = countedImport(set);
  const counts = PLACES.map((place) => ({ place, certain: 0, inside: 0, possible: 0 }));
  const add = (at: number, level: 'certain' | 'inside' | 'possible') => {
    const count = counts[at];
    if (count === undefined) return;
    count.possible += 1;
    if (level !== 'possible') count.inside += 1;
    if (level === 'certain') count.certain += 1;
  };
  const total = rows?.length ?? set.count;
  for (let n = 0; n < total; n++) {
    const { possible, counted, certain, known, outside } = districtsOf(rows?.[n] ?? n);
    for (const district of possible) {
      const level = district !== counted ? 'possible' : certain ? 'certain' : 'inside';
      add(DISTRICT_IDS.indexOf(district), level);
    }
    if (outside === true) add(DISTRICT_IDS.length, possible.length === 0 ? 'certain' : 'inside');
    if (!known) add(DISTRICT_IDS.length + 1, 'certain');
  }
  return counts;
}

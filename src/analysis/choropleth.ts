/** One number a district, from the statistics or from counted rows. What is not known stays unknown. */
import type { Figure } from '../domain/schema/statistics.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { recordsOf } from './counted-set.ts';
import type { Source } from './cross-table.ts';
import { NOTHING, type Range } from './tally.ts';

/**
 * Why a district has no colour. `not-exact`: "over 1000" is no number to colour by; `narrower`: the figure
 * covers less than the district; `contradicting`: sources differ for that year; `no-number`: text or a range.
 */
export type NoValue = 'not-stated' | 'not-exact' | 'narrower' | 'contradicting' | 'no-number';

export interface DistrictValue {
  readonly district: DistrictId;
  readonly value: number | null;
  /** Null where there is a value. */
  readonly why: NoValue | null;
  /** What was looked at: the figures of that year, to be shown as printed. */
  readonly figures: readonly Figure[];
}

/** Year of a figure; null is "date not stated", which is a year of its own. */
export function yearOf(figure: Pick<Figure, 'asOf'>): string | null {
  return figure.asOf?.slice(0, 4) ?? null;
}

const ofDistricts = (figures: readonly Figure[], key: string): Figure[] =>
  figures.filter((figure) => figure.scope.entity === 'district' && figure.key === key);

/** Of fewer districts a map would show more of what is not known than of what is. */
export const FEWEST_DISTRICTS = 4;

/** Years that a map of `key` can show, newest first, undated last, and how many districts get a colour. */
export function availableYears(figures: readonly Figure[], key: string): { year: string | null; districts: number }[] {
  const years = [...new Set(ofDistricts(figures, key).map(yearOf))];
  years.sort((a, b) => (a === null ? 1 : b === null ? -1 : b.localeCompare(a)));
  return years.map((year) => ({
    year,
    districts: districtFigures(figures, key, year).filter(({ value }) => value !== null).length,
  }));
}

/** Keys of which enough districts have a value in some year, in the order of the statistics. */
export function availableKeys(figures: readonly Figure[]): string[] {
  const keys = [...new Set(figures.filter(({ scope }) => scope.entity === 'district').map(({ key }) => key))];
  return keys.filter((key) => availableYears(figures, key).some(({ districts }) => districts >= FEWEST_DISTRICTS));
}

/** Figures of one key and one year, a district each, in base units. */
export function districtFigures(figures: readonly Figure[], key: string, year: string | null): DistrictValue[] {
  const all = ofDistricts(figures, key).filter((figure) => yearOf(figure) === year);
  return DISTRICT_IDS.map((district): DistrictValue => {
    const own = all.filter(({ scope }) => scope.id === district);
    const whole = own.filter(({ narrower }) => !narrower);
    const exact = whole.filter(({ qualifier }) => qualifier === 'exact');
    const numbers = exact.flatMap(({ value, unit }) => (typeof value === 'number' ? [{ value, unit }] : []));
    const none = (why: NoValue): DistrictValue => ({ district, value: null, why, figures: own });
    if (own.length === 0) return none('not-stated');
    if (whole.length === 0) return none('narrower');
    if (exact.length === 0) return none('not-exact');
    const [first] = numbers;
    if (first === undefined) return none('no-number');
    if (numbers.some(({ value, unit }) => value !== first.value || unit !== first.unit)) return none('contradicting');
    return { district, value: first.value, why: null, figures: own };
  });
}

/** Values by km², e.g. people by the official area; unknown where either is. */
export function perArea(values: readonly DistrictValue[], areaKm2: ReadonlyMap<DistrictId, number>): DistrictValue[] {
  return values.map((entry): DistrictValue => {
    const area = areaKm2.get(entry.district) ?? 0;
    if (entry.value === null) return entry;
    return area > 0 ? { ...entry, value: entry.value / area } : { ...entry, value: null, why: 'not-stated' };
  });
}

/** Records by district: certain, counted there, and all that may be there. */
export function districtCounts(sources: readonly Source[]): ReadonlyMap<DistrictId, Range> {
  const counts = new Map<DistrictId, Range>(DISTRICT_IDS.map((id) => [id, NOTHING]));
  for (const { counted, rows } of sources) {
    for (const row of recordsOf(counted, rows)) {
      const { possible, counted: own, certain } = counted.districtsOf(row);
      for (const id of possible) {
        const old = counts.get(id) ?? NOTHING;
        counts.set(id, {
          certain: old.certain + (certain && id === own ? 1 : 0),
          inside: old.inside + (id === own ? 1 : 0),
          possible: old.possible + 1,
        });
      }
    }
  }
  return counts;
}

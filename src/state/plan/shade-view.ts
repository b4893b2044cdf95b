/** From the shading in the address to a class for each district. */
import {
  availableKeys,
  availableYears,
  type DistrictValue,
  districtCounts,
  districtFigures,
  FEWEST_DISTRICTS,
  perArea,
} from '../../analysis/choropleth.ts';
import { type Classes, classify, classOf } from '../../analysis/classify.ts';
import type { Spread } from '../../analysis/column-sums.ts';
import { registerSet } from '../../analysis/register-set.ts';
import type { Range } from '../../analysis/tally.ts';
import type { Base } from '../../domain/base.ts';
import type { MeasureKind } from '../../domain/measures.ts';
import type { Figure, Statistics } from '../../domain/schema/statistics.ts';
import type { Site } from '../../domain/site.ts';
import type { BaseUnit, DistrictId } from '../../domain/vocabulary.ts';
import { RECORDS, type Shade } from '../address/plan-address.ts';

/** A key with this ending is divided by the area. */
const PER_KM2 = '-per-km2';
const DENSITIES: readonly string[] = ['population-census', 'population-year-end', 'gdp'];
/** Five districts bear no more. */
export const CLASSES = 4;

export interface ShadeKey {
  readonly key: string;
  /** Key of the figures it is made from; null for the register's own counts. */
  readonly figureKey: string | null;
  readonly perKm2: boolean;
}

/** Every number that a map by district can show. */
export function shadeKeys({ figures }: Statistics): ShadeKey[] {
  const keys = availableKeys(figures);
  return [
    { key: RECORDS, figureKey: null, perKm2: false },
    { key: RECORDS + PER_KM2, figureKey: null, perKm2: true },
    ...keys.flatMap((key): ShadeKey[] => [
      { key, figureKey: key, perKm2: false },
      ...(DENSITIES.includes(key) ? [{ key: key + PER_KM2, figureKey: key, perKm2: true }] : []),
    ]),
  ];
}

export interface ShadeYear {
  readonly year: string | null;
  readonly districts: number;
}

/** What a shading by the user's own rows is made from. */
export interface OwnColumn {
  readonly set: string;
  /** Name of the column; null where rows are counted. */
  readonly column: string | null;
  readonly how: MeasureKind;
  /** Rows that no single district counts; of a column, those with a number. */
  readonly left: number;
  /** Rows without a number in the column. */
  readonly empty: number;
}

/** A count as a number with what is open of it. */
export const spreadOf = ({ certain, inside, possible }: Range): Spread => ({
  least: certain,
  middle: inside,
  greatest: possible,
});

/** A district's class on the map; null where nothing is known. */
export type Shaded = ReadonlyMap<DistrictId, number | null>;

/** What a shading shows; null where its key is not there. */
export interface ShadeView {
  readonly key: ShadeKey;
  readonly years: readonly ShadeYear[];
  readonly year: string | null;
  readonly values: readonly DistrictValue[];
  /** Records as they are counted, also where their density is shown; null for figures. */
  readonly counts: ReadonlyMap<DistrictId, Range> | null;
  /** What the uncertain rows leave open of each number, about the one that is shown; null where nothing is open. */
  readonly spreads: ReadonlyMap<DistrictId, Spread> | null;
  /** How many records stand behind the number of each district; null for figures. */
  readonly behind: ReadonlyMap<DistrictId, number> | null;
  readonly classes: Classes;
  readonly shaded: Shaded;
  readonly unit: BaseUnit | null;
  /** Figures behind the values, for label and sources. */
  readonly figures: readonly Figure[];
  /** Null where the product's own data is shown. */
  readonly own: OwnColumn | null;
}

export function shadeView(base: Base, sites: readonly Site[], statistics: Statistics, shade: Shade): ShadeView | null {
  const key = shadeKeys(statistics).find((known) => known.key === shade.key);
  if (key === undefined) return null;
  const years =
    key.figureKey === null
      ? []
      : availableYears(statistics.figures, key.figureKey).filter(({ districts }) => districts >= FEWEST_DISTRICTS);
  const asked = shade.year === 'undated' ? null : shade.year;
  const named = shade.year !== null && years.some(({ year }) => year === asked);
  // The year that most districts have, the newest of those.
  const fullest = years.reduce<ShadeYear | null>(
    (best, year) => (best === null || year.districts > best.districts ? year : best),
    null,
  );
  const year = named ? asked : (fullest?.year ?? null);
  const counts = key.figureKey === null ? districtCounts([{ counted: registerSet(sites, RECORDS) }]) : null;
  const whole =
    counts === null
      ? districtFigures(statistics.figures, key.figureKey ?? '', year)
      : [...counts].map(
          ([district, { certain }]): DistrictValue => ({ district, value: certain, why: null, figures: [] }),
        );
  const areas = new Map(base.districts.features.map(({ properties }) => [properties.id, properties.officialKm2]));
  const values = key.perKm2 ? perArea(whole, areas) : whole;
  const classes = classify(
    values.map(({ value }) => value),
    CLASSES,
    shade.method,
  );
  const figures = values.flatMap((entry) => entry.figures);
  return {
    key,
    years,
    year,
    values,
    counts,
    behind: counts === null ? null : new Map([...counts].map(([id, { certain }]) => [id, certain])),
    spreads: counts === null || key.perKm2 ? null : new Map([...counts].map(([id, range]) => [id, spreadOf(range)])),
    classes,
    shaded: new Map(values.map(({ district, value }) => [district, classOf(classes, value)])),
    unit: figures.find(({ unit }) => unit !== null)?.unit ?? null,
    figures,
    own: null,
  };
}

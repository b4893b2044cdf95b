/**
 * Rows with what one coded byte cannot say: several stated districts or towns, and which rows are parts of
 * another record. Every count reads rows through this, the register and imports alike.
 */
import { NOT_STATED, type PointSet } from '../domain/point-set.ts';
import {
  ANY_DISTRICT,
  type RowDistricts,
  statedDistricts,
  UNPACKED_DISTRICTS,
  whereabouts,
} from '../domain/row-districts.ts';
import { DISTRICT_ADCODE, DISTRICT_IDS, type DistrictId, ELSEWHERE } from '../domain/vocabulary.ts';

export interface CountedSet {
  readonly set: PointSet;
  /** True where the row is part of another record: it is listed, and the whole is counted in its stead. */
  readonly isPart: (row: number) => boolean;
  /** A record of the register is where it says; an imported row where it lies, as far as its error allows. */
  readonly districtsOf: (row: number) => RowDistricts;
  /** Stated towns, nine-digit codes. */
  readonly townsOf: (row: number) => readonly number[];
  /** Of a row that states no town, where it lies; null where that does not tell. Absent where no areas are known. */
  readonly townFound?: (row: number) => FoundTown | null;
}

/** A town that the areas of towns find by where a row lies, nine-digit codes. */
export interface FoundTown {
  /** The one whose area holds its point. */
  readonly counted: number;
  /** It is in `counted`, whatever the errors of its place and of the border. */
  readonly certain: boolean;
  /** All that it may be in, `counted` first. */
  readonly possible: readonly number[];
}

const NONE: readonly never[] = [];
const BY_ADCODE = new Map<number, DistrictId>(DISTRICT_IDS.map((id) => [DISTRICT_ADCODE[id], id]));

/** The district that a nine-digit town code belongs to; null for a code of elsewhere. */
export function districtOfTown(code: number): DistrictId | null {
  return BY_ADCODE.get(Math.floor(code / 1000)) ?? null;
}

/** What a row of an import states: its district, or that of its town. */
export const statedDistrict = (set: Pick<PointSet, 'district' | 'town'>, row: number): DistrictId | null =>
  DISTRICT_IDS[set.district[row] ?? NOT_STATED] ?? districtOfTown(set.town[row] ?? 0);

/** Rows of an import. One that states only its town states with it the town's district. */
export function countedImport(set: PointSet): CountedSet {
  const towns = new Map<number, readonly number[]>();
  return {
    set,
    isPart: () => false,
    districtsOf(row) {
      const code = set.located?.codes[row];
      if (code !== undefined) return UNPACKED_DISTRICTS[code] ?? ANY_DISTRICT;
      const district = statedDistrict(set, row);
      return district === null ? ANY_DISTRICT : statedDistricts([district]);
    },
    townsOf(row) {
      const code = set.town[row] ?? 0;
      if (code === 0) return NONE;
      const known = towns.get(code) ?? [code];
      towns.set(code, known);
      return known;
    },
  };
}

/** Where a row of an import is counted: districts, then outside all of them. */
export const COUNTED_PLACES = [...DISTRICT_IDS, ELSEWHERE] as const;
export type CountedPlace = (typeof COUNTED_PLACES)[number];

const PLACES: readonly string[] = COUNTED_PLACES;

/** By packed number; NOT_STATED where nothing is known. */
const PLACE_OF = Uint8Array.from(UNPACKED_DISTRICTS, (districts) => {
  const place = whereabouts(districts);
  const at = PLACES.indexOf(place);
  return at < 0 ? NOT_STATED : at;
});

/** Index into COUNTED_PLACES of where a row of an import is counted; NOT_STATED where nothing is known of it. */
export function countedPlace(set: PointSet): (row: number) => number {
  const codes = set.located?.codes;
  if (codes !== undefined) return (row) => PLACE_OF[codes[row] ?? 0] ?? NOT_STATED;
  return (row) => {
    const stated = statedDistrict(set, row);
    return stated === null ? NOT_STATED : DISTRICT_IDS.indexOf(stated);
  };
}

/** The rows of `rows` (all where absent) that count as records, ascending as they came. */
export function recordsOf({ set, isPart }: CountedSet, rows?: Uint32Array): Uint32Array {
  if (rows !== undefined) return rows.filter((row) => !isPart(row));
  const all = new Uint32Array(set.count);
  let n = 0;
  for (let row = 0; row < set.count; row++) if (!isPart(row)) all[n++] = row;
  return all.subarray(0, n);
}

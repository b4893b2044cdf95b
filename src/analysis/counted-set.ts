/**
 * Rows with what one coded byte cannot say: several stated districts or towns, and which rows are parts of
 * another record. Every count reads rows through this, the register and imports alike.
 */
import { districtAt, NOT_STATED, type PointSet } from '../domain/point-set.ts';
import {
  ANY_DISTRICT,
  countedIn,
  type RowDistricts,
  statedDistricts,
  UNPACKED_DISTRICTS,
} from '../domain/row-districts.ts';
import { DISTRICT_ADCODE, DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';

export interface CountedSet {
  readonly set: PointSet;
  /** True where the row is part of another record: it is listed, and the whole is counted in its stead. */
  readonly isPart: (row: number) => boolean;
  /** A record of the register is where it says; an imported row where it lies, as far as its error allows. */
  readonly districtsOf: (row: number) => RowDistricts;
  /** Stated towns, nine-digit codes. */
  readonly townsOf: (row: number) => readonly number[];
}

const NONE: readonly never[] = [];
const BY_ADCODE = new Map<number, DistrictId>(DISTRICT_IDS.map((id) => [DISTRICT_ADCODE[id], id]));

/** The district that a nine-digit town code belongs to; null for a code of elsewhere. */
export function districtOfTown(code: number): DistrictId | null {
  return BY_ADCODE.get(Math.floor(code / 1000)) ?? null;
}

/** Rows of an import. One that states only its town states with it the town's district. */
export function countedImport(set: PointSet): CountedSet {
  const towns = new Map<number, readonly number[]>();
  return {
    set,
    isPart: () => false,
    districtsOf(row) {
      const code = set.located?.codes[row];
      if (code !== undefined) return UNPACKED_DISTRICTS[code] ?? ANY_DISTRICT;
      const district = districtAt(set, row) ?? districtOfTown(set.town[row] ?? 0);
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

/** Index into DISTRICT_IDS of the district that a row of an import is counted in; NOT_STATED where none is. */
export function countedDistrict({ located, district, town }: PointSet): (row: number) => number {
  const known = (at: number) => (at >= 0 && at < DISTRICT_IDS.length ? at : NOT_STATED);
  if (located !== undefined) return (row) => known(countedIn(located.codes[row] ?? 0xff));
  return (row) => {
    const stated = known(district[row] ?? NOT_STATED);
    if (stated !== NOT_STATED) return stated;
    const ofTown = districtOfTown(town[row] ?? 0);
    return ofTown === null ? NOT_STATED : DISTRICT_IDS.indexOf(ofTown);
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

/** Of which districts a row is: as far as its place, or else what it states, can tell. */
import { DISTRICT_IDS, type DistrictId, ELSEWHERE, NOT_STATED_KEY, SEVERAL } from './vocabulary.ts';

export interface RowDistricts {
  /** Those it may be in: all of them where nothing is known, none where it lies outside the city. */
  readonly possible: readonly DistrictId[];
  /** The one that it is counted in: its point lies there, or without a point it states that one alone. */
  readonly counted: DistrictId | null;
  /** It is in `counted`, whatever the error of its place. */
  readonly certain: boolean;
  /** False where neither its place nor what it states says anything. */
  readonly known: boolean;
  /** Its point lies in no district of the city. */
  readonly outside?: true;
}

/** Where a record is counted when each stands in one place: every view that counts by district says it by this. */
export type Whereabouts = DistrictId | typeof SEVERAL | typeof ELSEWHERE | typeof NOT_STATED_KEY;

export function whereabouts({ counted, known, outside }: RowDistricts): Whereabouts {
  if (counted !== null) return counted;
  if (!known) return NOT_STATED_KEY;
  return outside === true ? ELSEWHERE : SEVERAL;
}

/** Nothing is known. */
export const ANY_DISTRICT: RowDistricts = { possible: DISTRICT_IDS, counted: null, certain: false, known: false };
const ALONE = new Map<DistrictId, RowDistricts>(
  DISTRICT_IDS.map((id) => [id, { possible: [id], counted: id, certain: true, known: true }]),
);

/** Of what is stated alone: one district for certain, one of several, or any. */
export function statedDistricts(stated: readonly DistrictId[]): RowDistricts {
  const [only, ...others] = stated;
  if (only === undefined) return ANY_DISTRICT;
  if (others.length === 0) return ALONE.get(only) ?? ANY_DISTRICT;
  return { possible: stated, counted: null, certain: false, known: true };
}

/** As one number: a bit a possible district, three for the counted one (7 for none), then certain and known. */
export function packDistricts({ possible, counted, certain, known }: RowDistricts): number {
  const may = DISTRICT_IDS.reduce((bits, id, at) => (possible.includes(id) ? bits | (1 << at) : bits), 0);
  const at = counted === null ? 7 : DISTRICT_IDS.indexOf(counted);
  return may | (at << 5) | (certain ? 256 : 0) | (known ? 512 : 0);
}

/**
 * The inverse of `packDistricts`, made once a number: a million rows share a few objects. A row of an import states one
 * district at most, so that one of which something is known and that is counted in none has its point outside all.
 */
export const UNPACKED_DISTRICTS: readonly RowDistricts[] = Array.from({ length: 1024 }, (_, code) => {
  const counted = DISTRICT_IDS[(code >> 5) & 7] ?? null;
  const known = (code & 512) !== 0;
  return {
    possible: DISTRICT_IDS.filter((_id, at) => (code & (1 << at)) !== 0),
    counted,
    certain: (code & 256) !== 0,
    known,
    ...(known && counted === null ? { outside: true } : {}),
  };
});

/** A position that somebody typed or pasted into the search: in each datum that it may be in, since bare numbers do not say. */
import { OFFSET_DATUMS, type OffsetDatum } from '../../domain/point-set.ts';
import { FOSHAN_BBOX, inBbox, type LngLat } from '../../domain/position.ts';
import { datumOfLink, pastedPosition } from '../../state/corrections/pasted-position.ts';

export interface TypedPlace {
  /** What the numbers are taken as. */
  readonly datum: OffsetDatum;
  /** WGS-84. */
  readonly at: LngLat;
}

/** Names of datums are the same in every language. */
export const DATUM_NAMES: Record<OffsetDatum, string> = {
  wgs84: 'WGS-84 / CGCS2000',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
};

/** The link of a map says its datum. Empty where the text is no position, or one that this map has no ground for. */
export function typedPlaces(text: string): readonly TypedPlace[] {
  const said = datumOfLink(text);
  return OFFSET_DATUMS.filter((datum) => said === null || said === datum).flatMap((datum) => {
    const at = pastedPosition(text, datum);
    return at !== null && inBbox(at, FOSHAN_BBOX) ? [{ datum, at }] : [];
  });
}

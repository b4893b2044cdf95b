/** What a place is given with on the bench, and what stays from one record to the next. Pure. */
import type { LngLat } from '../../../domain/position.ts';
import { EMPTY_DRAFT, type FormDraft } from '../form-draft.ts';

/** Nobody has said yet how sure the places are: no building, but its street. */
export const FIRST_DRAFT: FormDraft = { ...EMPTY_DRAFT, precision: 'street', radius: '300' };

/** The draft for the next record: how sure, how far off and the source stay, the place goes. */
export const nextDraft = (draft: FormDraft): FormDraft => ({ ...draft, lng: '', lat: '', paste: '' });

export const hasPlace = ({ lng, lat }: Pick<FormDraft, 'lng' | 'lat'>): boolean =>
  lng.trim() !== '' || lat.trim() !== '';

/** A box around places with room beside them, degrees. */
export function boxAround(places: readonly LngLat[], marginDeg = 0.01): [number, number, number, number] {
  const [lngs, lats] = [places.map(([lng]) => lng), places.map(([, lat]) => lat)];
  return [
    Math.min(...lngs) - marginDeg,
    Math.min(...lats) - marginDeg,
    Math.max(...lngs) + marginDeg,
    Math.max(...lats) + marginDeg,
  ];
}

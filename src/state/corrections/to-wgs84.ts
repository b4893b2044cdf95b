/** The conversion to WGS-84 that corrections are written with. */
import { converterOf } from '../../data/import/place/convert.ts';
import type { Datum } from '../../domain/vocabulary.ts';

/** `[lng, lat]` of a datum as WGS-84, to 6 decimals (0.1 m). */
export function toWgs84(lng: number, lat: number, datum: Datum): readonly [number, number] {
  const round = (degrees: number) => Number(degrees.toFixed(6));
  const [x, y] = converterOf(datum, null)?.forward(lng, lat) ?? [Number.NaN, Number.NaN];
  return [round(x), round(y)];
}

/** Which base maps fit under our points. */

/** WGS-84 and CGCS2000 differ by centimetres; the offset datums of web maps do not belong under our points. */
export function isDrawable(datum: string): boolean {
  return /^(wgs-?84|cgcs-?2000|epsg:(4326|4490|3857))$/i.test(datum);
}

/**
 * Numbers read from UTF-8 as they stand there: to decode a million cells one by one takes over a second. What is not
 * plainly a number is left to whoever reads the cell as text.
 */

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const COMMA = 44;
const PLUS = 43;
const MINUS = 45;
/** So many digits go into a double as a whole number; with a power of ten below 10²² the quotient is the nearest one. */
const MOST_DIGITS = 15;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, n) => 10 ** n);

/** In place of a number: the bytes are to be read as text. NaN cannot say it, since it is "no number". */
export const ODD = Number.NEGATIVE_INFINITY;

/**
 * The number in `bytes[from … to)`, as digits with a sign, thousands in groups and decimals; NaN where it is empty,
 * ODD where it is anything else.
 */
export function numberInBytes(bytes: Uint8Array, from: number, to: number): number {
  if (from === to) return Number.NaN;
  let at = from;
  const sign = bytes[at];
  if (sign === PLUS || sign === MINUS) at++;
  let [value, digits, group] = [0, 0, -1];
  let decimals = -1;
  for (; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + (byte - ZERO);
      digits++;
      if (decimals >= 0) decimals++;
      else if (group >= 0) group++;
    } else if (byte === COMMA && decimals < 0 && (group === 3 || (group < 0 && digits > 0 && digits <= 3))) group = 0;
    else if (byte === POINT && decimals < 0 && digits > 0) decimals = 0;
    else return ODD;
  }
  if (digits === 0 || digits > MOST_DIGITS || decimals === 0 || (group >= 0 && group !== 3)) return ODD;
  const size = decimals > 0 ? value / (POWERS[decimals] ?? 1) : value;
  return sign === MINUS ? -size : size;
}

/** Whole numbers of more digits than a number of this language holds: codes of land, of firms, of persons. */

/** Whether a whole number as written comes back the same from a double. Those with a point or an exponent do not matter. */
export function isKeptByNumber(text: string): boolean {
  const digits = /^[+-]?0*(\d+)$/.exec(text)?.[1];
  return digits === undefined || digits.length <= 15 || BigInt(digits) === BigInt(Number(digits));
}

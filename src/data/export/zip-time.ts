/** Archives write years in seven bits from 1980; a clock that is wrong must not keep a file from being made. */
const [FIRST, LAST] = [1980, 2099];

/** Now, or the nearest time that an archive can hold. */
export function zipTime(now = new Date()): Date {
  const year = now.getFullYear();
  if (year >= FIRST && year <= LAST) return now;
  return new Date(year < FIRST ? FIRST : LAST, 0, 1);
}

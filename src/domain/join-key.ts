/** Keys of two tables, compared as people write them: blanks about them, wide digits, and numbers that were codes. */

export const FOLDS = ['trimmed', 'width', 'decimals'] as const;
export type Fold = (typeof FOLDS)[number];

export interface JoinKey {
  /** The empty string where the cell is blank. */
  readonly key: string;
  /** What was done to the cell to make it the key. */
  readonly folds: readonly Fold[];
}

/** Full-width forms of ASCII, and the wide blank. */
const WIDE = /[\uFF01-\uFF5E\u3000]/g;
const narrow = (text: string) =>
  text.replace(WIDE, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));

/** What Excel makes of a code: 440604.0. */
const DECIMALS = /^(\d+)\.0+$/;

/** Trimmed, of one width, without the zeros of a whole number; capitals and small letters stay apart. */
export function joinKey(cell: string | number | null): JoinKey {
  if (cell === null) return { key: '', folds: [] };
  const text = String(cell);
  const same = narrow(text);
  const trimmed = same.trim();
  const [, whole] = DECIMALS.exec(trimmed) ?? [];
  const folds: Fold[] = [];
  if (trimmed !== same) folds.push('trimmed');
  if (same !== text) folds.push('width');
  if (whole !== undefined) folds.push('decimals');
  return { key: whole ?? trimmed, folds };
}

/** What is said of a column over some rows, in words. */
import type { MeasureKind } from '../../domain/measures.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';

export const MEASURE_WORDS: Record<MeasureKind, MessageKey> = {
  sum: 'sumSum',
  mean: 'sumMean',
  median: 'sumMedian',
  share: 'sumShare',
  missing: 'sumMissing',
};

/** Small numbers keep three figures: 0.004 is not 0. */
export function plainFigure({ number }: Pick<I18n, 'number'>, value: number): string {
  const size = Math.abs(value);
  return number(value, size > 0 && size < 1 ? Math.min(20, 2 - Math.floor(Math.log10(size))) : 2);
}

/** A dash where there is nothing to be said. */
export function measureWords(i18n: Pick<I18n, 'number'>, value: number | null, kind: MeasureKind): string {
  if (value === null) return '–';
  return kind === 'share' ? `${i18n.number(100 * value, 1)}%` : plainFigure(i18n, value);
}

/** "400 (380–412)": what is said, then the least and the greatest that it may be; one number where they are the same. */
export function measureSpreadWords(
  i18n: Pick<I18n, 'number' | 't'>,
  middle: number | null,
  { least, greatest }: { readonly least: number; readonly greatest: number },
  kind: MeasureKind,
): string {
  const words = (value: number | null) => measureWords(i18n, value, kind);
  if (middle !== null && words(least) === words(greatest)) return words(middle);
  return i18n.t('certainPossible', { inside: words(middle), certain: words(least), possible: words(greatest) });
}

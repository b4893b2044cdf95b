/** Shares in words: one of few records says its n. */
import { FEWEST_WITHOUT_N } from '../../domain/measures.ts';
import type { I18n } from '../../i18n/index.ts';

/** `part` of `whole` records in per cent; "43% of 7" where they are few, the empty string of none. */
export function shareWords({ t, number }: Pick<I18n, 't' | 'number'>, part: number, whole: number): string {
  if (whole === 0) return '';
  const share = number((100 * part) / whole, 0);
  return whole < FEWEST_WITHOUT_N ? t('shareOfFew', { share, n: number(whole) }) : `${share}%`;
}

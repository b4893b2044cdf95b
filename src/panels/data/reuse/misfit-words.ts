/** What of a look does not fit a set, in words. */
import type { Misfit } from '../../../analysis/fit-look.ts';
import { plainLine } from '../../../domain/plain-line.ts';
import type { I18n } from '../../../i18n/index.ts';

/** Null where all fits. */
export function misfitWords(
  { t, list }: I18n,
  misfits: readonly (Misfit | { readonly part: 'filter'; readonly column: string })[],
): string | null {
  if (misfits.length === 0) return null;
  return t('misfits', { list: list(misfits.map(({ part, column }) => `${t(`part.${part}`)} “${plainLine(column)}”`)) });
}

/** A count whose rows are not all certain, as one says it: "8 (7–9)". */
import type { Range } from '../../analysis/tally.ts';
import type { I18n } from '../../i18n/index.ts';

/** With the point inside, then certain to possible; one number where all three are the same. */
export function rangeWords({ t, number }: Pick<I18n, 't' | 'number'>, { certain, inside, possible }: Range): string {
  if (certain === possible) return number(certain);
  return t('certainPossible', { inside: number(inside), certain: number(certain), possible: number(possible) });
}

/** Of records counted by what they state: without a point the middle number is the certain one. */
export function statedRange({ certain, possible }: Omit<Range, 'inside'>): Range {
  return { certain, inside: certain, possible };
}

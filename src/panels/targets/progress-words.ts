/** Targets that others have stated, and progress towards a target, in words. Pure. */
import { aimOfStated, type Progress, progressOf } from '../../domain/progress.ts';
import type { Figure, StatedTarget, Statistics } from '../../domain/schema/statistics.ts';
import { factWords } from '../../i18n/fact.ts';
import type { I18n } from '../../i18n/index.ts';

/** Figures about one scope. */
export const figuresAbout = ({ figures }: Statistics, { entity, id }: Figure['scope']): Figure[] =>
  figures.filter(({ scope }) => scope.entity === entity && scope.id === id);

export const progressOfStated = (target: StatedTarget, statistics: Statistics, now: number): Progress =>
  progressOf(aimOfStated(target), figuresAbout(statistics, target.scope), now);

export const gapWords = ({ t }: I18n, { gap, year }: Progress): string | null =>
  gap === null ? null : t(`progressGap.${gap}`, { year: String(year ?? '') });

export const stateWords = ({ t }: I18n, { state, year }: Progress): string =>
  t(`progress.${state}`, { year: String(year ?? '') });

/** The state, and behind "cannot tell" why. */
export function progressWords(i18n: I18n, progress: Progress): string {
  const why = gapWords(i18n, progress);
  if (why !== null) return i18n.t('progressUntold', { why });
  return stateWords(i18n, progress);
}

/** "5,000 … by 2025", as others set it. */
export function statedWords(i18n: I18n, { value, unit, qualifier, year }: StatedTarget): string {
  return `${factWords(i18n, { value, unit, qualifier })} · ${i18n.t('statedYear', { year: String(year) })}`;
}

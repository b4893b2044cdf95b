/** A milestone, and how far it slipped, in words. Pure. */
import type { Slippage } from '../../domain/milestones.ts';
import type { MilestoneState } from '../../domain/schema/correction.ts';
import type { I18n } from '../../i18n/index.ts';

/** What happened, and to which part; of an observation what was seen. */
export function eventWords(
  { t, text }: I18n,
  { event, of, state }: Pick<MilestoneState, 'event' | 'of' | 'state'>,
): string {
  const what = state === undefined ? t(`event.${event}`) : t('milestoneSeen', { state: t(`status.${state}`) });
  return of === undefined ? what : t('milestoneOf', { event: what, of: text(of) });
}

/** The same with its date, which a plan says to be one. */
export function milestoneWords(i18n: I18n, milestone: MilestoneState): string {
  const { date, plannedDate = '' } = milestone;
  const when = date === undefined ? i18n.t('milestonePlanned', { date: i18n.date(plannedDate) }) : i18n.date(date);
  return `${eventWords(i18n, milestone)} · ${when}`;
}

/** Months late or early; a range where a date is a year alone. */
export function slippageWords({ t }: I18n, { min, max }: Slippage): string {
  if (min === 0 && max === 0) return t('milestoneOnTime');
  if (min === max) return min > 0 ? t('milestoneLate', { n: min }) : t('milestoneEarly', { n: -min });
  return min >= 0 ? t('milestoneLateRange', { min, max }) : t('milestoneBetween', { early: -min, late: max });
}

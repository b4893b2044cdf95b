import type { messages as zhHans } from './messages.zh-Hans.ts';

export const messages: Record<keyof typeof zhHans, string> = {
  progressTitle: 'Progress',
  'progress.reached': 'reached ({year})',
  'progress.on-way': 'on the way ({year})',
  'progress.behind': 'behind ({year})',
  'progress.missed': 'not reached in {year}',
  'progress.unknown': 'cannot tell',
  progressUntold: 'cannot tell: {why}',
  'progressGap.scope': 'the target is of another scope than the figures',
  'progressGap.none': 'no figure of the same scope with a stated year',
  'progressGap.one': 'a figure of {year} alone',
  'progressGap.open': 'what is published leaves it open',
  'progressGap.undated': 'the text states no year, so nothing is late; not reached in {year}',
  'progressGap.over': 'its year is over, and no figure is of that year',
  progressRuleTitle: 'How progress is told',
  progressRule:
    'A target is held only against figures of the same indicator and scope that state their year; forecasts, figures of another scope and dates of reports do not count. Reached: the latest figure up to the target year meets it (“over” must be exceeded). Not reached: the figure of the target year does not. Before that year: on the way where the latest figure lies on or above the straight line from the earliest figure to the target, behind where it lies below. Everything else is “cannot tell”, with the reason: one year alone, figures that only say “over” or “about” or differ, no target year. Growth is held against the growth of that year alone. Neither the text nor the reports give a path by year.',
  statedTargets: 'Targets stated elsewhere',
  statedTargetsLead:
    'Set by others elsewhere, not figures of the attachment of the text; what differs from the text stands beside it.',
  statedTargetsNone: 'No target stated elsewhere was found.',
  statedBy: 'Set by',
  statedScope: 'Of',
  statedIndicator: 'Indicator',
  statedFigures: 'Published figures',
  statedYear: 'by {year}',
  statedCity: 'City of Foshan',
};

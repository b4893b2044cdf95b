/** The line that says what decides between the first two of those compared, in the language of the interface. */
import { type Decision, decisionOf, type PointsBy } from '../../analysis/invest/compare.ts';
import type { RankedCandidate, ScoreEnd } from '../../analysis/invest/types.ts';
import type { I18n } from '../../i18n/index.ts';
import { criterionWords, type OwnNames } from './criterion-text.ts';

/** So many criteria are named of each kind. */
const MOST_SAID = 3;

/** Null where fewer than two of them are ranked: there is nothing to decide. */
export function decisionWords(
  i18n: I18n,
  compared: readonly RankedCandidate[],
  end: ScoreEnd,
  own: OwnNames,
): string | null {
  const { t } = i18n;
  const ranked = compared.filter(({ standing }) => standing === 'ranked');
  if (ranked.length < 2) return null;
  const decision = decisionOf(ranked, end);
  return decision === null ? t('decideApart') : sentences(i18n, decision, own).join(i18n.lang === 'en' ? ' ' : '');
}

function sentences(i18n: I18n, decision: Decision, own: OwnNames): string[] {
  const { t, name, number, list } = i18n;
  const { first, second, gap, ahead, behind, open, withinErrors, couldTurn } = decision;
  const named = (points: readonly PointsBy[]) =>
    list(
      points
        .slice(0, MOST_SAID)
        .map((one) =>
          t('decidePoints', { criterion: criterionWords(i18n, one.criterion, own), n: number(one.points, 1) }),
        ),
    );
  const [a, b] = [name(first.site), name(second.site)];
  return [
    gap < 0.05 ? t('decideEven', { a, b }) : t('decideLead', { a, b, n: number(gap, 1) }),
    ...(ahead.length === 0 ? [] : [t('decideAhead', { a, list: named(ahead) })]),
    ...(behind.length === 0 ? [] : [t('decideBehind', { b, list: named(behind) })]),
    ...(withinErrors ? [t('decideErrors')] : []),
    ...(couldTurn && open.length > 0 ? [t('decideOpen', { b, list: named(open) })] : []),
    ...(withinErrors || couldTurn ? [] : [t('decideSure')]),
  ];
}

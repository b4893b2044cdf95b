/** What could go wrong with a candidate, from what is known and not known of it; no judgement of the place itself. */
import type { RankedCandidate } from '../../../analysis/invest/types.ts';
import { derivedFrom } from '../../../domain/derived-from.ts';
import { isCoarse } from '../../../domain/site.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { Finder } from '../../../state/invest/finder.ts';
import { criterionList, ownNames } from '../criterion-text.ts';

/** A position known no better than this moves distances by as much as a candidate may gain. Metres. */
const POOR_M = 2_000;
/** Years after which a status says how things were. */
const OLD_YEARS = 3;

export function riskWords(i18n: I18n, finder: Finder, one: RankedCandidate, named: boolean): string[] {
  const { t, number, distance, date } = i18n;
  const { site, values, rankRange, spread, score, scoreHigh, doubtful, failed } = one;
  const own = ownNames(finder);
  const recent = values.get('recent');
  const from = derivedFrom(site);
  const said: (string | null)[] = [
    failed.length === 0 ? null : t('riskFails', { list: criterionList(i18n, failed, own) }),
    doubtful.length === 0 ? null : t('riskDoubtful', { list: criterionList(i18n, doubtful, own) }),
    site.precision === 'unknown' || isCoarse(site.precision)
      ? t('riskUnplaced')
      : site.radiusM !== null && site.radiusM >= POOR_M
        ? t('riskPosition', { radius: distance(site.radiusM, site.radiusM) })
        : null,
    from.length === 0
      ? null
      : t('riskDerived', { from: i18n.list(from.map((zh) => i18n.name(finder.stationNamed(zh)))) }),
    spread !== null && spread[1] - spread[0] >= 1
      ? t('riskSpread', { low: number(spread[0], 0), high: number(spread[1], 0) })
      : null,
    rankRange !== null && rankRange[1] > rankRange[0]
      ? t('riskRanks', { best: rankRange[0], worst: rankRange[1] })
      : null,
    score !== null && scoreHigh !== null && scoreHigh - score >= 1
      ? t('riskUnknown', { n: number(scoreHigh - score, 0), list: criterionList(i18n, unknownOf(one), own) })
      : null,
    site.status === 'operating' ? null : t(`riskStatus.${site.status}`),
    recent?.known === true && recent.said.kind === 'years' && recent.said.value > OLD_YEARS && site.statusDate !== null
      ? t('riskOld', { date: date(site.statusDate) })
      : null,
    named ? null : t('riskNotNamed'),
    t('riskOffer'),
  ];
  return said.filter((words) => words !== null);
}

/** Criteria that are unknown, and those of which a part cannot be told. */
function unknownOf({ parts }: RankedCandidate) {
  return parts.filter(({ points, pointsHigh }) => pointsHigh > (points ?? 0)).map(({ criterion }) => criterion);
}

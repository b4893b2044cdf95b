/** The sentence that says why a candidate stands where it stands: from its parts, its unknowns and its range. */
import { type NamedNear, namedNear } from '../../analysis/invest/named.ts';
import type { CriterionId, RankedCandidate } from '../../analysis/invest/types.ts';
import type { Site } from '../../domain/site.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { criterionList, criterionWords, type OwnNames, valueWords } from './criterion-text.ts';

export function reasonWords(
  i18n: I18n,
  state: Pick<AppState, 'clusters'>,
  one: Pick<RankedCandidate, 'site' | 'values' | 'reasons' | 'rankRange'>,
  own: OwnNames,
  named: readonly Site[] = [],
): string {
  const { t } = i18n;
  const { strong, weak, unknown } = one.reasons;
  const name = (id: CriterionId) => criterionWords(i18n, id, own);
  const said = (id: CriterionId) => {
    const value = one.values.get(id);
    return value === undefined ? '' : valueWords(i18n, state, value, 'short');
  };
  const [a, b] = strong;
  const parts = [
    a === undefined
      ? t('reasonNone')
      : b === undefined
        ? t('reasonOne', { a: name(a), av: said(a) })
        : t('reasonTwo', { a: name(a), av: said(a), b: name(b), bv: said(b) }),
    namedWords(i18n, namedNear(one.site, named)),
    weak === null ? null : t('reasonWeak', { a: name(weak), av: said(weak) }),
    unknown.length === 0 ? t('reasonAllKnown') : t('reasonUnknown', { list: criterionList(i18n, unknown, own) }),
    one.rankRange === null
      ? null
      : one.rankRange[0] === one.rankRange[1]
        ? t('reasonSteady')
        : t('reasonRange', { best: one.rankRange[0], worst: one.rankRange[1] }),
  ];
  return parts.filter((part) => part !== null).join(i18n.lang === 'en' ? ' ' : '');
}

/** So many are named; the others are a number. */
const MOST_NAMED = 3;

/** What is named for this in the candidate's town or district, whether or not it has a point; null where nothing is. */
function namedWords(i18n: I18n, near: readonly NamedNear[]): string | null {
  if (near.length === 0) return null;
  const names = near
    .slice(0, MOST_NAMED)
    .map(({ site, within }) => i18n.t(`namedIn.${within}`, { name: i18n.name(site) }));
  const more = near.length - names.length;
  const list = i18n.list(more > 0 ? [...names, i18n.t('namedMore', { n: more })] : names);
  return i18n.t('reasonNamed', { list });
}

/** The need as a board reads it: what is made, what it was taken to mean, weights and limits. */
import { BOUNDED, BOUNDED_IDS } from '../../../analysis/invest/question.ts';
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { Finder } from '../../../state/invest/finder.ts';
import { clusterName } from '../../shared/phrases.ts';
import { criterionWords, ownNames } from '../criterion-text.ts';

export interface Worded {
  readonly label: string;
  readonly value: string;
}

export function needWords({ clusters }: AppState, i18n: I18n, finder: Finder): Worded[] {
  const { t, text, list } = i18n;
  const { words, clusters: meant, end } = finder.question.value;
  const { preset } = finder.weights.value;
  const terms = finder.understood.value.terms.map(({ zh, en }) => text({ zh, en }));
  const limits = limitWords(i18n, finder);
  return [
    { label: t('packNeed'), value: words === '' ? t('packNoWords') : words },
    { label: t('packClusters'), value: list(meant.map((id) => clusterName(i18n, clusters, id))) || t('packNone') },
    { label: t('packTerms'), value: list(terms) || t('packNone') },
    {
      label: t('packWeights'),
      value: `${t(`preset.${preset}`)}${finder.isChanged.value ? ` (${t('weightsChanged')})` : ''}`,
    },
    { label: t('limits'), value: limits.length === 0 ? t('packNone') : list(limits, 'semicolon') },
    { label: t('packEnd'), value: t(`packEnd.${end}`) },
  ];
}

function limitWords(i18n: I18n, finder: Finder): string[] {
  const { t, number, list } = i18n;
  const { bounds, districts, preferred, running, sure, withinM } = finder.limits.value;
  const districtList = (ids: readonly Parameters<typeof district>[0][]) => list(ids.map(district));
  function district(id: NonNullable<typeof districts>[number]) {
    return t(`district.${id}`);
  }
  return [
    ...[...bounds].map(([id, bound]) => {
      const built = BOUNDED_IDS.find((one) => one === id);
      const km = built !== undefined && BOUNDED[built] === 'km';
      const criterion = criterionWords(i18n, id, ownNames(finder));
      const label = t(built === undefined || km ? 'limitMost' : 'limitLeast', { criterion });
      return `${label} ${km ? `${number(bound / 1000)} ${t('limitKm')}` : number(bound)}`;
    }),
    ...(finder.question.value.weights.get('neighbours')
      ? [`${t('limitWithin')} ${number(withinM / 1000)} ${t('limitKm')}`]
      : []),
    ...(districts === null ? [] : [`${t('limitDistrict.only')}: ${districtList(districts)}`]),
    ...(preferred.length === 0 ? [] : [`${t('limitDistrict.prefer')}: ${districtList(preferred)}`]),
    ...(running ? [t('limitRunning')] : []),
    ...(sure ? [t('limitSure')] : []),
  ];
}

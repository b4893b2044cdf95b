/** What criteria and their values are called, in the language of the interface. */
import { PRESET_IDS, type PresetId } from '../../analysis/invest/presets.ts';
import { isOwn } from '../../analysis/invest/question.ts';
import type {
  CriterionId,
  CriterionValue,
  KnownValue,
  OwnCriterion,
  OwnNumber,
  RankedCandidate,
  Said,
  ScorePart,
} from '../../analysis/invest/types.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { Finder } from '../../state/invest/finder.ts';
import { clusterName, districtNames } from '../shared/phrases.ts';

/** Names of the user's own columns, by mark. */
export type OwnNames = (id: CriterionId) => string | undefined;

export function ownNames({ own }: Pick<Finder, 'own'>): OwnNames {
  return (id) => own.value.find((column) => column.id === id)?.name;
}

/** A column of the user's own that is not on this device shows by its mark. */
export function criterionWords({ t }: I18n, id: CriterionId, own: OwnNames = () => undefined): string {
  return isOwnId(id) ? t('criterionOwn', { name: own(id) ?? id.slice(4) }) : t(`criterion.${id}`);
}
function isOwnId(id: CriterionId): id is OwnCriterion {
  return isOwn(id);
}
export function criterionList(i18n: I18n, ids: readonly CriterionId[], own: OwnNames): string {
  return i18n.list(ids.map((id) => criterionWords(i18n, id, own)));
}

/** A score with both its ends, `62–78`; one number where they round to the same, a dash where there is none. */
export function scoreText(
  { number }: Pick<I18n, 'number'>,
  { score, scoreHigh }: Pick<RankedCandidate, 'score' | 'scoreHigh'>,
  digits = 0,
): string {
  if (score === null || scoreHigh === null) return '–';
  const [low, high] = [number(score, digits), number(scoreHigh, digits)];
  return low === high ? low : `${low}–${high}`;
}

/** How far errors of position move the score, `spread 71–78`, and what that means; null before the draws, and where nothing moves. */
export function spreadWords(
  { t, number }: I18n,
  { spread }: Pick<RankedCandidate, 'spread'>,
): { readonly short: string; readonly why: string } | null {
  if (spread === null) return null;
  const [low, high] = [number(spread[0], 0), number(spread[1], 0)];
  return low === high ? null : { short: t('spreadWords', { low, high }), why: t('spreadWhy', { low, high }) };
}

/** How much of it is known, and what that means. */
export function knownWords({ t, number }: I18n, { knownShare }: Pick<RankedCandidate, 'knownShare'>): string {
  return knownShare === 1 ? t('knownAll') : t('knownWords', { n: number(100 * knownShare, 0) });
}

/** A rank in the list of its like: one of zones says that it is among zones. */
export function rankWords(
  i18n: I18n,
  one: Pick<RankedCandidate, 'rank' | 'rankRange' | 'tiedFirst' | 'scope'>,
): string {
  const words = rankAlone(i18n, one);
  return one.scope === 'wide' && one.rank !== null ? i18n.t('rankWide', { rank: words }) : words;
}
function rankAlone(
  { t }: I18n,
  { rank, rankRange, tiedFirst }: Pick<RankedCandidate, 'rank' | 'rankRange' | 'tiedFirst'>,
): string {
  if (rank === null) return t('notRanked');
  if (tiedFirst && rankRange !== null) return t('rankWordsTied', { worst: rankRange[1] });
  if (rankRange === null) return t('rankWordsAlone', { rank });
  if (rankRange[0] === rankRange[1]) return t('rankWordsSteady', { rank });
  return t('rankWords', { rank, best: rankRange[0], worst: rankRange[1] });
}

/** `Balanced 1 · Heavy 3 …`: the rank under each preset of weights, a dash where it has none. */
export function presetRankWords({ t }: I18n, ranks: ReadonlyMap<PresetId, number> | undefined): string | null {
  if (ranks === undefined) return null;
  return PRESET_IDS.map((id) => t('presetRank', { preset: t(`presetShort.${id}`), rank: ranks.get(id) ?? '–' })).join(
    ' · ',
  );
}

export function partWords(i18n: I18n, { criterion, points, most }: ScorePart, own: OwnNames): string {
  const name = criterionWords(i18n, criterion, own);
  if (points === null) return i18n.t('partUnknown', { criterion: name });
  return i18n.t('partWords', { criterion: name, points: i18n.number(points, 1), most: i18n.number(most, 1) });
}

/** With its unit, where the column names one. */
const ownNumber = ({ number }: I18n, { value, unit }: OwnNumber) => `${number(value)}${unit === '' ? '' : ` ${unit}`}`;

const terms = (i18n: I18n, found: readonly Bilingual[]) => i18n.list(found.map(i18n.text));

/** A value with its unit and range: `3.2 km–5.8 km, 张槎`; for an unknown one why. `short` leaves out asides. */
export function valueWords(
  i18n: I18n,
  state: Pick<AppState, 'clusters'>,
  value: CriterionValue,
  length: 'full' | 'short' = 'full',
): string {
  if (!value.known) {
    const { was, reason } = value;
    if (was === undefined) return i18n.t(`unknown.${reason}`);
    return i18n.t('ownWas', { n: ownNumber(i18n, was), until: i18n.date(was.until), set: was.set });
  }
  return saidWords(i18n, state, value.said, value.nearest, length);
}

function saidWords(
  i18n: I18n,
  { clusters }: Pick<AppState, 'clusters'>,
  said: Said,
  nearest: KnownValue['nearest'],
  length: 'full' | 'short',
): string {
  const { t, number, distance, list } = i18n;
  const range = (min: number, max: number) => (min === max ? number(min) : `${number(min)}–${number(max)}`);
  switch (said.kind) {
    case 'distance': {
      const d = distance(said.min, said.max);
      return nearest === null ? d : t('nearestIs', { d, name: i18n.name(nearest) });
    }
    case 'count': {
      const counted = t('countWithin', { km: number(said.withinM / 1000), n: range(said.min, said.max) });
      return said.cannotTell === 0 || length === 'short'
        ? counted
        : list([counted, t('countCannotTell', { n: said.cannotTell })], 'semicolon');
    }
    case 'fit':
      return t(`fit.${said.fit}`, {
        clusters: list(said.clusters.map((id) => clusterName(i18n, clusters, id))),
      });
    case 'words':
      return list(
        [
          said.found.length > 0 ? t('wordsFound', { terms: terms(i18n, said.found) }) : '',
          said.inFacts.length > 0 ? t('wordsInFacts', { terms: terms(i18n, said.inFacts) }) : '',
          said.missing.length > 0 ? t('wordsMissing', { terms: terms(i18n, said.missing) }) : '',
        ].filter((part) => part !== ''),
        'semicolon',
      );
    case 'status':
      return t(`status.${said.status}`);
    case 'years':
      return t('yearsAgo', { n: number(said.value, 1) });
    case 'radius':
      if (length === 'short') return distance(said.value, said.value);
      return t('radiusAbout', { d: distance(said.value, said.value), precision: t(`precision.${said.precision}`) });
    case 'district':
      return t('districtPreferred', {
        ...{
          districts: districtNames(i18n, { districts: [...said.districts] }),
          n: said.preferred,
          total: said.districts.length,
        },
      });
    case 'number':
      return said.pick === null
        ? t('ownValue', { n: ownNumber(i18n, said), set: said.set })
        : t('ownValuePick', {
            ...{ n: ownNumber(i18n, said), rows: said.rows, set: said.set },
            pick: t(`ownPick.${said.pick}`),
          });
  }
}

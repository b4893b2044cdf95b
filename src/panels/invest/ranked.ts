/** What the finder says of a candidate, for those who take it along; null where there is no finder yet. */
import type { RankedCandidate } from '../../analysis/invest/types.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { knownWords, rankWords, scoreText, spreadWords } from './criterion-text.ts';

export function rankedOf({ invest }: AppState, id: string): RankedCandidate | null {
  return invest.ranking.value?.candidates.find(({ site }) => site.id === id) ?? null;
}

/** Opens what stands behind a candidate: its record, or the row of the user's own. */
export function openCandidate({ actions, imports }: AppState, { site, row }: Pick<RankedCandidate, 'site' | 'row'>) {
  if (row === undefined) actions.selectSite(site.id);
  else imports.value?.choose({ setId: row.setId, row: row.row });
}

/** The clusters that the need means; null where none is said. */
export function neededClusters({ invest }: AppState): readonly ClusterId[] | null {
  const clusters = invest.ranking.value?.question.clusters ?? [];
  return clusters.length === 0 ? null : clusters;
}

/** True where the investor has said what is made: a score against nothing is not printed. */
export function hasNeed({ invest }: AppState): boolean {
  const question = invest.ranking.value?.question;
  return question !== undefined && (question.words !== '' || question.clusters.length > 0);
}

/** The candidate where its score may be compared: too little known is no score, and no 0. */
export function comparable(one: RankedCandidate | null): RankedCandidate | null {
  return one === null || one.standing === 'little-known' || one.score === null ? null : one;
}

/** Rank with its range, score and known share in one line. */
export function standingWords(i18n: I18n, one: RankedCandidate): string {
  const { t } = i18n;
  const scored = comparable(one);
  const spread = scored === null ? null : spreadWords(i18n, scored);
  return [
    rankWords(i18n, one),
    t('scoreWords', { n: scored === null ? '–' : scoreText(i18n, scored, 1) }),
    ...(spread === null ? [] : [spread.short]),
    knownWords(i18n, one),
  ].join(' · ');
}

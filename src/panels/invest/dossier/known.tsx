/** How a site answers the need, its facts, what is not known of it, the user's note, and the sources of all that. */

import { isOwn } from '../../../analysis/invest/question.ts';
import { gapsOf } from '../../../domain/gaps.ts';
import type { Fact } from '../../../domain/schema/site.ts';
import { factWords } from '../../../i18n/fact.ts';
import { Mixed } from '../../shared/mixed-script.tsx';
import { SourceLine } from '../../shared/source-line.tsx';
import { criterionWords, ownNames, rankWords, scoreText, valueWords } from '../criterion-text.ts';
import { OwnSaidList, ownSaid } from '../own-said.tsx';
import { comparable, hasNeed } from '../ranked.ts';
import type { Block, DossierMatter } from './block.ts';
import { heading, inPairs, piece } from './heading.tsx';

/** Without a need there is nothing that a score would answer. */
export function scoreBlocks({ state, i18n, ranked }: DossierMatter): Block[] {
  if (ranked === null || !hasNeed(state)) return [];
  const { t, number } = i18n;
  const need = state.invest.ranking.value?.question.words ?? '';
  const scored = comparable(ranked);
  // The longest bar fills its room.
  const widest = Math.max(1, ...ranked.parts.map(({ most }) => most));
  const line = t('dosScoreLine', {
    score: scored === null ? t('cmpUnknown') : scoreText(i18n, scored),
    percent: number(ranked.knownShare * 100, 0),
  });
  const finder = state.invest.finder.value;
  const nameOf = finder === null ? undefined : ownNames(finder);
  return [
    heading('score', t('dosScore'), need),
    piece(
      'score-parts',
      <>
        <p class="dos-score">
          <strong>{line}</strong> · {rankWords(i18n, ranked)}
        </p>
        <ul class="dos-parts">
          {ranked.parts.map(({ criterion, points, most }) => (
            <li key={criterion}>
              <span>{criterionWords(i18n, criterion, nameOf)}</span>
              <svg viewBox={`0 0 ${widest} 10`} preserveAspectRatio="none" aria-hidden="true">
                <rect class="dos-most" width={most} height="10" />
                {points !== null && <rect class="dos-points" width={points} height="10" />}
              </svg>
              <span class="tabular">
                {points === null
                  ? t('cmpUnknown')
                  : t('dosPoints', { points: number(points, 1), most: number(most, 1) })}
              </span>
            </li>
          ))}
        </ul>
      </>,
    ),
  ];
}

/** What the user's own tables say of it: numbers, whether they weigh or not, and words. */
export function ownBlocks({ state, i18n, site, ranked }: DossierMatter): Block[] {
  const finder = state.invest.finder.value;
  const said = ownSaid(state, site.id);
  const numbers = [...(ranked?.values ?? [])].flatMap(([id, value]) => {
    if (finder === null || !isOwn(id) || (!value.known && value.reason === 'not-in-set')) return [];
    return [{ id, name: criterionWords(i18n, id, ownNames(finder)), words: valueWords(i18n, state, value) }];
  });
  if (numbers.length + said.length === 0) return [];
  return [
    heading('own', i18n.t('ownSaid')),
    ...inPairs(numbers).map((pair, index) =>
      piece(
        `own-${index}`,
        <dl class="dos-facts">
          {pair.map(({ id, name, words }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>,
      ),
    ),
    ...(said.length === 0 ? [] : [piece('own-said', <OwnSaidList said={said} expired={i18n.t('ownSaidExpired')} />)]),
  ];
}

/** Two facts a row, so that a rich site still fits its pages. */
export function factBlocks(matter: DossierMatter): Block[] {
  const { i18n, described } = matter;
  const { t } = i18n;
  const { facts } = described;
  if (facts.length === 0) return [heading('facts', t('dosFacts')), piece('no-facts', <p>{t('noFacts')}</p>)];
  return [
    heading('facts', t('dosFacts')),
    ...inPairs(facts).map((row, index) =>
      piece(`facts-${index}`, <dl class="dos-facts">{row.map((group) => factOf(matter, group))}</dl>),
    ),
  ];
}

function factOf({ i18n, site, sources }: DossierMatter, group: readonly Fact[]) {
  const { t, text, date } = i18n;
  const [first] = group;
  return (
    <div key={first?.key}>
      <dt>
        <Mixed text={first === undefined ? '' : text(first.label)} />
      </dt>
      {group.map((one, n) => (
        <dd key={n}>
          <Mixed text={factWords(i18n, one)} />{' '}
          <span class="dos-aside">
            {one.asOf === null ? t('dateNotStated') : date(one.asOf)} {sources.cite([site.sources[one.source]])}
          </span>
        </dd>
      ))}
    </div>
  );
}

export function gapBlocks({ state, i18n, site, described }: DossierMatter): Block[] {
  const { t, date } = i18n;
  const gaps = gapsOf(site, described.clauses.length > 0, state.base.version.date);
  return [
    heading('gaps', t('dosUnknown')),
    piece(
      'gap-list',
      <ul class="dos-gaps">
        {gaps.map((gap) => (
          <li key={gap}>{t(`gap.${gap}`, { date: site.statusDate === null ? '' : date(site.statusDate) })}</li>
        ))}
      </ul>,
    ),
  ];
}

export function noteBlocks({ i18n, note }: DossierMatter): Block[] {
  if (note === '') return [];
  return [heading('note', i18n.t('dosOwnNote')), piece('note-text', <p class="dos-note">{note}</p>)];
}

/** Made last: only what the pages cite is listed. */
export function sourceBlocks({ i18n, sources }: DossierMatter): Block[] {
  const cited = sources.cited();
  if (cited.length === 0) return [];
  return [
    heading('sources', i18n.t('dosSources')),
    ...cited.map((source, index) =>
      piece(
        `source-${index}`,
        <p class="dos-source">
          <span class="tabular">[{index + 1}]</span> <SourceLine source={source} />
          {source.url !== undefined && <span class="dos-url"> {source.url}</span>}
        </p>,
      ),
    ),
  ];
}

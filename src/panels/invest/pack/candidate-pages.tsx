/** The pages of one candidate in the pack: where it is, why, what speaks against it, whom to ask, and its clauses. */
import type { I18n } from '../../../i18n/index.ts';
import { Mixed } from '../../shared/mixed-script.tsx';
import { otherName } from '../../shared/phrases.ts';
import type { Block } from '../dossier/block.ts';
import { heading, inPairs, PrintRows, piece } from '../dossier/heading.tsx';
import type { PackMatter } from './matter.ts';
import { type PackCandidate, type PackQuestion, type RankLine, weighed } from './pack.ts';
import { PackMap } from './pack-map.tsx';

export function candidateBlocks(matter: PackMatter, candidate: PackCandidate, at: number): Block[] {
  const { state, i18n, shots } = matter;
  const { t } = i18n;
  const { line, standing, facts, reasons, risks, asks, clauses, note } = candidate;
  const other = otherName(i18n, line.site);
  return [
    piece(
      'head',
      <>
        <header class="pack-candidate">
          <p>
            {t('packCandidate', { n: at + 1 })} · {t(`kind.${line.site.kind}`)}
          </p>
          <h2>
            <Mixed text={line.name} />
          </h2>
          <p lang={other.lang}>{other.text}</p>
          <p class="pack-strip tabular">
            <Mixed text={standing} />
          </p>
        </header>
        <div class="dos-top">
          <PackMap state={state} i18n={i18n} shot={shots.get(line.site.id)} lines={[line]} size="half" />
          <PrintRows rows={facts.map(({ label, value }) => ({ label, value: <Mixed text={value} /> }))} />
        </div>
      </>,
    ),
    heading('why', t('packWhy')),
    piece(
      'reasons',
      <p>
        <Mixed text={reasons} />
      </p>,
    ),
    ...(line.ranked.parts.length === 0 ? [] : [piece('parts', <Parts matter={matter} line={line} />)]),
    heading('risks', t('packRisks')),
    piece(
      'risk-list',
      <ul class="pack-list">
        {risks.map((risk) => (
          <li key={risk}>
            <Mixed text={risk} />
          </li>
        ))}
      </ul>,
    ),
    heading('ask', t('packAsk')),
    ...inPairs(asks).map((pair, n) =>
      piece(
        `ask-${n}`,
        <div class="dos-columns">
          {pair.map((ask) => (
            <Ask key={ask.whom} i18n={i18n} ask={ask} />
          ))}
        </div>,
      ),
    ),
    heading('clause', t('packClause')),
    ...(clauses.length === 0 ? [piece('not-named', <p>{t('notNamed')}</p>)] : []),
    ...clauses.map(({ cite, brief, text }, n) =>
      piece(
        `clause-${n}`,
        <div class="dos-clause">
          <p class="dos-cite" lang="zh-Hans">
            {cite}
          </p>
          {/* What it says comes before the words that not everybody at the table reads. */}
          {i18n.lang === 'en' && brief !== '' && (
            <p>
              <strong>{t('packBrief')}</strong> <Mixed text={brief} />
            </p>
          )}
          <blockquote lang="zh-Hans">{text}</blockquote>
        </div>,
      ),
    ),
    ...(note === '' ? [] : [heading('note', t('packNote')), piece('note-text', <p class="dos-note">{note}</p>)]),
  ];
}

function Ask({ i18n: { t }, ask: { whom, cites, questions } }: { readonly i18n: I18n; readonly ask: PackQuestion }) {
  return (
    <section class="pack-ask">
      <p>
        <strong>
          <Mixed text={whom} />
        </strong>{' '}
        {cites !== '' && (
          <span class="dos-aside">
            <Mixed text={t('packAskBy', { cites })} />
          </span>
        )}
      </p>
      <ul class="pack-list is-boxes">
        {questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </section>
  );
}

function Parts({ matter: { i18n, finder }, line }: { readonly matter: PackMatter; readonly line: RankLine }) {
  const { t, number } = i18n;
  const { parts } = line.ranked;
  const names = new Map(weighed(i18n, finder).map(({ id, name }) => [id, name]));
  const widest = Math.max(1, ...parts.map(({ most }) => most));
  return (
    <ul class="dos-parts" aria-label={t('packParts')}>
      {parts.map(({ criterion, points, pointsHigh, most }) => (
        <li key={criterion}>
          <span>{names.get(criterion)}</span>
          <svg viewBox={`0 0 ${widest} 10`} preserveAspectRatio="none" aria-hidden="true">
            <rect class="dos-most" width={most} height="10" />
            <rect class="pack-open" width={pointsHigh} height="10" />
            {points !== null && <rect class="dos-points" width={points} height="10" />}
          </svg>
          <span class="tabular">
            {points === null ? t('cmpUnknown') : t('dosPoints', { points: number(points, 1), most: number(most, 1) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The ledger of targets: what the text sets, beside what others have published, and what is missing. */
import { useEffect } from 'preact/hooks';
import { attachmentsOf, type LedgerGroup, ledgerOf } from '../../domain/ledger.ts';
import { yearOf } from '../../domain/milestones.ts';
import type { Statistics } from '../../domain/schema/statistics.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { TableScroll } from '../../ui/table.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { StatedTable } from '../targets/stated-table.tsx';
import { LedgerLine } from './ledger-line.tsx';
import { TIER_WORDS, targetsCsv } from './targets-csv.ts';
import './tables.css';
import './ledger.css';

export function TargetsView() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const policy = state.policy.value;
  useEffect(() => need.statistics(), []);
  const statistics = state.statistics.value;
  if (statistics === null) return <p class="boot">{t('loading')}</p>;
  const about = { policy, clusters: state.clusters, now: yearOf(state.base.version.date) };
  const groups = ledgerOf(policy, statistics);
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <p>{t('ledgerIntro')}</p>
        <div class="wide-tools">
          <CsvButton
            table="targets"
            title={t('viewTargets')}
            rows={() => targetsCsv(i18n.value, about, groups, statistics)}
          />
        </div>
      </div>
      {groups.length === 0 && <Note>{t('documentNoTargets')}</Note>}
      <details class="wide-section">
        <summary>{t('progressRuleTitle')}</summary>
        <p class="small">{t('progressRule')}</p>
      </details>
      {groups.map((group) => (
        <TierLedger key={`${group.tier} ${group.sentence?.start}`} group={group} statistics={statistics} />
      ))}
      <StatedTable statistics={statistics} />
      {attachmentsOf(policy).map((name) => (
        <section class="wide-section" key={name}>
          <p class="verbatim-line" lang="zh-Hans">
            {name}
          </p>
          <Note tone="warning">{t('ledgerMissing')}</Note>
        </section>
      ))}
    </div>
  );
}

function TierLedger({ group, statistics }: { readonly group: LedgerGroup; readonly statistics: Statistics }) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const title = t(TIER_WORDS[group.tier]);
  return (
    <section class="wide-section">
      <h3>{title}</h3>
      <SettingSentence group={group} />
      <TableScroll label={title}>
        <table class="wide-table ledger">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col" class="is-corner">
                {t('cluster')}
              </th>
              <th scope="col">{t('target')}</th>
              <th scope="col">{t('ledgerYear')}</th>
              <th scope="col">{t('ledgerActual')}</th>
              <th scope="col">{t('progressTitle')}</th>
              <th scope="col">{t('ledgerNotes')}</th>
              <th scope="col">{t('ledgerChart')}</th>
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <LedgerLine key={row.cluster.id} row={row} sources={statistics.sources} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

/** The whole sentence, verbatim, with the words that set the target marked. */
function SettingSentence({ group: { sentence, rows } }: { readonly group: LedgerGroup }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const target = rows[0]?.cluster.target;
  if (target === undefined) return null;
  if (sentence === null)
    return (
      <blockquote class="setting-sentence" lang="zh-Hans">
        {target.quote}
      </blockquote>
    );
  const { text } = state.policy.value;
  return (
    <blockquote class="setting-sentence">
      <ClauseLink
        class="cite"
        id={sentence.clause.id}
        sentence={sentence.n}
        label={`${t('ledgerSentence')}: ${sentence.clause.cite} ${sentence.clause.heading}`}
      >
        <span lang="zh-Hans">
          {sentence.clause.cite} {sentence.clause.heading}
        </span>
      </ClauseLink>{' '}
      <span lang="zh-Hans">
        {text.slice(sentence.start, target.start)}
        <mark>{text.slice(target.start, target.end)}</mark>
        {text.slice(target.end, sentence.end)}
      </span>
    </blockquote>
  );
}

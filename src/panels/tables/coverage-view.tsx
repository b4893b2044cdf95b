/** The page that judges us: how much of what the text names is sourced, located, and up to date. */
import { useMemo } from 'preact/hooks';
import { type CoverageRow, coverageOf } from '../../domain/coverage.ts';
import { CLUSTER_IDS } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Mark } from '../../ui/mark.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { CsvButton } from '../shared/csv-button.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { clusterName } from '../shared/phrases.ts';
import { coverageCsv, coverageRecordsCsv } from './coverage-csv.ts';
import { CoverageRecords } from './coverage-records.tsx';
import { CoverageTable } from './coverage-table.tsx';
import './tables.css';

export function CoverageView() {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  // It judges the register: what a user corrected on this device is not ours to count.
  const { sites, version } = state.base;
  const policy = state.policy.value;
  const coverage = useMemo(() => coverageOf(policy, sites, version.date), [policy, sites, version.date]);
  const { total, byClause, byCluster } = coverage;
  const silent = byClause.filter((row) => row.named === 0);
  return (
    <div class="wide-body">
      <div class="wide-intro">
        <Funnel total={total} />
        <p class="muted">
          {t('coverageRule', { date: date(version.date) })}{' '}
          {t('coverageBorders', { m: version.boundaries.districts.accuracyMetres })} <HowCounted />
        </p>
        {state.corrections.list.value.length > 0 && <p class="muted">{t('coverageNotCorrected')}</p>}
        <div class="wide-tools">
          <CsvButton
            table="coverage"
            title={`${t('coverageByClause')}, ${t('coverageByCluster')}`}
            rows={() => coverageCsv(i18n.value, state.clusters, coverage)}
          />
        </div>
      </div>
      <CoverageTable
        title={t('coverageByClause')}
        keyTitle={t('clause')}
        total={total}
        lines={byClause
          .filter((row) => row.named > 0)
          .map((row) => ({
            row,
            id: row.key.id,
            head: (
              <ClauseLink id={row.key.id}>
                <span lang="zh-Hans">
                  {row.key.cite} {row.key.heading}
                </span>
              </ClauseLink>
            ),
          }))}
      />
      {silent.length > 0 && (
        <p class="wide-aside">
          {t('coverageNoneNamed')}:{' '}
          {silent.map(({ key }, i) => (
            <span key={key.id}>
              {i > 0 && ' · '}
              <ClauseLink id={key.id}>
                <span lang="zh-Hans">
                  {key.cite} {key.heading}
                </span>
              </ClauseLink>
            </span>
          ))}
        </p>
      )}
      <CoverageTable
        title={t('coverageByCluster')}
        keyTitle={t('cluster')}
        total={total}
        lines={byCluster.map((row) => {
          const id = CLUSTER_IDS.find((c) => c === row.key);
          const label = clusterName(i18n.value, state.clusters, row.key);
          return {
            row,
            id: row.key,
            head: (
              <span class="record-name">
                <Mark cluster={row.key} theme={state.theme.value} size={18} />
                {id === undefined ? (
                  label
                ) : (
                  <LinkButton onClick={() => state.actions.select({ entity: 'cluster', id })}>{label}</LinkButton>
                )}
              </span>
            ),
          };
        })}
      />
      <section class="wide-section">
        <header class="section-bar">
          <h3>{t('coverageRecords')}</h3>
          <CsvButton
            table="coverage-records"
            title={t('coverageRecords')}
            rows={() => coverageRecordsCsv(i18n.value, state.clusters, coverage)}
          />
        </header>
        <CoverageRecords records={total.records} />
      </section>
    </div>
  );
}

/** How many of the named are left at each step. */
function Funnel({ total }: { readonly total: CoverageRow<null> }) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const steps: readonly (readonly [MessageKey, number])[] = [
    ['funnelNamed', total.named],
    ['funnelResearched', total.researched],
    ['funnelLocated', total.byPlacement.located],
    ['funnelKnown', total.statusKnown],
    ['funnelRecent', total.byAge['within-1'] + total.byAge['within-3']],
  ];
  return (
    <ol class="funnel">
      {steps.map(([label, n]) => (
        <li key={label}>
          <b class="tabular">{number(n)}</b>
          <span>{t(label)}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="funnel-all" width="100" height="10" />
            <rect class="funnel-part" width={total.named === 0 ? 0 : (100 * n) / total.named} height="10" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

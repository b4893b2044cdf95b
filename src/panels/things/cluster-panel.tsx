/** A cluster: tier, target and year as the text has them, its clause, its sites by district. */
import { byDistrict } from '../../domain/describe.ts';
import { findClause, sitesNamedIn } from '../../domain/policy.ts';
import { runsOf } from '../../domain/policy-text.ts';
import type { Cluster } from '../../domain/schema/policy.ts';
import type { Tier } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Note, Rows, Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { ClauseBlock } from '../reader/clause-block.tsx';
import { NamedInClauses } from '../reader/named-in-clauses.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { otherName } from '../shared/phrases.ts';
import { rangeWords, statedRange } from '../shared/range-words.ts';
import { SiteLinks } from '../shared/site-links.tsx';
import { targetWords } from '../shared/target-words.ts';
import { Figures } from './figures.tsx';

const TargetsOf = lazyPanel(() => import('../targets/targets-of.tsx').then((m) => m.default), {
  words: ['panels', 'targets'],
  wait: 'silent',
});

const ClusterLine = lazyPanel(() => import('./cluster-line.tsx').then((m) => m.default), {
  words: ['panels', 'present'],
  wait: 'silent',
});

const TIER: Record<Tier, MessageKey> = { core: 'tierCore', pillar: 'tierPillar', emerging: 'tierEmerging' };

export function ClusterPanel({ cluster }: { readonly cluster: Cluster }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const policy = state.policyOf(cluster.clause);
  const sites = state.sites.value;
  const members = sites.filter((site) => site.industryCluster === cluster.id);
  const clause = findClause(policy, cluster.clause);
  const named = sitesNamedIn(policy, cluster.clause);
  return (
    <article class="panel" aria-label={name(cluster)}>
      <PanelHead
        title={name(cluster)}
        kicker={t(TIER[cluster.tier])}
        subtitle={otherName(i18n.value, cluster)}
        mark={{ cluster: cluster.id }}
      />
      <Rows rows={[{ label: t('target'), value: targetWords(i18n.value, cluster) }]} />
      <blockquote class="target-quote" lang="zh-Hans">
        {cluster.target.quote}
      </blockquote>
      <TargetsOf scope={{ entity: 'cluster', id: cluster.id }} cluster={cluster} />
      <Section title={t('clusterSites')}>
        {named.length === 0 ? (
          <Note tone="warning">{t('clusterNoProject', { name: name(cluster) })}</Note>
        ) : (
          <SiteLinks ids={named} />
        )}
      </Section>
      {members.length > 0 && (
        <Section title={t('clusterByDistrict')}>
          <DistrictTally sites={members} />
        </Section>
      )}
      {members.length > 0 && <ClusterLine cluster={cluster} />}
      {clause !== undefined && (
        <Section title={t('clusterClause')}>
          <ClauseBlock clause={clause} runs={runsOf(policy, clause.start, clause.end)} />
        </Section>
      )}
      <NamedInClauses entity={{ entity: 'cluster', id: cluster.id }} />
      <Section title={t('clusterFigures')}>
        <Figures entity="cluster" id={cluster.id} none="clusterFiguresNone" />
      </Section>
    </article>
  );
}

function DistrictTally({ sites }: { readonly sites: Parameters<typeof byDistrict>[0] }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const tallies = byDistrict(sites);
  const unknown = tallies.find((tally) => tally.key === null)?.certain ?? 0;
  return (
    <ul class="tally">
      {tallies
        // A district that no record states is left out: what may lie there is under "not stated".
        .filter((tally) => (tally.key === null ? unknown > 0 : tally.possible > unknown))
        .map(({ key, certain, possible }) => (
          <li key={key ?? 'none'}>
            {key === null ? (
              <span>{t('notStated')}</span>
            ) : (
              <button
                type="button"
                class="link-button"
                onClick={() => state.actions.select({ entity: 'district', id: key })}
              >
                {t(`district.${key}`)}
              </button>
            )}
            <span class="tabular">{rangeWords(i18n.value, statedRange({ certain, possible }))}</span>
          </li>
        ))}
    </ul>
  );
}

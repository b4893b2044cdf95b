/** A site beside its policy: what it is, where and how surely, its facts, and what the text says of it. */

import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { factField } from '../../domain/corrections.ts';
import { describeSite, type SiteDescription } from '../../domain/describe.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { Policy } from '../../domain/schema/policy.ts';
import type { Fact } from '../../domain/schema/site.ts';
import { type Site, symbolFor } from '../../domain/site.ts';
import { factWords } from '../../i18n/fact.ts';
import { afterFrames } from '../../state/after-paint.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import { LinkButton, Note, type Row, Rows, Section } from '../../ui/pieces.tsx';
import { CorrectBar } from '../corrections/correct-bar.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { SiteField } from '../provenance/provenance.tsx';
import { ByDocument } from '../reader/by-document.tsx';
import { ClauseBlock } from '../reader/clause-block.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { clusterName, otherName, placeWords } from '../shared/phrases.ts';
import { SiteLinks } from '../shared/site-links.tsx';
import { SourceLine } from '../shared/source-line.tsx';
import { targetWords } from '../shared/target-words.ts';
import { UnitLinks } from '../shared/unit-links.tsx';
import { FactList, type FactsAbout } from './facts.tsx';
import { SiteLocation } from './location.tsx';
import { Nearby } from './nearby.tsx';

const CandidateSection = lazyPanel(() => import('../invest/candidate-section.tsx').then((m) => m.default), {
  words: ['panels', 'invest'],
  wait: 'silent',
});

const History = lazyPanel(() => import('./history.tsx').then((m) => m.default), {
  words: ['panels'],
  wait: 'silent',
});

/** A filter keeps it from list and map. */
function Hidden() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  return (
    <Note tone="warning">
      {t('siteHidden')} <LinkButton onClick={() => state.actions.clearFilters()}>{t('clearFilters')}</LinkButton>
    </Note>
  );
}

export function SitePanel({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const isWhole = useWhole(site.id);
  const described = describeSite({ policy: state.base.policy, sites: state.sites.value }, site);
  const kindAndCluster = `${t(`kind.${site.kind}`)} · ${clusterName(i18n.value, state.clusters, site.industryCluster)}`;
  return (
    <article class="panel" aria-label={name(site)}>
      <PanelHead
        title={name(site)}
        subtitle={otherName(i18n.value, site)}
        kicker={kindAndCluster}
        mark={symbolFor(site)}
      />
      {!state.visibleSites.value.some(({ id }) => id === site.id) && <Hidden />}
      <Rows rows={identityRows(useApp(), site, described)} />
      <CorrectBar site={site} />
      {isWhole && <Rest site={site} described={described} />}
    </article>
  );
}

/** Those that were shown whole: one that is opened again is so at once, scrolled to where it was left. */
const shownWhole = new WeakMap<AppState, Set<string>>();

function wholeOnes(state: AppState): Set<string> {
  const known = shownWhole.get(state) ?? new Set();
  shownWhole.set(state, known);
  return known;
}

/** Whether a panel's first frame is out, with what is seen of it on a small screen; one that comes with the page is whole. */
function useWhole(id: string): boolean {
  const { state } = useApp();
  const shown = wholeOnes(state);
  const isWhole = useSignal(shown.has(id) || state.mapStatus.peek() !== 'ready');
  useLayoutEffect(() => {
    const whole = () => {
      shown.add(id);
      isWhole.value = true;
    };
    return isWhole.peek() ? whole() : afterFrames(1, whole);
  }, []);
  return isWhole.value;
}

interface RestProps {
  readonly site: Site;
  readonly described: SiteDescription;
}

/** What is read after what a site is. */
function Rest({ site, described }: RestProps) {
  const { state, i18n } = useApp();
  const { t, text, zh } = i18n.value;
  const sites = state.sites.value;
  const inDocuments = state.base.policies.map((policy) => ({
    policy,
    described: describeSite({ policy, sites }, site),
  }));
  return (
    <>
      {state.mode.value === 'invest' && <CandidateSection site={site} />}
      <PolicyContext site={site} documents={inDocuments} />
      <Section title={t('milestones')}>
        <History site={site} />
      </Section>
      <Section title={t('where')}>
        <SiteLocation site={site} />
      </Section>
      <Section title={t('facts')}>
        {described.facts.length === 0 ? (
          <Note>{t('noFacts')}</Note>
        ) : (
          <FactList groups={described.facts} sources={site.sources} about={factsAbout(state, site)} />
        )}
      </Section>
      {described.parts.length > 0 && (
        <Section title={t('parts')}>
          <SiteLinks ids={described.parts.map((s) => s.id)} of={site.id} />
        </Section>
      )}
      {described.events.length > 0 && (
        <Section title={t('events')}>
          <SiteLinks ids={described.events.map((s) => s.id)} />
        </Section>
      )}
      <Section title={t('nearby')}>
        <Nearby site={site} />
      </Section>
      {site.notes.length > 0 && (
        <Section title={t('notes')}>
          <ul class="notes">
            {site.notes.map((note) => (
              <li key={note.en}>
                <Mixed text={text(note)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('sources')}>
        <ul class="sources">
          {Object.entries(site.sources).map(([key, source]) => (
            <li key={key}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
        <p class="muted small">
          {t('registerFile')}: <code>{zh(site.file)}</code>
        </p>
      </Section>
    </>
  );
}

/** Where the facts of a record come from, and how they are corrected. */
function factsAbout({ corrections }: ReturnType<typeof useApp>['state'], site: Site): FactsAbout {
  const fieldOf = (fact: Fact) => factField(site.facts, site.facts.indexOf(fact));
  return {
    id: () => site.id,
    file: () => site.file,
    field: fieldOf,
    correction: (fact) => site.corrected?.[fieldOf(fact)],
    onCorrect: (fact) => corrections.edit(site.id, fieldOf(fact)),
  };
}

interface FieldRow extends Row {
  readonly field: string;
  readonly sources?: readonly Source[];
}

function identityRows({ state, i18n }: ReturnType<typeof useApp>, site: Site, described: SiteDescription): Row[] {
  const { t, text, date, zh, lang, list } = i18n.value;
  const place = placeWords(i18n.value, state.things.value.town, site);
  const rows: (FieldRow | null)[] = [
    {
      field: 'status',
      label: t('status'),
      value: (
        <>
          <span class={`status status-${site.status}`}>{t(`status.${site.status}`)}</span>
          {site.statusDate !== null && <span class="muted"> {t('statusAsOf', { date: date(site.statusDate) })}</span>}
          {site.statusDateNote !== null && (
            <span class="muted">
              {' '}
              <Mixed text={text(site.statusDateNote)} />
            </span>
          )}
        </>
      ),
    },
    { field: 'districts', label: t('district'), value: place },
    site.address === null
      ? null
      : { field: 'address', label: t('address'), value: <Mixed text={text(site.address)} /> },
    described.parent === null
      ? null
      : { field: 'parent', label: t('partOfLabel'), value: <SiteLinks ids={[described.parent.id]} /> },
    described.venue === null
      ? null
      : { field: 'heldAt', label: t('heldAt'), value: <SiteLinks ids={[described.venue.id]} /> },
    site.focus === null ? null : { field: 'focus', label: t('focus'), value: <Mixed text={text(site.focus)} /> },
    site.operator === null
      ? null
      : { field: 'operator', label: t('operator'), value: <Mixed text={text(site.operator)} /> },
    site.areaKm2 === null
      ? null
      : {
          field: 'areaKm2',
          label: t('area'),
          value: factWords(i18n.value, { value: site.areaKm2 * 1e6, unit: 'm²', qualifier: 'exact' }),
        },
    site.aliases.length === 0
      ? null
      : {
          field: 'aliases',
          label: t('aliases'),
          value: <Mixed text={list(site.aliases.map(zh), 'semicolon')} />,
        },
    site.formerIds === undefined
      ? null
      : { field: 'formerIds', label: t('formerIds'), value: <code>{site.formerIds.join(', ')}</code> },
    site.succession.length === 0
      ? null
      : {
          field: 'succession',
          sources: site.succession.flatMap((s) => site.sources[s.source] ?? []),
          label: t('names'),
          value: site.succession.map((s) => (
            <div key={s.nameZh}>
              {t(s.relation === 'former' ? 'nameFormer' : 'nameLater')}{' '}
              <Mixed text={lang === 'en' && s.nameEn !== undefined ? s.nameEn : zh(s.nameZh)} />
              {s.date !== null && <span class="muted"> {date(s.date)}</span>}
            </div>
          )),
        },
  ];
  return rows.flatMap((row) =>
    row === null
      ? []
      : [
          {
            label: row.label,
            value: (
              <SiteField site={site} field={row.field} label={row.label} sources={row.sources}>
                {row.value}
              </SiteField>
            ),
          },
        ],
  );
}

interface InDocument {
  readonly policy: Policy;
  readonly described: SiteDescription;
}

function PolicyContext({ site, documents }: { readonly site: Site; readonly documents: readonly InDocument[] }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const naming = documents.filter(({ described }) => described.clauses.length > 0);
  const targets = documents.flatMap(({ described: { cluster } }) => (cluster === null ? [] : [cluster]));
  const read = documents.filter(({ described }) => described.readings.length > 0);
  return (
    <>
      <Section title={t('policyContext')}>
        {naming.length === 0 && <Note>{t('notNamed')}</Note>}
        {naming.map(({ policy, described }) => (
          <ByDocument key={policy.docId} policy={policy}>
            <NamingClauses site={site} described={described} />
          </ByDocument>
        ))}
      </Section>
      {targets.length > 0 && (
        <Section title={t('clusterTarget')}>
          {targets.map((cluster) => (
            <p key={cluster.target.clause}>
              <LinkButton onClick={() => state.actions.select({ entity: 'cluster', id: cluster.id })}>
                {name(cluster)}
              </LinkButton>{' '}
              · {targetWords(i18n.value, cluster)}
            </p>
          ))}
        </Section>
      )}
      {read.length > 0 && (
        <Section title={t('readings')}>
          <Note>{t('readingsNote')}</Note>
          {read.map(({ policy, described }) => (
            <ByDocument key={policy.docId} policy={policy}>
              <Readings described={described} />
            </ByDocument>
          ))}
        </Section>
      )}
    </>
  );
}

function NamingClauses({
  site,
  described: { clauses, namedThroughParent, parent },
}: {
  readonly site: Site;
  readonly described: SiteDescription;
}) {
  const { i18n } = useApp();
  const { t, name } = i18n.value;
  const namedId = namedThroughParent && parent !== null ? parent.id : site.id;
  return (
    <>
      {namedThroughParent && parent !== null && <Note>{t('namedThroughParent', { name: name(parent) })}</Note>}
      {clauses.map(({ clause, runs, alsoNamed }) => (
        <div key={clause.id}>
          <ClauseBlock clause={clause} runs={runs} current={{ entity: 'site', id: namedId }} />
          {clause.units.length > 0 && (
            <p class="small">
              {t('unit')}: <UnitLinks ids={clause.units.map((u) => u.unit)} />
            </p>
          )}
          {alsoNamed.length > 0 && (
            <details class="also">
              <summary>
                {t('alsoNamed')} ({alsoNamed.length})
              </summary>
              <SiteLinks ids={alsoNamed} />
            </details>
          )}
        </div>
      ))}
    </>
  );
}

function Readings({ described }: { readonly described: SiteDescription }) {
  const { state, i18n } = useApp();
  const { t, name, text, list } = i18n.value;
  return (
    <>
      {described.readings.map(({ reading, clause, units }) => (
        <div class="reading" key={`${reading.clause}-${reading.quotedWords}`}>
          <LinkButton class="cite" onClick={() => state.actions.openClause(clause.id)}>
            <span lang="zh-Hans">
              {clause.cite} {clause.heading}
            </span>
          </LinkButton>
          <q lang="zh-Hans">{reading.quotedWords}</q>
          <p>
            <Mixed text={text(reading.reason)} />
          </p>
          {units.length > 0 && (
            <p class="small muted">
              {t('readingUnits')}: {list(units.map((u) => name(u)))}
            </p>
          )}
        </div>
      ))}
    </>
  );
}

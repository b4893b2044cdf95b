/** The way in: what this is, the 2+2+4 as a picture, how sure the data is, and its version. */

import { pyramid } from '../../domain/cluster.ts';
import { byCluster, byDistrict, placementCounts } from '../../domain/describe.ts';
import { DISTRICT_IDS, type Tier } from '../../domain/vocabulary.ts';
import { factWords } from '../../i18n/fact.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { CorrectionsLink } from '../corrections/correct-bar.tsx';
import { BenchBar } from '../plan/plan-bar.tsx';
import { LaterList } from '../reader/document-later.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { rangeWords, statedRange } from '../shared/range-words.ts';
import { SourceLine } from '../shared/source-line.tsx';
import { VIEW_LINKS } from './view-links.ts';

const TIER_SHORT: Record<Tier, MessageKey> = {
  core: 'tierCoreShort',
  pillar: 'tierPillarShort',
  emerging: 'tierEmergingShort',
};

export function StartPanel() {
  const { state, i18n, narrow } = useApp();
  const { t, date, number, verbatim } = i18n.value;
  const { version } = state.base;
  const { policy, documents } = state.base;
  const sites = state.sites.value;
  const sure = placementCounts(sites);
  return (
    <article class="panel start" aria-label={t('start')}>
      <header class="start-head">
        <h2>{t('appTitle')}</h2>
        <p>
          {t('startWhat', {
            title: verbatim(policy.title, policy.titleEn),
            issuer: verbatim(policy.issuer, policy.issuerEn),
            date: date(policy.date),
          })}
        </p>
        <div class="start-links">
          <LinkButton class="primary" onClick={() => state.actions.openView('reader')}>
            <Icon name="book" size={16} /> {t('readPolicy')}
          </LinkButton>
          {VIEW_LINKS.filter(({ view }) => view !== 'reader' && view !== 'embed').map(({ view, label }) => (
            <LinkButton key={view} onClick={() => state.actions.openView(view)}>
              {t(label)}
            </LinkButton>
          ))}
          <CorrectionsLink />
        </div>
        {narrow.value && <BenchBar />}
      </header>
      <Section title={t('startPyramid')}>
        <Pyramid />
      </Section>
      <Section title={t('startModes')}>
        <Uses />
      </Section>
      <Section title={t('startSure')}>
        <SureBar counts={sure.byPlacement} total={sure.total} />
        <p>
          {t('startSureText', { total: sure.total })} <HowCounted />
        </p>
        <ul class="tally">
          {sure.byPrecision
            .filter(([, n]) => n > 0)
            .map(([precision, n]) => (
              <li key={precision}>
                <span>{t(`precision.${precision}`)}</span>
                <span class="tabular">{number(n)}</span>
              </li>
            ))}
        </ul>
      </Section>
      <Section title={t('startAreas')}>
        <ul class="tally">
          {byDistrict(sites).flatMap(({ key, certain, possible }) =>
            key === null
              ? []
              : [
                  <li key={key}>
                    <LinkButton
                      onClick={() =>
                        state.actions.select({ entity: 'district', id: DISTRICT_IDS.find((d) => d === key) ?? key })
                      }
                    >
                      {t(`district.${key}`)}
                    </LinkButton>
                    <span class="tabular">{rangeWords(i18n.value, statedRange({ certain, possible }))}</span>
                  </li>,
                ],
          )}
        </ul>
      </Section>
      <Section title={t('sources')}>
        <p>
          <SourceLine source={policy.source} />
        </p>
        <LaterList policy={policy} />
        {documents.length > 1 && (
          <details class="also">
            <summary>{t('documentsListed')}</summary>
            <ul class="notes">
              {documents.map((document) => (
                <li key={document.docId}>
                  <LinkButton onClick={() => state.actions.openDocument(document.docId)}>
                    {verbatim(document.title, document.titleEn)}
                  </LinkButton>{' '}
                  <span class="muted">{date(document.date)}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        <p class="inline-links">
          <LinkButton onClick={() => state.actions.openView('licences')}>{t('licences')}</LinkButton>{' '}
          <LinkButton onClick={() => state.actions.openView('accessibility')}>{t('access')}</LinkButton>{' '}
          <LinkButton onClick={() => state.actions.openView('workspace')}>{t('workspace')}</LinkButton>
        </p>
        <p class="muted small">{t('dataVersion', { version: version.data, date: date(version.date) })}</p>
        <details class="also">
          <summary>{t('changeLog')}</summary>
          <ul class="notes">
            {version.changes.map((c) => (
              <li key={c.en}>
                {date(c.date)} {i18n.value.text(c)}
              </li>
            ))}
          </ul>
        </details>
      </Section>
    </article>
  );
}

/** What each kind of user begins with; each line ends in something that works at once. */
function Uses() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const uses: readonly { title: MessageKey; text: MessageKey; action: MessageKey; run: () => void }[] = [
    { title: 'planMode', text: 'modePlanText', action: 'viewUnits', run: () => state.actions.openView('units') },
    {
      title: 'investMode',
      text: 'modeInvestText',
      action: 'modeInvestDo',
      run: () => state.actions.setMode('invest'),
    },
    {
      title: 'presentMode',
      text: 'modePresentText',
      action: 'modePresentDo',
      run: () => state.actions.setMode('present'),
    },
  ];
  return (
    <dl class="uses">
      {uses.map(({ title, text, action, run }) => (
        <div key={title}>
          <dt>{t(title)}</dt>
          <dd>
            {t(text)} <LinkButton onClick={run}>{t(action)}</LinkButton>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Two wide over two over four: width follows the number in the tier, height the target. Every cell is a button. */
function Pyramid() {
  const { state, i18n } = useApp();
  const { t, name, number } = i18n.value;
  const counts = new Map(byCluster(state.sites.value).map(({ key, count }) => [key, count]));
  return (
    <div class="pyramid">
      {pyramid(state.clusters).map(({ tier, clusters }) => (
        <div class={`pyramid-tier tier-${tier}`} key={tier}>
          <p class="pyramid-label">
            <strong>{t(TIER_SHORT[tier])}</strong>
            <span>
              {clusters[0] !== undefined &&
                t('targetOver', {
                  amount: factWords(i18n.value, { value: clusters[0].target.overCny, unit: 'CNY', qualifier: 'exact' }),
                })}
            </span>
          </p>
          <div class="pyramid-cells">
            {clusters.map((cluster) => (
              <button
                type="button"
                key={cluster.id}
                onClick={() => state.actions.select({ entity: 'cluster', id: cluster.id })}
              >
                <Mark cluster={cluster.id} theme={state.theme.value} size={26} />
                <span>{name(cluster)}</span>
                <span class="muted tabular">{number(counts.get(cluster.id) ?? 0)}</span>
              </button>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

function SureBar({
  counts,
  total,
}: {
  readonly counts: Record<'located' | 'coarse' | 'unlocated', number>;
  readonly total: number;
}) {
  const { i18n } = useApp();
  const { t, number } = i18n.value;
  const parts = [
    { key: 'located', n: counts.located, label: t('locatedN') },
    { key: 'coarse', n: counts.coarse, label: t('coarseN') },
    { key: 'unlocated', n: counts.unlocated, label: t('unlocatedN') },
  ];
  return (
    <figure class="sure-bar">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part, index) => {
          const before = parts.slice(0, index).reduce((sum, p) => sum + p.n, 0);
          return (
            <rect
              key={part.key}
              class={`sure-${part.key}`}
              x={(100 * before) / total}
              width={(100 * part.n) / total}
              y="0"
              height="6"
            />
          );
        })}
      </svg>
      <figcaption>
        {parts.map((part) => (
          <span key={part.key}>
            <i class={`swatch sure-${part.key}`} aria-hidden="true" /> {number(part.n)} {part.label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

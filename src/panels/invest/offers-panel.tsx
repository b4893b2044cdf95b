/** What the policy offers: the support that its text states, by topic, each in its own words with clause and units. */
import { useEffect, useState } from 'preact/hooks';
import { sentenceAt } from '../../domain/clause-sites.ts';
import { type Offer, offersByTopic } from '../../domain/offers.ts';
import type { OfferList } from '../../domain/schema/offer.ts';
import { CLUSTER_IDS, type ClusterOrCross } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { ClauseLink } from '../reader/clause-link.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { clusterName } from '../shared/phrases.ts';
import { UnitLinks } from '../shared/unit-links.tsx';
import { offerNeed, usePackChoices } from './pack/choices.ts';
import { OfferChoice } from './pack/offer-choice.tsx';
import { neededClusters } from './ranked.ts';
import './shortlist.css';

export default function OffersPanel() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  useEffect(() => {
    need.offers();
    // The kind of investor says which topics to start from.
    need.finder();
  }, []);
  const lists = state.offers.value;
  if (lists === null) return <p class="boot">{t('loading')}</p>;
  const list = lists.find(({ docId }) => docId === state.policy.value.docId);
  return (
    <article class="panel offers" aria-label={t('offersTitle')}>
      <PanelHead title={t('offersTitle')} />
      {list === undefined ? (
        <Note>{t('offersNone')}</Note>
      ) : (
        <>
          <p class="offers-intro">{t('offersIntro')}</p>
          <Topics list={list} />
          <Note>{t('offersSilent')}</Note>
        </>
      )}
    </article>
  );
}

function Topics({ list }: { readonly list: OfferList }) {
  const { state, i18n } = useApp();
  const { t, text } = i18n.value;
  const kept = usePackChoices();
  const [chosen, choose] = useState<ClusterOrCross | 'all' | 'needed'>('needed');
  const needed = neededClusters(state);
  const clusters = chosen === 'all' ? null : chosen === 'needed' ? needed : [chosen];
  const topics = offersByTopic(list, { ...offerNeed(state, kept.choices), clusters });
  const shown = topics.reduce((n, { offers }) => n + offers.length, 0);
  return (
    <>
      <OfferChoice list={list} kept={kept} />
      <label class="field offers-for">
        <span>{t('offersFor')}</span>
        <select
          value={needed === null && chosen === 'needed' ? 'all' : chosen}
          onChange={(event) => {
            const { value } = event.currentTarget;
            choose(CLUSTER_IDS.find((id) => id === value) ?? (value === 'needed' ? 'needed' : 'all'));
          }}
        >
          <option value="all">{t('offersAll')}</option>
          {needed !== null && (
            <option value="needed">
              {needed.map((id) => clusterName(i18n.value, state.clusters, id)).join(' · ')}
            </option>
          )}
          {CLUSTER_IDS.map((id) => (
            <option key={id} value={id}>
              {clusterName(i18n.value, state.clusters, id)}
            </option>
          ))}
        </select>
      </label>
      <p class="small muted" role="status">
        {shown === 0 ? t('offersNothing') : t('offersShown', { n: shown, total: list.offers.length })}
      </p>
      {topics.map(({ topic, offers }, index) => (
        <details key={topic.id} class="offer-topic" open={index === 0}>
          <summary>
            <h3>{text(topic.name)}</h3>
            <span class="muted tabular">{i18n.value.number(offers.length)}</span>
          </summary>
          {offers.map((offer) => (
            <OfferBlock key={`${offer.clause} ${offer.start}`} offer={offer} />
          ))}
        </details>
      ))}
    </>
  );
}

function OfferBlock({ offer }: { readonly offer: Offer }) {
  const { state, i18n } = useApp();
  const { t, text, list } = i18n.value;
  const clause = state.things.value.clause.get(offer.clause)?.clause;
  if (clause === undefined) return null;
  return (
    <article class="offer">
      <h4>
        <Mixed text={text(offer.gloss)} />
      </h4>
      <blockquote lang="zh-Hans">{offer.quote}</blockquote>
      <p class="small">
        <ClauseLink class="cite" id={clause.id} sentence={sentenceAt(clause, offer.start) ?? undefined}>
          <span lang="zh-Hans">
            {clause.cite} {clause.heading}
          </span>
        </ClauseLink>
      </p>
      {offer.clusters.length > 0 && (
        <p class="small muted">
          {t('offersFields', {
            names: list(offer.clusters.map((id) => clusterName(i18n.value, state.clusters, id))),
          })}
        </p>
      )}
      <details class="also">
        <summary>{t('offersUnits')}</summary>
        {clause.units.length === 0 ? (
          <Note>{t('offersNoUnits')}</Note>
        ) : (
          <UnitLinks ids={clause.units.map(({ unit }) => unit)} />
        )}
      </details>
    </article>
  );
}

/** A district: its sites by cluster, its figures with years and sources, its towns. And a town, likewise. */
import { byCluster } from '../../domain/describe.ts';
import type { DistrictProperties, TownProperties } from '../../domain/schema/area.ts';
import { countRecords, type Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Note, Rows, Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { NamedInClauses } from '../reader/named-in-clauses.tsx';
import { HowCounted } from '../shared/how-counted.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { PanelHead } from '../shared/panel-head.tsx';
import { clusterName, otherName } from '../shared/phrases.ts';
import { rangeWords, statedRange } from '../shared/range-words.ts';
import { SiteLinks } from '../shared/site-links.tsx';
import { Figures } from './figures.tsx';

const TargetsOf = lazyPanel(() => import('../targets/targets-of.tsx').then((m) => m.default), {
  words: ['panels', 'targets'],
  wait: 'silent',
});

export function DistrictPanel({ district }: { readonly district: DistrictProperties }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const towns = state.base.towns.features.map((f) => f.properties).filter((town) => town.district === district.id);
  return (
    <article class="panel" aria-label={name(district)}>
      <PanelHead
        title={t(`district.${district.id}`)}
        kicker={t('district')}
        subtitle={otherName(i18n.value, district)}
      />
      <Section title={t('districtSites')} aside={<HowCounted />}>
        <SitesByCluster
          sites={state.sites.value.filter((site) => site.districts.includes(district.id))}
          isCertain={(site) => site.districts.length === 1}
        />
      </Section>
      <NamedInClauses entity={{ entity: 'district', id: district.id }} />
      <Section title={t('districtFigures')}>
        <Figures entity="district" id={district.id} none="clusterFiguresNone" />
      </Section>
      <TargetsOf scope={{ entity: 'district', id: district.id }} />
      <Section title={t('districtTowns')}>
        <ul class="chips">
          {towns.map((town) => (
            <li key={town.code}>
              <LinkButton onClick={() => state.actions.select({ entity: 'town', id: town.code })}>
                {name(town)}
              </LinkButton>
            </li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

export function TownPanel({ town }: { readonly town: TownProperties }) {
  const { state, i18n } = useApp();
  const { t, name, zh, distance } = i18n.value;
  return (
    <article class="panel" aria-label={name(town)}>
      <PanelHead title={name(town)} kicker={t('town')} subtitle={otherName(i18n.value, town)} />
      <Rows
        rows={[
          {
            label: t('district'),
            value: (
              <LinkButton onClick={() => state.actions.select({ entity: 'district', id: town.district })}>
                {t(`district.${town.district}`)}
              </LinkButton>
            ),
          },
          ...(town.sourced
            ? [
                { label: t('radius'), value: distance(town.radiusM, town.radiusM) },
                {
                  label: t('locationSource'),
                  value: (
                    <>
                      <Mixed text={zh(town.coordSource)} />
                      {town.rights === 'unclear' && <div class="muted">{t('rightsUnclear')}</div>}
                    </>
                  ),
                },
              ]
            : [{ label: t('where'), value: t('townUnsourced') }]),
        ]}
      />
      <Section title={t('districtSites')} aside={<HowCounted />}>
        <SitesByCluster
          sites={state.sites.value.filter((site) => site.towns.includes(town.code))}
          // A record is no surer of its town than of its district.
          isCertain={(site) => site.towns.length === 1 && site.districts.length === 1}
        />
      </Section>
      <Section title={t('districtFigures')}>
        <Figures entity="town" id={town.code} none="clusterFiguresNone" />
      </Section>
    </article>
  );
}

interface ListedProps {
  readonly sites: readonly Site[];
  /** The record states this place alone. */
  readonly isCertain: (site: Site) => boolean;
}

function SitesByCluster({ sites, isCertain }: ListedProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  if (sites.length === 0) return <Note>{t('noSites')}</Note>;
  const events = sites.filter(({ extent }) => extent === 'event');
  return (
    <>
      {byCluster(sites.filter(({ extent }) => extent !== 'event')).map(({ key, sites: members, count }) => (
        <div key={key} class="cluster-block">
          <h4>
            {clusterName(i18n.value, state.clusters, key)}{' '}
            <span class="tabular muted">
              {rangeWords(
                i18n.value,
                statedRange({ certain: countRecords(members.filter(isCertain)), possible: count }),
              )}
            </span>
          </h4>
          <SiteLinks ids={members.map((site) => site.id)} />
        </div>
      ))}
      {events.length > 0 && (
        <div class="cluster-block">
          <h4>
            {t('eventsApart')} <span class="tabular muted">{i18n.value.number(countRecords(events))}</span>
          </h4>
          <SiteLinks ids={events.map((site) => site.id)} />
        </div>
      )}
    </>
  );
}

/** What a visitor of a hall finds beside the map: the eight clusters with their sites, and the text; nothing to set. */
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { clusterName } from '../shared/phrases.ts';
import { SiteLinks } from '../shared/site-links.tsx';
import './kiosk-view.css';

export default function KioskStart() {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const sites = state.sites.value.filter(({ extent }) => extent !== 'event');
  return (
    <article class="panel kiosk-start" aria-label={t('kioskTitle')}>
      <h2>{t('kioskTitle')}</h2>
      <p>{t('kioskLead')}</p>
      <LinkButton class="primary" onClick={() => state.actions.openView('reader')}>
        <Icon name="book" size={22} /> {t('readPolicy')}
      </LinkButton>
      {state.clusters.map(({ id }) => {
        const own = sites.filter(({ industryCluster }) => industryCluster === id);
        return (
          <section key={id} aria-label={clusterName(i18n.value, state.clusters, id)}>
            <h3>
              <LinkButton onClick={() => state.actions.select({ entity: 'cluster', id })}>
                {clusterName(i18n.value, state.clusters, id)}
              </LinkButton>
            </h3>
            {own.length === 0 ? (
              <p class="muted">{t('kioskNoSites')}</p>
            ) : (
              <SiteLinks ids={own.map((site) => site.id)} />
            )}
          </section>
        );
      })}
    </article>
  );
}

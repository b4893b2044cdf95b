/** Sites as a list of links with their marks. */
import { useApp } from '../../state/app.ts';
import { SiteMark } from './site-mark.tsx';

export function SiteLinks({ ids }: { readonly ids: readonly string[] }) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  return (
    <ul class="site-links">
      {ids.map((id) => {
        const site = state.siteById.value.get(id);
        if (site === undefined) return null;
        return (
          <li key={id}>
            <button type="button" class="site-link" onClick={() => state.actions.selectSite(id)}>
              <SiteMark site={site} size={16} />
              <span>{name(site)}</span>
              {site.position === null && <span class="muted small">{t('unlocatedShort')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

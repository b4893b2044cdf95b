/** Sites as a list of links with their marks; a part stands indented under its whole. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { SiteMark } from './site-mark.tsx';

/** In the order given, each whole followed by its parts; a part whose whole is not among them keeps its place. */
export function withParts(sites: readonly Site[]): readonly { readonly site: Site; readonly isPart: boolean }[] {
  const ids = new Set(sites.map(({ id }) => id));
  const tops = sites.filter(({ parent }) => parent === null || !ids.has(parent));
  const under = (site: Site): { site: Site; isPart: boolean }[] =>
    sites.filter(({ parent }) => parent === site.id).flatMap((part) => [{ site: part, isPart: true }, ...under(part)]);
  return tops.flatMap((site) => [{ site, isPart: false }, ...under(site)]);
}

interface LinksProps {
  readonly ids: readonly string[];
  /** The whole that the list is about: of its parts it need not be said. */
  readonly of?: string;
}

export function SiteLinks({ ids, of }: LinksProps) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const sites = ids.flatMap((id) => state.siteById.value.get(id) ?? []);
  return (
    <ul class="site-links">
      {withParts(sites).map(({ site, isPart }) => {
        const whole =
          isPart || site.parent === null || site.parent === of ? undefined : state.siteById.value.get(site.parent);
        return (
          <li key={site.id} class={isPart ? 'is-part' : undefined}>
            <button type="button" class="site-link" onClick={() => state.actions.selectSite(site.id)}>
              <SiteMark site={site} size={16} />
              <span>{name(site)}</span>
              {whole !== undefined && <span class="muted small">{t('partOf', { name: name(whole) })}</span>}
              {site.position === null && <span class="muted small">{t('unlocatedShort')}</span>}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

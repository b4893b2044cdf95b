/** A few words beside the pointer; what a click would open in full. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { clusterName, districtNames } from '../shared/phrases.ts';

export function HoverCard() {
  const { state } = useApp();
  const hovered = state.hovered.value;
  if (hovered === null || Number.isNaN(hovered.x)) return null;
  const site = state.siteById.value.get(hovered.id);
  if (site === undefined) return null;
  return (
    // Placed by properties of the element, which the security policy allows; a style attribute it would not.
    <div class="hover-card" style={{ left: `${hovered.x}px`, top: `${hovered.y}px` }} aria-hidden="true">
      <SiteInBrief site={site} />
    </div>
  );
}

/** What a site is, where, and how surely that is known. */
export function SiteInBrief({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t, name, date } = i18n.value;
  return (
    <>
      <strong>{site.corrected === undefined ? name(site) : t('correctionLabel', { name: name(site) })}</strong>
      <span>
        {clusterName(i18n.value, state.clusters, site.industryCluster)} · {t(`kind.${site.kind}`)}
      </span>
      <span class="muted">
        {districtNames(i18n.value, site)} · {t(`status.${site.status}`)}
        {site.statusDate === null ? '' : ` ${t('statusAsOf', { date: date(site.statusDate) })}`}
      </span>
      <span class="muted">{t(`precisionWords.${site.precision}`)}</span>
    </>
  );
}

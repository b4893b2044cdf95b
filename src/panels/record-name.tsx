/** A record in a table: its symbol, and its name as the way to it. */
import { isLocated, type Site } from '../domain/site.ts';
import { useApp } from '../state/context.ts';
import { Mark } from '../ui/mark.tsx';
import { LinkButton } from '../ui/pieces.tsx';

export function RecordName({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  return (
    <span class="record-name">
      <Mark
        cluster={site.industryCluster}
        theme={state.theme.value}
        group={site.group}
        hollow={site.extent === 'area' || !isLocated(site.precision)}
        size={16}
      />
      <LinkButton onClick={() => state.actions.selectSite(site.id)}>{i18n.value.name(site)}</LinkButton>
    </span>
  );
}

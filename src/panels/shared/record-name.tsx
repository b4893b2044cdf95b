/** A record in a table: its symbol, and its name as the way to it. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton } from '../../ui/pieces.tsx';
import { SiteMark } from './site-mark.tsx';

export function RecordName({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  return (
    <span class="record-name">
      <SiteMark site={site} size={16} />
      <LinkButton onClick={() => state.actions.selectSite(site.id)}>{i18n.value.name(site)}</LinkButton>
    </span>
  );
}

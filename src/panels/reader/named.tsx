/** What a clause names: on the map, without a known place, and parts. */
import { namedSites } from '../../domain/clause-sites.ts';
import type { Clause } from '../../domain/schema/policy.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { SiteLinks } from '../shared/site-links.tsx';

/** How much a clause names, in a line. */
export function namedWords({ state, i18n }: ReturnType<typeof useApp>, clauseId: string): string {
  const { placed, unplaced } = namedSites(state.policy.value, state.sites.value, clauseId);
  const n = placed.length + unplaced.length;
  return n === 0 ? i18n.value.t('clauseNamesNothing') : i18n.value.t('clauseNames', { n });
}

export function NamedHere({ clause }: { readonly clause: Clause }) {
  const app = useApp();
  const { state, i18n } = app;
  const { t, name } = i18n.value;
  const { placed, unplaced, parts } = namedSites(state.policy.value, state.sites.value, clause.id);
  if (placed.length + unplaced.length === 0) return <Note tone="warning">{t('clauseNamesNothing')}</Note>;
  const visible = new Set(state.visibleSites.value);
  const hidden = [...placed, ...unplaced].filter((site) => !visible.has(site)).length;
  return (
    <div class="named-here">
      <h5>{namedWords(app, clause.id)}</h5>
      <SiteLinks ids={placed.map(({ id }) => id)} />
      {unplaced.length > 0 && (
        <>
          <h5>{t('clauseUnlocated', { n: unplaced.length })}</h5>
          <SiteLinks ids={unplaced.map(({ id }) => id)} />
        </>
      )}
      {parts.map(({ whole, parts: own }) => (
        <div key={whole.id}>
          <h5>{t('clausePartsOf', { name: name(whole), n: own.length })}</h5>
          <SiteLinks ids={own.map(({ id }) => id)} />
        </div>
      ))}
      {hidden > 0 && <Note tone="warning">{t('clauseHidden', { n: hidden })}</Note>}
    </div>
  );
}

/** While the highlight follows the reading, what is named stands below the text, which then does not move. */
export function FollowDock({ clause }: { readonly clause: Clause }) {
  const app = useApp();
  return (
    <details class="reader-dock no-print">
      <summary>
        <span class="cite" lang="zh-Hans">
          {clause.cite}
        </span>{' '}
        {namedWords(app, clause.id)}
      </summary>
      <NamedHere clause={clause} />
    </details>
  );
}

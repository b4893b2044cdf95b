/** The legend is the filter: clusters as 2 + 2 + 4 with colour, glyph, name and live count, then cross-cluster. */
import { useComputed } from '@preact/signals';
import { pyramid } from '../../domain/cluster.ts';
import { countRecords } from '../../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, type Tier } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { choiceCounts, isFiltered, only, toggled } from '../../state/filter.ts';
import { Mark } from '../../ui/mark.tsx';
import { LinkButton } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';

/** What the list can do without for a moment. */
const More = lazyPanel(() => import('./legend-more.tsx').then((m) => m.default), { words: ['panels'], wait: 'silent' });
const MapSets = lazyPanel(() => import('../data/map-sets.tsx').then((m) => m.default), {
  words: ['panels', 'plan'],
  wait: 'silent',
});

const TIER_LABEL: Record<Tier, MessageKey> = { core: 'tierCore', pillar: 'tierPillar', emerging: 'tierEmerging' };

/** Fetches all of the legend ahead of need. */
export const preloadLegend = (): Promise<void> => More.preload();

export function Legend() {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const counts = useComputed(() =>
    choiceCounts(state.sites.value, state.filters.value, 'clusters', CLUSTER_OR_CROSS_IDS, state.unitsOf),
  );
  const active = state.filters.value.clusters;
  const shown = countRecords(state.visibleSites.value);
  const total = countRecords(state.sites.value);
  return (
    <section class="legend" aria-label={t('legend')}>
      <header class="panel-head">
        <h2>{t('legend')}</h2>
        <LinkButton class="muted tabular" title={t('howCounted')} onClick={() => state.actions.openView('counting')}>
          {t('countOf', { n: shown, total })}
        </LinkButton>
        {isFiltered(state.filters.value) && (
          <LinkButton onClick={() => state.actions.clearFilters()}>{t('clearFilters')}</LinkButton>
        )}
      </header>
      {pyramid(state.clusters).map(({ tier, clusters }) => (
        <fieldset class="legend-tier" key={tier}>
          <legend>{t(TIER_LABEL[tier])}</legend>
          {clusters.map((cluster) => (
            <LegendRow
              key={cluster.id}
              id={cluster.id}
              label={name(cluster)}
              count={counts.value.get(cluster.id) ?? 0}
              on={active === null || active.includes(cluster.id)}
            />
          ))}
        </fieldset>
      ))}
      <fieldset class="legend-tier">
        <legend>{t('crossNote')}</legend>
        <LegendRow
          id="cross"
          label={t('cross')}
          count={counts.value.get('cross') ?? 0}
          on={active === null || active.includes('cross')}
        />
      </fieldset>
      {(state.imports.value?.visible.value.length ?? 0) > 0 && <MapSets />}
      <div class="legend-more">
        <More />
      </div>
    </section>
  );
}

function LegendRow({
  id,
  label,
  count,
  on,
}: {
  readonly id: ClusterOrCross;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
}) {
  const { state, i18n } = useApp();
  const { t, number } = i18n.value;
  const current = state.filters.value.clusters;
  return (
    <div class={`legend-row ${on ? '' : 'is-off'}`}>
      <label>
        <input
          type="checkbox"
          checked={on}
          onChange={() => state.actions.setFilter('clusters', toggled(CLUSTER_OR_CROSS_IDS, current, id))}
        />
        <Mark cluster={id} theme={state.theme.value} size={20} />
        <span class="legend-name">{label}</span>
        <span class="tabular muted">{number(count)}</span>
      </label>
      <button
        type="button"
        class="only"
        aria-label={t('onlyThis', { name: label })}
        aria-pressed={current !== null && current.length === 1 && current[0] === id}
        onClick={() => state.actions.setFilter('clusters', only(current, id))}
      >
        {t('only')}
      </button>
    </div>
  );
}

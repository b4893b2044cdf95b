/** The list is the map's equal: every site that passes the filters, unlocated ones in place and marked. */
import { useComputed } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Site } from '../../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, PRECISIONS, STATUSES } from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import { GROUPINGS, type Grouping, groupSites, SORTINGS, type Sorting } from '../../state/grouping.ts';
import { moveWithArrows } from '../../ui/move-with-arrows.ts';
import { IconButton } from '../../ui/pieces.tsx';
import { clusterName, districtNames } from '../shared/phrases.ts';
import { SiteMark } from '../shared/site-mark.tsx';

const GROUPING_LABEL: Record<Grouping, MessageKey> = {
  cluster: 'groupCluster',
  district: 'groupDistrict',
  status: 'groupStatus',
  precision: 'groupPrecision',
};
const SORTING_LABEL: Record<Sorting, MessageKey> = {
  policy: 'sortPolicy',
  name: 'sortName',
  status: 'sortStatus',
  precision: 'sortPrecision',
};

export function SiteList() {
  const { state, i18n, places } = useApp();
  const { t, name, lang, number } = i18n.value;
  const { grouping, sorting } = state;
  const groups = useComputed(() =>
    groupSites(state.visibleSites.value, grouping.value, sorting.value, i18n.value.name, i18n.value.lang),
  );
  const box = useRef<HTMLDivElement>(null);
  const selectedId = state.selectedSite.value?.id ?? null;

  useEffect(() => {
    if (selectedId === null) return;
    box.current?.querySelector(`[data-site="${selectedId}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);

  return (
    <section class="site-list" aria-label={t('list')} id="list" ref={places.list} tabIndex={-1}>
      <header class="panel-head">
        <h2>{t('list')}</h2>
        <label class="compact-select">
          <span class="visually-hidden">{t('groupBy')}</span>
          <select
            value={grouping.value}
            onChange={({ currentTarget: { value } }) =>
              state.actions.arrangeList({ grouping: GROUPINGS.find((g) => g === value) ?? 'cluster' })
            }
          >
            {GROUPINGS.map((g) => (
              <option key={g} value={g}>
                {t(GROUPING_LABEL[g])}
              </option>
            ))}
          </select>
        </label>
        <label class="compact-select">
          <span class="visually-hidden">{t('sortBy')}</span>
          <select
            value={sorting.value}
            onChange={({ currentTarget: { value } }) =>
              state.actions.arrangeList({ sorting: SORTINGS.find((s) => s === value) ?? 'policy' })
            }
          >
            {SORTINGS.map((s) => (
              <option key={s} value={s}>
                {t(SORTING_LABEL[s])}
              </option>
            ))}
          </select>
        </label>
        <IconButton icon="table" label={t('viewTable')} onClick={() => state.actions.openView('table')} />
      </header>
      <div class="list-scroll" ref={box}>
        {groups.value.length === 0 && <p class="empty">{t('listEmpty')}</p>}
        {groups.value.map((group) => (
          <section
            key={group.key}
            class="list-group"
            aria-label={groupLabel(i18n.value, state.clusters, grouping.value, group.key)}
          >
            <h3>
              <span>{groupLabel(i18n.value, state.clusters, grouping.value, group.key)}</span>
              <span class="tabular muted">{number(group.count)}</span>
            </h3>
            <ul>
              {group.rows.map(({ site, isPart }) => (
                <ListRow
                  key={`${lang}-${site.id}`}
                  site={site}
                  isPart={isPart}
                  selected={site.id === selectedId}
                  label={name(site)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function ListRow({
  site,
  isPart,
  selected,
  label,
}: {
  readonly site: Site;
  readonly isPart: boolean;
  readonly selected: boolean;
  readonly label: string;
}) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const place = districtNames(i18n.value, site);
  return (
    <li class={`${isPart ? 'is-part' : ''} ${state.hovered.value?.id === site.id ? 'is-hovered' : ''}`}>
      <button
        type="button"
        class="list-row"
        data-site={site.id}
        aria-current={selected ? 'true' : undefined}
        onClick={() => state.actions.selectSite(site.id)}
        onKeyDown={(event) => moveWithArrows(event, '.list-scroll', '.list-row')}
        onMouseEnter={() => state.actions.hover({ id: site.id, x: Number.NaN, y: Number.NaN })}
        onMouseLeave={() => state.actions.hover(null)}
      >
        <SiteMark site={site} size={18} />
        <span class="list-name">{site.corrected === undefined ? label : t('correctionLabel', { name: label })}</span>
        <span class="list-place muted">{site.position === null ? t('unlocatedShort') : place}</span>
      </button>
    </li>
  );
}

function groupLabel(i18n: I18n, clusters: Parameters<typeof clusterName>[1], by: Grouping, key: string): string {
  const { t } = i18n;
  switch (by) {
    case 'cluster':
      return clusterName(i18n, clusters, CLUSTER_OR_CROSS_IDS.find((id) => id === key) ?? 'cross');
    case 'district': {
      const id = DISTRICT_IDS.find((d) => d === key);
      return id === undefined ? t('notStated') : t(`district.${id}`);
    }
    case 'status':
      return t(`status.${STATUSES.find((s) => s === key) ?? 'unknown'}`);
    case 'precision':
      return t(`precision.${PRECISIONS.find((p) => p === key) ?? 'unknown'}`);
  }
}

/** What the search found: the rows of its list, and what choosing one opens. */
import type { SearchEntry } from '../../domain/schema/search.ts';
import type { I18n } from '../../i18n/index.ts';
import { useApp } from '../../state/app.ts';
import type { AppState } from '../../state/app-state.ts';
import type { SearchHit } from '../../state/search.ts';
import { Icon } from '../../ui/icon.tsx';
import { Mark } from '../../ui/mark.tsx';

export { search } from '../../state/search.ts';

export function SearchHits({
  hits,
  active,
  onActive,
  onChoose,
}: {
  readonly hits: readonly SearchHit[];
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onChoose: (entry: SearchEntry) => void;
}) {
  const { state, i18n } = useApp();
  return (
    <>
      {hits.map(({ entry }, index) => (
        // Mouse down, not click: the input's blur would close the list first.
        <div
          key={`${entry.entity}-${entry.id}`}
          id={`hit-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(entry);
          }}
          onMouseEnter={() => onActive(index)}
        >
          <HitMark state={state} entry={entry} />
          <span class="hit-name">{entryName(state, i18n.value, entry)}</span>
          <span class="hit-kind muted">{entityWord(i18n.value, entry)}</span>
        </div>
      ))}
    </>
  );
}

function HitMark({ state, entry }: { readonly state: AppState; readonly entry: SearchEntry }) {
  const cluster =
    entry.entity === 'site'
      ? state.siteById.value.get(entry.id)?.industryCluster
      : state.clusters.find((c) => entry.entity === 'cluster' && c.id === entry.id)?.id;
  const group = entry.entity === 'site' ? state.siteById.value.get(entry.id)?.group : undefined;
  return cluster === undefined ? (
    <Icon name={entry.entity === 'clause' ? 'book' : 'target'} size={16} />
  ) : (
    <Mark cluster={cluster} group={group} theme={state.theme.value} size={18} />
  );
}

function entryName(
  { base, clusters, policyOf, siteById }: AppState,
  { name, zh, lang }: I18n,
  entry: SearchEntry,
): string {
  const first = entry.zh[0] ?? entry.id;
  switch (entry.entity) {
    case 'site': {
      const site = siteById.value.get(entry.id);
      return site === undefined ? zh(first) : name(site);
    }
    case 'cluster': {
      const cluster = clusters.find((c) => c.id === entry.id);
      return cluster === undefined ? zh(first) : name(cluster);
    }
    case 'clause': {
      const policy = policyOf(entry.id);
      const clause = policy.clauses.find((c) => c.id === entry.id);
      const of = policy === base.policy ? '' : `《${policy.title}》`;
      return clause === undefined ? first : `${of}${clause.cite} ${clause.heading}`;
    }
    case 'district':
    case 'town':
    case 'unit':
      return lang === 'en' ? (entry.en[0] ?? first) : zh(first);
  }
}

function entityWord({ t }: I18n, entry: SearchEntry): string {
  return t(
    ({ site: 'site', district: 'district', town: 'town', cluster: 'cluster', unit: 'unit', clause: 'clause' } as const)[
      entry.entity
    ],
  );
}

export function openEntry(state: AppState, entry: SearchEntry): void {
  switch (entry.entity) {
    case 'clause':
      state.actions.openClause(entry.id);
      return;
    case 'district': {
      const district = state.base.districts.features.find((f) => f.properties.id === entry.id);
      if (district !== undefined) state.actions.select({ entity: 'district', id: district.properties.id });
      return;
    }
    case 'site':
    case 'cluster':
    case 'town':
    case 'unit':
      state.actions.select({ entity: entry.entity, id: entry.id });
  }
}

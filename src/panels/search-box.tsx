/** Search, keyboard first: "/" focuses, arrows move, Enter opens, Esc leaves. A combobox with a list box. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SearchEntry } from '../domain/schema.ts';
import type { I18n } from '../i18n/index.ts';
import type { AppState } from '../state/app-state.ts';
import { useApp } from '../state/context.ts';
import { search } from '../state/search.ts';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';

export function SearchBox() {
  const { state, i18n, need } = useApp();
  const { t } = i18n.value;
  const open = useSignal(false);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const query = state.filters.value.q;
  const hits = useComputed(() =>
    state.searchIndex.value === null ? [] : search(state.searchIndex.value, state.filters.value.q),
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const choose = (entry: SearchEntry | undefined) => {
    if (entry === undefined) return;
    open.value = false;
    state.actions.setQuery('');
    openEntry(state, entry);
    input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.value.length - 1;
    if (event.key === 'ArrowDown') active.value = Math.max(0, Math.min(last, active.value + 1));
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter' && !event.isComposing) choose(hits.value[active.value]?.entry);
    else if (event.key === 'Escape') {
      event.stopPropagation();
      state.actions.setQuery('');
      open.value = false;
      input.current?.blur();
    } else return;
    event.preventDefault();
  };
  const showList = open.value && query.trim() !== '';
  return (
    <search class="search">
      <Icon name="search" size={16} />
      <input
        ref={input}
        type="search"
        // biome-ignore lint/a11y/noRedundantRoles: without a datalist the implicit role is searchbox
        role="combobox"
        list={undefined}
        aria-label={t('searchLabel')}
        aria-expanded={showList}
        aria-controls="search-results"
        aria-activedescendant={showList && hits.value.length > 0 ? `hit-${active.value}` : undefined}
        aria-autocomplete="list"
        placeholder={t('searchPlaceholder')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onFocus={() => {
          need.search();
          open.value = true;
        }}
        onBlur={() => (open.value = false)}
        onInput={(event) => {
          need.search();
          active.value = 0;
          open.value = true;
          state.actions.setQuery(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      <div class="visually-hidden" role="status" aria-live="polite">
        {showList ? t('searchCount', { n: hits.value.length }) : ''}
      </div>
      <div id="search-results" class="search-results" role="listbox" aria-label={t('searchLabel')} hidden={!showList}>
        {showList && hits.value.length === 0 && (
          <div class="empty" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            {state.searchIndex.value === null ? t('loading') : t('searchNone', { q: query })}
          </div>
        )}
        {showList &&
          hits.value.map(({ entry }, index) => (
            // Mouse down, not click: the input's blur would close the list first.
            <div
              key={`${entry.entity}-${entry.id}`}
              id={`hit-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active.value}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(entry);
              }}
              onMouseEnter={() => (active.value = index)}
            >
              <HitMark state={state} entry={entry} />
              <span class="hit-name">{entryName(state, i18n.value, entry)}</span>
              <span class="hit-kind muted">{entityWord(i18n.value, entry)}</span>
            </div>
          ))}
      </div>
    </search>
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

function openEntry(state: AppState, entry: SearchEntry): void {
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

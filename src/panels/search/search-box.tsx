/** Search, keyboard first: "/" focuses, arrows move, Enter opens, Esc leaves. A combobox with a list box. */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { Icon } from '../../ui/icon.tsx';
import { lazyCode } from '../shared/lazy-code.ts';
import type { Hit } from './search-hits.tsx';

/** What finds and shows hits comes with the first look at the field. */
const searchHits = lazyCode(() => import('./search-hits.tsx'));
export const loadSearchHits = searchHits.load;

export function SearchBox() {
  const { state, i18n, need, places } = useApp();
  const { t } = i18n.value;
  const finding = useSignal(searchHits.loaded);
  const Loaded = finding.value;
  const open = useSignal(false);
  const active = useSignal(0);
  const input = useRef<HTMLInputElement>(null);
  const query = state.filters.value.q;
  const hits = useComputed(() => finding.value?.found(state) ?? []);
  const wake = () => {
    need.search();
    if (finding.peek() === null)
      loadSearchHits().then((code) => {
        finding.value = code;
      }, state.actions.notify);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.matches(
          'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select, [contenteditable]',
        );
      if (
        event.key === '/' &&
        state.characterKeys.peek() &&
        !typing &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey
      ) {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const choose = (hit: Hit | undefined) => {
    if (hit === undefined || Loaded === null) return;
    open.value = false;
    state.actions.setQuery('');
    Loaded.openHit(state, hit);
    input.current?.blur();
    // Whoever reads by keyboard goes on where the answer is.
    places.panel.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits.value.length - 1;
    if (event.key === 'ArrowDown') active.value = Math.max(0, Math.min(last, active.value + 1));
    else if (event.key === 'ArrowUp') active.value = Math.max(0, active.value - 1);
    else if (event.key === 'Enter' && !event.isComposing) choose(hits.value[active.value]);
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
          wake();
          open.value = true;
        }}
        onBlur={() => (open.value = false)}
        onInput={(event) => {
          wake();
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
        {showList && (Loaded === null || hits.value.length === 0) && (
          <div class="empty" role="option" aria-selected="false" aria-disabled="true" tabIndex={-1}>
            {Loaded === null || state.searchIndex.value === null ? t('loading') : t('searchNone', { q: query })}
          </div>
        )}
        {showList && Loaded !== null && (
          <Loaded.SearchHits
            hits={hits.value}
            active={active.value}
            onActive={(index) => (active.value = index)}
            onChoose={choose}
          />
        )}
      </div>
    </search>
  );
}

/** Filters beyond the cluster: district, kind, status, precision, responsible unit. Each choice shows what it would leave. */
import { useRef } from 'preact/hooks';
import { KINDS, PRECISIONS, STATUSES } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import { DISTRICT_FILTER } from '../../state/address/address.ts';
import { type App, useApp } from '../../state/app.ts';
import { choiceCounts, type FilterKey, toggled } from '../../state/filter.ts';
import { lazyPanel } from '../frame/lazy-panel.tsx';

const CellChip = lazyPanel(() => import('../plan/cell-chip.tsx').then((m) => m.default), {
  words: ['plan', 'panels'],
  wait: 'silent',
});

type OtherFilter = Exclude<FilterKey, 'clusters'>;

const FILTERS: readonly { key: OtherFilter; label: MessageKey; choices: readonly string[] }[] = [
  { key: 'districts', label: 'filterDistrict', choices: DISTRICT_FILTER },
  { key: 'kinds', label: 'filterKind', choices: KINDS },
  { key: 'statuses', label: 'filterStatus', choices: STATUSES },
  { key: 'precisions', label: 'filterPrecision', choices: PRECISIONS },
];

export function FilterBar() {
  const { state, i18n } = useApp();
  return (
    <fieldset class="filter-bar" aria-label={i18n.value.t('filters')}>
      {FILTERS.map(({ key, label, choices }) => (
        <FilterMenu key={key} filter={key} label={label} choices={choices} />
      ))}
      <FilterMenu filter="units" label="unit" choices={[...state.things.value.unit.keys(), 'none']} />
      {state.filters.value.cell !== null && <CellChip cell={state.filters.value.cell} />}
    </fieldset>
  );
}

function choiceLabel({ state, i18n }: App, filter: OtherFilter, choice: string): string {
  const { t, name } = i18n.value;
  switch (filter) {
    case 'districts':
      return choice === 'none' ? t('notStated') : t(districtKey(choice));
    case 'kinds':
      return t(keyOf('kind', KINDS, choice));
    case 'statuses':
      return t(keyOf('status', STATUSES, choice));
    case 'units': {
      const unit = state.things.value.unit.get(choice);
      return unit === undefined ? t('notStated') : name(unit);
    }
    case 'precisions':
      return t(keyOf('precision', PRECISIONS, choice));
  }
}

function keyOf<P extends 'kind' | 'status' | 'precision', T extends string>(
  prefix: P,
  list: readonly T[],
  choice: string,
): `${P}.${T}` {
  const found = list.find((item) => item === choice);
  if (found === undefined) throw new Error(`unknown ${prefix} ${choice}`);
  return `${prefix}.${found}`;
}

function districtKey(choice: string): MessageKey {
  const found = DISTRICT_FILTER.find((id) => id === choice);
  return found === undefined || found === 'none' ? 'notStated' : `district.${found}`;
}

function FilterMenu({
  filter,
  label,
  choices,
}: {
  readonly filter: OtherFilter;
  readonly label: MessageKey;
  readonly choices: readonly string[];
}) {
  const app = useApp();
  const { state, i18n } = app;
  const { t, number } = i18n.value;
  const current: readonly string[] | null = state.filters.value[filter];
  const counts = choiceCounts(state.sites.value, state.filters.value, filter, choices, state.unitsOf);
  const set = (next: readonly string[] | null) => setFilter(state.actions, filter, next);
  const menu = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);
  // Escape closes this alone, and not what is open beside the map.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || menu.current?.open !== true) return;
    event.preventDefault();
    menu.current.open = false;
    summary.current?.focus();
  };
  return (
    <details class={`filter-menu ${current === null ? '' : 'is-active'}`} ref={menu} onKeyDown={onKeyDown}>
      <summary ref={summary}>
        {t(label)}
        {current !== null && <span class="count-badge">{number(current.length)}</span>}
      </summary>
      <div class="filter-choices">
        <button type="button" class="link-button" disabled={current === null} onClick={() => set(null)}>
          {t('all')}
        </button>
        {choices
          // A choice that no record has is no choice, unless it is what is filtered by.
          .filter((choice) => (counts.get(choice) ?? 0) > 0 || current?.includes(choice))
          .map((choice) => (
            <div class="choice" key={choice}>
              <label>
                <input
                  type="checkbox"
                  checked={current === null || current.includes(choice)}
                  onChange={() => set(toggled(choices, current, choice))}
                />
                <span>{choiceLabel(app, filter, choice)}</span>
                <span class="tabular muted">{number(counts.get(choice) ?? 0)}</span>
              </label>
              <button
                type="button"
                class="only"
                aria-label={t('onlyThis', { name: choiceLabel(app, filter, choice) })}
                onClick={() => set([choice])}
              >
                {t('only')}
              </button>
            </div>
          ))}
      </div>
    </details>
  );
}

function setFilter(
  actions: ReturnType<typeof useApp>['state']['actions'],
  filter: OtherFilter,
  next: readonly string[] | null,
): void {
  const within = <T extends string>(list: readonly T[]): readonly T[] | null =>
    next === null ? null : list.filter((item) => next.includes(item));
  switch (filter) {
    case 'districts':
      actions.setFilter('districts', within(DISTRICT_FILTER));
      return;
    case 'kinds':
      actions.setFilter('kinds', within(KINDS));
      return;
    case 'statuses':
      actions.setFilter('statuses', within(STATUSES));
      return;
    case 'units':
      actions.setFilter('units', next);
      return;
    case 'precisions':
      actions.setFilter('precisions', within(PRECISIONS));
      return;
  }
}

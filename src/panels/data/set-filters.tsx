/** Which rows of a set are shown: by what stands in a column, by cluster, district and precision, each choice with its count. */
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { COUNTED_PLACES } from '../../analysis/counted-set.ts';
import { countChoices } from '../../analysis/set-rows.ts';
import { CLUSTER_OR_CROSS_IDS, ELSEWHERE, PRECISIONS } from '../../domain/vocabulary.ts';
import { useApp } from '../../state/app.ts';
import { toggled } from '../../state/filter.ts';
import type { ImportedSet } from '../../state/imports/imported-set.ts';
import type { Imports } from '../../state/imports/imports.ts';
import { Disagreeing } from '../shared/disagreeing.tsx';
import { clusterName } from '../shared/phrases.ts';
import { ColumnFilters } from './column-filters.tsx';

interface FilterProps {
  readonly imports: Imports;
  readonly item: ImportedSet;
}

export function SetFilters({ imports, item }: FilterProps) {
  const { i18n } = useApp();
  const { t } = i18n.value;
  const open = useSignal(false);
  return (
    <details onToggle={(event) => (open.value = event.currentTarget.open)}>
      <summary>{t('setFilter')}</summary>
      {/* The counts of a large set take a moment: only whoever looks waits for them. */}
      {open.value && <Choices imports={imports} item={item} />}
    </details>
  );
}

function Choices({ imports, item }: FilterProps) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const { set, filter, id } = item;
  const counts = useMemo(() => countChoices(set, filter), [set, filter]);
  return (
    <div class="set-filters">
      <ColumnFilters imports={imports} item={item} />
      <Group
        legend={t('dataCluster')}
        all={[...CLUSTER_OR_CROSS_IDS, 'none' as const]}
        current={filter.clusters}
        counted={counts.clusters}
        words={(value) => (value === 'none' ? t('notStated') : clusterName(i18n.value, state.clusters, value))}
        onChange={(clusters) => imports.refilter(id, { clusters })}
      />
      <Group
        legend={t('role.district')}
        all={[...COUNTED_PLACES, 'none' as const]}
        current={filter.districts}
        counted={counts.districts}
        words={(value) =>
          value === 'none' ? t('notStated') : value === ELSEWHERE ? t('outsideFoshan') : t(`district.${value}`)
        }
        onChange={(districts) => imports.refilter(id, { districts })}
      />
      <Disagreeing item={{ id, set, rows: undefined }} />
      <Group
        legend={t('receiptPrecision')}
        all={PRECISIONS}
        current={filter.precisions}
        counted={counts.precisions}
        words={(value) => t(`precision.${value}`)}
        onChange={(precisions) => imports.refilter(id, { precisions })}
      />
    </div>
  );
}

interface GroupProps<T extends string> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly current: readonly T[] | null;
  readonly counted: ReadonlyMap<T, number>;
  readonly words: (value: T) => string;
  readonly onChange: (next: readonly T[] | null) => void;
}

/** Choices that no row has are left out. */
function Group<T extends string>({ legend, all, current, counted, words, onChange }: GroupProps<T>) {
  const { i18n } = useApp();
  const offered = all.filter((value) => counted.has(value) || current?.includes(value) === true);
  return (
    <fieldset class="data-group">
      <legend>{legend}</legend>
      {offered.map((value) => (
        <label class="data-check" key={value}>
          <input
            type="checkbox"
            checked={current === null || current.includes(value)}
            onChange={() => onChange(toggled(all, current, value))}
          />
          <span>{words(value)}</span>
          <span class="tabular muted">{i18n.value.number(counted.get(value) ?? 0)}</span>
        </label>
      ))}
    </fieldset>
  );
}

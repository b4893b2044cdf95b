/** What every file, image and page says of itself: version, dates, datum, filter, sources, and whether it may be published. */

import { GRID_NAMES, type GridId } from '../../data/export/grid.ts';
import type { MetaEntry } from '../../data/export/table.ts';
import type { SetDatum } from '../../domain/point-set.ts';
import type { SetFilter } from '../../domain/set-look.ts';
import { type DistrictId, ELSEWHERE } from '../../domain/vocabulary.ts';
import type { MessageKey } from '../../i18n/index.ts';
import type { Filters } from '../../state/address/address.ts';
import type { AppState } from '../../state/app-state.ts';
import { pastYearShown } from '../../state/since/dated.ts';
import { today } from '../../state/today.ts';
import { columnFilterWords } from '../data/column-filter-words.ts';
import { keyWords } from '../plan/key-names.ts';
import { documentCite } from '../shared/phrases.ts';
import { thingName } from '../shared/things.ts';
import { say, type Tongues } from './languages.ts';

/** The approval number, or the mark of what is not approved for publication. */
export function markWords({ base }: AppState, tongues: Tongues): string {
  const no = base.config.mapApproval;
  return no === null ? say(tongues, 'internal') : say(tongues, 'mapApproval', { no });
}

export function policyCite({ policy }: AppState, tongues: Tongues): string {
  return tongues.map((i18n) => documentCite(i18n, policy.value)).join(' / ');
}

/** The filters of the register, or those of an imported set. */
type WordedFilters = Omit<Filters, 'q'> | SetFilter;

/** The filters in words, with the year that the register is shown of; the word for none where all is shown. */
export function filterWords(state: AppState, tongues: Tongues, filters: WordedFilters = state.filters.value): string {
  const { clusters, districts, precisions, cell } = filters;
  const [kinds, statuses, units] =
    'kinds' in filters ? [filters.kinds, filters.statuses, filters.units] : [null, null, null];
  const year = pastYearShown(state);
  const said = tongues.map((i18n) => {
    const { t, list: inWords } = i18n;
    const list = (label: MessageKey, items: readonly string[] | null) =>
      items === null ? [] : [`${t(label)}: ${items.length === 0 ? '–' : inWords(items)}`];
    const cluster = (id: string) => {
      return id === 'none'
        ? t('notStated')
        : thingName(state.things.value, i18n, { entity: 'cluster', id }, t('cross'));
    };
    const district = (id: DistrictId | typeof ELSEWHERE | 'none') =>
      id === 'none' ? t('notStated') : id === ELSEWHERE ? t('outsideFoshan') : t(`district.${id}`);
    const unit = (id: string) =>
      id === 'none' ? t('notStated') : thingName(state.things.value, i18n, { entity: 'unit', id });
    const parts = [
      ...('kinds' in filters && year !== null ? [t('yearAt', { year: String(year) })] : []),
      ...list('cluster', clusters?.map(cluster) ?? null),
      ...list('filterDistrict', districts?.map(district) ?? null),
      ...list('filterKind', kinds?.map((id) => t(`kind.${id}`)) ?? null),
      ...list('filterStatus', statuses?.map((id) => t(`status.${id}`)) ?? null),
      ...list('filterPrecision', precisions?.map((id) => t(`precision.${id}`)) ?? null),
      ...list('unit', units?.map(unit) ?? null),
      ...list('planCross', cell?.map(({ axis, key }) => keyWords(i18n, state, axis, key)) ?? null),
      ...('columns' in filters ? columnFilterWords(i18n, filters.columns) : []),
    ];
    return parts.length === 0 ? t('exportNoFilter') : parts.join('; ');
  });
  return said.join(' / ');
}

interface MetaParts {
  readonly grid: GridId;
  /** Where the rows come from, in words. */
  readonly origin: string;
  readonly filter: string;
  /** The datum that the rows came in, where it is assumed. */
  readonly assumed?: Pick<SetDatum, 'taken' | 'open'>;
  /** What the user has changed of the rows, in words. */
  readonly changes?: string;
  /** How the computed columns are worked out. */
  readonly computed?: string;
  /** On what the towns rest that are found by their areas. */
  readonly liesIn?: string;
}

export function metaOf(
  state: AppState,
  tongues: Tongues,
  { grid, origin, filter, assumed, changes, computed, liesIn }: MetaParts,
): MetaEntry[] {
  const { version } = state.base;
  const entry = (key: string, label: MessageKey, value: string): MetaEntry => ({
    key,
    label: say(tongues, label),
    value,
  });
  return [
    entry('dataVersion', 'dataVersionShort', version.data),
    entry('dataDate', 'exportDataDate', version.date),
    entry('exported', 'exportDate', today()),
    entry('datum', 'exportDatum', GRID_NAMES[grid]),
    ...(assumed === undefined
      ? []
      : [
          entry(
            'datumAssumed',
            'exportRowsDatum',
            say(tongues, 'exportRowsAssumed', {
              datum: GRID_NAMES[assumed.taken],
              others: assumed.open
                .filter((each) => each !== assumed.taken)
                .map((each) => GRID_NAMES[each])
                .join(', '),
            }),
          ),
        ]),
    entry(
      'borders',
      'exportBorders',
      say(tongues, 'exportBordersKnown', {
        source: version.boundaries.districts.source,
        m: version.boundaries.districts.accuracyMetres,
      }),
    ),
    entry('filter', 'exportFilter', filter),
    ...(changes === undefined ? [] : [entry('changes', 'exportChanges', changes)]),
    ...(computed === undefined ? [] : [entry('computed', 'exportComputed', computed)]),
    ...(liesIn === undefined ? [] : [entry('liesInOsmRule', 'liesInOsm', liesIn)]),
    entry('dataSources', 'sources', origin),
    entry('use', 'exportUse', markWords(state, tongues)),
  ];
}

/** The charts that a stop can show, whatever its figure: what each counts, and how it is drawn. Pure. */
import type { Statistics } from '../../../domain/schema/statistics.ts';
import type { Things } from '../../../domain/things.ts';
import { barsOf } from '../../../domain/tour-chart.ts';
import type { ChartRef, TourStop } from '../../../domain/tour-schema.ts';
import { CLUSTER_IDS, CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../../domain/vocabulary.ts';
import type { I18n } from '../../../i18n/index.ts';
import { thingName } from '../../shared/things.ts';

export interface ChartOption {
  /** The reference as text, as a list of options needs it. */
  readonly key: string;
  readonly ref: ChartRef;
  readonly label: string;
}

export interface ChartGroup {
  /** In the language of the interface; no two groups have the same. */
  readonly label: string;
  readonly options: readonly ChartOption[];
}

/** A set of the author's own, as a list names it. */
export interface NamedSet {
  readonly id: string;
  readonly name: string;
}

export const chartKey = (ref: ChartRef): string => JSON.stringify(Object.entries(ref).sort());

const option = (ref: ChartRef, label: string): ChartOption => ({ key: chartKey(ref), ref, label });

/** Groups without a chart are left out; what the stop is about stands out in it, or comes first. */
export function chartGroups(
  things: Things,
  statistics: Statistics | null,
  sets: readonly NamedSet[],
  { show }: Pick<TourStop, 'show'>,
  i18n: I18n,
): ChartGroup[] {
  const { t } = i18n;
  const cluster = CLUSTER_IDS.find((id) => show.selection?.entity === 'cluster' && id === show.selection.id) ?? '';
  const district = DISTRICT_IDS.find((id) => show.selection?.entity === 'district' && id === show.selection.id) ?? '';
  const clusterName = (id: string) => thingName(things, i18n, { entity: 'cluster', id });
  const groups: ChartGroup[] = [
    {
      label: t('stopChartClusters'),
      options: [
        option({ kind: 'pyramid' }, t('stopChartPyramid')),
        option(barsOf('targets', { lit: cluster }), t('stopChartTargets')),
        option({ kind: 'table', counts: 'clusters', id: '' }, t('stopChartTable')),
      ],
    },
    {
      label: t('stopChartRecordsByDistrict'),
      options: ['', ...CLUSTER_IDS].map((id) =>
        option(
          barsOf('by-district', { id, lit: district }),
          t('stopChartByDistrict', { of: id === '' ? t('stopChartOfAll') : clusterName(id) }),
        ),
      ),
    },
    {
      label: t('stopChartRecordsByCluster'),
      options: (['', ...DISTRICT_IDS] as const).map((id) =>
        option(
          barsOf('by-cluster', { id, lit: cluster }),
          t('stopChartByCluster', { of: id === '' ? t('stopFigureCity') : t(`district.${id}`) }),
        ),
      ),
    },
    {
      label: t('stopChartUnlocatedGroup'),
      options: [option({ kind: 'table', counts: 'unlocated', id: '' }, t('stopChartUnlocated'))],
    },
    {
      label: t('stopChartShares'),
      options: (['placement', 'cluster', 'status'] as const).map((counts) =>
        option({ kind: 'shares', counts }, t(`stopChartShares.${counts}`)),
      ),
    },
    { label: t('stopChartLines'), options: lineOptions(things, show.selection, i18n) },
    { label: t('stopChartStatistics'), options: statisticOptions(statistics, district, i18n) },
    {
      label: t('stopChartSets'),
      options: sets.map(({ id, name }) => option(barsOf('set', { id }), t('stopChartSet', { name }))),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

function lineOptions(things: Things, selection: TourStop['show']['selection'], i18n: I18n): ChartOption[] {
  const site = selection?.entity === 'site' ? things.site.get(selection.id) : undefined;
  const line = (entity: 'site' | 'cluster', id: string, of: string) =>
    option({ kind: 'line', entity, id }, i18n.t('stopChartLine', { of }));
  return [
    ...(site === undefined ? [] : [line('site', site.id, i18n.name(site))]),
    ...CLUSTER_OR_CROSS_IDS.filter((id) =>
      [...things.site.values()].some(({ industryCluster }) => industryCluster === id),
    ).map((id) =>
      line('cluster', id, id === 'cross' ? i18n.t('cross') : thingName(things, i18n, { entity: 'cluster', id })),
    ),
  ];
}

/** One for each statistic of districts; of which date is that of the district that stands out. */
function statisticOptions(statistics: Statistics | null, lit: string, { t, text }: I18n): ChartOption[] {
  const found = new Map<string, ChartOption>();
  for (const { scope, key, label, narrower } of statistics?.figures ?? []) {
    if (narrower || scope.entity !== 'district' || found.has(key)) continue;
    const bars = barsOf('statistic', { key, lit: lit === '' ? scope.id : lit });
    found.set(key, option(bars, t('stopChartStatistic', { what: text(label) })));
  }
  return [...found.values()];
}

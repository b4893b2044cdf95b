/** A chart of a stop with its names, in the language of the interface and in units that people read. */

import type { NamedChart, TableChart, ValueChart } from '../../domain/chart-layout.ts';
import { isChinese } from '../../domain/format.ts';
import {
  type ChartTier,
  chartOf,
  type Series,
  type TourChart,
  type TourTable,
  tableOf,
} from '../../domain/tour-chart.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import { convertUnits, factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { clusterName } from '../shared/phrases.ts';

const SERIES: Readonly<Record<Series, MessageKey>> = {
  target: 'chartTarget',
  actual: 'chartActual',
  certain: 'chartCertain',
  open: 'chartOpen',
  count: 'chartRecords',
  value: 'chartRecords',
};

/** Amounts as charts say them: divisor, and the unit in both languages. */
const SCALES: Readonly<
  Partial<Record<TourChart['unit'], { zh: readonly [number, string]; en: readonly [number, string] }>>
> = {
  CNY: { zh: [1e8, '亿元'], en: [1e9, 'billion yuan'] },
  people: { zh: [1e4, '万人'], en: [1e3, 'thousand people'] },
  'm²': { zh: [1e6, '平方公里'], en: [1e6, 'km²'] },
};

/** Null where the stop's figure stands alone, or there is none. */
export function chartOfStop({ state, i18n }: Pick<App, 'state' | 'i18n'>, stop: TourStop): NamedChart | null {
  const { figure } = stop;
  if (figure === null) return null;
  const world = presentationOf({ state, i18n }).world.value;
  if (figure.from === 'table') {
    const table = tableOf(figure, world, state.statistics.value);
    return table === null ? null : tableWords(i18n.value, table, state.clusters);
  }
  const chart = chartOf(figure, world, state.statistics.value);
  return chart === null ? null : named(i18n.value, chart, state.clusters);
}

type Clusters = Parameters<typeof clusterName>[1];

function tableWords(i18n: I18n, table: TourTable, clusters: Clusters): TableChart {
  const { t, lang, zh, number, date } = i18n;
  if (table.of === 'unlocated') {
    return {
      ...{ form: 'table', title: t('tableUnlocated'), lit: null, note: '' },
      columns: [t('tableName'), t('tableDistrict')],
      rows: table.sites.map((site) => [
        zh(lang === 'en' ? site.nameEn : site.nameZh),
        site.districts.length === 0 ? t('notStated') : i18n.list(site.districts.map((id) => t(`district.${id}`))),
      ]),
    };
  }
  const amount = (value: number, qualifier: 'over' | 'exact') =>
    factWords({ lang, zh }, { value, unit: 'CNY', qualifier });
  return {
    ...{ form: 'table', title: t('tableClusters'), lit: null, note: '' },
    columns: [t('tableCluster'), t('tableTarget'), t('tableOutput'), t('tableRecords')],
    rows: table.rows.map(({ cluster, overCny, year, output, records }) => [
      clusterName(i18n, clusters, cluster),
      year === null ? amount(overCny, 'over') : t('tableBy', { amount: amount(overCny, 'over'), year: String(year) }),
      output === null
        ? t('figureUnknown')
        : output.asOf === null
          ? amount(output.cny, 'exact')
          : t('tableOf', { amount: amount(output.cny, 'exact'), date: date(output.asOf) }),
      records === 0 ? t('chartTableNone') : number(records),
    ]),
  };
}

export function named(i18n: I18n, chart: TourChart, clusters: Clusters): ValueChart {
  const { t, lang, text, date } = i18n;
  const scale = SCALES[chart.unit]?.[isChinese(lang) ? 'zh' : 'en'] ?? [1, ''];
  const [divisor] = scale;
  const unit = convertUnits(scale[1], lang);
  const categories = chart.rows.map(({ name }) => {
    if ('cluster' in name) return clusterName(i18n, clusters, name.cluster);
    if ('district' in name) return name.district === 'none' ? t('notStated') : t(`district.${name.district}`);
    return t(PLACEMENTS[name.placement]);
  });
  const what =
    chart.figure === null
      ? t(TITLES[chart.of])
      : [text(chart.figure.label), chart.figure.asOf === null ? t('figureUndated') : date(chart.figure.asOf)].join(
          ' · ',
        );
  const unknown = categories.filter((_, at) => chart.rows[at]?.values.at(-1) === null);
  const series = chart.series
    .map((key, at) => ({
      key,
      name: chart.figure === null ? t(SERIES[key]) : text(chart.figure.label),
      values: chart.rows.map(({ values }) => {
        const value = values[at] ?? null;
        return value === null ? null : Number((value / divisor).toPrecision(6));
      }),
    }))
    // What may be there too is a series only where there is any.
    .filter(({ key, values }) => key !== 'open' || values.some((value) => value !== 0));
  const stacked = series.some(({ key }) => key === 'open');
  return {
    form: chart.form,
    title: unit === '' ? what : t('chartIn', { what, unit }),
    categories,
    series,
    said: categories.map((_, at) =>
      rowWords(
        series.map(({ values }) => values[at] ?? null),
        stacked,
        i18n.number,
      ),
    ),
    tiers: chart.tiers.map(({ tier, count, over }) => ({ name: tierWords(i18n, tier, over), count })),
    lit: chart.lit,
    note: [
      ...(chart.of === 'targets' ? [t('chartOver')] : []),
      ...(unknown.length === 0 ? [] : [t('chartMissing')]),
    ].join(' · '),
  };
}

const TITLES: Readonly<Record<Exclude<TourChart['of'], 'statistic'> | 'statistic', MessageKey>> = {
  targets: 'chartTargets',
  records: 'chartRecords',
  placement: 'chartPlacement',
  statistic: 'chartRecords',
};

const PLACEMENTS = { located: 'chartLocated', coarse: 'chartCoarse', unlocated: 'chartUnlocated' } as const;

function tierWords({ t, lang, zh }: I18n, tier: ChartTier['tier'], over: ChartTier['over']): string {
  if (tier === null) return '';
  const name = t(TIERS[tier]);
  if (over === null) return name;
  const amount = factWords({ lang, zh }, { value: over.cny, unit: 'CNY', qualifier: 'over' });
  return over.year === null
    ? t('chartTier', { tier: name, amount })
    : t('chartTierBy', { tier: name, amount, year: String(over.year) });
}

const TIERS = { core: 'chartCore', pillar: 'chartPillar', emerging: 'chartEmerging' } as const;

/** From certain to possible; or one for each series, what is not published as a dash. */
function rowWords(values: readonly (number | null)[], stacked: boolean, number: (value: number) => string): string {
  const [first = null, second = null] = values;
  if (!stacked) return values.map((value) => (value === null ? '–' : number(value))).join(' / ');
  const [certain, possible] = [first ?? 0, (first ?? 0) + (second ?? 0)];
  return certain === possible ? number(certain) : `${number(certain)}–${number(possible)}`;
}

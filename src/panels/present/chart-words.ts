/** A chart of a stop with its names, in the language of the interface and in units that people read. */

import { chartOfRows } from '../../analysis/rows-by-district.ts';
import type { NamedChart, TableChart, ValueChart } from '../../domain/chart-layout.ts';
import { isChinese } from '../../domain/format.ts';
import { lineOfCluster, lineOfSite } from '../../domain/line-of-time.ts';
import { yearOf } from '../../domain/milestones.ts';
import {
  type ChartTier,
  chartOf,
  chartRefOf,
  type Series,
  type TourChart,
  type TourTable,
  tableOf,
} from '../../domain/tour-chart.ts';
import type { ChartRef, TourStop } from '../../domain/tour-schema.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { convertUnits, factWords } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';
import { setHere } from '../../state/imports/shown-sets.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { clusterName } from '../shared/phrases.ts';
import { rangeWords } from '../shared/range-words.ts';
import { lineWords } from './line-words.ts';

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

/** Null where there is none, or nothing to draw. */
export function chartOfStop({ state, i18n }: Pick<App, 'state' | 'i18n'>, stop: TourStop): NamedChart | null {
  const ref = chartRefOf(stop);
  if (ref === null) return null;
  const world = presentationOf({ state, i18n }).world.value;
  const statistics = state.statistics.value;
  const { clusters } = state;
  if (ref.kind === 'table') {
    const table = tableOf(ref, world, statistics);
    return table === null ? null : tableWords(i18n.value, table, clusters);
  }
  if (ref.kind === 'line') return lineOfThing({ state, i18n }, ref);
  if (ref.kind === 'bars' && ref.counts === 'set') return rowsOfSet({ state, i18n }, ref.id);
  const chart = chartOf(ref, world, statistics);
  if (chart === null) return null;
  const made = named(i18n.value, chart, clusters);
  // Beside its own figure nothing need be said of what it is about.
  const about = stop.chart === 'figure' ? null : aboutOf(i18n.value, ref, clusters);
  return about === null ? made : { ...made, title: `${about} · ${made.title}` };
}

function aboutOf(i18n: I18n, ref: ChartRef, clusters: Clusters): string | null {
  if (ref.kind !== 'bars' || ref.id === '') return null;
  const district = DISTRICT_IDS.find((id) => id === ref.id);
  const cluster = CLUSTER_OR_CROSS_IDS.find((id) => id === ref.id);
  if (district !== undefined) return i18n.t(`district.${district}`);
  return cluster === undefined ? null : clusterName(i18n, clusters, cluster);
}

function lineOfThing(
  { state, i18n }: Pick<App, 'state' | 'i18n'>,
  { entity, id }: Extract<ChartRef, { kind: 'line' }>,
): NamedChart | null {
  const { sites } = presentationOf({ state, i18n }).world.value;
  const last = yearOf(state.base.version.date);
  if (entity === 'site') {
    const site = sites.find((each) => each.id === id);
    return site === undefined ? null : lineWords(i18n.value, lineOfSite(site, last), i18n.value.name(site));
  }
  const cluster = CLUSTER_OR_CROSS_IDS.find((known) => known === id);
  const line = cluster === undefined ? null : lineOfCluster(sites, cluster, last);
  if (cluster === undefined || line === null) return null;
  return lineWords(i18n.value, line, clusterName(i18n.value, state.clusters, cluster));
}

/** Null where this device has no such set. */
function rowsOfSet({ state, i18n }: Pick<App, 'state' | 'i18n'>, id: string): NamedChart | null {
  const item = setHere(state, id);
  if (item === 'pending' || item === 'gone') return null;
  const made = named(i18n.value, chartOfRows(item.set, item.rows), state.clusters);
  return { ...made, title: `${item.look.name} · ${made.title}` };
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
    if ('status' in name) return t(`status.${name.status}`);
    if ('placement' in name) return t(PLACEMENTS[name.placement]);
    if (name.district === 'none') return t('notStated');
    return name.district === 'elsewhere' ? t('chartElsewhere') : t(`district.${name.district}`);
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
        i18n,
        series.map(({ values }) => values[at] ?? null),
        stacked,
        chart.rows[at]?.inside ?? null,
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

const TITLES: Readonly<Record<TourChart['of'], MessageKey>> = {
  targets: 'chartTargets',
  records: 'chartRecords',
  placement: 'chartPlacement',
  statistic: 'chartRecords',
  rows: 'chartRows',
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

/**
 * From certain to possible, of rows with a point the one inside too; or one for each series, what is not published as
 * a dash.
 */
function rowWords(i18n: I18n, values: readonly (number | null)[], stacked: boolean, inside: number | null): string {
  const { number } = i18n;
  const [first = null, second = null] = values;
  if (!stacked) return values.map((value) => (value === null ? '–' : number(value))).join(' / ');
  const [certain, possible] = [first ?? 0, (first ?? 0) + (second ?? 0)];
  if (inside !== null) return rangeWords(i18n, { certain, inside, possible });
  return certain === possible ? number(certain) : `${number(certain)}–${number(possible)}`;
}

/** A chart of a stop with its names, in the language of the interface and in units that people read. */

import { isChinese } from '../../domain/format.ts';
import type { Series, TourChart } from '../../domain/tour-chart.ts';
import { chartOf } from '../../domain/tour-chart.ts';
import type { TourStop } from '../../domain/tour-schema.ts';
import { convertUnits } from '../../i18n/fact.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import type { App } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import { clusterName } from '../shared/phrases.ts';

export interface NamedChart {
  readonly form: TourChart['form'];
  /** What it counts, with its unit. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly key: Series;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  readonly lit: number | null;
  /** What of it is only a bound, and what is not known; empty where all is exact and known. */
  readonly note: string;
}

/** Certain and possible records in one bar; other series stand beside each other. */
export const isStacked = ({ series }: NamedChart): boolean => series.some(({ key }) => key === 'open');

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
  if (stop.figure === null) return null;
  const { world } = presentationOf({ state, i18n });
  const chart = chartOf(stop.figure, world.value, state.statistics.value);
  return chart === null ? null : named(i18n.value, chart, state.clusters);
}

export function named(i18n: I18n, chart: TourChart, clusters: Parameters<typeof clusterName>[1]): NamedChart {
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
  return {
    form: chart.form,
    title: unit === '' ? what : t('chartIn', { what, unit }),
    categories,
    series: chart.series
      .map((key, at) => ({
        key,
        name: chart.figure === null ? t(SERIES[key]) : text(chart.figure.label),
        values: chart.rows.map(({ values }) => {
          const value = values[at] ?? null;
          return value === null ? null : Number((value / divisor).toPrecision(6));
        }),
      }))
      // What may be there too is a series only where there is any.
      .filter(({ key, values }) => key !== 'open' || values.some((value) => value !== 0)),
    lit: chart.lit,
    note: [
      ...(chart.of === 'targets' ? [t('chartOver')] : []),
      ...(unknown.length === 0 ? [] : [t('chartMissing', { names: i18n.list(unknown) })]),
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

/** What a stop's chart counts, and its rows: the chart that goes with the figure, or another that was chosen. Pure. */
import type { World } from './base.ts';
import { pyramid } from './cluster.ts';
import { byDistrict, placementCounts } from './describe.ts';
import type { Figure, Statistics } from './schema/statistics.ts';
import { countRecords, type Site } from './site.ts';
import type { ChartRef, FigureRef, TourStop } from './tour-schema.ts';
import {
  type BaseUnit,
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  STATUSES,
  type Status,
  type Tier,
} from './vocabulary.ts';

/** `open`: what may be there too. */
export type Series = 'target' | 'actual' | 'certain' | 'open' | 'count' | 'value';

/** What a row is named by; `none` is a district that is not stated. */
export type RowName =
  | { readonly cluster: ClusterOrCross }
  | { readonly district: DistrictId | 'none' | 'elsewhere' }
  | { readonly status: Status }
  | { readonly placement: 'located' | 'coarse' | 'unlocated' };

export interface ChartRow {
  readonly name: RowName;
  /** One for each series, in base units; null where nothing is published. */
  readonly values: readonly (number | null)[];
  /** Rows of one's own with their point inside, between certain and possible; absent where nothing has one. */
  readonly inside?: number;
}

/** A tier of the pyramid and how many rows stand in it; null is what serves several clusters, under all of them. */
export interface ChartTier {
  readonly tier: Tier | null;
  readonly count: number;
  /** Target of each in base units, and its year where the text names one. */
  readonly over: { readonly cny: number; readonly year: number | null } | null;
}

export interface TourChart {
  /** `shares`: parts of one whole. `pyramid`: tiers on one another, their rows in the order of the tiers. */
  readonly form: 'bars' | 'shares' | 'pyramid';
  /** Of the pyramid, the highest first; else empty. */
  readonly tiers: readonly ChartTier[];
  readonly of: 'targets' | 'records' | 'placement' | 'statistic' | 'rows';
  readonly unit: BaseUnit | 'records';
  readonly series: readonly Series[];
  readonly rows: readonly ChartRow[];
  /** The row that the stop is about; null where it is about all. */
  readonly lit: number | null;
  /** Of a statistic: its date, and what it is. */
  readonly figure: Pick<Figure, 'label' | 'asOf'> | null;
}

/** Districts of which a figure must be known before they are compared. */
const FEWEST = 3;

/** Rows of words. */
export type TourTable =
  | { readonly of: 'clusters'; readonly rows: readonly ClusterRow[] }
  | { readonly of: 'unlocated'; readonly sites: readonly Site[] };

export interface ClusterRow {
  readonly cluster: ClusterOrCross;
  readonly overCny: number;
  readonly year: number | null;
  /** Last published output of the whole cluster in base units; null where there is none. */
  readonly output: { readonly cny: number; readonly asOf: string | null } | null;
  /** Records that the register has of it. */
  readonly records: number;
}

export function tableOf(
  ref: Extract<ChartRef, { kind: 'table' }>,
  world: World,
  statistics: Statistics | null,
): TourTable | null {
  if (ref.counts === 'unlocated') {
    const sites = world.sites.filter(
      ({ position, industryCluster }) => position === null && (ref.id === '' || industryCluster === ref.id),
    );
    return sites.length === 0 ? null : { of: 'unlocated', sites };
  }
  const [policy] = world.policies;
  if (policy === undefined) return null;
  const rows = pyramid(policy.clusters).flatMap(({ clusters }) =>
    clusters.map((cluster): ClusterRow => {
      const output = newest(statistics, 'cluster', cluster.id, OUTPUT);
      return {
        ...{ cluster: cluster.id, overCny: cluster.target.overCny, year: cluster.target.year },
        output: output === null ? null : { cny: output.value, asOf: output.asOf },
        records: countRecords(world.sites.filter(({ industryCluster }) => industryCluster === cluster.id)),
      };
    }),
  );
  return { of: 'clusters', rows };
}

/** A chart of bars with what it leaves out filled in. */
export const barsOf = (
  counts: Extract<ChartRef, { kind: 'bars' }>['counts'],
  given: Partial<Extract<ChartRef, { kind: 'bars' }>> = {},
): Extract<ChartRef, { kind: 'bars' }> => ({ kind: 'bars', id: '', key: '', lit: '', ...given, counts });

/** The chart of a stop: the one chosen, else the one that goes with its figure; null where there is none. */
export function chartRefOf({ chart, figure }: Pick<TourStop, 'chart' | 'figure'>): ChartRef | null {
  return chart === 'figure' ? (figure === null ? null : chartOfFigure(figure)) : chart;
}

/** The same figure for all clusters, districts or placements beside it; null where it stands alone. */
export function chartOfFigure(figure: FigureRef): ChartRef | null {
  switch (figure.from) {
    case 'target':
      return barsOf('targets', { lit: figure.id });
    case 'statistic':
      if (figure.scope === 'cluster' && figure.key === OUTPUT) return barsOf('targets', { lit: figure.id });
      return figure.scope === 'district' ? barsOf('statistic', { lit: figure.id, key: figure.key }) : null;
    case 'count':
      return chartOfCount(figure);
    case 'table':
      return { kind: 'table', counts: figure.of, id: figure.id };
    case 'set':
      return barsOf('set', { id: figure.id });
    case 'site':
    case 'units':
    case 'own':
    case 'clause':
      return null;
  }
}

function chartOfCount({ of, id, within }: Extract<FigureRef, { from: 'count' }>): ChartRef | null {
  switch (of) {
    case 'all':
      return { kind: 'pyramid' };
    case 'located':
      return { kind: 'shares', counts: 'placement' };
    case 'cluster':
      return within === null ? barsOf('by-district', { id }) : barsOf('by-cluster', { id: within, lit: id });
    case 'district':
      return barsOf('by-cluster', { id });
    case 'clauses':
    case 'clause':
      return null;
  }
}

/** Of the register and the statistics; null where there is nothing to draw. @param statistics null while they load */
export function chartOf(
  ref: Extract<ChartRef, { kind: 'pyramid' | 'bars' | 'shares' }>,
  world: World,
  statistics: Statistics | null,
): TourChart | null {
  if (ref.kind === 'pyramid') return pyramidOf(world);
  if (ref.kind === 'shares') return sharesOf(ref.counts, world);
  switch (ref.counts) {
    case 'targets':
      return targets(ref.lit, world, statistics);
    case 'statistic':
      return districts(ref.lit, ref.key, statistics);
    case 'by-cluster':
      return inDistrict(DISTRICT_IDS.find((known) => known === ref.id) ?? null, ref.lit, world);
    case 'by-district':
      return byDistricts(ref.id, ref.lit, world);
    // Of the user's own, which the register knows nothing of.
    case 'set':
      return null;
  }
}

/** Rows that stand under one another in a chart of bars or a table; 0 where they are not the register's, or it is neither. */
export function chartRows(ref: ChartRef, world: World, statistics: Statistics | null): number {
  if (ref.kind === 'bars') return chartOf(ref, world, statistics)?.rows.length ?? 0;
  const table = ref.kind === 'table' ? tableOf(ref, world, statistics) : null;
  return table === null ? 0 : table.of === 'unlocated' ? table.sites.length : table.rows.length;
}

const OUTPUT = 'output-value';

/** Each cluster's target beside its newest published output, never that of a narrower scope. */
function targets(id: string, world: World, statistics: Statistics | null): TourChart | null {
  const [first] = world.policies;
  const policy =
    id === '' ? first : world.policies.find(({ clusters }) => clusters.some((cluster) => cluster.id === id));
  if (policy === undefined) return null;
  const clusters = pyramid(policy.clusters).flatMap((tier) => tier.clusters);
  const at = clusters.findIndex((cluster) => cluster.id === id);
  return {
    ...{ form: 'bars', tiers: [], of: 'targets', unit: 'CNY', figure: null },
    series: ['target', 'actual'],
    rows: clusters.map((cluster) => ({
      name: { cluster: cluster.id },
      values: [cluster.target.overCny, newest(statistics, 'cluster', cluster.id, OUTPUT)?.value ?? null],
    })),
    lit: at === -1 ? null : at,
  };
}

type Numbered = Pick<Figure, 'asOf' | 'label' | 'unit'> & { readonly value: number };

/** The newest of one key, where it is one number. */
function newest(statistics: Statistics | null, entity: string, id: string, key: string): Numbered | null {
  const all = (statistics?.figures ?? []).filter(
    (figure) => figure.scope.entity === entity && figure.scope.id === id && figure.key === key && !figure.narrower,
  );
  const last = all
    .map(({ asOf }) => asOf ?? '')
    .sort()
    .at(-1);
  return oneNumber(all.filter(({ asOf }) => (asOf ?? '') === last));
}

/** Null where sources disagree, or say no number. */
function oneNumber(figures: readonly Figure[]): Numbered | null {
  const values = new Set(figures.map(({ value }) => value));
  const [figure] = figures;
  if (figure === undefined || values.size !== 1 || typeof figure.value !== 'number') return null;
  return { asOf: figure.asOf, label: figure.label, unit: figure.unit, value: figure.value };
}

/** The districts at the date of the one that the stop is about: years are never mixed. */
function districts(id: string, key: string, statistics: Statistics | null): TourChart | null {
  const own = newest(statistics, 'district', id, key);
  if (own === null || own.unit === null || own.unit === 'rank') return null;
  const rows = DISTRICT_IDS.map((district): ChartRow => {
    const same = (statistics?.figures ?? []).filter(
      ({ scope, asOf, narrower, ...figure }) =>
        scope.entity === 'district' && scope.id === district && figure.key === key && asOf === own.asOf && !narrower,
    );
    return { name: { district }, values: [oneNumber(same)?.value ?? null] };
  });
  if (rows.filter(({ values }) => values[0] !== null).length < FEWEST) return null;
  return {
    ...{ form: 'bars', tiers: [], of: 'statistic', unit: own.unit, series: ['value'], rows },
    lit: rows.findIndex(({ name }) => 'district' in name && name.district === id),
    figure: { label: own.label, asOf: own.asOf },
  };
}

const RECORDS = { tiers: [], of: 'records', unit: 'records', figure: null } as const;

/** Records that are one part of all each, those without any left out. */
function sharesOf(counts: Extract<ChartRef, { kind: 'shares' }>['counts'], world: World): TourChart {
  const shares = { ...RECORDS, form: 'shares', series: ['count'] } as const;
  const count = (name: RowName, members: readonly Site[]): ChartRow => ({ name, values: [countRecords(members)] });
  const some = (rows: readonly ChartRow[]) => rows.filter(({ values: [n] }) => n !== 0);
  switch (counts) {
    case 'placement': {
      const { byPlacement } = placementCounts(world.sites);
      const rows = (['located', 'coarse', 'unlocated'] as const).map((placement) => ({
        name: { placement },
        values: [byPlacement[placement]],
      }));
      return { ...shares, of: 'placement', lit: 0, rows };
    }
    case 'cluster': {
      const of = (id: ClusterOrCross) => world.sites.filter(({ industryCluster }) => industryCluster === id);
      return {
        ...shares,
        lit: null,
        rows: some(CLUSTER_OR_CROSS_IDS.map((cluster) => count({ cluster }, of(cluster)))),
      };
    }
    case 'status': {
      const of = (id: Status) => world.sites.filter(({ status }) => status === id);
      return { ...shares, lit: null, rows: some(STATUSES.map((status) => count({ status }, of(status)))) };
    }
  }
}

/** The records of a cluster, or all, by district, those that may lie elsewhere apart. */
function byDistricts(id: string, lit: string, world: World): TourChart {
  const rows = byDistrict(world.sites.filter(({ industryCluster }) => id === '' || industryCluster === id))
    .filter(({ key, possible }) => key !== null || possible > 0)
    .map(({ key, certain, possible }) => ({
      name: { district: key ?? ('none' as const) },
      values: [certain, possible - certain],
    }));
  const at = rows.findIndex(({ name }) => name.district === lit);
  return { ...RECORDS, form: 'bars', series: ['certain', 'open'], lit: at === -1 ? null : at, rows };
}

/** The 2+2+4 with the records of each cluster; those of which nothing is recorded are named too. */
function pyramidOf(world: World): TourChart | null {
  const [policy] = world.policies;
  if (policy === undefined) return null;
  const tiers = pyramid(policy.clusters);
  const ids = [...tiers.flatMap(({ clusters }) => clusters.map(({ id }) => id)), 'cross'] as const;
  return {
    ...{ form: 'pyramid', of: 'records', unit: 'records', figure: null, series: ['count'], lit: null },
    tiers: [
      ...tiers.map(({ tier, clusters }) => {
        const [first] = clusters;
        const target = first === undefined ? null : { cny: first.target.overCny, year: first.target.year };
        return { tier, count: clusters.length, over: target };
      }),
      { tier: null, count: 1, over: null },
    ],
    rows: ids.map((cluster) => ({
      name: { cluster },
      values: [countRecords(world.sites.filter(({ industryCluster }) => industryCluster === cluster))],
    })),
  };
}

/** The records of a district, or all, by cluster, those that may lie elsewhere apart. */
function inDistrict(district: DistrictId | null, lit: string, world: World): TourChart {
  const rows = CLUSTER_OR_CROSS_IDS.map((cluster) => {
    const members = world.sites.filter(({ industryCluster }) => industryCluster === cluster);
    const all = countRecords(members);
    const { certain = 0, possible = 0 } =
      district === null
        ? { certain: all, possible: all }
        : (byDistrict(members).find(({ key }) => key === district) ?? {});
    return { name: { cluster }, values: [certain, possible - certain] };
  }).filter(({ values }) => values.some((value) => value > 0));
  const at = rows.findIndex(({ name }) => name.cluster === lit);
  return { ...RECORDS, form: 'bars', series: ['certain', 'open'], rows, lit: at === -1 ? null : at };
}

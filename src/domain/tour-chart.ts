/** The picture of a stop's figure: the same figure for all clusters, districts or placements beside it. Pure. */
import type { World } from './base.ts';
import { pyramid } from './cluster.ts';
import { byDistrict, placementCounts } from './describe.ts';
import type { Figure, Statistics } from './schema/statistics.ts';
import { countRecords, type Site } from './site.ts';
import type { FigureRef } from './tour-schema.ts';
import {
  type BaseUnit,
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  type Tier,
} from './vocabulary.ts';

/** `open`: what may be there too. */
export type Series = 'target' | 'actual' | 'certain' | 'open' | 'count' | 'value';

/** What a row is named by; `none` is a district that is not stated. */
export type RowName =
  | { readonly cluster: ClusterOrCross }
  | { readonly district: DistrictId | 'none' }
  | { readonly placement: 'located' | 'coarse' | 'unlocated' };

export interface ChartRow {
  readonly name: RowName;
  /** One for each series, in base units; null where nothing is published. */
  readonly values: readonly (number | null)[];
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
  readonly of: 'targets' | 'records' | 'placement' | 'statistic';
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
  ref: Extract<FigureRef, { from: 'table' }>,
  world: World,
  statistics: Statistics | null,
): TourTable | null {
  if (ref.of === 'unlocated') {
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

/** Null where the figure stands alone. @param statistics null while they load */
export function chartOf(ref: FigureRef, world: World, statistics: Statistics | null): TourChart | null {
  switch (ref.from) {
    case 'target':
      return targets(ref.id, world, statistics);
    case 'statistic':
      if (ref.scope === 'cluster' && ref.key === OUTPUT) return targets(ref.id, world, statistics);
      return ref.scope === 'district' ? districts(ref.id, ref.key, statistics) : null;
    case 'count':
      return counts(ref, world);
    case 'site':
    case 'units':
    case 'clause':
    case 'table':
    case 'own':
      return null;
  }
}

const OUTPUT = 'output-value';

/** Each cluster's target beside its newest published output, never that of a narrower scope. */
function targets(id: string, world: World, statistics: Statistics | null): TourChart | null {
  const policy = world.policies.find(({ clusters }) => clusters.some((cluster) => cluster.id === id));
  if (policy === undefined) return null;
  const clusters = pyramid(policy.clusters).flatMap((tier) => tier.clusters);
  return {
    ...{ form: 'bars', tiers: [], of: 'targets', unit: 'CNY', figure: null },
    series: ['target', 'actual'],
    rows: clusters.map((cluster) => ({
      name: { cluster: cluster.id },
      values: [cluster.target.overCny, newest(statistics, 'cluster', cluster.id, OUTPUT)?.value ?? null],
    })),
    lit: clusters.findIndex((cluster) => cluster.id === id),
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

function counts({ of, id, within }: Extract<FigureRef, { from: 'count' }>, world: World): TourChart | null {
  const records = { tiers: [], of: 'records', unit: 'records', figure: null } as const;
  switch (of) {
    case 'all':
      return pyramidOf(world);
    case 'located': {
      const { byPlacement } = placementCounts(world.sites);
      return {
        ...records,
        ...{ form: 'shares', of: 'placement', series: ['count'], lit: 0 },
        rows: (['located', 'coarse', 'unlocated'] as const).map((placement) => ({
          name: { placement },
          values: [byPlacement[placement]],
        })),
      };
    }
    case 'cluster':
      if (within !== null) return inDistrict(within, id, world);
      return {
        ...records,
        ...{ form: 'bars', series: ['certain', 'open'], lit: null },
        rows: byDistrict(world.sites.filter(({ industryCluster }) => industryCluster === id))
          .filter(({ key, possible }) => key !== null || possible > 0)
          .map(({ key, certain, possible }) => ({
            name: { district: key ?? 'none' },
            values: [certain, possible - certain],
          })),
      };
    case 'district': {
      const district = DISTRICT_IDS.find((known) => known === id);
      return district === undefined ? null : inDistrict(district, null, world);
    }
    case 'clauses':
    case 'clause':
      return null;
  }
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

/** The records of a district by cluster, those that may lie elsewhere apart. */
function inDistrict(district: DistrictId, lit: string | null, world: World): TourChart {
  const rows = CLUSTER_OR_CROSS_IDS.map((cluster) => {
    const members = world.sites.filter(({ industryCluster }) => industryCluster === cluster);
    const { certain = 0, possible = 0 } = byDistrict(members).find(({ key }) => key === district) ?? {};
    return { name: { cluster }, values: [certain, possible - certain] };
  }).filter(({ values }) => values.some((value) => value > 0));
  const at = rows.findIndex(({ name }) => name.cluster === lit);
  return {
    ...{ form: 'bars', tiers: [], of: 'records', unit: 'records', series: ['certain', 'open'], rows, figure: null },
    lit: at === -1 ? null : at,
  };
}

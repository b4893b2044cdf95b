/** Counts of an answer by cluster and status. Parts of other records are listed but not counted. */
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, STATUSES, type Status } from '../domain/vocabulary.ts';
import { type Answer, CERTAIN } from './answer.ts';
import type { CountedSet } from './counted-set.ts';

/** "7–9": certain to possible, possible including certain. */
export interface Range {
  readonly certain: number;
  readonly possible: number;
}

export interface Tally {
  readonly total: Range;
  /** In the policy's order, every cluster; `unknown` comes last. */
  readonly byCluster: ReadonlyMap<ClusterOrCross | 'unknown', Range>;
  readonly byStatus: ReadonlyMap<Status, Range>;
  /** Of the possible: records that only their stated town or district makes possible. */
  readonly byAreaOnly: number;
  /** Records that the question could not ask. */
  readonly cannotTell: number;
  /** Parts of other records among the rows found: listed, counted nowhere else here. */
  readonly parts: Range;
}

/** Counts by code, two numbers a code: possible and certain. */
function rangesOf<K extends string>(keys: readonly K[], counts: Uint32Array): ReadonlyMap<K, Range> {
  return new Map(keys.map((key, i) => [key, { possible: counts[2 * i] ?? 0, certain: counts[2 * i + 1] ?? 0 }]));
}

function add(counts: Uint32Array, code: number, sure: boolean): void {
  counts[2 * code] = (counts[2 * code] ?? 0) + 1;
  if (sure) counts[2 * code + 1] = (counts[2 * code + 1] ?? 0) + 1;
}

const CLUSTER_KEYS = [...CLUSTER_OR_CROSS_IDS, 'unknown'] as const;
const NO_CLUSTER = CLUSTER_OR_CROSS_IDS.length;
const NO_STATUS = STATUSES.indexOf('unknown');

export function tally({ set, isPart }: CountedSet, answer: Answer): Tally {
  const clusters = new Uint32Array(2 * CLUSTER_KEYS.length);
  const statuses = new Uint32Array(2 * STATUSES.length);
  const whole = new Uint32Array(4);
  for (let i = 0; i < answer.possible.length; i++) {
    const row = answer.possible[i] ?? 0;
    const sure = answer.verdict[row] === CERTAIN;
    const part = isPart(row);
    add(whole, part ? 1 : 0, sure);
    if (part) continue;
    add(clusters, Math.min(set.cluster[row] ?? NO_CLUSTER, NO_CLUSTER), sure);
    const status = set.status[row] ?? NO_STATUS;
    add(statuses, status < STATUSES.length ? status : NO_STATUS, sure);
  }
  const totals = rangesOf(['records', 'parts'] as const, whole);
  const none: Range = { certain: 0, possible: 0 };
  const records = (rows: Uint32Array): number => rows.reduce((n, row) => n + (isPart(row) ? 0 : 1), 0);
  return {
    total: totals.get('records') ?? none,
    byCluster: rangesOf(CLUSTER_KEYS, clusters),
    byStatus: rangesOf(STATUSES, statuses),
    byAreaOnly: records(answer.byAreaOnly),
    cannotTell: records(answer.cannotTell),
    parts: totals.get('parts') ?? none,
  };
}

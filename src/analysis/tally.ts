/** Counts of an answer by cluster and status. Parts of other records are listed but not counted. */
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, STATUSES, type Status } from '../domain/vocabulary.ts';
import { type Answer, NO, POSSIBLE } from './answer.ts';
import type { CountedSet } from './counted-set.ts';

/** "8 (7–9)": with the point inside, certain, possible; each of them holds the ones before it. */
export interface Range {
  readonly certain: number;
  /** Where a row has no point, the certain ones alone. */
  readonly inside: number;
  readonly possible: number;
}

export const NOTHING: Range = { certain: 0, inside: 0, possible: 0 };

export interface Tally {
  readonly total: Range;
  /** In the policy's order, every cluster; `unknown` comes last. */
  readonly byCluster: ReadonlyMap<ClusterOrCross | 'unknown', Range>;
  readonly byStatus: ReadonlyMap<Status, Range>;
  /** Of the possible: records that only their stated town or district makes possible. */
  readonly byAreaOnly: number;
  /** Records that the question could not ask. */
  readonly cannotTell: number;
  /** Records that state no town, told by areas of towns: those that may be in it, and those that are in another. */
  readonly byTownArea: { readonly in: number; readonly out: number };
  /** Parts of other records among the rows found: listed, counted nowhere else here. */
  readonly parts: Range;
}

/** Counts by code, three numbers a code: possible, inside and certain. */
function rangesOf<K extends string>(keys: readonly K[], counts: Uint32Array): ReadonlyMap<K, Range> {
  const at = (i: number) => counts[i] ?? 0;
  return new Map(keys.map((key, i) => [key, { possible: at(3 * i), inside: at(3 * i + 1), certain: at(3 * i + 2) }]));
}

function add(counts: Uint32Array, code: number, verdict: number): void {
  for (let level = POSSIBLE; level <= verdict; level++) {
    const at = 3 * code + level - POSSIBLE;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

const NO_ROWS = new Uint32Array(0);
const CLUSTER_KEYS = [...CLUSTER_OR_CROSS_IDS, 'unknown'] as const;
const NO_CLUSTER = CLUSTER_OR_CROSS_IDS.length;
const NO_STATUS = STATUSES.indexOf('unknown');

export function tally({ set, isPart }: CountedSet, answer: Answer): Tally {
  const clusters = new Uint32Array(3 * CLUSTER_KEYS.length);
  const statuses = new Uint32Array(3 * STATUSES.length);
  const whole = new Uint32Array(6);
  for (let i = 0; i < answer.possible.length; i++) {
    const row = answer.possible[i] ?? 0;
    const verdict = answer.verdict[row] ?? NO;
    const part = isPart(row);
    add(whole, part ? 1 : 0, verdict);
    if (part) continue;
    add(clusters, Math.min(set.cluster[row] ?? NO_CLUSTER, NO_CLUSTER), verdict);
    const status = set.status[row] ?? NO_STATUS;
    add(statuses, status < STATUSES.length ? status : NO_STATUS, verdict);
  }
  const totals = rangesOf(['records', 'parts'] as const, whole);
  const { byTownArea = NO_ROWS } = answer;
  const records = (rows: Uint32Array): number => rows.reduce((n, row) => n + (isPart(row) ? 0 : 1), 0);
  return {
    total: totals.get('records') ?? NOTHING,
    byCluster: rangesOf(CLUSTER_KEYS, clusters),
    byStatus: rangesOf(STATUSES, statuses),
    byAreaOnly: records(answer.byAreaOnly),
    cannotTell: records(answer.cannotTell),
    byTownArea: {
      in: records(byTownArea.filter((row) => answer.verdict[row] !== NO)),
      out: records(byTownArea.filter((row) => answer.verdict[row] === NO)),
    },
    parts: totals.get('parts') ?? NOTHING,
  };
}

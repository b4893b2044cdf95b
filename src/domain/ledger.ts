/** Targets of the clusters as the text sets them, beside the output that others have published. Pure. */
import { findClause } from './policy.ts';
import type { Clause, Cluster, Policy } from './schema/policy.ts';
import type { Figure, Statistics } from './schema/statistics.ts';
import { TIERS, type Tier } from './vocabulary.ts';

/** The targets speak of 产值, so only figures of output value may stand beside them. */
const TARGET_KEY = 'output-value';

export interface TargetSentence {
  readonly clause: Clause;
  readonly n: number;
  readonly start: number;
  readonly end: number;
}

export interface LedgerRow {
  readonly cluster: Cluster;
  /** Output of this whole cluster, oldest first, undated last; empty is "not published". */
  readonly actual: readonly Figure[];
  /** Of narrower or other scope, or of another measure: notes, never the actual. */
  readonly notes: readonly Figure[];
}

export interface LedgerGroup {
  readonly tier: Tier;
  /** The sentence that sets the target; null where the offsets point to no sentence. */
  readonly sentence: TargetSentence | null;
  readonly rows: readonly LedgerRow[];
}

/** Clusters that one passage gives one target, in the document's order. */
export function ledgerOf(policy: Policy, statistics: Statistics): LedgerGroup[] {
  return TIERS.flatMap((tier) => {
    const clusters = policy.clusters.filter((cluster) => cluster.tier === tier);
    const starts = [...new Set(clusters.map((cluster) => cluster.target.start))];
    return starts.map((start) => {
      const members = clusters.filter((cluster) => cluster.target.start === start);
      return {
        tier,
        sentence: members[0] === undefined ? null : sentenceOf(policy, members[0]),
        rows: members.map((cluster) => rowOf(cluster, statistics)),
      };
    });
  });
}

function rowOf(cluster: Cluster, statistics: Statistics): LedgerRow {
  const figures = statistics.figures.filter((f) => f.scope.entity === 'cluster' && f.scope.id === cluster.id);
  const isActual = (figure: Figure) => !figure.narrower && figure.key === TARGET_KEY;
  const dated = (figure: Figure) => figure.asOf ?? '9999';
  return {
    cluster,
    actual: figures.filter(isActual).sort((a, b) => dated(a).localeCompare(dated(b))),
    notes: figures.filter((figure) => !isActual(figure)),
  };
}

function sentenceOf(policy: Policy, { target }: Cluster): TargetSentence | null {
  const clause = findClause(policy, target.clause);
  const sentence = clause?.sentences.find((s) => s.start <= target.start && target.start < s.end);
  return clause === undefined || sentence === undefined ? null : { clause, ...sentence };
}

/** Verbatim names of attachments that the document announces, whether or not the source has them. */
export function attachmentsOf(policy: Policy): string[] {
  return policy.parts
    .filter((part) => part.kind === 'attachment')
    .map((part) => policy.text.slice(part.start, part.end));
}

export interface LedgerPoint {
  readonly figure: Figure;
  /** Yuan; `max` is above `min` only for a range. */
  readonly min: number;
  readonly max: number;
  readonly year: number;
  /** False where the source does not say for which year the figure stands. */
  readonly yearStated: boolean;
}

/** What can be drawn of the actual figures: amounts in yuan with a date. */
export function pointsOf(row: LedgerRow): LedgerPoint[] {
  return row.actual.flatMap((figure) => {
    const { value, asOf } = figure;
    if (asOf === null || figure.unit !== 'CNY' || (typeof value === 'object' && 'zh' in value)) return [];
    const range = typeof value === 'number' ? { min: value, max: value } : value;
    return [{ figure, ...range, year: Number(asOf.slice(0, 4)), yearStated: figure.dateNote === undefined }];
  });
}

/** What panels ask of a document's text. Offsets are UTF-16 units into `policy.text`. */
import { type EntityRef, isNamedBy, type Named } from './policy.ts';
import type { Clause, Policy, Reading } from './schema/policy.ts';
import type { UnitRole } from './vocabulary.ts';

export function clauseText(policy: Policy, clause: Pick<Clause, 'start' | 'end'>): string {
  return policy.text.slice(clause.start, clause.end);
}

/** Clauses that name the entity, in the document's order, each once. */
export function clausesNaming(policy: Policy, ref: EntityRef & Named): Clause[] {
  const naming = policy.mentions.filter((m) => m.entity === ref.entity && isNamedBy(ref, m.id));
  const ids = new Set(naming.map((m) => m.clause));
  return policy.clauses.filter((clause) => ids.has(clause.id));
}

export function clausesOfUnit(policy: Policy, unitId: string): { clause: Clause; role: UnitRole }[] {
  return policy.clauses.flatMap((clause) =>
    clause.units.filter((u) => u.unit === unitId).map((u) => ({ clause, role: u.role })),
  );
}

/** The readings that bear on a site: aimed at it, its cluster, its kind or one of its districts. */
export function readingsFor(
  policy: Policy,
  site: Named & { industryCluster: string; kind: string; districts: readonly string[] },
): Reading[] {
  const own: Record<Reading['target']['entity'], readonly string[]> = {
    site: [site.id, ...(site.formerIds ?? [])],
    cluster: [site.industryCluster],
    kind: [site.kind],
    district: site.districts,
  };
  return policy.readings.filter(({ target }) => own[target.entity].includes(target.id));
}

/** A run of clause text: plain, or one or more mentions of entities (they may nest). */
export interface TextRun {
  readonly text: string;
  readonly start: number;
  readonly mentions: readonly EntityRef[];
}

/** Splits `[start, end)` of the text at every mention boundary; concatenated, the runs give the text back. */
export function runsOf(policy: Policy, start: number, end: number): TextRun[] {
  const within = policy.mentions.filter((m) => m.start < end && m.end > start);
  const cuts = new Set([start, end]);
  for (const m of within) {
    cuts.add(Math.max(start, m.start));
    cuts.add(Math.min(end, m.end));
  }
  const sorted = [...cuts].sort((a, b) => a - b);
  const runs: TextRun[] = [];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const from = sorted[i] ?? start;
    const to = sorted[i + 1] ?? end;
    const mentions = within
      .filter((m) => m.start <= from && m.end >= to)
      // Innermost last: a reader who clicks means the most particular thing.
      .sort((a, b) => b.end - b.start - (a.end - a.start))
      .map(({ entity, id }) => ({ entity, id }));
    runs.push({ text: policy.text.slice(from, to), start: from, mentions });
  }
  return runs;
}

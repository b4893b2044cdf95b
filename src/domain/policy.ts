/** Questions that a policy document answers from its own text. Offsets are UTF-16 units into `policy.text`. */
import type { Clause, Policy } from './schema/policy.ts';
import type { MentionEntity } from './vocabulary.ts';

export interface EntityRef {
  readonly entity: MentionEntity;
  readonly id: string;
}

export function findClause(policy: Policy, id: string): Clause | undefined {
  return policy.clauses.find((clause) => clause.id === id);
}

/** The document that has the clause; ids of clauses are unique among documents. */
export function policyWith(policies: readonly Policy[], clauseId: string): Policy | undefined {
  return policies.find((policy) => findClause(policy, clauseId) !== undefined);
}

/** A record, also where a document names one whose place it took. */
export interface Named {
  readonly id: string;
  readonly formerIds?: readonly string[];
}

export const isNamedBy = ({ id, formerIds }: Named, name: string): boolean =>
  id === name || formerIds?.includes(name) === true;

/** Ids of the sites that the clause itself names, in reading order, each once. */
export function sitesNamedIn(policy: Policy, clauseId: string): string[] {
  const ids = policy.mentions
    .filter((m) => m.entity === 'site' && m.clause === clauseId)
    .sort((a, b) => a.start - b.start);
  return [...new Set(ids.map((m) => m.id))];
}

/** Named in a clause → the records that are parts of what is named. */
export function withParts<T extends Named & { parent: string | null }>(
  sites: readonly T[],
  named: readonly string[],
): { site: T; partOf: string | null }[] {
  const set = new Set(named);
  const result: { site: T; partOf: string | null }[] = [];
  for (const id of named) {
    const site = sites.find((s) => isNamedBy(s, id));
    if (site !== undefined) result.push({ site, partOf: null });
    for (const child of sites) {
      if (child.parent === id && !set.has(child.id)) result.push({ site: child, partOf: id });
    }
  }
  return result;
}

/** What a choice makes stand out on the map. Pure. */
import type { Base } from '../domain/base.ts';
import { policyWith, sitesNamedIn, withParts } from '../domain/policy.ts';
import type { Site } from '../domain/site.ts';
import type { Selection } from './address/address.ts';

/** The sites that a clause names, parts included; null where it names none. */
export function sitesOfClause(base: Base, sites: readonly Site[], clauseId: string | null): ReadonlySet<string> | null {
  const policy = clauseId === null ? undefined : policyWith(base.policies, clauseId);
  if (policy === undefined || clauseId === null) return null;
  const named = withParts(sites, sitesNamedIn(policy, clauseId));
  return named.length === 0 ? null : new Set(named.map(({ site }) => site.id));
}

/** Ids that stand out; null dims nothing; undefined where the selection has no say: none, or a single site. */
export function emphasisOf(
  base: Base,
  sites: readonly Site[],
  selection: Selection | null,
): ReadonlySet<string> | null | undefined {
  if (selection === null || selection.entity === 'site') return undefined;
  const those = (test: (site: Site) => boolean) => new Set(sites.filter(test).map(({ id }) => id));
  switch (selection.entity) {
    case 'cluster':
      return those((site) => site.industryCluster === selection.id);
    case 'district':
      return those((site) => site.districts.includes(selection.id));
    case 'town':
      return those((site) => site.towns.includes(selection.id));
    case 'unit': {
      // Of every document, as the unit's panel lists them.
      const ids = base.policies.flatMap((document) =>
        document.clauses
          .filter((c) => c.units.some((u) => u.unit === selection.id))
          .flatMap((c) => withParts(sites, sitesNamedIn(document, c.id)).map(({ site }) => site.id)),
      );
      return ids.length === 0 ? null : new Set(ids);
    }
  }
}

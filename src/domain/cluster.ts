/** The eight clusters in their tiers. Apart from describe.ts because the legend, which comes first, needs no more. */
import type { Cluster } from './schema/policy.ts';
import { TIERS, type Tier } from './vocabulary.ts';

/** The 2 + 2 + 4: clusters by tier, in the policy's order. */
export function pyramid(clusters: readonly Cluster[]): { tier: Tier; clusters: Cluster[] }[] {
  return TIERS.map((tier) => ({ tier, clusters: clusters.filter((c) => c.tier === tier) }));
}

/** Which records of the register can host a plant: a rule on the data, told on the method page, nothing picked by hand. */
import type { Site } from '../../domain/site.ts';

/**
 * Parks, zones and themed towns, and projects that the register records as an area (a base that hosts firms, as
 * against one firm's plant, which is a point). Parts of a zone are candidates of their own beside the whole.
 */
export function isCandidate({ group, extent }: Pick<Site, 'group' | 'extent'>): boolean {
  return group === 'area' || (group === 'project' && extent === 'area');
}

export function candidatesOf(sites: readonly Site[]): readonly Site[] {
  return sites.filter(isCandidate);
}

/** Which records of the register can host a plant: a rule on the data, told on the method page, nothing picked by hand. */
import type { Site } from '../../domain/site.ts';
import type { Scope } from './types.ts';

/**
 * Parks, zones and themed towns, and projects that the register records as an area (a base that hosts firms, as
 * against one firm's plant, which is a point). Parts of a zone are candidates of their own beside the whole.
 */
export function isCandidate({ group, extent }: Pick<Site, 'group' | 'extent'>): boolean {
  return group === 'area' || (group === 'project' && extent === 'area');
}

/**
 * Which list it is ranked in. Zones, and what lies in several districts, hold other candidates: they are compared with
 * their like, and never with their own parks.
 */
export function scopeOf({ kind, districts }: Pick<Site, 'kind' | 'districts'>): Scope {
  return kind === 'zone' || districts.length > 1 ? 'wide' : 'place';
}

export function candidatesOf(sites: readonly Site[]): readonly Site[] {
  return sites.filter(isCandidate);
}

/**
 * Places whose point was taken from another thing: a distance between the two, or between two that were taken from one
 * thing, says nothing but that.
 */
import type { Site } from './site.ts';

/** What the point of a site was taken from, by Chinese name; empty where it is its own. */
export const derivedFrom = ({ location }: Pick<Site, 'location'>): readonly string[] => location.derivedFrom ?? [];

/**
 * Whether two sites owe their points to one thing: both name it, or both stand on the very same point that is neither's
 * own, such as that of the name of a town.
 */
export function sharesOrigin(a: Placed, b: Placed): boolean {
  if (derivedFrom(a).some((name) => derivedFrom(b).includes(name))) return true;
  return !(a.precision === 'exact' && b.precision === 'exact') && isOnePoint(a.position, b.position);
}

/** To the last digit. */
export function isOnePoint(a: Site['position'], b: Site['position']): boolean {
  return a !== null && b !== null && a[0] === b[0] && a[1] === b[1];
}
type Placed = Pick<Site, 'location' | 'position' | 'precision'>;

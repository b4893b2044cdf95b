/**
 * Places whose point was taken from another thing: a distance between the two, or between two that were taken from one
 * thing, says nothing but that.
 */
import type { Site } from './site.ts';

/** What the point of a site was taken from, by Chinese name; empty where it is its own. */
export const derivedFrom = ({ location }: Pick<Site, 'location'>): readonly string[] => location.derivedFrom ?? [];

/** Whether two sites owe their points to one thing. */
export function sharesOrigin(a: Pick<Site, 'location'>, b: Pick<Site, 'location'>): boolean {
  return derivedFrom(a).some((name) => derivedFrom(b).includes(name));
}

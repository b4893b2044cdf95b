/** The list's order: groups, and within them parents followed by their parts. Pure. */
import type { Site } from '../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, PRECISIONS, STATUSES } from '../domain/vocabulary.ts';

export const GROUPINGS = ['cluster', 'district', 'status', 'precision'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export const SORTINGS = ['policy', 'name', 'status', 'precision'] as const;
export type Sorting = (typeof SORTINGS)[number];

export interface ListGroup {
  readonly key: string;
  readonly rows: readonly { readonly site: Site; readonly isPart: boolean }[];
  /** Records without children. */
  readonly count: number;
}

const KEYS: Record<Grouping, readonly string[]> = {
  cluster: CLUSTER_OR_CROSS_IDS,
  district: [...DISTRICT_IDS, 'none'],
  status: STATUSES,
  precision: PRECISIONS,
};

function keyOf(site: Site, grouping: Grouping): string {
  switch (grouping) {
    case 'cluster':
      return site.industryCluster;
    case 'district':
      return site.district ?? 'none';
    case 'status':
      return site.status;
    case 'precision':
      return site.precision;
  }
}

/** Order in which the home document names the records; those it does not name come last, by name. */
function policyOrder(site: Site): number {
  const own = site.mentions.filter((m) => !m.clause.includes(':'));
  return own.reduce((first, m) => Math.min(first, m.start), Number.POSITIVE_INFINITY);
}

function comparator(sorting: Sorting, nameOf: (site: Site) => string, locale: string): (a: Site, b: Site) => number {
  const collator = new Intl.Collator(locale);
  const byName = (a: Site, b: Site) => collator.compare(nameOf(a), nameOf(b));
  switch (sorting) {
    case 'policy':
      return (a, b) => {
        const [x, y] = [policyOrder(a), policyOrder(b)];
        return x === y ? byName(a, b) : x - y;
      };
    case 'name':
      return byName;
    case 'status':
      return (a, b) => (b.statusDate ?? '').localeCompare(a.statusDate ?? '') || byName(a, b);
    case 'precision':
      return (a, b) => PRECISIONS.indexOf(a.precision) - PRECISIONS.indexOf(b.precision) || byName(a, b);
  }
}

/** `locale` decides the collation of names: pinyin order for Chinese. */
export function groupSites(
  sites: readonly Site[],
  grouping: Grouping,
  sorting: Sorting,
  nameOf: (site: Site) => string,
  locale: string,
): ListGroup[] {
  const compare = comparator(sorting, nameOf, locale);
  return KEYS[grouping]
    .map((key) => {
      const members = sites.filter((site) => keyOf(site, grouping) === key);
      const ids = new Set(members.map((site) => site.id));
      // A part whose whole stands in another group (or is filtered out) keeps its own place here.
      const tops = members.filter((site) => site.parent === null || !ids.has(site.parent)).sort(compare);
      const withParts = (site: Site): ListGroup['rows'] => [
        { site, isPart: site.parent !== null },
        ...members
          .filter((part) => part.parent === site.id)
          .sort(compare)
          .flatMap(withParts),
      ];
      const rows = tops.flatMap(withParts);
      return { key, rows, count: members.filter((site) => site.parent === null).length };
    })
    .filter((group) => group.rows.length > 0);
}

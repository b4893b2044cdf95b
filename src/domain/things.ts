/**
 * The things that can be looked up, named and chosen: one row a kind, and a kind without a row does not compile. Where
 * they are stands in thing-places.ts, which the map and the panels need and the list does not. Pure; `World` is the
 * register with the documents, its sites with the user's corrections where those should show.
 */

import type { World } from './base.ts';
import { sitesNamedIn, withParts } from './policy.ts';
import type { DistrictCollection, TownCollection } from './schema/area.ts';
import type { Clause, Cluster, Policy, Unit } from './schema/policy.ts';
import type { Site } from './site.ts';
import type { ThingKind } from './vocabulary.ts';

export interface ThingOf {
  readonly site: Site;
  readonly district: DistrictCollection['features'][number];
  readonly town: TownCollection['features'][number];
  readonly cluster: Cluster;
  readonly unit: Unit;
  readonly clause: { readonly clause: Clause; readonly policy: Policy; readonly isHome: boolean };
}

/** A town is known by its code, everything else by its id. */
export interface ThingRef<K extends ThingKind = ThingKind> {
  readonly entity: K;
  readonly id: string;
}

/** Every thing by its id. */
export type Things = { readonly [K in ThingKind]: ReadonlyMap<string, ThingOf[K]> };

/** In both languages; or the words of a document, which are in one and never converted. */
export type ThingName = { readonly nameZh: string; readonly nameEn: string } | string;

interface Row<T> {
  all(world: World): readonly (readonly [id: string, thing: T])[];
  name(thing: T): ThingName;
  /** What the map makes stand out when it is chosen; null where that is not for the choice to say. */
  sites(id: string, things: Things): readonly Site[] | null;
  /** Without any such site: whether all are pale, or none is. */
  palesAll: boolean;
}

const sitesWith = (things: Things, test: (site: Site) => boolean) => [...new Set(things.site.values())].filter(test);

function sitesOfClause({ clause, site }: Things, id: string): Site[] {
  const policy = clause.get(id)?.policy;
  return policy === undefined
    ? []
    : withParts([...new Set(site.values())], sitesNamedIn(policy, id)).map((named) => named.site);
}

const KINDS: { readonly [K in ThingKind]: Row<ThingOf[K]> } = {
  site: {
    // A link to a record that gave its place away leads to the one that took it.
    all: ({ sites }) => sites.flatMap((site) => [site.id, ...(site.formerIds ?? [])].map((id) => [id, site] as const)),
    name: (site) => site,
    sites: () => null,
    palesAll: false,
  },
  district: {
    all: ({ districts }) => districts.features.map((district) => [district.properties.id, district]),
    name: ({ properties }) => properties,
    sites: (id, things) => sitesWith(things, ({ districts }) => districts.some((one) => one === id)),
    palesAll: true,
  },
  town: {
    all: ({ towns }) => towns.features.map((town) => [town.properties.code, town]),
    name: ({ properties }) => properties,
    sites: (code, things) => sitesWith(things, ({ towns }) => towns.includes(code)),
    palesAll: true,
  },
  cluster: {
    all: ({ policy }) => policy.clusters.map((cluster) => [cluster.id, cluster]),
    name: (cluster) => cluster,
    sites: (id, things) => sitesWith(things, ({ industryCluster }) => industryCluster === id),
    palesAll: true,
  },
  unit: {
    all: ({ policies }) => policies.flatMap(({ units }) => units.map((unit) => [unit.id, unit] as const)),
    name: (unit) => unit,
    // Of every document, as the unit's panel lists them.
    sites: (id, things) =>
      [...things.clause.values()]
        .filter(({ clause }) => clause.units.some(({ unit }) => unit === id))
        .flatMap(({ clause }) => sitesOfClause(things, clause.id)),
    palesAll: false,
  },
  clause: {
    all: ({ policies, policy: home }) =>
      policies.flatMap((policy) =>
        policy.clauses.map((clause) => [clause.id, { clause, policy, isHome: policy === home }] as const),
      ),
    name: ({ clause, policy, isHome }) => `${isHome ? '' : `《${policy.title}》`}${clause.cite} ${clause.heading}`,
    sites: (id, things) => sitesOfClause(things, id),
    palesAll: false,
  },
};

export function indexOf(world: World): Things {
  const by = <K extends ThingKind>(kind: K): ReadonlyMap<string, ThingOf[K]> => new Map(KINDS[kind].all(world));
  return {
    site: by('site'),
    district: by('district'),
    town: by('town'),
    cluster: by('cluster'),
    unit: by('unit'),
    clause: by('clause'),
  };
}

/** The id by which a thing is known now; undefined where there is none. */
export function idOfThing<K extends ThingKind>(world: World, { entity, id }: ThingRef<K>): string | undefined {
  const all = KINDS[entity].all(world);
  const thing = all.find(([known]) => known === id)?.[1];
  return all.find(([, each]) => each === thing)?.[0];
}

export function isThing(world: World, ref: ThingRef): boolean {
  return idOfThing(world, ref) !== undefined;
}

/** Null where there is no such thing. */
export function nameOfThing<K extends ThingKind>(things: Things, { entity, id }: ThingRef<K>): ThingName | null {
  const thing = things[entity].get(id);
  return thing === undefined ? null : KINDS[entity].name(thing);
}

/** The sites that belong to it: in it, of it, or named by it with their parts. */
export function sitesOfThing(things: Things, { entity, id }: ThingRef): readonly Site[] {
  return KINDS[entity].sites(id, things) ?? [];
}

/** Of each site, by its id, the units that answer for a clause that names it or its whole. */
export function unitsBySite(things: Things): ReadonlyMap<string, readonly string[]> {
  const units = new Map<string, string[]>();
  for (const unit of things.unit.keys())
    for (const { id } of new Set(sitesOfThing(things, { entity: 'unit', id: unit })))
      units.set(id, [...(units.get(id) ?? []), unit]);
  return units;
}

/** Ids that stand out when it is chosen; null dims nothing; undefined where the choice has no say: none, or a site. */
export function emphasisOf(things: Things, ref: ThingRef | null): ReadonlySet<string> | null | undefined {
  if (ref === null) return undefined;
  const { sites, palesAll } = KINDS[ref.entity];
  const those = sites(ref.id, things);
  if (those === null) return undefined;
  return those.length === 0 && !palesAll ? null : new Set(those.map(({ id }) => id));
}

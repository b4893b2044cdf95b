/**
 * The things that can be looked up, named and chosen: one row a kind, and a kind without a row does not compile.
 * Pure; `World` is the register with the documents, its sites with the user's corrections where those should show.
 */

import { ringsOf } from './area-rings.ts';
import type { World } from './base.ts';
import { sitesNamedIn, withParts } from './policy.ts';
import { type Bbox, type Wgs84, wgs84 } from './position.ts';
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

/** A place with the error of its position, metres; 0 for one that is meant as it stands. */
export interface Centre {
  readonly position: Wgs84;
  readonly radiusM: number;
}

interface Row<T> {
  all(world: World): readonly (readonly [id: string, thing: T])[];
  name(thing: T): ThingName;
  /** What the map makes stand out when it is chosen; null where that is not for the choice to say. */
  sites(id: string, things: Things): readonly Site[] | null;
  /** Without any such site: whether all are pale, or none is. */
  palesAll: boolean;
  /** The one place that stands for it; null where none does. */
  centre(thing: T): Centre | null;
  /** Ground of its own, `[lng, lat]`; null where its ground is that of its sites. */
  ground(thing: T): readonly (readonly number[])[] | null;
}

const sitesWith = (things: Things, test: (site: Site) => boolean) => [...things.site.values()].filter(test);

function sitesOfClause({ clause, site }: Things, id: string): Site[] {
  const policy = clause.get(id)?.policy;
  return policy === undefined ? [] : withParts([...site.values()], sitesNamedIn(policy, id)).map((named) => named.site);
}

const nowhere = () => null;

const KINDS: { readonly [K in ThingKind]: Row<ThingOf[K]> } = {
  site: {
    all: ({ sites }) => sites.map((site) => [site.id, site]),
    name: (site) => site,
    sites: () => null,
    palesAll: false,
    centre: ({ position, radiusM }) =>
      position === null ? null : { position, radiusM: radiusM ?? Number.POSITIVE_INFINITY },
    ground: ({ position }) => (position === null ? [] : [position]),
  },
  district: {
    all: ({ districts }) => districts.features.map((district) => [district.properties.id, district]),
    name: ({ properties }) => properties,
    sites: (id, things) => sitesWith(things, ({ districts }) => districts.some((one) => one === id)),
    palesAll: true,
    centre: ({ properties }) => ({ position: wgs84(...properties.label), radiusM: 0 }),
    ground: ({ geometry }) => ringsOf(geometry).flat(),
  },
  town: {
    all: ({ towns }) => towns.features.map((town) => [town.properties.code, town]),
    name: ({ properties }) => properties,
    sites: (code, things) => sitesWith(things, ({ towns }) => towns.includes(code)),
    palesAll: true,
    centre: ({ geometry, properties }) =>
      geometry === null ? null : { position: wgs84(...geometry.coordinates), radiusM: properties.radiusM },
    ground: ({ geometry }) => (geometry === null ? [] : [geometry.coordinates]),
  },
  cluster: {
    all: ({ policy }) => policy.clusters.map((cluster) => [cluster.id, cluster]),
    name: (cluster) => cluster,
    sites: (id, things) => sitesWith(things, ({ industryCluster }) => industryCluster === id),
    palesAll: true,
    centre: nowhere,
    ground: nowhere,
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
    centre: nowhere,
    ground: nowhere,
  },
  clause: {
    all: ({ policies, policy: home }) =>
      policies.flatMap((policy) =>
        policy.clauses.map((clause) => [clause.id, { clause, policy, isHome: policy === home }] as const),
      ),
    name: ({ clause, policy, isHome }) => `${isHome ? '' : `《${policy.title}》`}${clause.cite} ${clause.heading}`,
    sites: (id, things) => sitesOfClause(things, id),
    palesAll: false,
    centre: nowhere,
    ground: nowhere,
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

export function isThing<K extends ThingKind>(world: World, { entity, id }: ThingRef<K>): boolean {
  return KINDS[entity].all(world).some(([known]) => known === id);
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

/** Ids that stand out when it is chosen; null dims nothing; undefined where the choice has no say: none, or a site. */
export function emphasisOf(things: Things, ref: ThingRef | null): ReadonlySet<string> | null | undefined {
  if (ref === null) return undefined;
  const { sites, palesAll } = KINDS[ref.entity];
  const those = sites(ref.id, things);
  if (those === null) return undefined;
  return those.length === 0 && !palesAll ? null : new Set(those.map(({ id }) => id));
}

export function centreOfThing<K extends ThingKind>(things: Things, { entity, id }: ThingRef<K>): Centre | null {
  const thing = things[entity].get(id);
  return thing === undefined ? null : KINDS[entity].centre(thing);
}

/** The box of its own ground or of its sites; null where it has neither. */
export function boxOfThing<K extends ThingKind>(things: Things, { entity, id }: ThingRef<K>): Bbox | null {
  const thing = things[entity].get(id);
  const own = thing === undefined ? [] : KINDS[entity].ground(thing);
  return boxOf(own ?? positionsOf(sitesOfThing(things, { entity, id })));
}

export function positionsOf(sites: readonly Site[]): Wgs84[] {
  return sites.flatMap(({ position }) => (position === null ? [] : [position]));
}

/** The box around positions, `[lng, lat]`; null for none. */
export function boxOf(positions: readonly (readonly number[])[]): Bbox | null {
  const lngs = positions.flatMap(([lng]) => (lng === undefined ? [] : [lng]));
  const lats = positions.flatMap(([, lat]) => (lat === undefined ? [] : [lat]));
  if (lngs.length === 0 || lats.length === 0) return null;
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
}

/** Where things are: one row a kind, and a kind without a row does not compile. Pure. */
import { type Bbox, type Wgs84, wgs84 } from './position.ts';
import { ringsOf } from './rings.ts';
import type { Site } from './site.ts';
import { sitesOfThing, type ThingOf, type ThingRef, type Things } from './things.ts';
import type { ThingKind } from './vocabulary.ts';

/** A place with the error of its position, metres; 0 for one that is meant as it stands. */
export interface Centre {
  readonly position: Wgs84;
  readonly radiusM: number;
}

interface Row<T> {
  /** The one place that stands for it; null where none does. */
  centre(thing: T): Centre | null;
  /** Ground of its own, `[lng, lat]`; null where its ground is that of its sites. */
  ground(thing: T): readonly (readonly number[])[] | null;
}

const OF_ITS_SITES = { centre: () => null, ground: () => null };

const PLACES: { readonly [K in ThingKind]: Row<ThingOf[K]> } = {
  site: {
    centre: ({ position, radiusM }) =>
      position === null ? null : { position, radiusM: radiusM ?? Number.POSITIVE_INFINITY },
    ground: ({ position }) => (position === null ? [] : [position]),
  },
  district: {
    centre: ({ properties }) => ({ position: wgs84(...properties.label), radiusM: 0 }),
    ground: ({ geometry }) => ringsOf(geometry).flat(),
  },
  town: {
    centre: ({ geometry, properties }) =>
      geometry === null ? null : { position: wgs84(...geometry.coordinates), radiusM: properties.radiusM },
    ground: ({ geometry }) => (geometry === null ? [] : [geometry.coordinates]),
  },
  cluster: OF_ITS_SITES,
  unit: OF_ITS_SITES,
  clause: OF_ITS_SITES,
};

export function centreOfThing<K extends ThingKind>(things: Things, { entity, id }: ThingRef<K>): Centre | null {
  const thing = things[entity].get(id);
  return thing === undefined ? null : PLACES[entity].centre(thing);
}

/** The box of its own ground or of its sites; null where it has neither. */
export function boxOfThing<K extends ThingKind>(things: Things, { entity, id }: ThingRef<K>): Bbox | null {
  const thing = things[entity].get(id);
  const own = thing === undefined ? [] : PLACES[entity].ground(thing);
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

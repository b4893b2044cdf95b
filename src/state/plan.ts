/** The planner's bench: the question asked, the cross table, the shading, and what is being drawn for them. */
import { signal } from '@preact/signals';
import type { Base } from '../data/load.ts';
import { type Wgs84, wgs84 } from '../domain/position.ts';
import type { Site } from '../domain/site.ts';
import type { DistrictId } from '../domain/vocabulary.ts';
import type { Around, Ask, Cross, LngLat, Shade } from './plan-address.ts';

/** What the map offers while an outline is drawn or edited. */
export interface DrawControl {
  undo(): void;
  redo(): void;
  /** Closes the outline, or leaves the editing. */
  finish(): void;
}

/** A district's class on the map; null where nothing is known. */
export type Shaded = ReadonlyMap<DistrictId, number | null>;

export interface PlanAddress {
  readonly ask: Ask | null;
  readonly cross: Cross | null;
  readonly shade: Shade | null;
}

export type Plan = ReturnType<typeof createPlan>;

export function createPlan(base: Base, { ask, cross, shade }: PlanAddress) {
  return {
    ask: signal<Ask | null>(existingAsk(base, ask)),
    cross: signal<Cross>(cross ?? { row: 'cluster', column: 'district' }),
    shade: signal<Shade | null>(shade),
    /** A pin is being set by a click on the map. */
    pinning: signal(false),
    drawing: signal<'draw' | 'edit' | null>(null),
    /** Corners of the outline as far as it is drawn; null while none is. */
    draft: signal<readonly LngLat[] | null>(null),
    control: signal<DrawControl | null>(null),
    /** Ids of the sites that may answer the question, for the map; null where none is asked. */
    answered: signal<ReadonlySet<string> | null>(null),
    /** Classes to colour the districts by, made by what is loaded for it. */
    shaded: signal<Shaded | null>(null),
  };
}

/** A question about something that does not exist is no question. */
export function existingAsk(base: Base, ask: Ask | null): Ask | null {
  const about = ask?.kind === 'radius' ? ask.around : ask?.kind === 'area' ? ask.area : null;
  if (about?.entity === 'site') return base.sites.some((site) => site.id === about.id) ? ask : null;
  if (about?.entity === 'town') return base.towns.features.some((f) => f.properties.code === about.id) ? ask : null;
  return ask;
}

export interface Centre {
  readonly position: Wgs84;
  /** Error of the position, metres; 0 for a place that is meant as it stands. */
  readonly radiusM: number;
}

/** Where a circle has its centre; null where the site or town has no position. A district stands for its label. */
export function centreOf(base: Base, siteById: ReadonlyMap<string, Site>, around: Around): Centre | null {
  switch (around.entity) {
    case 'pin':
      return { position: wgs84(...around.at), radiusM: 0 };
    case 'site': {
      const site = siteById.get(around.id);
      return site === undefined || site.position === null ? null : { position: site.position, radiusM: site.radiusM ?? Number.POSITIVE_INFINITY };
    }
    case 'town': {
      const town = base.towns.features.find((f) => f.properties.code === around.id);
      return town === undefined || town.geometry === null ? null : { position: wgs84(...town.geometry.coordinates), radiusM: town.properties.radiusM };
    }
    case 'district': {
      const label = base.districts.features.find((f) => f.properties.id === around.id)?.properties.label;
      return label === undefined ? null : { position: wgs84(...label), radiusM: 0 };
    }
  }
}

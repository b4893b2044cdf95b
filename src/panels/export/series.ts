/** Of what a series of printed sheets has one each. Pure but for reading the state. */
import { geometryKindAt, partsAt } from '../../domain/geometries.ts';
import { labelAt, wholeGeometries } from '../../domain/point-set.ts';
import { type Bbox, metresPerDegree } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import { boxOf, boxOfThing } from '../../domain/thing-places.ts';
import { sitesOfThing, type ThingRef } from '../../domain/things.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS } from '../../domain/vocabulary.ts';
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import { clusterName } from '../shared/phrases.ts';
import { thingName } from '../shared/things.ts';

export const SERIES = ['one', 'districts', 'clusters', 'clauses', 'sites', 'areas'] as const;
export type Series = (typeof SERIES)[number];

/** More sheets are not drawn: each is a picture of the map. */
export const MOST_SHEETS = 120;

/** Ground around the position of a site, at least, metres: with less there is nothing else on its sheet. */
const AROUND_M = 2000;

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly box: Bbox;
  /** Sites that stand out on its sheet, the others pale; null shows what the map shows. */
  readonly sites: readonly string[] | null;
  /** Of its records, those without a position. */
  readonly unplaced: number;
}

export interface SeriesMatter {
  readonly subjects: readonly Subject[];
  /** Names of those that have no place to draw. */
  readonly left: readonly string[];
  /** How many are beyond `MOST_SHEETS`. */
  readonly beyond: number;
}

const NOTHING: SeriesMatter = { subjects: [], left: [], beyond: 0 };

export function seriesOf(state: AppState, i18n: I18n, series: Series): SeriesMatter {
  if (series === 'one') return NOTHING;
  const found = series === 'areas' ? ownAreas(state) : things(state, i18n, series);
  const subjects = found.filter((one): one is Subject => one.box !== null);
  return {
    subjects: subjects.slice(0, MOST_SHEETS),
    left: found.flatMap(({ box, name }) => (box === null ? [name] : [])),
    beyond: Math.max(0, subjects.length - MOST_SHEETS),
  };
}

type Found = Omit<Subject, 'box'> & { readonly box: Bbox | null };

function things(state: AppState, i18n: I18n, series: Exclude<Series, 'one' | 'areas'>): Found[] {
  const all = state.things.value;
  const visible = state.visibleSites.value;
  switch (series) {
    case 'districts':
      return DISTRICT_IDS.flatMap((id) => {
        const box = boxOfThing(all, { entity: 'district', id });
        return box === null ? [] : [{ id, name: i18n.t(`district.${id}`), box, sites: null, unplaced: 0 }];
      });
    case 'clusters':
      return CLUSTER_OR_CROSS_IDS.flatMap((id) => {
        const own = visible.filter(({ industryCluster }) => industryCluster === id);
        return own.length === 0 ? [] : [aboutSites(id, clusterName(i18n, state.clusters, id), own)];
      });
    case 'clauses':
      return state.policy.value.clauses.flatMap(({ id }) => {
        const ref: ThingRef<'clause'> = { entity: 'clause', id };
        const named = new Set(sitesOfThing(all, ref).map((site) => site.id));
        const own = visible.filter((site) => named.has(site.id));
        return own.length === 0 ? [] : [aboutSites(id, thingName(all, i18n, ref, id), own)];
      });
    case 'sites':
      return visible.map((site) => aboutSites(site.id, i18n.name(site), [site]));
  }
}

function aboutSites(id: string, name: string, sites: readonly Site[]): Found {
  const placed = sites.filter(({ position }) => position !== null);
  return {
    ...{ id, name, sites: placed.map((site) => site.id), unplaced: sites.length - placed.length },
    box: boxOf(placed.flatMap(cornersOf)),
  };
}

/** Of the circle of its error, and no less than what shows where it is. */
function cornersOf({ position, radiusM }: Site): (readonly number[])[] {
  if (position === null) return [];
  const [lng, lat] = position;
  const [perEast, perNorth] = metresPerDegree(lat);
  const metres = Math.max(AROUND_M, radiusM ?? 0);
  return [-1, 1].map((sign) => [lng + (sign * metres) / perEast, lat + (sign * metres) / perNorth]);
}

/** The areas of the user's own sets that are shown. */
function ownAreas(state: AppState): Found[] {
  return (state.imports.value?.visible.value ?? []).flatMap(({ id, set, rows }) => {
    const geometries = wholeGeometries(set);
    if (geometries === undefined) return [];
    const shown = rows ?? Uint32Array.from({ length: set.count }, (_, row) => row);
    return [...shown].flatMap((row): Found[] => {
      if (geometryKindAt(geometries, row) !== 'area') return [];
      const label = labelAt(set, row);
      const name = label.trim() === '' ? `${set.name} ${row + 1}` : label;
      return [{ id: `${id}.${row}`, name, box: boxOf(partsAt(geometries, row).flat(2)), sites: null, unplaced: 0 }];
    });
  });
}

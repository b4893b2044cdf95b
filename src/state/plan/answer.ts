/** From the question in the address to its answer, over the register or an imported set. */

import type { ReadonlySignal } from '@preact/signals';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { type Answer, CERTAIN, maskOf, NO } from '../../analysis/answer.ts';
import { byDistrict, byTown } from '../../analysis/by-area.ts';
import { type CountedSet, countedImport } from '../../analysis/counted-set.ts';
import { type NearestRows, nearestRows } from '../../analysis/nearest-rows.ts';
import { areaFeature, circleFeature } from '../../analysis/shape-share.ts';
import { buildIndex, type SpatialIndex } from '../../analysis/spatial-index.ts';
import type { TownAreas } from '../../analysis/town-areas.ts';
import { type KnownAreas, verdictsInPolygon, withinPolygon } from '../../analysis/within-polygon.ts';
import { withinRadius } from '../../analysis/within-radius.ts';
import type { Base } from '../../domain/base.ts';
import { type PointSet, precisionAt, wholeGeometries } from '../../domain/point-set.ts';
import { type LngLat, wgs84 } from '../../domain/position.ts';
import { isLocated } from '../../domain/site.ts';
import type { Centre } from '../../domain/thing-places.ts';
import type { Things } from '../../domain/things.ts';
import type { DistrictId } from '../../domain/vocabulary.ts';
import type { Ask } from '../address/plan-address.ts';
import type { ImportedSet } from '../imports/imported-set.ts';
import { centreOf } from './centre.ts';
import type { OwnQuestion, OwnShape } from './own-question.ts';

/** Rows of one set, as the question reads them. */
export interface AskedSet {
  readonly counted: CountedSet;
  /** Site id of a row; null for imported rows. */
  readonly idOf: ((row: number) => string) | null;
  /** Rows that are asked: those that pass the set's own filter; undefined where all do. */
  readonly rows: Uint32Array | undefined;
  /** A filter of the set leaves some of its rows out. */
  readonly isFiltered: boolean;
  /** The row that is asked with, which is not among them; absent where it is of no set, or of another. */
  readonly askedWith?: number;
}

/** The answer to the question of the address, as it stands now. */
export interface Answers {
  /** The imported set that is asked; null where it is the register. */
  readonly imported: ReadonlySignal<ImportedSet | null>;
  readonly asked: ReadonlySignal<AskedSet>;
  /** Null where nothing is asked, or where what is asked around has no position. */
  readonly answer: ReadonlySignal<Answer | null>;
  /** The area or line of the user's own that is asked with; null where the question is another. */
  readonly own: ReadonlySignal<OwnQuestion | null>;
  /** Ids of the sites that may answer, for the map; null where none stands out for the question. */
  readonly sites: ReadonlySignal<ReadonlySet<string> | null>;
  /** Areas of towns, which find the town of what states none; null where this build has none. */
  readonly towns: ReadonlySignal<TownAreas | null>;
}

/** How many of the nearest are listed. */
export const NEAREST = 5;

const indexes = new WeakMap<PointSet, SpatialIndex>();
/** The index of a set, built once. */
export function indexOf(set: PointSet): SpatialIndex {
  const index = indexes.get(set) ?? buildIndex(set);
  indexes.set(set, index);
  return index;
}

const areas = new WeakMap<Base, KnownAreas>();
/** The districts' outlines, as questions ask them. */
export function areasOf(base: Base): KnownAreas {
  const known = areas.get(base) ?? {
    districts: new Map(base.districts.features.map(({ geometry, properties }) => [properties.id, geometry])),
  };
  areas.set(base, known);
  return known;
}

/** The shape of a question with one of the user's own; null where it is another, or not there. */
export const shapeAsked = (own: OwnQuestion | null): OwnShape | null =>
  own === null || typeof own === 'string' ? null : own;

/** The answer; null where what is asked around has no position. */
export function answerTo(
  base: Base,
  things: Things,
  counted: CountedSet,
  ask: Ask,
  own: OwnShape | null = null,
): Answer | null {
  const { set } = counted;
  switch (ask.kind) {
    case 'area': {
      const { entity, id } = ask.area;
      return entity === 'district' ? inDistrict(base, counted, id) : byTown(counted, Number(id));
    }
    case 'polygon':
      return withinPolygon(counted, indexOf(set), polygonOf(ask.ring), areasOf(base));
    case 'own': {
      if (own === null) return null;
      const { outline, radiusM, widened } = own;
      return withinPolygon(counted, indexOf(set), outline, areasOf(base), { accuracyM: radiusM, widened });
    }
    case 'radius': {
      const centre = centreOf(things, ask.around);
      return centre === null
        ? null
        : withinRadius(set, indexOf(set), centre.position, centre.radiusM, ask.withinKm * 1000);
    }
  }
}

/** With the lines and areas that the border cuts, where that leaves them open. */
function inDistrict(base: Base, counted: CountedSet, id: DistrictId): Answer {
  const answer = byDistrict(counted, id);
  const outline = areasOf(base).districts.get(id);
  const { set } = counted;
  if (outline === undefined || wholeGeometries(set) === undefined) return answer;
  const isOpen = (row: number) => {
    const verdict = answer.verdict[row] ?? NO;
    return verdict !== NO && verdict !== CERTAIN;
  };
  return { ...answer, partly: verdictsInPolygon(set, indexOf(set), outline).partly.filter(isOpen) };
}

/** The outline of the question, to be asked for shares; null where it has none, as a town has. */
export function outlineOf(
  base: Base,
  things: Things,
  ask: Ask,
  own: OwnShape | null = null,
): Feature<Polygon | MultiPolygon> | null {
  switch (ask.kind) {
    case 'own':
      return own === null ? null : areaFeature(own.outline);
    case 'polygon':
      return areaFeature(polygonOf(ask.ring));
    case 'radius': {
      const centre = centreOf(things, ask.around);
      return centre === null ? null : circleFeature(centre.position, ask.withinKm * 1000);
    }
    case 'area': {
      const { entity, id } = ask.area;
      const outline = base.districts.features.find(({ properties }) => entity === 'district' && properties.id === id);
      return outline === undefined ? null : areaFeature(outline.geometry);
    }
  }
}

/** A drawn ring as GeoJSON has it: its first corner stands again at its end. */
function polygonOf(ring: readonly LngLat[]): Polygon {
  return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)].map((corner) => [...corner])] };
}

/** Mean of the corners: a place to measure from, not a centre of gravity. */
function middle(ring: readonly LngLat[]): Centre {
  const [lng, lat] = ring.reduce(([x, y], at) => [x + at[0] / ring.length, y + at[1] / ring.length], [0, 0]);
  return { position: wgs84(lng, lat), radiusM: 0 };
}

/** Its point: inside an area, half way along a line. */
function pointOf({ set, row, radiusM }: OwnShape): Centre {
  return { position: wgs84(set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN), radiusM };
}

/** Where the nearest are measured from; null where that has no position. */
export function startOf(things: Things, ask: Ask, own: OwnShape | null = null): Centre | null {
  if (ask.kind === 'own') return own === null ? null : pointOf(own);
  return ask.kind === 'polygon' ? middle(ask.ring) : centreOf(things, ask.kind === 'area' ? ask.area : ask.around);
}

/** The rows of an imported set that are asked: a row that is asked with is not among them. */
export function askedImport({ set, rows, id }: ImportedSet, own: OwnShape | null): AskedSet {
  const counted = countedImport(set);
  const isFiltered = rows !== undefined;
  if (own === null || own.setId !== id) return { counted, idOf: null, rows, isFiltered };
  const all = rows ?? Uint32Array.from({ length: set.count }, (_, row) => row);
  return { counted, idOf: null, rows: all.filter((row) => row !== own.row), isFiltered, askedWith: own.row };
}

/** The nearest that pass the set's filter and are located to the town or better; coarser ones are near nothing. */
export function nearestTo({ counted: { set }, rows }: AskedSet, centre: Centre): NearestRows {
  const passes = maskOf(rows, set.count);
  return nearestRows(
    set,
    indexOf(set),
    centre.position,
    centre.radiusM,
    NEAREST,
    (row) => passes[row] === 1 && isLocated(precisionAt(set, row)),
  );
}

/** Questions, cross table and shading as the address writes them. Pure; a broken value is null. */
import type { ClassMethod } from '../../analysis/classify.ts';
import type { CommonCell } from '../../domain/axis.ts';
import { FOSHAN_BBOX, inBbox, type LngLat } from '../../domain/position.ts';
import { AXES, type Axis, DISTRICT_IDS, type DistrictId } from '../../domain/vocabulary.ts';

export type Area =
  | { readonly entity: 'district'; readonly id: DistrictId }
  | { readonly entity: 'town'; readonly id: string };
/** What a circle is drawn around. */
export type Around =
  | { readonly entity: 'pin'; readonly at: LngLat }
  | { readonly entity: 'site'; readonly id: string }
  | Area;
export type Ask =
  | { readonly kind: 'radius'; readonly around: Around; readonly withinKm: number }
  | { readonly kind: 'area'; readonly area: Area }
  /** An open ring of three corners or more. */
  | { readonly kind: 'polygon'; readonly ring: readonly LngLat[] }
  | OwnAsk;

/** An area or line of the user's own: it names what this device keeps, and no place. */
export interface OwnAsk {
  readonly kind: 'own';
  /** `set.row.mark`, as `state/plan/own-ref.ts` reads it. */
  readonly ref: string;
  /** 0 asks for what is inside. */
  readonly withinKm: number;
}

export const LEAST_KM = 1;
export const MOST_KM = 30;
/** A longer outline would not fit the address bar of every browser. */
export const MOST_CORNERS = 200;

// The list stands here too, since the address is read before any analysis is loaded.
const CLASS_METHODS = ['equal', 'quantile', 'natural'] as const satisfies readonly ClassMethod[];

export interface Cross {
  readonly row: Axis;
  readonly column: Axis;
}
/** The key of a shading by the records of the register. */
export const RECORDS = 'records';

export interface Shade {
  readonly key: string;
  /** Four digits; `undated` for figures without a date; null is the year that most districts have. */
  readonly year: string | null;
  readonly method: ClassMethod;
}

const ID = /^[a-z0-9-]{1,80}$/;
const TOWN = /^44060[4-8]\d{3}$/;
const OWN_REF = /^[a-z0-9-]{1,80}\.\d{1,7}\.[a-z0-9]{1,7}$/;

/** 5 decimals are a metre. */
export function rounded([lng, lat]: readonly [number, number]): LngLat {
  return [Number(lng.toFixed(5)), Number(lat.toFixed(5))];
}

/** Within the box of everything that this product can be about. */
export function lngLatOf(lng: string | undefined, lat: string | undefined): LngLat | null {
  if (lng === undefined || lat === undefined || !/^\d{3}(\.\d{1,9})?$/.test(lng) || !/^\d{2}(\.\d{1,9})?$/.test(lat))
    return null;
  const at = rounded([Number(lng), Number(lat)]);
  return inFrame(at) ? at : null;
}
export function inFrame(at: LngLat): boolean {
  return inBbox(at, FOSHAN_BBOX);
}

/** Kilometres in tenths, 1 to 30. */
export function withinOf(text: string | undefined, least = LEAST_KM): number | null {
  if (text === undefined || !/^\d{1,2}(\.\d)?$/.test(text)) return null;
  const km = Number(text);
  return km >= least && km <= MOST_KM ? km : null;
}

function areaOf(entity: string | undefined, id: string): Area | null {
  const district = DISTRICT_IDS.find((known) => known === id);
  if (entity === 'district') return district === undefined ? null : { entity, id: district };
  return entity === 'town' && TOWN.test(id) ? { entity, id } : null;
}

export function parseAsk(value: string | null): Ask | null {
  if (value === null) return null;
  const [what, place = '', distance, ...rest] = value.split(':');
  if (rest.length > 0) return null;
  if (what === 'polygon') return distance === undefined ? parseRing(place) : null;
  const area = areaOf(what, place);
  if (distance === undefined) return area === null ? null : { kind: 'area', area };
  const withinKm = withinOf(distance, what === 'own' ? 0 : LEAST_KM);
  if (withinKm !== null && what === 'own' && OWN_REF.test(place)) return { kind: what, ref: place, withinKm };
  const around =
    area ?? (what === 'site' && ID.test(place) ? ({ entity: 'site', id: place } as const) : pinOf(what, place));
  return withinKm === null || around === null ? null : { kind: 'radius', around, withinKm };
}

function pinOf(what: string | undefined, place: string): Around | null {
  const [lng, lat, more] = place.split(',');
  const at = what === 'radius' && more === undefined ? lngLatOf(lng, lat) : null;
  return at === null ? null : { entity: 'pin', at };
}

function parseRing(text: string): Ask | null {
  const numbers = text.split(',');
  if (numbers.length % 2 !== 0 || numbers.length < 6 || numbers.length > 2 * MOST_CORNERS) return null;
  const ring: LngLat[] = [];
  for (let i = 0; i < numbers.length; i += 2) {
    const at = lngLatOf(numbers[i], numbers[i + 1]);
    if (at === null) return null;
    ring.push(at);
  }
  return { kind: 'polygon', ring };
}

const short = (n: number): string => String(Number(n.toFixed(5)));

export function formatAsk(ask: Ask | null): string | null {
  if (ask === null) return null;
  if (ask.kind === 'polygon') return `polygon:${ask.ring.flat().map(short).join(',')}`;
  if (ask.kind === 'area') return `${ask.area.entity}:${ask.area.id}`;
  if (ask.kind === 'own') return `own:${ask.ref}:${ask.withinKm}`;
  const { around } = ask;
  return `${around.entity === 'pin' ? `radius:${around.at.map(short).join(',')}` : `${around.entity}:${around.id}`}:${Number(ask.withinKm.toFixed(1))}`;
}

export function parseCross(value: string | null): Cross | null {
  const [row, column, more] = (value ?? '').split('.').map((part) => AXES.find((axis) => axis === part) ?? null);
  return row == null || column == null || more !== undefined || row === column ? null : { row, column };
}

/** An address without what would say nothing on another device. */
export const forOthers = (href: string): string => href.replace(/([#&])ask=own:[^&]*&?/, '$1');

export function formatCross(cross: Cross | null): string | null {
  return cross === null ? null : `${cross.row}.${cross.column}`;
}

/** `key`, `key.year` or `key.year.method`. */
export function parseShade(value: string | null): Shade | null {
  const [key = '', year, method, more] = (value ?? '').split('.');
  if (!ID.test(key) || more !== undefined) return null;
  return {
    key,
    year: year !== undefined && /^(\d{4}|undated)$/.test(year) ? year : null,
    method: CLASS_METHODS.find((known) => known === method) ?? 'natural',
  };
}

export function formatShade(shade: Shade | null): string | null {
  if (shade === null) return null;
  const { key, year, method } = shade;
  if (method !== 'natural') return `${key}.${year ?? ''}.${method}`;
  return year === null ? key : `${key}.${year}`;
}

/** One cell of a cross table as a filter: `axis.key,axis.key`. */
export function parseCell(value: string | null): CommonCell | null {
  const parts = (value ?? '').split(',').map((part) => part.split('.'));
  const cell = parts.flatMap(([name, key = '']) => {
    const axis = AXES.find((known) => known === name);
    return axis !== undefined && ID.test(key) ? [{ axis, key }] : [];
  });
  return cell.length === 0 || cell.length !== parts.length || cell.length > 2 ? null : cell;
}

export function formatCell(cell: CommonCell | null): string | null {
  return cell?.map(({ axis, key }) => `${axis}.${key}`).join(',') ?? null;
}

/** The question with its numbers as the address writes them, so that a link asks the very same. */
export function roundedAsk(ask: Ask): Ask {
  if (ask.kind === 'polygon') return { kind: 'polygon', ring: ask.ring.map(rounded) };
  if (ask.kind === 'area') return ask;
  const withinKm = Number(ask.withinKm.toFixed(1));
  if (ask.kind === 'own') return { ...ask, withinKm };
  const { around } = ask;
  return {
    kind: 'radius',
    around: around.entity === 'pin' ? { entity: 'pin', at: rounded(around.at) } : around,
    withinKm,
  };
}

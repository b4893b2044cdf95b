/** What lies under a point of the plain map, by the same order as on the live one. Pure. */
import type { Feature } from 'geojson';
import type { LngLat } from '../../domain/position.ts';
import { isWithin, prepareRings, ringsOf } from '../../domain/rings.ts';
import { DISTRICT_IDS } from '../../domain/vocabulary.ts';
import { TOWN_LAYERS } from '../layers/names.ts';
import { SITE_LAYERS, SITE_NAME_LAYERS } from '../layers/sites.ts';
import { STACK_LAYER } from '../layers/stacks.ts';
import type { MapTarget } from '../picking.ts';
import type { MapData } from '../scene.ts';
import type { Picture } from './picture.ts';
import type { Standing } from './symbols.ts';
import type { TextBox } from './words.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

const standingIn = ({ layers }: Picture, ids: readonly string[]): Standing[] =>
  layers.flatMap(({ id, standing }) => (ids.includes(id) ? standing : []));

const inBox = ({ x, y }: Point, box: TextBox | null): boolean =>
  box !== null && Math.abs(x - box.x) <= box.w && Math.abs(y - box.y) <= box.h;

/** The one nearest to the point of those within reach, else one whose name is under it. */
function nearest(all: readonly Standing[], point: Point, reach: number): Standing | null {
  let best: { readonly one: Standing; readonly away: number } | null = null;
  for (const one of all) {
    const away = Math.hypot(one.x - point.x, one.y - point.y);
    if (one.radiusPx > 0 && away <= one.radiusPx + reach && (best === null || away < best.away)) best = { one, away };
  }
  return best?.one ?? null;
}

const named = (all: readonly Standing[], point: Point) => all.find(({ name }) => inBox(point, name)) ?? null;

const textOf = (one: Standing | null, key: string): string | null => {
  const value = one?.properties[key];
  return typeof value === 'string' ? value : null;
};

export function siteAt(picture: Picture, point: Point, reach: number): string | null {
  const symbol = nearest(standingIn(picture, SITE_LAYERS), point, reach);
  return textOf(symbol ?? named(standingIn(picture, SITE_NAME_LAYERS), point), 'id');
}

/** The point whose written count is under the pointer. */
export function stackAt(picture: Picture, point: Point): LngLat | null {
  const { lng, lat } = named(standingIn(picture, [STACK_LAYER]), point)?.properties ?? {};
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

/** The site whose symbol is nearest to a point, however far; null where there is none. */
export function nearestSite(picture: Picture, point: Point): string | null {
  return textOf(nearest(standingIn(picture, SITE_LAYERS), point, Number.POSITIVE_INFINITY), 'id');
}

/** @param place the point's position */
export function targetAt(
  picture: Picture,
  data: MapData,
  point: Point,
  place: LngLat,
  reach: number,
): MapTarget | null {
  const site = siteAt(picture, point, reach);
  if (site !== null) return { entity: 'site', id: site };
  const towns = standingIn(picture, TOWN_LAYERS);
  const town = textOf(nearest(towns, point, reach) ?? named(towns, point), 'code');
  if (town !== null) return { entity: 'town', id: town };
  const outlined = areaAt(picture.drawn.collections.get('outlines')?.features ?? [], place);
  if (outlined !== null) return { entity: 'site', id: outlined };
  const district = areaAt(data.districts?.features ?? [], place);
  const id = DISTRICT_IDS.find((known) => known === district);
  return id === undefined ? null : { entity: 'district', id };
}

const prepared = new WeakMap<Feature, ReturnType<typeof prepareRings>>();

function areaAt(features: readonly Feature[], [lng, lat]: LngLat): string | null {
  const found = features.find((feature) => {
    const { geometry } = feature;
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false;
    const rings = prepared.get(feature) ?? prepareRings(ringsOf(geometry));
    prepared.set(feature, rings);
    return isWithin(rings, lng, lat);
  });
  const id: unknown = found?.properties?.['id'];
  return typeof id === 'string' ? id : null;
}

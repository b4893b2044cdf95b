/** What lies under a point of the map: the nearest site in a small box, else a town, the site whose outline it is, the district. */
import type { MapLibreMap, Point } from 'maplibre-gl';
import type { LngLat } from '../domain/position.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { TOWN_LAYERS } from './layers/names.ts';
import { OUTLINE_LAYERS } from './layers/outlines.ts';
import { SITE_LAYERS, SITE_NAME_LAYERS } from './layers/sites.ts';
import { STACK_LAYER } from './layers/stacks.ts';

export type MapTarget =
  | { readonly entity: 'site' | 'town'; readonly id: string }
  | { readonly entity: 'district'; readonly id: DistrictId };

const DISTRICT_LAYERS = ['districts-fill'];

/** Half the box's edge, px: a fingertip is less exact than a pointer. */
export const REACH = { mouse: 5, touch: 14 };

type Box = [[number, number], [number, number]];

function boxAt({ x, y }: Point, reach: number): Box {
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ];
}

function present(map: MapLibreMap, layers: readonly string[]): string[] {
  return layers.filter((id) => map.getLayer(id) !== undefined);
}

function firstText(map: MapLibreMap, at: Point | Box, layers: readonly string[], key: string): string | null {
  for (const { properties } of map.queryRenderedFeatures(at, { layers: present(map, layers) })) {
    const value: unknown = properties[key];
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Id of the site whose symbol is nearest to `point`, or whose name is under it; null for none. */
export function siteAt(map: MapLibreMap, point: Point, reach: number): string | null {
  let best: { id: string; distance: number } | null = null;
  for (const { geometry, properties } of map.queryRenderedFeatures(boxAt(point, reach), {
    layers: present(map, SITE_LAYERS),
  })) {
    const id: unknown = properties['id'];
    const [lng, lat] = geometry.type === 'Point' ? geometry.coordinates : [];
    if (typeof id !== 'string' || lng === undefined || lat === undefined) continue;
    const distance = map.project([lng, lat]).dist(point);
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? firstText(map, point, SITE_NAME_LAYERS, 'id');
}

/** The point of the stack whose number is written at `point`; null for none. */
export function stackAt(map: MapLibreMap, point: Point): LngLat | null {
  const [first] = map.queryRenderedFeatures(point, { layers: present(map, [STACK_LAYER]) });
  const [lng, lat]: unknown[] = [first?.properties['lng'], first?.properties['lat']];
  return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
}

/** What a click at `point` selects; null for empty ground. */
export function targetAt(map: MapLibreMap, point: Point, reach: number): MapTarget | null {
  const site = siteAt(map, point, reach);
  if (site !== null) return { entity: 'site', id: site };
  const town = firstText(map, boxAt(point, reach), TOWN_LAYERS, 'code');
  if (town !== null) return { entity: 'town', id: town };
  const outlined = firstText(map, point, OUTLINE_LAYERS, 'id');
  if (outlined !== null) return { entity: 'site', id: outlined };
  const district = firstText(map, point, DISTRICT_LAYERS, 'id');
  const id = DISTRICT_IDS.find((known) => known === district);
  return id === undefined ? null : { entity: 'district', id };
}

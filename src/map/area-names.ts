/** Names of the districts and of the cities around, as points for their layers. */
import type { Feature, FeatureCollection } from 'geojson';
import { type Wgs84, wgs84 } from '../domain/position.ts';
import { prepareRings, type Rings, ringsOf } from '../domain/rings.ts';
import { EMPTY, labelOf } from './context-features.ts';
import { type NamedArea, type Obstacle, placeNames } from './name-places.ts';
import type { Scene } from './scene.ts';
import type { MapPart } from './screen.ts';

interface KnownArea extends Omit<NamedArea, 'label'> {
  readonly properties: Feature['properties'];
}

const NOWHERE: Rings = prepareRings([]);

/** Areas with their rings made ready; what is no area keeps its name at its place. */
export function knownAreas(districts: FeatureCollection, neighbours: FeatureCollection): KnownArea[] {
  return [
    ...districts.features.flatMap(({ geometry, properties }): KnownArea[] => {
      const home: unknown = properties?.['label'];
      return isPair(home) ? [{ kind: 'district', rings: areaRings(geometry), home: wgs84(...home), properties }] : [];
    }),
    ...neighbours.features.flatMap(({ geometry, properties }): KnownArea[] => {
      const rings = areaRings(geometry);
      return properties?.['kind'] === 'area' ? [{ kind: 'neighbour', rings, home: middleOf(rings), properties }] : [];
    }),
  ].sort((a, b) => sizeOf(a) - sizeOf(b));
}

/**
 * One point a name. Smaller areas choose first.
 *
 * @param last what was made before, which is given again where every name stays
 * @param view null where nothing is known of it: districts' names stand where the build found room
 */
export function areaNames(
  areas: readonly KnownArea[],
  obstacles: readonly Obstacle[],
  {
    labels,
    nameOf,
    scale,
    keepOuts = [],
    led = false,
  }: Pick<Scene, 'labels' | 'nameOf' | 'scale' | 'keepOuts' | 'led'>,
  view: MapPart | null,
  last: FeatureCollection = EMPTY,
): FeatureCollection {
  const named = areas.map(
    ({ properties, ...area }): NamedArea => ({ ...area, label: labelOf(properties, labels, nameOf) }),
  );
  const places =
    view === null
      ? named.map(({ kind, home }): Wgs84 | null => (kind === 'district' ? home : null))
      : placeNames(named, obstacles, view, scale, keepOuts, led);
  const features = named.flatMap(({ label, kind }, i): Feature[] => {
    const at = places[i] ?? null;
    if (at === null) return [];
    return [{ type: 'Feature', geometry: { type: 'Point', coordinates: [...at] }, properties: { label, kind } }];
  });
  const same = JSON.stringify(features) === JSON.stringify(last.features);
  return same ? last : { type: 'FeatureCollection', features };
}

function areaRings(geometry: Feature['geometry']): Rings {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? prepareRings(ringsOf(geometry)) : NOWHERE;
}

function middleOf({ bbox: [west, south, east, north] }: Rings): Wgs84 {
  return wgs84((west + east) / 2, (south + north) / 2);
}

/** Square degrees of the box; districts before the cities around. */
function sizeOf({ kind, rings: { edges, bbox } }: KnownArea): number {
  if (edges.length === 0) return 0;
  const [west, south, east, north] = bbox;
  return (east - west) * (north - south) + (kind === 'neighbour' ? 100 : 0);
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}

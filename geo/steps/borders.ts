/** Border lines, each drawn once, and the prefectures around the city. */
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import { type Datum, DISTRICT_IDS } from '../../src/domain/vocabulary.ts';
import { polygonsToWgs84 } from './datum.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';
import { type AreaTopology, areaOf, edges } from './topology.ts';

/** The box to which the neighbours' source is cut. Its edges are no borders. */
export const NEIGHBOUR_BBOX: Bbox = [112.2, 22.4, 113.9, 23.7];

export interface Neighbour {
  /** Adcode as text: the id in the topology. */
  id: string;
  nameZh: string;
  nameEn: string;
  geometry: MultiPolygon;
}

export type BorderProperties = { kind: 'inner' | 'outer' };
export type NeighbourProperties =
  | { kind: 'area'; adcode: number; nameZh: string; nameEn: string }
  /** `between`: prefectures on both sides in the data; `outer`: one side is the sea or a prefecture not in the data. */
  | { kind: 'border'; side: 'between' | 'outer' };

/** Tells the districts from the prefectures in the topology. */
export function isDistrict(id: string): boolean {
  return DISTRICT_IDS.some((known) => known === id);
}

/**
 * Reads the neighbouring prefectures: six-digit `adcode`, Chinese `name`, `name_en` where there is one. `file` is only
 * for the problems' text.
 */
export function readNeighbours(
  collection: SourceCollection,
  datum: Datum,
  file: string,
): { neighbours: Neighbour[]; problems: Problem[] } {
  const neighbours: Neighbour[] = [];
  const problems: Problem[] = [];
  for (const { geometry, properties } of collection.features) {
    const id = String(properties?.adcode ?? '');
    const nameZh = String(properties?.name ?? '');
    const problem = (reason: string) => problems.push({ file, record: id || nameZh || 'no adcode', reason });
    if (!/^\d{6}$/.test(id)) problem('the six-digit code (adcode) is missing');
    else if (nameZh === '') problem('the name is missing');
    else if (neighbours.some((known) => known.id === id)) problem('the prefecture is there twice');
    else if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') {
      const nameEn = String(properties?.name_en ?? nameZh);
      neighbours.push({ id, nameZh, nameEn, geometry: polygonsToWgs84(geometry, datum) });
    } else problem(`the geometry is ${geometry?.type ?? 'null'}, not an area`);
  }
  return { neighbours, problems };
}

/** Borders between districts (`inner`) and the outline of the city with its enclaves (`outer`). */
export function borderLines(topology: AreaTopology): FeatureCollection<MultiLineString, BorderProperties> {
  const inner = edges(topology, (a, b) => a !== b && isDistrict(a) && isDistrict(b));
  // Against a neighbour the two ids differ; against the sea or an absent neighbour both are the district.
  const outer = edges(topology, (a, b) => isDistrict(a) !== isDistrict(b) || (a === b && isDistrict(a)));
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: inner, properties: { kind: 'inner' } },
      { type: 'Feature', geometry: outer, properties: { kind: 'outer' } },
    ],
  };
}

/** Prefectures as areas to fill, and their borders apart, without the city's outline and without the box's edges. */
export function neighbourCollection(
  topology: AreaTopology,
  neighbours: readonly Neighbour[],
): FeatureCollection<MultiPolygon | MultiLineString, NeighbourProperties> {
  if (neighbours.length === 0) return { type: 'FeatureCollection', features: [] };
  const areas = neighbours.map(({ id, nameZh, nameEn }): Feature<MultiPolygon, NeighbourProperties> => {
    const properties = { kind: 'area', adcode: Number(id), nameZh, nameEn } as const;
    return { type: 'Feature', id: Number(id), geometry: areaOf(topology, id), properties };
  });
  const border = (
    side: 'between' | 'outer',
    lines: MultiLineString,
  ): Feature<MultiLineString, NeighbourProperties> => ({
    type: 'Feature',
    geometry: { type: 'MultiLineString', coordinates: lines.coordinates.flatMap(withoutBoxEdges) },
    properties: { kind: 'border', side },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...areas,
      border(
        'between',
        edges(topology, (a, b) => a !== b && !isDistrict(a) && !isDistrict(b)),
      ),
      border(
        'outer',
        edges(topology, (a, b) => a === b && !isDistrict(a)),
      ),
    ],
  };
}

/** True for a position on the edge of the box. */
export function onBoxEdge([lng = 0, lat = 0]: readonly number[]): boolean {
  const [west, south, east, north] = NEIGHBOUR_BBOX;
  return lng === west || lng === east || lat === south || lat === north;
}

/** The parts of a line that do not run along one edge of the box. */
function withoutBoxEdges(line: LineString['coordinates']): Position[][] {
  const [west, south, east, north] = NEIGHBOUR_BBOX;
  const along = (a: Position, b: Position): boolean =>
    [west, east].some((x) => a[0] === x && b[0] === x) || [south, north].some((y) => a[1] === y && b[1] === y);
  const parts: Position[][] = [];
  let open: Position[] | null = null;
  for (let i = 1; i < line.length; i++) {
    const [a = [], b = []] = [line[i - 1], line[i]];
    if (along(a, b)) open = null;
    else if (open !== null) open.push(b);
    else {
      open = [a, b];
      parts.push(open);
    }
  }
  return parts;
}

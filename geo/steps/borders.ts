/** Border lines, each drawn once, and the prefectures around the city. */
import { buffer, simplify, truncate } from '@turf/turf';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { type Datum, DISTRICT_IDS } from '../../src/domain/vocabulary.ts';
import { polygonsToWgs84 } from './datum.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';
import { type AreaTopology, areaOf, edges } from './topology.ts';

export interface Neighbour {
  /** Adcode as text: the id in the topology. */
  id: string;
  nameZh: string;
  nameEn: string;
  geometry: MultiPolygon;
}

/**
 * `accuracyM`: how far the border may lie from the line. `id` finds its words on the map. A `band` is what lies within
 * a share of that of any border; drawn one over the other they are darkest where the border most likely is.
 */
export type BorderProperties = { id: 'border'; kind: 'inner' | 'outer' | 'band'; accuracyM: number };

/** Shares of the accuracy: enough that no step is seen between them. */
const BANDS = [1, 0.75, 0.5, 0.25];
/** Corners of a band are left out where it moves by less than this share of the accuracy. */
const BAND_TOLERANCE = 0.06;
const METRES_A_DEGREE = 111_000;

function bands(lines: MultiLineString[], accuracyM: number): Feature<Polygon | MultiPolygon, BorderProperties>[] {
  if (accuracyM === 0) return [];
  const all: MultiLineString = {
    type: 'MultiLineString',
    coordinates: lines.flatMap(({ coordinates }) => coordinates),
  };
  return BANDS.flatMap((share) => {
    const around = buffer(all, share * accuracyM, { units: 'meters', steps: 4 });
    if (around === undefined) return [];
    const tolerance = (BAND_TOLERANCE * accuracyM) / METRES_A_DEGREE;
    const { geometry } = simplify(around, { tolerance, highQuality: true });
    return [{ type: 'Feature', geometry: onGrid(geometry), properties: { id: 'border', kind: 'band', accuracyM } }];
  });
}

function onGrid<G extends Polygon | MultiPolygon>(geometry: G): G {
  return truncate(geometry, { precision: 4, coordinates: 2 });
}
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
export function borderLines(
  topology: AreaTopology,
  accuracyM: number,
): FeatureCollection<MultiLineString | Polygon | MultiPolygon, BorderProperties> {
  const inner = edges(topology, (a, b) => a !== b && isDistrict(a) && isDistrict(b));
  // Against a neighbour the two ids differ; against the sea or an absent neighbour both are the district.
  const outer = edges(topology, (a, b) => isDistrict(a) !== isDistrict(b) || (a === b && isDistrict(a)));
  return {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', geometry: inner, properties: { id: 'border', kind: 'inner', accuracyM } },
      { type: 'Feature', geometry: outer, properties: { id: 'border', kind: 'outer', accuracyM } },
      ...bands([inner, outer], accuracyM),
    ],
  };
}

/** Prefectures as areas to fill, and their borders apart, without the city's outline. */
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
    geometry: lines,
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

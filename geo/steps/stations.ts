/** Metro, rail and tram stations in and near the city. */
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { districtOf } from './districts.ts';
import { distanceM, distanceToLineM, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';
import { stationNameEn } from './station-names.ts';

type Station = StationCollection['features'][number];

/** Stations further from the city than this are left out. */
export const STATION_MARGIN_M = 5000;
/** Points of one name and mode nearer than this are platforms of one station. */
const SAME_STATION_M = 300;

const MODE: Record<string, Station['properties']['mode']> = {
  subway: 'metro',
  monorail: 'metro',
  train: 'rail',
  tram: 'tram',
  tram_stop: 'tram',
};

/** Every station of the source, as it stands there; 暂定 in a name marks a planned one. */
export function readStations(
  collection: SourceCollection,
  file: string,
): { stations: StationCollection; problems: Problem[] } {
  const features: Station[] = [];
  const problems: Problem[] = [];
  for (const { geometry, properties } of collection.features) {
    const name = typeof properties?.name === 'string' ? properties.name : null;
    const record = name ?? '(unnamed)';
    const mode = MODE[String(properties?.station)];
    if (mode === undefined) {
      problems.push({ file, record, reason: `unknown kind of station "${String(properties?.station)}"` });
    } else if (geometry?.type !== 'Point') {
      problems.push({ file, record, reason: 'the geometry is not a point' });
    } else {
      const [lng = Number.NaN, lat = Number.NaN] = geometry.coordinates;
      features.push({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [roundTo(lng, 5), roundTo(lat, 5)] },
        properties: {
          name,
          ...(name === null ? {} : { nameEn: stationNameEn(name.replace(/[(（]暂定[)）]$/u, '')) }),
          ...{ mode, planned: name?.includes('暂定') ?? false },
        },
      });
    }
  }
  return { stations: { type: 'FeatureCollection', features }, problems };
}

/**
 * Stations within the city and STATION_MARGIN_M around it, one point a station: of the platforms of one name
 * and mode the first stays, where the source has it. Unnamed points are kept one by one.
 */
export function stationsNear(stations: StationCollection, districts: DistrictCollection): StationCollection {
  const kept: Station[] = [];
  for (const station of stations.features) {
    if (!isNear(station, districts)) continue;
    const { name, mode } = station.properties;
    const isAgain = kept.some(
      (other) =>
        name !== null &&
        other.properties.name === name &&
        other.properties.mode === mode &&
        distanceM(other.geometry.coordinates, station.geometry.coordinates) < SAME_STATION_M,
    );
    if (!isAgain) kept.push(station);
  }
  return { type: 'FeatureCollection', features: kept };
}

function isNear({ geometry }: Station, districts: DistrictCollection): boolean {
  const position = geometry.coordinates;
  if (districtOf(position, districts) !== null) return true;
  return districts.features.some(({ geometry: area }) => {
    const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
    return rings.some((ring) => distanceToLineM(position, ring) <= STATION_MARGIN_M);
  });
}

/** Stations as places that one is near to. */
import { wgs84 } from '../domain/position.ts';
import type { StationCollection } from '../domain/schema/station.ts';
import type { Place } from './nearest.ts';

/** A mapped station stands on its platform building; OpenStreetMap's points of the area agree within this. Metres. */
export const STATION_ERROR_M = 100;

export interface StationPlace extends Place {
  readonly mode: StationCollection['features'][number]['properties']['mode'];
}

/** Those with a name that run or may run: planned and unnamed ones are never the nearest. */
export function stationPlaces(stations: StationCollection | null): readonly StationPlace[] {
  return (stations?.features ?? []).flatMap(({ geometry, properties: { name, planned, mode } }, index) => {
    const [lng, lat] = geometry.coordinates;
    if (name === null || planned) return [];
    return [{ id: `station-${index}`, name, position: wgs84(lng, lat), radiusM: STATION_ERROR_M, mode }];
  });
}

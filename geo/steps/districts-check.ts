/**
 * What must hold for district boundaries. GCJ-02 read as WGS-84 fails all three station checks; the opposite mistake
 * can fail none.
 */
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import type { DistrictId } from '../../src/domain/vocabulary.ts';
import { districtOf } from './districts.ts';
import type { Problem } from './problem.ts';

/** Largest accepted deviation from the official area. */
export const AREA_TOLERANCE = 0.006;

/** Metro stations near a border, and the district (or none) that each is known to be in. */
const STATION_DISTRICT: readonly (readonly [name: string, district: DistrictId | null])[] = [
  ['滘口', null],
  ['河沙', null],
  ['叠滘', 'nanhai'],
];

/** Areas of each district against the official figures. */
export function checkAreas(districts: DistrictCollection, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const { properties } of districts.features) {
    const { id, areaKm2, officialKm2 } = properties;
    const deviation = areaKm2 / officialKm2 - 1;
    if (Math.abs(deviation) > AREA_TOLERANCE) {
      const percent = (deviation * 100).toFixed(2);
      problems.push({
        file,
        record: id,
        reason: `${areaKm2} km² is ${percent} % off the official ${officialKm2} km² (at most 0.6 %)`,
      });
    }
  }
  return problems;
}

/** Border stations on the right side; a station that the station file lacks is a problem too. */
export function checkStations(districts: DistrictCollection, stations: StationCollection, file: string): Problem[] {
  const problems: Problem[] = [];
  for (const [name, expected] of STATION_DISTRICT) {
    const named = stations.features.filter(({ properties }) => properties.name === name);
    if (named.length === 0)
      problems.push({ file, record: name, reason: 'the station is missing, so the datum cannot be checked' });
    for (const { geometry } of named) {
      const found = districtOf(geometry.coordinates, districts);
      if (found !== expected) {
        problems.push({
          file,
          record: name,
          reason: `the station falls in ${found ?? 'no district'}, not in ${expected ?? 'none'}: wrong datum?`,
        });
      }
    }
  }
  return problems;
}

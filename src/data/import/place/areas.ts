/** Districts and land as flat arrays, for questions that are asked of every row. */
import { isWithin, prepareRings, ringsOf } from '../../../domain/rings.ts';
import type { DistrictCollection } from '../../../domain/schema/area.ts';
import type { DistrictId } from '../../../domain/vocabulary.ts';
import { COAST } from './coast.ts';

export type InDistrict = (id: DistrictId, lng: number, lat: number) => boolean;

export function districtTest(districts: DistrictCollection): InDistrict {
  const areas = new Map(
    districts.features.map(({ properties, geometry }) => [properties.id, prepareRings(ringsOf(geometry))]),
  );
  return (id, lng, lat) => {
    const area = areas.get(id);
    return area !== undefined && isWithin(area, lng, lat);
  };
}

/** Guangdong by its extremes, rounded outwards: 109°39′–117°19′ E, 20°13′–25°31′ N. */
const GUANGDONG = [109.6, 20.1, 117.4, 25.6] as const;

const pairs = (flat: readonly number[]) =>
  Array.from({ length: flat.length / 2 }, (_, i) => flat.slice(2 * i, 2 * i + 2));

/** Each by itself, so that the box of an island spares its coast. */
const LAND = COAST.map((ring) => prepareRings([pairs(ring)]));
/** The coastline is rough and harbours reach into the water. */
const SHORE = 0.1;

export function inGuangdong(lng: number, lat: number): boolean {
  return lng >= GUANGDONG[0] && lng <= GUANGDONG[2] && lat >= GUANGDONG[1] && lat <= GUANGDONG[3];
}

const onLand = (lng: number, lat: number): boolean => LAND.some((ring) => isWithin(ring, lng, lat));

/** On land or within about ten kilometres of it. Only for places in and around Guangdong. */
export function nearLand(lng: number, lat: number): boolean {
  if (onLand(lng, lat)) return true;
  for (let n = 0; n < 8; n++) {
    const angle = (n * Math.PI) / 4;
    if (onLand(lng + SHORE * Math.cos(angle), lat + SHORE * Math.sin(angle))) return true;
  }
  return false;
}

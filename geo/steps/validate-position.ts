/** Positions against the city, the stated districts and the towns. A position never moves to satisfy a check. */
import { FOSHAN_BBOX, inBbox } from '../../src/domain/position.ts';
import type { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import { toWgs84 } from './datum.ts';
import { districtOf } from './districts.ts';

type Place = SiteRecord['location'];

/** Outside the box around Foshan: a wrong column, sign or datum. */
function boxReasons({ position, datum }: Pick<Place, 'position' | 'datum'>): string[] {
  if (position === null) return [];
  const [lng, lat] = position;
  if (inBbox(toWgs84(position, datum), FOSHAN_BBOX)) return [];
  if (inBbox([lat, lng], FOSHAN_BBOX)) return [`the position ${lng}, ${lat} has latitude and longitude exchanged`];
  return [`the position ${lng}, ${lat} is far outside Foshan`];
}

/** Another datum in which the point would lie where it should: the likely mistake. */
function likelyDatum(
  position: readonly [number, number],
  datum: Place['datum'],
  fits: (p: readonly [number, number]) => boolean,
): string {
  const others = (['wgs84', 'gcj02', 'bd09'] as const).filter((other) => other !== datum);
  const other = others.find((candidate) => fits(toWgs84(position, candidate)));
  return other === undefined ? '' : `; read as ${other} it would fit: wrong datum?`;
}

/** Reasons of one record; a record that states no district is only held to the city's box. */
export function positionReasons(record: SiteRecord, districts: DistrictCollection, towns: TownCollection): string[] {
  const { location, otherLocations, districts: stated } = record;
  const reasons = [location, ...otherLocations].flatMap(boxReasons);
  const { position, datum, precision } = location;
  if (reasons.length === 0 && position !== null && precision !== 'city' && stated.length > 0) {
    const inStated = (p: readonly [number, number]) => {
      const found = districtOf(p, districts);
      return found !== null && stated.includes(found);
    };
    const point = toWgs84(position, datum);
    if (!inStated(point)) {
      const found = districtOf(point, districts) ?? 'no district';
      reasons.push(
        `the position lies in ${found}, not in ${stated.join(' or ')}${likelyDatum(position, datum, inStated)}`,
      );
    }
  }
  for (const code of record.towns) {
    const town = towns.features.find(({ properties }) => properties.code === code)?.properties;
    if (town === undefined) reasons.push(`the town ${code} does not exist`);
    else if (!stated.includes(town.district))
      reasons.push(`the town ${town.nameZh} is in ${town.district}, which is not stated`);
  }
  return reasons;
}

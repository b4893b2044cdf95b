/** The five districts: from a boundary source in any datum to checked and labelled areas. */
import { booleanPointInPolygon } from '@turf/turf';
import type { GeoJsonProperties, MultiPolygon } from 'geojson';
import type { DistrictCollection } from '../../src/domain/schema/area.ts';
import { type Datum, DISTRICT_ADCODE, DISTRICT_IDS, type DistrictId } from '../../src/domain/vocabulary.ts';
import { areaKm2 } from './area.ts';
import { polygonsToWgs84 } from './datum.ts';
import { labelPoint } from './label-point.ts';
import { roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';

/** Geometry of each district in WGS-84, shared vertices equal. */
export type DistrictAreas = ReadonlyMap<DistrictId, MultiPolygon>;

/** Names and official areas, rounded to km²; they sum to 3798, and the statistics print 3797.72 for the city. */
const DISTRICTS: Record<DistrictId, { nameZh: string; nameEn: string; officialKm2: number }> = {
  chancheng: { nameZh: '禅城区', nameEn: 'Chancheng', officialKm2: 154 },
  nanhai: { nameZh: '南海区', nameEn: 'Nanhai', officialKm2: 1072 },
  shunde: { nameZh: '顺德区', nameEn: 'Shunde', officialKm2: 806 },
  sanshui: { nameZh: '三水区', nameEn: 'Sanshui', officialKm2: 828 },
  gaoming: { nameZh: '高明区', nameEn: 'Gaoming', officialKm2: 938 },
};

/** Property names under which boundary files carry the six-digit code or the Chinese name. */
const CODE_KEYS = ['adcode', 'code', 'CODE', 'PAC', 'XZQDM'];
const NAME_KEYS = ['name', 'NAME', 'nameZh', 'XZQMC'];

/** The district that a feature's properties name by code or by Chinese name, with or without 区. */
function districtNamed(properties: GeoJsonProperties): DistrictId | undefined {
  const values = [...CODE_KEYS, ...NAME_KEYS].map((key) => String(properties?.[key] ?? ''));
  return DISTRICT_IDS.find((id) => {
    const { nameZh } = DISTRICTS[id];
    return values.some((value) => [String(DISTRICT_ADCODE[id]), nameZh, nameZh.slice(0, -1)].includes(value));
  });
}

/**
 * Reads a boundary source. Features that name none of the five districts are passed over; a district that is
 * missing, double or not an area is a problem. `file` is only for the problems' text.
 */
export function readDistricts(
  collection: SourceCollection,
  datum: Datum,
  file: string,
): { areas: DistrictAreas; problems: Problem[] } {
  const areas = new Map<DistrictId, MultiPolygon>();
  const problems: Problem[] = [];
  for (const { geometry, properties } of collection.features) {
    const id = districtNamed(properties);
    if (id === undefined) continue;
    if (areas.has(id)) problems.push({ file, record: id, reason: 'the district is there twice' });
    else if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon')
      areas.set(id, polygonsToWgs84(geometry, datum));
    else problems.push({ file, record: id, reason: `the geometry is ${geometry?.type ?? 'null'}, not an area` });
  }
  for (const id of DISTRICT_IDS) {
    if (!areas.has(id)) problems.push({ file, record: id, reason: 'the district is missing' });
  }
  return { areas, problems };
}

/** Areas as the collection that is shipped, in the policy's district order. */
export function districtCollection(areas: DistrictAreas, accuracyM: number): DistrictCollection {
  const features: DistrictCollection['features'] = [];
  for (const id of DISTRICT_IDS) {
    const geometry = areas.get(id);
    if (geometry === undefined) continue;
    const properties = {
      id,
      adcode: DISTRICT_ADCODE[id],
      ...DISTRICTS[id],
      areaKm2: roundTo(areaKm2(geometry), 2),
      accuracyM,
      label: labelPoint(geometry),
    };
    features.push({ type: 'Feature', id: DISTRICT_ADCODE[id], geometry, properties });
  }
  return { type: 'FeatureCollection', features };
}

/** The district that a WGS-84 position lies in; null outside the city and in its enclaves. */
export function districtOf(position: readonly [number, number], districts: DistrictCollection): DistrictId | null {
  const point = [position[0], position[1]];
  return districts.features.find(({ geometry }) => booleanPointInPolygon(point, geometry))?.properties.id ?? null;
}

/** The 32 towns (镇街) as points, each with how far off it may be and where it comes from. */
import type { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { DISTRICT_ADCODE, DISTRICT_IDS, type DistrictId } from '../../src/domain/vocabulary.ts';
import { districtOf } from './districts.ts';
import type { Problem } from './problem.ts';

/** One row of foshan-towns.csv as read: every value text, empty when unknown. */
export type TownRow = Record<string, string>;

type Town = TownCollection['features'][number];

/** Source kinds whose coordinates come without a licence. */
const UNLICENSED = ['baidu-address'];

/**
 * Towns from the rows of foshan-towns.csv. A town without a sourced position keeps its row with a null geometry,
 * `sourced: false` and a radius of 0, which says nothing. A town outside its district is a problem.
 */
export function townCollection(
  rows: readonly TownRow[],
  districts: DistrictCollection,
  file: string,
): { towns: TownCollection; problems: Problem[] } {
  const features: Town[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const code = row.code ?? '';
    const record = row.name ?? code;
    const district = districtWithAdcode(row.district_adcode ?? '');
    if (district === undefined || !code.startsWith(String(DISTRICT_ADCODE[district]))) {
      problems.push({
        file,
        record,
        reason: `the code ${code} does not belong to district ${row.district_adcode ?? ''}`,
      });
      continue;
    }
    const position = positionOf(row);
    const found = position === null ? null : districtOf(position, districts);
    if (position !== null && found !== district) {
      problems.push({ file, record, reason: `the position lies in ${found ?? 'no district'}, not in ${district}` });
    }
    const coordSource = row.coord_source || 'none';
    features.push({
      type: 'Feature',
      geometry: position === null ? null : { type: 'Point', coordinates: position },
      properties: {
        code,
        nameZh: row.name ?? '',
        nameEn: row.name_en ?? '',
        district,
        sourced: position !== null,
        radiusM: Math.round(Number(row.est_error_km || 0) * 1000),
        coordSource,
        note: row.coord_note ?? '',
        rights: UNLICENSED.includes(coordSource) ? 'unclear' : 'clear',
      },
    });
  }
  return { towns: { type: 'FeatureCollection', features }, problems };
}

function districtWithAdcode(adcode: string): DistrictId | undefined {
  return DISTRICT_IDS.find((id) => String(DISTRICT_ADCODE[id]) === adcode);
}

function positionOf(row: TownRow): [number, number] | null {
  const { lon = '', lat = '' } = row;
  return lon === '' || lat === '' ? null : [Number(lon), Number(lat)];
}

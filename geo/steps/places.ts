/** Transport places as points, and what is known of how far off each may be. */
import type { Feature, FeatureCollection, LineString, Point } from 'geojson';
import { type Bbox, inBbox } from '../../src/domain/position.ts';
import type { Bilingual } from '../../src/domain/schema/parts.ts';
import { distanceM, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import type { SourceCollection } from './source.ts';

export interface PlaceProperties {
  kind: 'port' | 'airport' | 'toll-gate' | 'service-area';
  nameZh: string;
  nameEn: string | null;
  /** UN/LOCODE of a port, IATA code of an airport. */
  code: string | null;
  radiusM: number;
  quality: Bilingual;
  source: string;
  rights: 'clear' | 'unclear';
}
export type Place = Feature<Point, PlaceProperties>;
export type Runways = FeatureCollection<LineString, { ref: string | null; lengthM: number }>;
/** One row of a CSV as read. */
export type PlaceRow = Record<string, string>;

const PORT_QUALITY: Bilingual = {
  zh: '仅到地名一级（误差 2–5 公里），不是码头泊位；来源未说明坐标系，按 WGS-84 处理',
  en: 'Locality level (2–5 km off), not a berth; the source states no datum, WGS-84 assumed',
};
const SHADI_QUALITY: Bilingual = {
  zh: '机场基准点，来自航空代码表；来源未说明坐标系，按 WGS-84 处理；没有跑道数据可供核对',
  en: 'Aerodrome point from an airport code table; no datum stated, WGS-84 assumed; no runway data to check it against',
};
const ROAD_QUALITY: Bilingual = {
  zh: '由高德（GCJ-02）坐标换算；与最近高速公路线相距不超过 137 米',
  en: 'Converted from an AMap (GCJ-02) position; within 137 m of the nearest motorway line',
};
const RUNWAY_QUALITY: Bilingual = {
  zh: '各跑道的中心，由 OpenStreetMap 跑道线算得，不是航站楼',
  en: 'Centre of its runways, computed from OpenStreetMap lines; not the terminal',
};

/** Two code tables differ by 0.3 km; the wrong datum would be 0.6 km. */
const SHADI_RADIUS_M = 1000;
/** The toll plazas, and service areas, were checked against motorways: at most 137 m off, on a 70 m grid. */
const ROAD_PLACE_RADIUS_M = 150;
const ROAD_KINDS: Record<string, 'toll-gate' | 'service-area'> = {
  'toll plaza': 'toll-gate',
  'service area': 'service-area',
};

/** Ports from ports.wgs84.csv; names there read "佛山港 Foshan (CNFOS)". */
export function portPlaces(rows: readonly PlaceRow[], file: string): { places: Place[]; problems: Problem[] } {
  return collect(rows, file, (row) => {
    const radiusM = Number(row.est_error_km) * 1000;
    return {
      kind: 'port',
      ...splitName(row.name ?? ''),
      radiusM,
      quality: PORT_QUALITY,
      source: row.source ?? '',
      rights: 'clear',
    };
  });
}

/** The airport of airports.wgs84.csv. */
export function airportPlaces(rows: readonly PlaceRow[], file: string): { places: Place[]; problems: Problem[] } {
  return collect(rows, file, (row) => {
    const names = splitName(row.name ?? '');
    return {
      kind: 'airport',
      ...names,
      radiusM: SHADI_RADIUS_M,
      quality: SHADI_QUALITY,
      source: row.source ?? '',
      rights: 'unclear',
    };
  });
}

/** Toll gates and service areas of tollgates.wgs84.csv (already converted); its other kinds are passed over. */
export function roadPlaces(rows: readonly PlaceRow[], file: string): { places: Place[]; problems: Problem[] } {
  const wanted = rows.filter((row) => ROAD_KINDS[row.kind ?? ''] !== undefined);
  return collect(wanted, file, (row) => {
    const kind = ROAD_KINDS[row.kind ?? ''] ?? 'toll-gate';
    const names = { nameZh: row.name ?? '', nameEn: null, code: null };
    return {
      kind,
      ...names,
      radiusM: ROAD_PLACE_RADIUS_M,
      quality: ROAD_QUALITY,
      source: row.source ?? '',
      rights: 'unclear',
    };
  });
}

/** Runways that touch `bbox`, each as a straight line from end to end, with its length in metres. */
export function runwayCollection(source: SourceCollection, bbox: Bbox): Runways {
  const features: Runways['features'] = [];
  for (const { geometry, properties } of source.features) {
    if (geometry?.type !== 'LineString') continue;
    const line = geometry.coordinates.map(([lng = Number.NaN, lat = Number.NaN]): [number, number] => [
      roundTo(lng, 5),
      roundTo(lat, 5),
    ]);
    const [first, last] = [line[0], line[line.length - 1]];
    if (first === undefined || last === undefined || !line.some((position) => inBbox(position, bbox))) continue;
    const ref = typeof properties?.ref === 'string' ? properties.ref : null;
    features.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: [first, last] },
      properties: { ref, lengthM: Math.round(distanceM(first, last)) },
    });
  }
  return { type: 'FeatureCollection', features };
}

/** Guangzhou Baiyun, the only airport in reach whose runways (over 2 km) are in the data. */
export function baiyunPlace(runways: Runways): Place[] {
  const ends = runways.features
    .filter(({ properties }) => properties.lengthM > 2000)
    .flatMap(({ geometry }) => geometry.coordinates);
  if (ends.length === 0) return [];
  const mean = (axis: 0 | 1): number =>
    roundTo(ends.reduce((sum, end) => sum + (end[axis] ?? Number.NaN), 0) / ends.length, 4);
  const position = [mean(0), mean(1)];
  const radiusM = Math.ceil(Math.max(...ends.map((end) => distanceM(position, end))) / 100) * 100;
  const names = { nameZh: '广州白云国际机场', nameEn: 'Guangzhou Baiyun', code: 'CAN' };
  const source = 'OpenStreetMap runways (ODbL 1.0)';
  return [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: position },
      properties: { kind: 'airport', ...names, radiusM, quality: RUNWAY_QUALITY, source, rights: 'clear' },
    },
  ];
}

function collect(
  rows: readonly PlaceRow[],
  file: string,
  describe: (row: PlaceRow) => PlaceProperties,
): { places: Place[]; problems: Problem[] } {
  const places: Place[] = [];
  const problems: Problem[] = [];
  for (const row of rows) {
    const position = [Number(row.lon || Number.NaN), Number(row.lat || Number.NaN)];
    const properties = describe(row);
    if (position.every(Number.isFinite) && Number.isFinite(properties.radiusM)) {
      places.push({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: position.map((n) => roundTo(n, 5)) },
        properties,
      });
    } else {
      problems.push({ file, record: row.name ?? '', reason: 'no position, or no error of position' });
    }
  }
  return { places, problems };
}

/** "佛山港 Foshan (CNFOS)" as its three parts. */
function splitName(text: string): { nameZh: string; nameEn: string | null; code: string | null } {
  const match = /^(\S+)\s+(.+?)\s*\((\w+)\)$/.exec(text);
  return match === null
    ? { nameZh: text, nameEn: null, code: null }
    : { nameZh: match[1] ?? '', nameEn: match[2] ?? '', code: match[3] ?? '' };
}

/** Small valid records that a test breaks in one place. */
import type { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import type { Source } from '../../src/domain/schema/parts.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';

const words = (zh: string, en: string) => ({ zh, en });

export const source: Source = {
  title: '园区公告',
  publisher: '某报',
  url: 'https://example.org/a',
  date: '2024-05-06',
  kind: 'web',
};

/** A located park in the square that stands for Shunde. */
export const site: SiteRecord = {
  id: 'east-park',
  nameZh: '东园',
  nameEn: 'East Park',
  aliases: ['东产业园'],
  industryCluster: 'home',
  kind: 'park',
  extent: 'area',
  areaKm2: null,
  parent: null,
  heldAt: null,
  districts: ['shunde'],
  towns: ['440606101'],
  address: null,
  operator: null,
  focus: null,
  status: { value: 'operating', date: '2024', source: 'notice' },
  location: {
    position: [113.2, 22.9],
    datum: 'wgs84',
    precision: 'town',
    radiusM: 2000,
    how: words('镇的点', 'Point of the town'),
    sources: ['notice'],
    rights: 'clear',
  },
  otherLocations: [],
  quotes: [],
  succession: [],
  milestones: [],
  facts: [
    {
      key: 'area',
      label: words('面积', 'Area'),
      value: 1.5,
      unit: '万亩',
      qualifier: 'about',
      asPrinted: '约1.5万亩',
      asOf: '2024',
      source: 'notice',
    },
  ],
  sources: { notice: source },
  notes: [],
};

export const filed = (record: SiteRecord) => ({ file: `geo/register/${record.id}.yaml`, record });

const square = (west: number, south: number) => [
  [west, south],
  [west + 0.2, south],
  [west + 0.2, south + 0.2],
  [west, south + 0.2],
  [west, south],
];

/** Two squares: Shunde at 113.1–113.3, 22.8–23.0 and Nanhai north of it. */
export const districts: DistrictCollection = {
  type: 'FeatureCollection',
  features: (['shunde', 'nanhai'] as const).map((id, i) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [square(113.1, 22.8 + i * 0.2)] },
    properties: {
      id,
      adcode: 440606,
      nameZh: id,
      nameEn: id,
      areaKm2: 1,
      officialKm2: 1,
      accuracyM: 300,
      label: [113.2, 22.9],
    },
  })),
};

export const towns: TownCollection = {
  type: 'FeatureCollection',
  features: (['shunde', 'nanhai'] as const).map((district, i) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [113.2, 22.9 + i * 0.2] },
    properties: {
      code: i === 0 ? '440606101' : '440605121',
      nameZh: i === 0 ? '陈村镇' : '九江镇',
      nameEn: 'Town',
      district,
      sourced: true,
      radiusM: 1000,
      coordSource: 'osm',
      note: '',
      rights: 'clear',
    },
  })),
};

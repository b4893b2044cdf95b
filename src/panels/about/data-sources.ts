/** Where the data of the map comes from, as geo/README.md and geo/sources/README.md say at length. */
import type { BoundaryCredit, Version } from '../../domain/schema/config.ts';
import type { Bilingual } from '../../domain/schema/parts.ts';

export interface DataSource {
  readonly what: Bilingual;
  readonly from: string;
  readonly url: string | null;
  /** Null where the source cannot grant any. */
  readonly licence: string | null;
  /** Raw files in geo/sources that it stands for; those of the boundaries stand in boundaries.yaml there. */
  readonly files: readonly string[];
}

/** The boundaries, which are made to be replaced, as the data names them; then what every build has. */
export function dataSources({ boundaries: { districts, neighbours } }: Version): readonly DataSource[] {
  return [
    boundary({ zh: '区界', en: 'Districts' }, districts),
    ...(neighbours === null ? [] : [boundary({ zh: '邻市', en: 'Neighbouring cities' }, neighbours)]),
    ...DATA_SOURCES,
  ];
}

function boundary(what: Bilingual, { source, date, url, licence }: BoundaryCredit): DataSource {
  return { what, from: date === null ? source : `${source}, ${date}`, url, licence, files: [] };
}

export const DATA_SOURCES: readonly DataSource[] = [
  {
    what: { zh: '镇街名称与代码', en: 'Names and codes of towns' },
    from: 'modood/Administrative-divisions-of-China',
    url: 'https://github.com/modood/Administrative-divisions-of-China',
    licence: 'WTFPL',
    files: ['foshan-towns.csv'],
  },
  {
    what: { zh: '镇街位置（部分）', en: 'Positions of towns (in part)' },
    from: '© OpenStreetMap contributors · GeoNames · Wikipedia',
    url: 'https://www.openstreetmap.org/copyright',
    licence: 'ODbL 1.0 · CC BY 4.0 · CC BY-SA',
    files: ['foshan-towns.csv'],
  },
  {
    what: { zh: '镇街位置（三处）', en: 'Positions of three towns' },
    from: 'Baidu',
    url: null,
    licence: null,
    files: ['foshan-towns.csv'],
  },
  {
    what: { zh: '车站、跑道', en: 'Stations, runways' },
    from: '© OpenStreetMap contributors, by way of OpenQGIS/OMap-GeoDB',
    url: 'https://www.openstreetmap.org/copyright',
    licence: 'ODbL 1.0',
    files: ['osm-rail-metro-stations.wgs84.geojson', 'osm-runways.wgs84.geojson'],
  },
  {
    what: { zh: '地铁线示意', en: 'Metro lines, a scheme' },
    from: '© OpenStreetMap contributors, HKUST-Trans-Lab/China-Metro-Info',
    url: 'https://www.openstreetmap.org/copyright',
    licence: 'ODbL 1.0',
    files: ['metro-lines-schematic.wgs84.geojson'],
  },
  {
    what: { zh: '道路、水系', en: 'Roads, water' },
    from: '© OpenMapTiles © OpenStreetMap contributors',
    url: 'https://www.openstreetmap.org/copyright',
    licence: 'ODbL 1.0 · CC BY 4.0',
    files: ['roads.wgs84.geojson.gz', 'waterways.wgs84.geojson'],
  },
  {
    what: { zh: '河流概览', en: 'Rivers, coarse' },
    from: 'GSHHG 2.3.7, Wessel & Smith',
    url: 'https://www.soest.hawaii.edu/pwessel/gshhg/',
    licence: 'LGPL 3.0',
    files: ['gshhg-shore-rivers.wgs84.geojson'],
  },
  {
    what: { zh: '港口', en: 'Ports' },
    from: 'sea-ports 0.0.9',
    url: 'https://www.npmjs.com/package/sea-ports',
    licence: 'MIT',
    files: ['ports.wgs84.csv'],
  },
  {
    what: { zh: '机场、收费站', en: 'Airports, toll plazas' },
    from: 'IATA tables, Amap pages',
    url: null,
    licence: null,
    files: ['airports.wgs84.csv', 'tollgates.wgs84.csv'],
  },
  {
    what: { zh: '广东海岸（判断导入的点是否在海上）', en: 'Coast of Guangdong (tells imported points at sea)' },
    from: 'Natural Earth 1:10m',
    url: 'https://www.naturalearthdata.com/about/terms-of-use/',
    licence: '公有领域 / public domain',
    files: [],
  },
];

/** Addresses that map services are asked by. Pure. */
import type { ServiceCrs } from './crs.ts';
import type { TileBounds } from './redraw.ts';

/** What a request sets itself; whatever else an address has (`map=`, `tk=`, `token=`) stays in it. */
const OURS = new Set([
  'service',
  'request',
  'version',
  'layer',
  'layers',
  'style',
  'styles',
  'format',
  'tilematrixset',
  'tilematrix',
  'tilerow',
  'tilecol',
  'crs',
  'srs',
  'bbox',
  'width',
  'height',
  'transparent',
]);

type Params = Readonly<Record<string, string | number>>;

/** Values are escaped but for what services read unescaped. */
function written(params: Params): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`)
    .join('&');
}

/** An address with the parameters of a request, in the place of those that it has of one. */
export function requestAddress(address: string, params: Params): string {
  const [path = '', query = ''] = address.replace(/#.*$/, '').split(/\?(.*)/s);
  const kept = query.split('&').filter((part) => part !== '' && !OURS.has(part.replace(/=.*/s, '').toLowerCase()));
  return `${path}?${[...kept, written(params)].join('&')}`;
}

export const capabilitiesAddress = (address: string, service: 'WMTS' | 'WMS'): string =>
  requestAddress(address, {
    SERVICE: service,
    REQUEST: 'GetCapabilities',
    ...(service === 'WMTS' ? { VERSION: '1.0.0' } : {}),
  });

export interface WmtsTile {
  readonly layer: string;
  readonly style: string;
  readonly format: string;
  readonly matrixSet: string;
  readonly matrix: string;
  readonly row: number;
  readonly column: number;
}

/** One by parameters. */
export const wmtsTileAddress = (address: string, tile: WmtsTile): string =>
  requestAddress(address, {
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: tile.layer,
    STYLE: tile.style,
    TILEMATRIXSET: tile.matrixSet,
    FORMAT: tile.format,
    TILEMATRIX: tile.matrix,
    TILEROW: tile.row,
    TILECOL: tile.column,
  });

/** One by a template of the capabilities, whose names are of either case. */
export function wmtsTemplateAddress(template: string, tile: WmtsTile): string {
  const values: Readonly<Record<string, string>> = {
    style: tile.style,
    tilematrixset: tile.matrixSet,
    tilematrix: tile.matrix,
    tilerow: String(tile.row),
    tilecol: String(tile.column),
  };
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name.toLowerCase()];
    return value === undefined ? whole : encodeURIComponent(value).replaceAll('%3A', ':');
  });
}

export const WMS_VERSIONS = ['1.1.1', '1.3.0'] as const;
export type WmsVersion = (typeof WMS_VERSIONS)[number];

export interface WmsMap {
  readonly version: WmsVersion;
  readonly layers: readonly string[];
  readonly styles: readonly string[];
  readonly format: string;
  readonly crs: Exclude<ServiceCrs, { kind: 'other' }>;
  readonly bounds: TileBounds;
  readonly width: number;
  readonly height: number;
}

/** WMS 1.3.0 goes by the order of the system's axes, 1.1.1 by longitude first always. */
export function wmsMapAddress(address: string, map: WmsMap): string {
  const { version, crs } = map;
  const [west, south, east, north] = map.bounds;
  const latFirst = version === '1.3.0' && crs.kind === 'geographic' && crs.latFirst;
  // CRS:84 came with 1.3.0.
  const code = version === '1.1.1' && crs.code === 'CRS:84' ? 'EPSG:4326' : crs.code;
  return requestAddress(address, {
    SERVICE: 'WMS',
    REQUEST: 'GetMap',
    VERSION: version,
    LAYERS: map.layers.join(','),
    STYLES: map.styles.join(','),
    FORMAT: map.format,
    TRANSPARENT: /png|gif|webp/i.test(map.format) ? 'TRUE' : 'FALSE',
    [version === '1.3.0' ? 'CRS' : 'SRS']: code,
    BBOX: (latFirst ? [south, west, north, east] : [west, south, east, north]).join(','),
    WIDTH: map.width,
    HEIGHT: map.height,
  });
}

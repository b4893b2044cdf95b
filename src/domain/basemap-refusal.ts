/** Which base maps do not fit under our points, and why. */
import type { Basemap } from './schema/basemap.ts';
import { urlOf } from './web-url.ts';

/** WGS-84 and CGCS2000 differ by centimetres; the offset datums of web maps do not belong under our points. */
export function isDrawable(datum: string): boolean {
  return /^(wgs-?84|cgcs-?2000|epsg:(4326|4490|3857))$/i.test(datum);
}

/** Map services whose ground is shifted, whatever their grids are called. The one list of them. */
const SHIFTED_HOSTS: readonly { readonly host: RegExp; readonly datum: 'GCJ-02' | 'BD-09' }[] = [
  // 高德
  { host: /(^|\.)(autonavi|amap|gaode|mapabc)\.com$/, datum: 'GCJ-02' },
  // 腾讯、搜搜
  { host: /(^|\.)(map\.gtimg\.com|map\.gtimg\.cn|map\.qq\.com|map\.soso\.com|map\.myqcloud\.com)$/, datum: 'GCJ-02' },
  // Google in mainland China
  { host: /(^|\.)(google\.cn|googlecnapps\.cn|gstaticcnapps\.cn)$/, datum: 'GCJ-02' },
  // 智图 (its community maps), 搜狗, 图吧, 360
  { host: /(^|\.)(geoq\.cn|go2map\.com|map\.sogou\.com|mapbar\.com|map\.so\.com)$/, datum: 'GCJ-02' },
  // 百度
  { host: /(^|\.)(baidu\.com|bdimg\.com|bdstatic\.com|bcebos\.com)$/, datum: 'BD-09' },
];

/** `{s}`, `{0-7}` and the like stand for a host of which only the end matters. */
const parsed = (address: string): URL | null => {
  const plain = address.replace(/^(https?:\/\/[^/?#]*)/i, (host) => host.replace(/[{[][^}\]]*[}\]]/g, '0'));
  return urlOf(plain);
};

/** The datum of a known service of shifted ground; null for any other address. */
export function shiftedDatum(address: string): 'GCJ-02' | 'BD-09' | null {
  const url = parsed(address);
  if (url === null) return null;
  const host = url.hostname.toLowerCase();
  const known = SHIFTED_HOSTS.find((each) => each.host.test(host));
  if (known !== undefined) return known.datum;
  // Google's maps for mainland China, asked for elsewhere.
  return /(^|\.)google(apis)?\.com$/.test(host) && /[?&]gl=cn\b/i.test(url.search) ? 'GCJ-02' : null;
}

/** Every address that an entry names. */
export function addressesOf(entry: Basemap): readonly string[] {
  switch (entry.kind) {
    case 'style':
      return [entry.style];
    case 'tiles':
      return entry.layers.flatMap(({ tiles }) => tiles);
    case 'wmts':
    case 'wms':
      return [entry.url];
    case 'pmtiles':
      return entry.pmtiles === null ? [] : [entry.pmtiles];
    case 'tianditu':
      return [];
  }
}

export type Refusal =
  | { readonly why: 'datum'; readonly datum: string }
  | { readonly why: 'host'; readonly datum: string; readonly host: string };

/** Null for one that fits as far as its entry says. */
export function refusalOf(entry: Basemap): Refusal | null {
  for (const address of addressesOf(entry)) {
    const datum = shiftedDatum(address);
    if (datum !== null) return { why: 'host', datum, host: parsed(address)?.host ?? address };
  }
  return entry.kind === 'tianditu' || isDrawable(entry.datum) ? null : { why: 'datum', datum: entry.datum };
}

/** Coordinate systems of map services, as far as a base map needs to tell them apart. */

export type ServiceCrs =
  /** Web Mercator, under any of its numbers; metres, x first. */
  | { readonly kind: 'mercator'; readonly code: string }
  /** Degrees. `latFirst` is the order of its axes where a service goes by the register: WMS 1.3.0 and WMTS. */
  | { readonly kind: 'geographic'; readonly code: string; readonly latFirst: boolean }
  /** Cannot be drawn here; `code` is what the service calls it. */
  | { readonly kind: 'other'; readonly code: string };

const MERCATOR = new Set(['3857', '900913', '3785', '102100', '102113']);
/** WGS-84 and CGCS2000. Older Chinese datums (4214, 4610) lie up to a hundred metres off. */
const GEOGRAPHIC = new Set(['4326', '4490']);

/** @param name as capabilities write it: `EPSG:4490`, a URN, an address, `CRS:84` */
export function serviceCrs(name: string): ServiceCrs {
  const said = name.trim();
  if (/(^|[:/])CRS:?84$/i.test(said)) return { kind: 'geographic', code: 'CRS:84', latFirst: false };
  const number = /EPSG[:/]+(?:[\d.]*[:/])?(\d+)$/i.exec(said)?.[1];
  if (number === undefined) return { kind: 'other', code: said };
  const code = `EPSG:${number}`;
  if (MERCATOR.has(number)) return { kind: 'mercator', code };
  return GEOGRAPHIC.has(number) ? { kind: 'geographic', code, latFirst: true } : { kind: 'other', code };
}

/** Datums and grids the import understands, by EPSG number or by what a file says of itself. */
import type { Note } from '../guards/notes.ts';
import { note } from '../guards/notes.ts';
import type { InputDatum } from '../types.ts';
import { epsgOfName } from './crs-names.ts';

export interface Crs {
  /** Null where it cannot be honoured; then `refusal` says why. */
  readonly datum: InputDatum | null;
  /** Projection in proj4's words, for what is projected. */
  readonly proj: string | null;
  /** As the file names it. */
  readonly name: string;
  readonly refusal: Note | null;
}

const METRES = '+units=m +no_defs';
/** The ellipsoid of CGCS2000; GRS 80 and WGS 84 differ from it by a tenth of a millimetre. */
export const gaussKrueger = (meridian: number, falseEasting: number, scale = 1) =>
  `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${scale} +x_0=${falseEasting} +y_0=0 +ellps=GRS80 ${METRES}`;

/** Sphere of the web maps. */
export const WEB_MERCATOR = '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs';

const within = (code: number, from: number, to: number) => code >= from && code <= to;

const isWebMercator = (code: number) => code === 3857 || code === 900913 || code === 3785;

/** In words: a family with its central meridian, and its zone. */
export interface GridWords {
  readonly family: 'gk3' | 'gk6' | 'utm' | 'web';
  /** Degrees. */
  readonly meridian: number;
  /** Of UTM always; of Gauss-Krüger where its number stands before the easting. */
  readonly zone: number | null;
}

/** What an EPSG number stands for; null for those not known here. */
export function gridWords(code: number): GridWords | null {
  // CGCS2000 in zones of three degrees, 25 to 45, the number of the zone before the easting; and without it.
  if (within(code, 4513, 4533)) return { family: 'gk3', meridian: (code - 4488) * 3, zone: code - 4488 };
  if (within(code, 4534, 4554)) return { family: 'gk3', meridian: 75 + (code - 4534) * 3, zone: null };
  // And in zones of six degrees, 13 to 23.
  if (within(code, 4491, 4501)) return { family: 'gk6', meridian: (code - 4478) * 6 - 3, zone: code - 4478 };
  if (within(code, 4502, 4512)) return { family: 'gk6', meridian: 75 + (code - 4502) * 6, zone: null };
  // UTM north on WGS 84.
  if (within(code, 32601, 32660)) return { family: 'utm', meridian: (code - 32600) * 6 - 183, zone: code - 32600 };
  return isWebMercator(code) ? { family: 'web', meridian: 0, zone: null } : null;
}

/** Projection of an EPSG number, or null for those not known here. */
export function projOfEpsg(code: number): string | null {
  const words = gridWords(code);
  if (words === null) return null;
  const { family, meridian, zone } = words;
  if (family === 'web') return WEB_MERCATOR;
  return family === 'utm'
    ? gaussKrueger(meridian, 500_000, 0.9996)
    : gaussKrueger(meridian, (zone ?? 0) * 1_000_000 + 500_000);
}

/** Grids that are looked for in numbers that no file names, each with its family: UTM beside Gauss-Krüger 3° and 6°. */
export const GRIDS = [
  { datum: 'epsg:4546', family: 'gk', meridian: 111, zone: null },
  { datum: 'epsg:4547', family: 'gk', meridian: 114, zone: null },
  { datum: 'epsg:4548', family: 'gk', meridian: 117, zone: null },
  { datum: 'epsg:4524', family: 'gk', meridian: 108, zone: 36 },
  { datum: 'epsg:4525', family: 'gk', meridian: 111, zone: 37 },
  { datum: 'epsg:4526', family: 'gk', meridian: 114, zone: 38 },
  { datum: 'epsg:4527', family: 'gk', meridian: 117, zone: 39 },
  { datum: 'epsg:4497', family: 'gk', meridian: 111, zone: 19 },
  { datum: 'epsg:4498', family: 'gk', meridian: 117, zone: 20 },
  { datum: 'epsg:32649', family: 'utm', meridian: 111, zone: null },
  { datum: 'epsg:32650', family: 'utm', meridian: 117, zone: null },
  { datum: 'epsg:3857', family: 'web', meridian: null, zone: null },
] as const satisfies readonly Grid[];

/** What can be chosen by hand from a list: longitude and latitude, and every grid that can be detected. */
export const OFFERED: readonly InputDatum[] = ['wgs84', 'gcj02', 'bd09', ...GRIDS.map(({ datum }) => datum)];

export interface Grid {
  readonly datum: `epsg:${number}`;
  /** Gauss-Krüger, UTM, or the web maps' Mercator. */
  readonly family: 'gk' | 'utm' | 'web';
  /** Degrees; null where there is none. */
  readonly meridian: number | null;
  /** Number of the zone before the easting; null where it is left out. */
  readonly zone: number | null;
}

/** EPSG numbers of longitude and latitude that are WGS-84 for our purposes: WGS 84, CGCS2000, CRS 84. */
const GEOGRAPHIC: readonly number[] = [4326, 4490, 4479, 4978, 4979, 4480];
/** Beijing 1954, Xian 1980 and their grids: tens of metres off, by parameters that are not public. */
const isOldDatum = (code: number) =>
  code === 4214 || code === 4610 || within(code, 2327, 2442) || within(code, 21413, 21483);

const refused = (name: string, refusal: Note): Crs => ({ datum: null, proj: null, name, refusal });

export function crsOfEpsg(code: number, name = `EPSG:${code}`): Crs {
  if (GEOGRAPHIC.includes(code)) return { datum: 'wgs84', proj: null, name, refusal: null };
  const proj = projOfEpsg(code);
  if (proj !== null) return { datum: `epsg:${code}`, proj, name, refusal: null };
  return refused(name, note(isOldDatum(code) ? 'geographic-other' : 'unknown-datum', { name }));
}

/** From a name such as `urn:ogc:def:crs:EPSG::4547`, `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`. */
export function crsOfName(name: string): Crs {
  if (/CRS84$/i.test(name)) return { datum: 'wgs84', proj: null, name, refusal: null };
  const code = /EPSG[:/]+(?:[\d.]*[:/]+)?(\d+)$/i.exec(name.trim())?.[1];
  if (code !== undefined) return crsOfEpsg(Number(code), name);
  const known = epsgOfName(name.replace(/^:+/, ''));
  if (known !== null) return crsOfEpsg(known, name);
  if (/gcj-?0?2/i.test(name)) return { datum: 'gcj02', proj: null, name, refusal: null };
  if (/bd-?0?9/i.test(name)) return { datum: 'bd09', proj: null, name, refusal: null };
  return refused(name, note('unknown-datum', { name }));
}

/** The coordinate system as GeoParquet and Parquet state it: PROJJSON, with its number or without, or a short name. */
import { type Crs, crsOfEpsg, crsOfName } from './crs.ts';
import { epsgOfName } from './crs-names.ts';
import { crsOfWkt } from './crs-wkt.ts';

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const nameOf = (value: unknown): string => String(member(value, 'name') ?? '').replaceAll('"', '');

/** The same in well-known text, as far as it is asked for there. */
function wktOf(crs: unknown): string {
  const base = member(crs, 'base_crs') ?? crs;
  const datum = member(base, 'datum') ?? member(base, 'datum_ensemble');
  const geographic = `"${nameOf(base)}",DATUM["${nameOf(datum)}"]`;
  const conversion = member(crs, 'conversion');
  if (conversion === undefined) return `GEOGCRS[${geographic}]`;
  const parameters = listOf(member(conversion, 'parameters')).map(
    (each) => `PARAMETER["${nameOf(each)}",${Number(member(each, 'value'))}]`,
  );
  const method = `METHOD["${nameOf(member(conversion, 'method'))}"]`;
  return `PROJCRS["${nameOf(crs)}",BASEGEOGCRS[${geographic}],CONVERSION["",${[method, ...parameters].join(',')}]]`;
}

/** Whatever stands around the system that positions are in. */
function within(crs: unknown): unknown {
  const source = member(crs, 'source_crs');
  if (source !== undefined) return within(source);
  const [horizontal] = listOf(member(crs, 'components'));
  return horizontal === undefined ? crs : horizontal;
}

/** @param stated an object of PROJJSON; its number goes before its name, and its name before its parameters */
export function crsOfProjJson(stated: unknown): Crs {
  const crs = within(stated);
  const name = nameOf(crs) === '' ? 'PROJJSON' : nameOf(crs);
  const id = member(crs, 'id') ?? listOf(member(crs, 'ids'))[0];
  const [authority, code] = [String(member(id, 'authority') ?? '').toUpperCase(), member(id, 'code')];
  if (authority === 'EPSG') return crsOfEpsg(Number(code), name);
  if (authority === 'OGC') return crsOfName(`OGC:${String(code)}`);
  const known = epsgOfName(name);
  return known === null ? crsOfWkt(wktOf(crs)) : crsOfEpsg(known, name);
}

/**
 * As a column of Parquet's own geometry states it: "OGC:CRS84", "EPSG:4547", "srid:4547", PROJJSON, or the name of an
 * entry in the file's metadata that holds it. Absent is CRS 84 by the specification.
 */
export function crsOfLogicalType(stated: string | undefined, metadata: (key: string) => string | undefined): Crs {
  if (stated === undefined || stated === '') return crsOfName('OGC:CRS84');
  const srid = /^srid:(\d+)$/i.exec(stated)?.[1];
  if (srid !== undefined) return crsOfEpsg(Number(srid), stated);
  const key = /^projjson:(.+)$/is.exec(stated)?.[1];
  const text = key === undefined ? stated : (metadata(key) ?? key);
  if (!text.trimStart().startsWith('{')) return crsOfName(text);
  try {
    return crsOfProjJson(JSON.parse(text));
  } catch {
    return crsOfName(text.slice(0, 80));
  }
}

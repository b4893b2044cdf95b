/**
 * The coordinate system as a .prj file or a header states it in well-known text, of Esri, OGC or ISO kind.
 * A projection that is stated in full on a known datum is honoured; everything else is refused by name.
 */

import { note } from '../guards/notes.ts';
import { type Crs, crsOfEpsg, gaussKrueger, WEB_MERCATOR } from './crs.ts';

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9\p{Script=Han}]/gu, '');

function first(wkt: string, keywords: string): string | null {
  return new RegExp(`\\b(?:${keywords})\\s*\\[\\s*"([^"]*)"`, 'i').exec(wkt)?.[1] ?? null;
}

/** Values of `PARAMETER["name",value]`, by name with only its letters. */
function parametersOf(wkt: string): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const [, name = '', value = ''] of wkt.matchAll(/\bPARAMETER\s*\[\s*"([^"]*)"\s*,\s*([-+\d.eE]+)/gi)) {
    all.set(plain(name), Number(value));
  }
  return all;
}

const KNOWN_DATUM = /cgcs2000|chinageodeticcoordinatesystem2000|china2000|wgs1984|wgs84|worldgeodeticsystem1984/;
const OLD_DATUM = /beijing|xian|krassovsky|北京54|西安80/;

/** Standard false easting, the number of the zone before it or not. */
function standardEasting(easting: number): boolean {
  const rest = easting % 1_000_000;
  return rest === 500_000 && easting >= 500_000 && easting <= 45_500_000;
}

function transverse(name: string, values: ReadonlyMap<string, number>): Crs {
  const of = (...names: readonly string[]) => names.map((key) => values.get(key)).find((value) => value !== undefined);
  const meridian = of('centralmeridian', 'longitudeofnaturalorigin', 'longitudeoforigin');
  const easting = of('falseeasting');
  const northing = of('falsenorthing') ?? 0;
  const scale = of('scalefactor', 'scalefactoratnaturalorigin') ?? 1;
  const latitude = of('latitudeoforigin', 'latitudeofnaturalorigin') ?? 0;
  const standard = northing === 0 && latitude === 0 && (scale === 1 || scale === 0.9996);
  if (meridian === undefined || easting === undefined || !standard || !standardEasting(easting)) {
    const params = { name, meridian: meridian ?? '', easting: easting ?? '', northing, scale };
    return { datum: null, proj: null, name, refusal: note('local-grid', params) };
  }
  return { datum: 'file', proj: gaussKrueger(meridian, easting, scale), name, refusal: null };
}

export function crsOfWkt(wkt: string): Crs {
  const projected = first(wkt, 'PROJCS|PROJCRS|PROJECTEDCRS');
  const geographic = first(wkt, 'GEOGCS|GEOGCRS|GEODCRS|GEODETICCRS|BASEGEOGCRS|BASEGEODCRS');
  const name = projected ?? geographic ?? first(wkt, 'LOCAL_CS|ENGCRS|ENGINEERINGCRS') ?? wkt.slice(0, 40);
  const refused = (code: 'local-grid' | 'geographic-other' | 'unknown-datum'): Crs => ({
    datum: null,
    proj: null,
    name,
    refusal: note(code, { name }),
  });
  if (/^\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)/i.test(wkt)) return refused('local-grid');
  const datum = plain(`${first(wkt, 'DATUM|ENSEMBLE') ?? ''} ${geographic ?? ''}`);
  // As our own exports name them: no standard has a name for these.
  if (/gcj02/.test(datum)) return { datum: 'gcj02', proj: null, name, refusal: null };
  if (/bd09/.test(datum)) return { datum: 'bd09', proj: null, name, refusal: null };
  if (OLD_DATUM.test(datum)) return refused('geographic-other');
  if (!KNOWN_DATUM.test(datum)) return refused('unknown-datum');
  if (projected === null) return crsOfEpsg(4326, name);
  const method = plain(first(wkt, 'PROJECTION|METHOD') ?? '');
  if (/mercatorauxiliarysphere|popularvisualisation|webmercator/.test(method + plain(projected))) {
    return { datum: 'epsg:3857', proj: WEB_MERCATOR, name, refusal: null };
  }
  if (/transversemercator|gausskruger|gausskrueger|gauskruger/.test(method)) return transverse(name, parametersOf(wkt));
  if (/^mercator1sp/.test(method) && /pseudo/.test(plain(projected))) return crsOfEpsg(3857, name);
  return refused('unknown-datum');
}

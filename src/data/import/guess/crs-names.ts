/** Coordinate systems by the names that EPSG and Esri give them, for files that state a name and no number. */

/** Letters and digits alone, so that "CGCS2000 / 3-degree Gauss-Kruger CM 114E" and "CGCS2000_3_Degree_GK_CM_114E" are one. */
const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/gauss[\s_-]*kr(?:u|ü|ue)ger/g, 'gk')
    .replace(/[^a-z0-9]/g, '');

const GEOGRAPHIC =
  /^(?:gcs)?(?:wgs(?:19)?84|worldgeodeticsystem1984|cgcs2000|chinageodeticcoordinatesystem2000)(?:longlat|crs84|3d)?$/;
const UTM = /^wgs(?:19)?84utmzone(\d{1,2})n$/;
const CM = /^cgcs2000(3degree)?gkcm(\d{2,3})e$/;
const ZONE = /^cgcs2000(3degree)?gkzone(\d{2})$/;
const WEB = /^wgs(?:19)?84(?:pseudomercator|webmercator(?:auxiliarysphere)?)$/;

/** Null where a number lies beyond the series. */
const within = (code: number, from: number, to: number) =>
  Number.isInteger(code) && code >= from && code <= to ? code : null;

/** EPSG number of a system that is called so; null for names that are not known here. */
export function epsgOfName(name: string): number | null {
  const text = plain(name);
  if (GEOGRAPHIC.test(text)) return 4326;
  if (WEB.test(text)) return 3857;
  const utm = UTM.exec(text);
  if (utm !== null) return within(32_600 + Number(utm[1]), 32_601, 32_660);
  const [, three, meridian] = CM.exec(text) ?? [];
  if (meridian !== undefined) {
    return three === undefined
      ? within(4502 + (Number(meridian) - 75) / 6, 4502, 4512)
      : within(4534 + (Number(meridian) - 75) / 3, 4534, 4554);
  }
  const [, narrow, zone] = ZONE.exec(text) ?? [];
  if (zone === undefined) return null;
  return narrow === undefined ? within(4478 + Number(zone), 4491, 4501) : within(4488 + Number(zone), 4513, 4533);
}

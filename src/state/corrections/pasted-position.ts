/** A position as somebody copied it: numbers in any dress, or the link of a map, in a datum that is said. Pure. */
import { converterOf } from '../../data/import/place/convert.ts';
import { parsePair } from '../../data/import/place/position-text.ts';
import type { InputDatum } from '../../data/import/types.ts';
import { FOSHAN_BBOX, inBbox, type LngLat } from '../../domain/position.ts';

/** What the links of map services are written in; others must be said by whoever pastes. */
const HOSTS: readonly (readonly [host: RegExp, datum: InputDatum])[] = [
  [/(^|\.)(amap|gaode)\.com$/, 'gcj02'],
  [/(^|\.)map\.qq\.com$/, 'gcj02'],
  [/(^|\.)map\.baidu\.com$/, 'bd09'],
  [/(^|\.)tianditu\.gov\.cn$/, 'wgs84'],
  [/(^|\.)(openstreetmap\.org|osm\.org)$/, 'wgs84'],
];

/** The datum of a link or a geo: address; null for everything else. */
export function datumOfLink(text: string): InputDatum | null {
  const plain = text.trim();
  if (/^geo:/i.test(plain)) return 'wgs84';
  if (!/^https?:\/\//i.test(plain)) return null;
  try {
    const { hostname } = new URL(plain);
    return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The two numbers of a link that can be a place here: map links write many others. */
function pairInLink(text: string): readonly [number, number] | null {
  if (!/^(geo:|https?:\/\/)/i.test(text.trim())) return null;
  const numbers = (decodeLink(text).match(/\d{2,3}\.\d{2,}/g) ?? []).map(Number);
  const [west, south, east, north] = FOSHAN_BBOX;
  const lng = numbers.find((each) => each >= west && each <= east);
  const lat = numbers.find((each) => each >= south && each <= north);
  return lng === undefined || lat === undefined ? null : [lng, lat];
}

function decodeLink(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @returns `[lng, lat]` in WGS-84 to 6 decimals, null where the text is no position. Which of two bare numbers is which
 *   is told by where they would lie: no place here can be read both ways.
 */
export function pastedPosition(text: string, datum: InputDatum): LngLat | null {
  const converter = converterOf(datum, null);
  if (converter === null) return null;
  const inLink = pairInLink(text);
  const pair = inLink === null ? parsePair(text) : null;
  if (inLink === null && pair === null) return null;
  const [first, second] = inLink ?? [pair?.first.value ?? Number.NaN, pair?.second.value ?? Number.NaN];
  const isTurned = pair?.first.axis === 'y' || pair?.second.axis === 'x';
  const read = (x: number, y: number): LngLat => {
    const [lng, lat] = converter.forward(x, y);
    return [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
  };
  const [as, other] = isTurned
    ? [read(second, first), read(first, second)]
    : [read(first, second), read(second, first)];
  const found = !inBbox(as, FOSHAN_BBOX) && inBbox(other, FOSHAN_BBOX) ? other : as;
  return Math.abs(found[0]) <= 180 && Math.abs(found[1]) <= 90 ? found : null;
}

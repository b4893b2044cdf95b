/** Nominatim, at any address: OpenStreetMap's names and addresses. It answers in WGS-84, with a rank and a box. */
import * as v from 'valibot';
import { FOSHAN_BBOX, metresPerDegree } from '../../../src/domain/position.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import type { Precision } from '../../../src/domain/vocabulary.ts';
import type { Service } from './geocoder.ts';

const Degrees = v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))]), v.transform(Number));

/** The form `jsonv2`; without a match the list is empty. */
const Answer = v.array(
  v.object({
    lat: Degrees,
    lon: Degrees,
    place_rank: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)),
    addresstype: v.optional(v.string()),
    category: v.optional(v.string(), ''),
    type: v.optional(v.string(), ''),
    /** South, north, west, east. */
    boundingbox: v.optional(v.tuple([Degrees, Degrees, Degrees, Degrees])),
  }),
);

/** From which rank on a place is how precise, and how far it reaches at least where only its point is mapped. */
const RANKS: readonly (readonly [rank: number, precision: Precision, leastM: number])[] = [
  [28, 'exact', 50],
  [26, 'street', 300],
  [21, 'street', 500],
  [20, 'town', 1000],
  [19, 'town', 2000],
  [17, 'town', 4000],
  [10, 'district', 15_000],
];

/** Half the diagonal of the box, metres: the true place is in the thing, and the point is its middle. */
function reachM([south, north, west, east]: readonly [number, number, number, number]): number {
  const [perLng, perLat] = metresPerDegree((south + north) / 2);
  return Math.hypot((east - west) * perLng, (north - south) * perLat) / 2;
}

export const nominatim: Service = {
  url: null,
  needsKey: false,
  datum: 'wgs84',
  publisher: 'OpenStreetMap',
  home: 'https://www.openstreetmap.org/copyright',
  licence: 'ODbL 1.0',
  ask(base, _, address) {
    const [west, south, east, north] = FOSHAN_BBOX;
    const query = new URLSearchParams({
      q: address,
      format: 'jsonv2',
      limit: '1',
      countrycodes: 'cn',
      'accept-language': 'zh',
      viewbox: [west, north, east, south].join(),
      bounded: '1',
    });
    return `${base}?${query}`;
  },
  read(answer, levels) {
    const [first] = parseAs(Answer, answer, 'the answer');
    if (first === undefined) return null;
    const { lon, lat, place_rank: rank, addresstype, category, type, boundingbox } = first;
    const level = addresstype ?? [category, type].filter(Boolean).join(' ');
    const row = RANKS.find(([from]) => rank >= from);
    const boxM = boundingbox === undefined ? 0 : reachM(boundingbox);
    const own = row === undefined ? null : { precision: row[1], radiusM: Math.ceil(Math.max(row[2], boxM)) };
    return { lng: lon, lat, level: `${level} (rank ${rank})`, score: null, worth: levels[level] ?? own };
  },
};

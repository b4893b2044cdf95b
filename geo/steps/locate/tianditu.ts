/** 天地图: the geocoding service of the national platform. It answers in CGCS2000, which here is WGS-84. */
import * as v from 'valibot';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import type { LevelWorth, Service } from './geocoder.ts';

/** Numbers come as numbers or as text, by version. */
const Degrees = v.pipe(v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/))]), v.transform(Number));

const Answer = v.object({
  /** 0 has a place; 101 and 404 have none. */
  status: v.union([v.string(), v.number()]),
  msg: v.optional(v.string(), ''),
  location: v.optional(
    v.object({ lon: Degrees, lat: Degrees, level: v.optional(v.string(), ''), score: v.optional(v.number()) }),
  ),
});

/** How far a point of each level is trusted: the service states the level, and no distance. */
const LEVELS: Readonly<Record<string, LevelWorth>> = {
  门址: { precision: 'exact', radiusM: 100 },
  门牌号: { precision: 'exact', radiusM: 100 },
  兴趣点: { precision: 'exact', radiusM: 200 },
  地名地址: { precision: 'street', radiusM: 500 },
  道路: { precision: 'street', radiusM: 2000 },
  村: { precision: 'town', radiusM: 2000 },
  乡镇: { precision: 'town', radiusM: 5000 },
  街道: { precision: 'town', radiusM: 5000 },
  区县: { precision: 'district', radiusM: 20_000 },
};

const NOTHING = ['101', '404'];

export const tianditu: Service = {
  url: 'https://api.tianditu.gov.cn/geocoder',
  needsKey: true,
  datum: 'wgs84',
  publisher: '国家地理信息公共服务平台（天地图）',
  home: 'https://www.tianditu.gov.cn/',
  ask(base, key, address) {
    const query = new URLSearchParams({ ds: JSON.stringify({ keyWord: address }), tk: key });
    return `${base}?${query}`;
  },
  read(answer, levels) {
    const { status, msg, location } = parseAs(Answer, answer, 'the answer');
    if (NOTHING.includes(String(status))) return null;
    if (String(status) !== '0') throw new Error(`it answers status ${status}${msg === '' ? '' : `, ${msg}`}`);
    if (location === undefined) throw new Error('it answers that all is well, and no place');
    const { lon, lat, level, score = null } = location;
    return { lng: lon, lat, level, score, worth: levels[level] ?? LEVELS[level] ?? null };
  },
};

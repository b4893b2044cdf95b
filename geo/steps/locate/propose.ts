/** A place that a service found, as a proposal for a record; or the reason why it is none. Pure. */
import { correctionProblems } from '../../../src/domain/correction-rules.ts';
import { type LocationCorrection, standingOf } from '../../../src/domain/corrections.ts';
import { FOSHAN_BBOX, inBbox, metresPerDegree } from '../../../src/domain/position.ts';
import type { DistrictCollection } from '../../../src/domain/schema/area.ts';
import { LocationCorrection as Schema } from '../../../src/domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../../src/domain/schema/parse.ts';
import type { Source } from '../../../src/domain/schema/parts.ts';
import type { SiteProperties } from '../../../src/domain/schema/site.ts';
import { PRECISIONS, type Precision } from '../../../src/domain/vocabulary.ts';
import { toWgs84 } from '../datum.ts';
import type { Found, GeocoderConfig, Service } from './geocoder.ts';

/** Whether a record is worth asking about: it has an address, and a service could know it better. */
export const isAsked = ({ address, precision }: Pick<SiteProperties, 'address' | 'precision'>): boolean =>
  address !== null && precision !== 'exact';

/** What the service is asked: the Chinese address, in its city where that is not said. */
export function questionOf({ address }: Pick<SiteProperties, 'address'>): string {
  const zh = address?.zh ?? '';
  return /佛山/.test(zh) ? zh : `广东省佛山市${zh}`;
}

const rankOf = (precision: Precision) => PRECISIONS.indexOf(precision);

/** Metres between two places of one city: good to a thousandth. */
function apartM([lng1, lat1]: readonly [number, number], [lng2, lat2]: readonly [number, number]): number {
  const [perLng, perLat] = metresPerDegree((lat1 + lat2) / 2);
  return Math.hypot((lng1 - lng2) * perLng, (lat1 - lat2) * perLat);
}

export interface Asked {
  readonly config: GeocoderConfig;
  readonly service: Service;
  readonly districts: DistrictCollection;
  readonly made: string;
  readonly dataVersion: string;
}

/** Says which service, what it was asked, how it calls what it found, when, and in which datum. */
function sourceOf(site: SiteProperties, { level }: Found, { service, config, made }: Asked): Source {
  const datum = { wgs84: 'WGS-84/CGCS2000', gcj02: 'GCJ-02', bd09: 'BD-09' }[config.datum ?? service.datum];
  return {
    title: `地理编码“${questionOf(site)}”，匹配级别“${level}”，${datum}`,
    publisher: service.publisher,
    url: service.home,
    date: made,
    kind: 'dataset',
    ...(service.licence === undefined ? {} : { licence: service.licence }),
  };
}

/** Nothing that is better is replaced, nor anything that the record itself contradicts. */
export function proposalOf(site: SiteProperties, found: Found, asked: Asked): LocationCorrection | string {
  const { config, service, districts, made, dataVersion } = asked;
  const { worth, level, score } = found;
  if (worth === null) return `its level “${level}” is in no table; name it under levels`;
  if (score !== null && score < config.minScore) return `its score is ${score}, below ${config.minScore}`;
  const { position: at, precision, radiusM } = site.location;
  const known = radiusM ?? Number.POSITIVE_INFINITY;
  if (rankOf(worth.precision) > rankOf(precision) || worth.radiusM >= known)
    return `“${level}” is no better than what is on record (${precision}${radiusM === null ? '' : `, ${radiusM} m`})`;
  const [lng, lat] = toWgs84([found.lng, found.lat], config.datum ?? service.datum);
  const position: [number, number] = [Number(lng.toFixed(6)), Number(lat.toFixed(6))];
  if (!inBbox(position, FOSHAN_BBOX)) return `${position.join(', ')} is far outside Foshan`;
  const apart = at === null ? 0 : apartM(at, position);
  if (apart > known + worth.radiusM)
    return `it lies ${Math.round(apart)} m from the point on record, which is good to ${known} m`;
  const candidate = {
    record: site.id,
    field: 'location',
    oldValue: { position: at, precision, radiusM },
    newValue: { position, ...worth },
    source: sourceOf(site, found, asked),
    made,
    dataVersion,
  };
  const [problem] = problemsOf(Schema, candidate);
  if (problem !== undefined) return problem;
  const correction = parseAs(Schema, candidate, site.id);
  const [broken] = correctionProblems(correction, site, districts);
  if (broken === 'wrongDistrict') return `${position.join(', ')} is not in ${site.districts.join(', ')}`;
  if (broken !== undefined) return `it breaks a rule of the register: ${broken}`;
  return standingOf(site, correction) === 'applied' ? correction : 'the register says so already';
}

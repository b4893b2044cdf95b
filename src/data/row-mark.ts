/**
 * What an export of ours says of each row in a column of its own, so that the row comes back as it went: where it
 * stands, how surely, and what is known of its datum. Text, since every format has room for it:
 *
 *     v1 113.1052 23.0187 1294.5 town coordinates auto chancheng 0 - assumed wgs84 wgs84,gcj02,bd09 0.0787 exact
 *
 * version, longitude and latitude (WGS-84, degrees), radius (metres), precision, what placed it, cluster, district,
 * town, site of the register that the row stands for; then what is known of the datum: `stated`, or `said` with what the user said, or `assumed` with what was taken,
 * all that it may be, and radius and precision without the error of the assumption. `-` is what is not known. Of a line
 * or an area stands last by what it is known again (`shape:…`, shape-mark.ts): the row is where it was if that is.
 */
import { OFFSET_DATUMS, type OffsetDatum } from '../domain/point-set.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  PRECISIONS,
  type Precision,
} from '../domain/vocabulary.ts';
import { isShapeText, parseShape, type ShapeMark, shapeText } from './shape-mark.ts';

/** Heading of the column, the same in all languages and short enough for a Shapefile. */
export const MARK_COLUMN = 'foshan224';
const VERSION = 'v1';
const NONE = '-';

/** What is known of the datum that a row's coordinates came in. */
export type MarkedDatum =
  | { readonly kind: 'stated' }
  | { readonly kind: 'said'; readonly taken: OffsetDatum }
  | {
      readonly kind: 'assumed';
      readonly taken: OffsetDatum;
      readonly open: readonly OffsetDatum[];
      /** Metres, without the error of the assumption. */
      readonly ownRadiusM: number;
      readonly ownPrecision: Precision;
    };

export interface RowMark {
  /** WGS-84, degrees. */
  readonly lng: number;
  readonly lat: number;
  /** Metres; NaN where it is not known. */
  readonly radiusM: number;
  readonly precision: Precision;
  readonly by: 'coordinates' | 'site' | 'area';
  readonly cluster: ClusterOrCross | null;
  readonly district: DistrictId | null;
  /** Nine digits, or 0. */
  readonly town: number;
  /** Id of the site of the register that it stands for. */
  readonly site: string | null;
  readonly datum: MarkedDatum;
  /** Null for a point. */
  readonly shape: ShapeMark | null;
}

/** A radius is kept in single precision: nine digits give the same again. */
const metres = (value: number) => (Number.isNaN(value) ? NONE : String(Number(value.toPrecision(9))));

function datumText(datum: MarkedDatum): readonly string[] {
  switch (datum.kind) {
    case 'stated':
      return [datum.kind];
    case 'said':
      return [datum.kind, datum.taken];
    case 'assumed':
      return [datum.kind, datum.taken, datum.open.join(','), metres(datum.ownRadiusM), datum.ownPrecision];
  }
}

export function markText(mark: RowMark): string {
  const { lng, lat, radiusM, precision, by, cluster, district, town, site, datum, shape } = mark;
  const place = [lng, lat, metres(radiusM), precision, by, cluster ?? NONE, district ?? NONE, town, site ?? NONE];
  return [VERSION, ...place, ...datumText(datum), ...(shape === null ? [] : [shapeText(shape)])].join(' ');
}

const oneOf = <T extends string>(known: readonly T[], text: string | undefined): T | undefined =>
  known.find((each) => each === text);

/** Undefined for what is no number. */
function metresOf(text: string | undefined): number | undefined {
  if (text === NONE) return Number.NaN;
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return value >= 0 && Number.isFinite(value) ? value : undefined;
}

function datumOf([kind, first, list, radius, precision]: readonly string[]): MarkedDatum | null {
  if (kind === 'stated') return { kind };
  const taken = oneOf(OFFSET_DATUMS, first);
  if (taken === undefined) return null;
  if (kind === 'said') return { kind, taken };
  if (kind !== 'assumed') return null;
  const named = (list ?? '').split(',');
  const open = OFFSET_DATUMS.filter((each) => named.includes(each));
  const [ownRadiusM, ownPrecision] = [metresOf(radius), oneOf(PRECISIONS, precision)];
  const isWhole = open.length === named.length && open.length > 1 && open.includes(taken);
  if (!isWhole || ownRadiusM === undefined || ownPrecision === undefined) return null;
  return { kind, taken, open, ownRadiusM, ownPrecision };
}

/** Null for a text that is no mark, or not a whole one. */
export function parseMark(text: unknown): RowMark | null {
  if (typeof text !== 'string' || !text.startsWith(`${VERSION} `)) return null;
  const [, x, y, radius, known, placedBy, cluster, district, town, site, ...rest] = text.trim().split(' ');
  const [lng, lat, code] = [Number(x), Number(y), Number(town)];
  const [radiusM, precision, by] = [
    metresOf(radius),
    oneOf(PRECISIONS, known),
    oneOf(['coordinates', 'site', 'area'] as const, placedBy),
  ];
  const datum = datumOf(rest);
  const last = rest.at(-1) ?? '';
  const shape = isShapeText(last) ? parseShape(last) : null;
  if (radiusM === undefined || precision === undefined || by === undefined || datum === null) return null;
  if (shape === undefined) return null;
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90) || !Number.isInteger(code) || code < 0) return null;
  return {
    lng,
    lat,
    radiusM,
    precision,
    by,
    cluster: oneOf(CLUSTER_OR_CROSS_IDS, cluster) ?? null,
    district: oneOf(DISTRICT_IDS, district) ?? null,
    town: code,
    site: site === undefined || site === NONE ? null : site,
    datum,
    shape,
  };
}

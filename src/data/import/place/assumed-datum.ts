/**
 * An assumed datum as an error of position. A list of longitudes and latitudes that nothing gives away is taken for one
 * datum; where it would lie under each of the others that the evidence leaves open, each row's radius reaches.
 */
import { type Geometries, movedGeometries } from '../../../domain/geometries.ts';
import {
  isDatumAssumed,
  OFFSET_DATUMS,
  type OffsetDatum,
  type PointSet,
  type SetDatum,
} from '../../../domain/point-set.ts';
import { PRECISIONS } from '../../../domain/vocabulary.ts';
import type { InputDatum } from '../types.ts';
import { converterOf } from './convert.ts';
import { planarMetres } from './planar.ts';
import { precisionOf } from './set-builder.ts';

const STREET = PRECISIONS.indexOf('street');

export const isOffset = (datum: InputDatum): datum is OffsetDatum => OFFSET_DATUMS.some((each) => each === datum);

type Located = Pick<PointSet, 'positions' | 'radiusM' | 'precision'>;

/** Positions, radii and precisions of the rows under a datum; those that no coordinates placed stay as they are. */
function located(raw: Float64Array, { taken, open, ...own }: SetDatum): Located {
  const converter = converterOf(taken, null);
  const others = open.filter((datum) => datum !== taken).flatMap((datum) => converterOf(datum, null) ?? []);
  const positions = raw.slice();
  const radiusM = own.ownRadiusM.slice();
  const precision = own.ownPrecision.slice();
  own.byCoordinates.forEach((by, row) => {
    if (by === 0 || converter === null) return;
    const [x, y] = [raw[2 * row] ?? Number.NaN, raw[2 * row + 1] ?? Number.NaN];
    const [lng, lat] = converter.forward(x, y);
    positions[2 * row] = lng;
    positions[2 * row + 1] = lat;
    if (others.length === 0) return;
    const off = Math.max(...others.map((other) => planarMetres(lng, lat, ...other.forward(x, y))));
    const reach = (own.ownRadiusM[row] ?? 0) + off;
    radiusM[row] = reach;
    const least = Math.max(own.ownPrecision[row] ?? 0, STREET, PRECISIONS.indexOf(precisionOf(reach)));
    precision[row] = least;
  });
  return { positions, radiusM, precision };
}

/**
 * Precisions once somebody has said the datum: the radius no longer reaches to the other ones, but that the points are
 * buildings or gates nothing has shown, neither then nor before.
 */
const saidPrecision = ({ ownPrecision, byCoordinates }: SetDatum): Uint8Array<ArrayBuffer> =>
  ownPrecision.map((own, row) => (byCoordinates[row] === 1 ? Math.max(own, STREET) : own));

/** The coordinates as the file has them: what no coordinates placed is WGS-84 already. */
function rawOf({ positions }: PointSet, { taken, byCoordinates }: SetDatum): Float64Array {
  const converter = converterOf(taken, null);
  const raw = positions.slice();
  byCoordinates.forEach((by, row) => {
    if (by === 0 || converter === null) return;
    const [x, y] = converter.inverse(positions[2 * row] ?? Number.NaN, positions[2 * row + 1] ?? Number.NaN);
    raw[2 * row] = x;
    raw[2 * row + 1] = y;
  });
  return raw;
}

/**
 * A set whose rows were converted from `taken`, with what else they may be in.
 *
 * @param open all that the datum may be, `taken` included; empty or that one alone where it is known
 * @param said the user has chosen it where nothing tells
 */
export function withDatum(
  set: PointSet,
  taken: OffsetDatum,
  open: readonly OffsetDatum[],
  byCoordinates: Uint8Array,
  said = false,
): PointSet {
  const read: SetDatum = {
    taken,
    open: open.length > 1 ? open : [],
    byCoordinates,
    ownRadiusM: set.radiusM,
    ownPrecision: set.precision,
  };
  const datum = said ? { ...read, ownPrecision: saidPrecision(read) } : read;
  const next = { ...set, precision: datum.ownPrecision, datum };
  return isDatumAssumed(next) ? { ...next, ...located(rawOf(set, datum), datum) } : next;
}

/** Lines and areas that were taken for one datum, under another. */
function anew(geometries: Geometries, taken: OffsetDatum, said: OffsetDatum): Geometries {
  const [from, to] = [converterOf(taken, null), converterOf(said, null)];
  if (from === null || to === null) return geometries;
  return movedGeometries(geometries, (lng, lat) => to.forward(...from.inverse(lng, lat)));
}

/** The set as it is once the user has said which datum its coordinates are in; said again, it is another. */
export function settledDatum(set: PointSet, said: OffsetDatum): PointSet {
  const { datum } = set;
  if (datum === undefined) return set;
  const next: SetDatum = { ...datum, taken: said, open: [], ownPrecision: saidPrecision(datum) };
  const geometries = set.geometries === undefined ? {} : { geometries: anew(set.geometries, datum.taken, said) };
  return { ...set, ...geometries, ...located(rawOf(set, datum), next), datum: next };
}

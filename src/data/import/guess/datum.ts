/**
 * In which datum and grid coordinates are: what the file states, what range the numbers lie in, and how many
 * rows lie in the district that they state under each datum. Where nothing fits, the file is refused: a local
 * city grid cannot be told from its numbers, and guessing one would move every place by kilometres.
 */
import { FOSHAN_BBOX, inBbox } from '../../../domain/position.ts';
import type { DistrictId } from '../../../domain/vocabulary.ts';
import { type Note, note } from '../guards/notes.ts';
import type { InDistrict } from '../place/areas.ts';
import { inGuangdong } from '../place/areas.ts';
import { converterOf } from '../place/convert.ts';
import type { DatumEvidence, DatumGuess, InputDatum } from '../types.ts';
import type { Crs } from './crs.ts';

export interface SamplePoint {
  readonly x: number;
  readonly y: number;
  /** The district that the row states. */
  readonly district: DistrictId | null;
}

const OFFSETS: readonly InputDatum[] = ['wgs84', 'gcj02', 'bd09'];
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const between = (value: number, from: number, to: number) => value >= from && value <= to;
const isNorthing = (value: number) => between(value, 2_200_000, 2_900_000);

/** Grids whose easting lies where this one does. */
function gridsAt(easting: number): InputDatum[] {
  const zone = Math.floor(easting / 1_000_000);
  const rest = easting - zone * 1_000_000;
  if (between(easting, 12_100_000, 13_200_000)) return ['epsg:3857'];
  if (zone === 0 && between(rest, 150_000, 850_000)) return ['epsg:4546', 'epsg:4547', 'epsg:4548'];
  if (!between(rest, 150_000, 850_000)) return [];
  if (between(zone, 36, 39)) return [`epsg:${4488 + zone}`];
  return between(zone, 19, 20) ? [`epsg:${4478 + zone}`] : [];
}

function judge(
  datum: InputDatum,
  points: readonly SamplePoint[],
  crs: Crs | null,
  inside: InDistrict,
): DatumEvidence & { inProvince: number } {
  const converter = converterOf(datum, crs);
  let [hits, of, inReach, inProvince] = [0, 0, 0, 0];
  for (const { x, y, district } of points) {
    const [lng, lat] = converter?.forward(x, y) ?? [Number.NaN, Number.NaN];
    if (inBbox([lng, lat], FOSHAN_BBOX)) inReach++;
    if (inGuangdong(lng, lat)) inProvince++;
    if (district === null) continue;
    of++;
    if (inside(district, lng, lat)) hits++;
  }
  return { datum, inside: hits, of, inReach, sampled: points.length, inProvince };
}

const turned = (points: readonly SamplePoint[]) => points.map(({ x, y, district }) => ({ x: y, y: x, district }));

function ranges(points: readonly SamplePoint[]): Note['params'] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { xMin: low(xs), xMax: high(xs), yMin: low(ys), yMax: high(ys) };
}

/** A lead of fewer rows than this could be chance: rows with a wrong district are common. */
const lead = (of: number) => Math.max(3, of * 0.005);

function guessOffset(evidence: readonly DatumEvidence[]): Pick<DatumGuess, 'datum' | 'basis' | 'reason'> {
  const ranked = evidence.toSorted((a, b) => b.inside - a.inside);
  const [best, second] = ranked;
  const { of = 0 } = best ?? {};
  if (best !== undefined && second !== undefined && best.inside - second.inside >= lead(of)) {
    const params = { datum: best.datum, inside: best.inside, of, second: second.datum, secondInside: second.inside };
    return { datum: best.datum, basis: 'shown', reason: note('best-misfit', params) };
  }
  return { datum: 'wgs84', basis: 'assumed', reason: note('nothing-tells', { stated: of }) };
}

function guessGrid(points: readonly SamplePoint[], inside: InDistrict): DatumGuess {
  const my = median(points.map(({ y }) => y));
  const mx = median(points.map(({ x }) => x));
  // Surveyors write north first and call it X.
  const swapped = isNorthing(mx) && !isNorthing(my);
  const ordered = swapped ? turned(points) : points;
  const [easting, northing] = swapped ? [my, mx] : [mx, my];
  const judged = isNorthing(northing) ? gridsAt(easting).map((datum) => judge(datum, ordered, null, inside)) : [];
  const evidence = judged.map(({ inProvince: _, ...rest }) => rest);
  const fits = judged
    // A zone in the easting says itself where it lies; without one only the city's own surroundings will do.
    .filter(({ inReach, inProvince, sampled }) => (easting > 1_000_000 ? inProvince : inReach) >= sampled / 2)
    .filter(({ inside: hits, of }) => of < 5 || hits >= of * 0.3)
    .sort((a, b) => b.inside - a.inside || b.inReach - a.inReach);
  const [best] = fits;
  if (best === undefined) {
    const refusal = note('local-grid', ranges(points));
    return { datum: null, basis: 'shown', reason: refusal, refusal, evidence, swapped };
  }
  const reason = note('only-range-that-fits', { datum: best.datum, inReach: best.inReach, sampled: best.sampled });
  return { datum: best.datum, basis: 'shown', reason, refusal: null, evidence, swapped };
}

/** @param named a datum that a column or the file's name states. */
export function guessDatum(
  points: readonly SamplePoint[],
  crs: Crs | null,
  named: { readonly datum: InputDatum; readonly name: string } | null,
  inside: InDistrict,
): DatumGuess {
  const none = { evidence: [], swapped: false, refusal: null } as const;
  if (crs !== null && crs.refusal !== null) {
    return { ...none, datum: null, basis: 'stated', reason: crs.refusal, refusal: crs.refusal };
  }
  if (points.length === 0) return { ...none, datum: 'wgs84', basis: 'assumed', reason: note('no-coordinates') };
  const mx = median(points.map(({ x }) => x));
  const my = median(points.map(({ y }) => y));
  const geographic = Math.abs(mx) <= 180 && Math.abs(my) <= 180;
  if (crs?.datum !== null && crs?.datum !== undefined && crs.proj !== null) {
    const { inProvince: _, ...evidence } = judge(crs.datum, points, crs, inside);
    const reason = note('stated-by-file', { name: crs.name });
    return { ...none, datum: crs.datum, basis: 'stated', reason, evidence: [evidence] };
  }
  if (!geographic) return guessGrid(points, inside);
  const swapped = between(mx, 18, 28) && between(my, 105, 120);
  const ordered = swapped ? turned(points) : points;
  const evidence = OFFSETS.map((datum) => judge(datum, ordered, null, inside)).map(
    ({ inProvince: _, ...rest }) => rest,
  );
  const shared = { evidence, swapped, refusal: null };
  if (crs !== null)
    return { ...shared, datum: crs.datum, basis: 'stated', reason: note('stated-by-file', { name: crs.name }) };
  if (named !== null) {
    return { ...shared, datum: named.datum, basis: 'stated', reason: note('stated-by-column', { name: named.name }) };
  }
  return { ...shared, ...guessOffset(evidence) };
}

/** True where the rows speak clearly for another datum than the one that is stated. */
export function doubted({ datum, evidence }: DatumGuess): DatumEvidence | null {
  const own = evidence.find((each) => each.datum === datum);
  const better = evidence.toSorted((a, b) => b.inside - a.inside)[0];
  if (own === undefined || better === undefined) return null;
  return better.inside - own.inside >= lead(own.of) ? better : null;
}

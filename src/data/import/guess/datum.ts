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
import { planarMetres } from '../place/planar.ts';
import type { DatumEvidence, DatumGuess, InputDatum } from '../types.ts';
import { type Crs, GRIDS, type Grid } from './crs.ts';
import type { GridNamed } from './role-names.ts';

export interface SamplePoint {
  readonly x: number;
  readonly y: number;
  /** The district that the row states. */
  readonly district: DistrictId | null;
  /** The town that it states, nine digits; null where it states none, or one that nobody places. */
  readonly town: number | null;
}

/** What the places that rows state can be asked. */
export interface Areas {
  readonly inDistrict: InDistrict;
  readonly inTown: (code: number, lng: number, lat: number) => boolean | null;
}

const OFFSETS: readonly InputDatum[] = ['wgs84', 'gcj02', 'bd09'];
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const between = (value: number, from: number, to: number) => value >= from && value <= to;
const isNorthing = (value: number) => between(value, 2_200_000, 2_900_000);

/** Grids whose easting lies where this one does. */
function gridsAt(easting: number): readonly Grid[] {
  if (between(easting, 12_100_000, 13_200_000)) return GRIDS.filter(({ family }) => family === 'web');
  const zone = Math.floor(easting / 1_000_000);
  if (!between(easting - zone * 1_000_000, 150_000, 850_000)) return [];
  return GRIDS.filter((grid) => grid.family !== 'web' && (grid.zone ?? 0) === zone);
}

function judge(
  datum: InputDatum,
  points: readonly SamplePoint[],
  crs: Crs | null,
  { inDistrict, inTown }: Areas,
): DatumEvidence & { inProvince: number; inTown: number; ofTown: number } {
  const converter = converterOf(datum, crs);
  let [hits, of, inReach, inProvince, townHits, ofTown] = [0, 0, 0, 0, 0, 0];
  for (const { x, y, district, town } of points) {
    const [lng, lat] = converter?.forward(x, y) ?? [Number.NaN, Number.NaN];
    if (inBbox([lng, lat], FOSHAN_BBOX)) inReach++;
    if (inGuangdong(lng, lat)) inProvince++;
    const isInTown = town === null ? null : inTown(town, lng, lat);
    if (isInTown !== null) ofTown++;
    if (isInTown === true) townHits++;
    if (district === null) continue;
    of++;
    if (inDistrict(district, lng, lat)) hits++;
  }
  return { datum, inside: hits, of, inReach, sampled: points.length, inProvince, inTown: townHits, ofTown };
}

const evidenceOf = ({ datum, inside, of, inReach, sampled }: DatumEvidence): DatumEvidence => ({
  ...{ datum, inside, of, inReach, sampled },
});

const turned = (points: readonly SamplePoint[]) => points.map((point) => ({ ...point, x: point.y, y: point.x }));

function ranges(points: readonly SamplePoint[]): Note['params'] {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { xMin: low(xs), xMax: high(xs), yMin: low(ys), yMax: high(ys) };
}

/** A lead of fewer rows than this could be chance: rows with a wrong district are common. */
const lead = (of: number) => Math.max(3, of * 0.005);

function guessOffset(evidence: readonly DatumEvidence[]): Pick<DatumGuess, 'datum' | 'basis' | 'reason' | 'open'> {
  const ranked = [...evidence].sort((a, b) => b.inside - a.inside);
  const [best, second] = ranked;
  const { of = 0 } = best ?? {};
  if (best !== undefined && second !== undefined && best.inside - second.inside >= lead(of)) {
    const params = { datum: best.datum, inside: best.inside, of, second: second.datum, secondInside: second.inside };
    return { datum: best.datum, basis: 'shown', reason: note('best-misfit', params), open: [] };
  }
  // Those that clearly more rows speak against are out; what is taken is the one that needs no conversion, if it is not.
  const open = ranked.filter(({ inside }) => (best?.inside ?? 0) - inside < lead(of)).map(({ datum }) => datum);
  const datum = open.includes('wgs84') ? 'wgs84' : (open[0] ?? 'wgs84');
  return { datum, basis: 'assumed', reason: note('nothing-tells', { stated: of }), open };
}

/** Whether what a name says of a grid can mean this one. */
function isMeant({ datum, family, meridian }: Grid, named: GridNamed): boolean {
  if (named.epsg !== null) return datum === `epsg:${named.epsg}`;
  return (named.family ?? family) === family && (named.meridian ?? meridian) === meridian;
}

/** Metres between the places that a point has under two grids. */
function apart(a: InputDatum, b: InputDatum, { x, y }: SamplePoint): number {
  const [first, second] = [converterOf(a, null)?.forward(x, y), converterOf(b, null)?.forward(x, y)];
  return first === undefined || second === undefined ? Number.NaN : planarMetres(...first, ...second);
}

type Judged = ReturnType<typeof judge>;

/**
 * Whether towns tell two grids apart between which districts do not. The bound of a town is wide: under the right grid
 * hardly any row leaves it, so a lead is evidence only where few of the better one's rows lie outside.
 */
function townsTell(best: Judged, second: Judged): boolean {
  return best.inTown - second.inTown >= lead(best.ofTown) && best.inTown >= best.ofTown * 0.9;
}

function guessGrid(points: readonly SamplePoint[], areas: Areas, named: GridNamed | null): DatumGuess {
  const my = median(points.map(({ y }) => y));
  const mx = median(points.map(({ x }) => x));
  // Surveyors write north first and call it X.
  const swapped = isNorthing(mx) && !isNorthing(my);
  const ordered = swapped ? turned(points) : points;
  const [easting, northing] = swapped ? [my, mx] : [mx, my];
  const judged = isNorthing(northing)
    ? gridsAt(easting).map((grid) => ({ grid, ...judge(grid.datum, ordered, null, areas) }))
    : [];
  const evidence = judged.map(evidenceOf);
  const shared = { evidence, swapped, refusal: null, open: [] };
  const fits = judged
    // A zone in the easting says itself where it lies; without one only the city's own surroundings will do.
    .filter(({ inReach, inProvince, sampled }) => (easting > 1_000_000 ? inProvince : inReach) >= sampled / 2)
    .filter(({ inside: hits, of }) => of < 5 || hits >= of * 0.3)
    .sort((a, b) => b.inside - a.inside || b.inTown - a.inTown || b.inReach - a.inReach);
  const meant = named === null ? [] : fits.filter(({ grid }) => isMeant(grid, named));
  const [first, ...others] = meant.length > 0 ? meant : fits;
  // Of those that districts do not tell apart, what towns say best.
  const close = others.filter(({ inside }) => (first?.inside ?? 0) - inside < lead(first?.of ?? 0));
  const [best, second] = first === undefined ? [] : [first, ...close].sort((a, b) => b.inTown - a.inTown);
  if (best === undefined) {
    const refusal = note('local-grid', ranges(points));
    return { ...shared, datum: null, basis: 'shown', reason: refusal, refusal };
  }
  if (named !== null && meant.length === 1) {
    return { ...shared, datum: best.datum, basis: 'stated', reason: note('stated-by-column', { name: named.name }) };
  }
  if (second !== undefined && townsTell(best, second)) {
    const { datum, inTown, ofTown } = best;
    const params = { datum, inside: inTown, of: ofTown, second: second.datum, secondInside: second.inTown };
    return { ...shared, datum, basis: 'shown', reason: note('towns-tell', params) };
  }
  if (second === undefined) {
    const reason = note('only-range-that-fits', { datum: best.datum, inReach: best.inReach, sampled: best.sampled });
    return { ...shared, datum: best.datum, basis: 'shown', reason };
  }
  // Both put the rows into the city, a kilometre apart: whoever has the file knows, and nobody else.
  const [point = { x: Number.NaN, y: Number.NaN, district: null, town: null }] = ordered;
  const metres = Math.round(apart(best.datum, second.datum, point));
  const reason = note('grids-undecided', { datum: best.datum, second: second.datum, metres });
  return { ...shared, datum: null, basis: 'assumed', reason, open: [best.datum, second.datum] };
}

/** What columns and the file's name state. */
export interface Named {
  readonly datum: { readonly datum: InputDatum; readonly name: string } | null;
  readonly grid: GridNamed | null;
}

export function guessDatum(points: readonly SamplePoint[], crs: Crs | null, named: Named, areas: Areas): DatumGuess {
  const none = { evidence: [], swapped: false, refusal: null, open: [] } as const;
  if (crs !== null && crs.refusal !== null) {
    return { ...none, datum: null, basis: 'stated', reason: crs.refusal, refusal: crs.refusal };
  }
  if (points.length === 0) return { ...none, datum: 'wgs84', basis: 'assumed', reason: note('no-coordinates') };
  const mx = median(points.map(({ x }) => x));
  const my = median(points.map(({ y }) => y));
  const geographic = Math.abs(mx) <= 180 && Math.abs(my) <= 180;
  if (crs?.datum !== null && crs?.datum !== undefined && crs.proj !== null) {
    const [own, other] = [judge(crs.datum, points, crs, areas), judge(crs.datum, turned(points), crs, areas)];
    // The definitions of these grids name north first, and some programs write it so: the numbers tell it without doubt.
    const swapped = own.inProvince * 2 < own.sampled && other.inProvince * 2 >= other.sampled;
    const evidence = evidenceOf(swapped ? other : own);
    const reason = note('stated-by-file', { name: crs.name });
    return { ...none, datum: crs.datum, basis: 'stated', reason, evidence: [evidence], swapped };
  }
  if (!geographic) return guessGrid(points, areas, named.grid);
  const swapped = between(mx, 18, 28) && between(my, 105, 120);
  const ordered = swapped ? turned(points) : points;
  const evidence = OFFSETS.map((datum) => evidenceOf(judge(datum, ordered, null, areas)));
  const shared = { evidence, swapped, refusal: null, open: [] };
  if (crs !== null)
    return { ...shared, datum: crs.datum, basis: 'stated', reason: note('stated-by-file', { name: crs.name }) };
  if (named.datum !== null) {
    const { datum, name } = named.datum;
    return { ...shared, datum, basis: 'stated', reason: note('stated-by-column', { name }) };
  }
  return { ...shared, ...guessOffset(evidence) };
}

/** True where the rows speak clearly for another datum than the one that is stated. */
export function doubted({ datum, evidence }: DatumGuess): DatumEvidence | null {
  const own = evidence.find((each) => each.datum === datum);
  const better = [...evidence].sort((a, b) => b.inside - a.inside)[0];
  if (own === undefined || better === undefined) return null;
  return better.inside - own.inside >= lead(own.of) ? better : null;
}

/**
 * Seeded draws: every position moves within its radius, uniformly over the disc, both ends at once, and each
 * criterion of place is scored anew. Weights play no part, so that moving one costs a sum and no draw; another need draws its
 * neighbours alone, and all else stays where it is. Runs in a worker; nothing here touches one.
 */
import { metresPerDegree, wgs84 } from '../../domain/position.ts';
import { offsetM, type Segments, segmentsNear } from './plane.ts';
import { type LinearScale, linear, PLACE_SCALES } from './scales.ts';
import { PLACE_CRITERIA, type PlaceCriterion } from './types.ts';

export const SEED = 224;
export const DRAWS = 500;

/** A point that moves: degrees and metres. */
export interface Moving {
  readonly lng: number;
  readonly lat: number;
  readonly radiusM: number;
}

/** A criterion of place whose targets no question changes, and which are points. */
export type FixedPlace = Exclude<PlaceCriterion, 'neighbours' | 'motorway'>;

export interface DrawCandidate extends Moving {
  readonly id: string;
  /**
   * Criteria that are known of it, with what they are measured to: indices into `things`. What can be nearest nowhere
   * within the errors is left out.
   */
  readonly nearest: Readonly<Partial<Record<FixedPlace, readonly number[]>>>;
  readonly motorway: boolean;
}

/** What another need changes: who the neighbours are. */
export interface DrawNeighbours {
  /** In the order of the candidates; null where they are not known. */
  readonly of: readonly (NeighboursOfOne | null)[];
  readonly things: readonly Moving[];
  readonly withinM: number;
}

interface NeighboursOfOne {
  /** How many are within reach wherever both ends are. */
  readonly always: number;
  /** Those that are within reach somewhere and not everywhere: indices into the neighbours' `things`. */
  readonly near: readonly number[];
}

export interface DrawInput {
  readonly candidates: readonly DrawCandidate[];
  /** Everything that is measured to, neighbours left out. */
  readonly things: readonly Moving[];
  readonly motorways: Segments;
  readonly motorwayErrorM: number;
  readonly neighbours: DrawNeighbours;
  readonly seed: number;
  readonly draws: number;
}

/** Scores of one candidate on one criterion, one a draw. */
export type DrawnScores = ReadonlyMap<string, ReadonlyMap<PlaceCriterion, Float64Array>>;

const STEP = 0x6d2b79f5;

/** Mulberry32: small, fast, the same everywhere; it counts, so that each number can be had by itself. Uniform in [0, 1). */
function numberAt(seed: number, index: number): number {
  const state = (seed + Math.imul(index + 1, STEP)) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
}

export function seeded(seed: number): () => number {
  let index = 0;
  return () => numberAt(seed, index++);
}

/** Draws that can be made part by part; the same as when they are made at once. */
export interface DrawRun {
  readonly scores: DrawnScores;
  /** How many are made. */
  readonly made: () => number;
  /** Makes so many more, up to all that were asked for. */
  readonly more: (count: number) => void;
  /** Other neighbours in place of those drawn so far; what no question changes stays drawn. */
  readonly meet: (neighbours: DrawNeighbours) => void;
}

export function drawScores(input: DrawInput): DrawnScores {
  const run = startDraws(input);
  run.more(input.draws);
  return run.scores;
}

/** Makes draws of some criteria, from one to before another, a block at most. */
type Drawing = (from: number, to: number) => void;
/** So many draws are made of a candidate before the next: what it is measured to lies side by side. */
const BLOCK = 10;
type Rows = ReadonlyMap<string, Map<PlaceCriterion, Float64Array>>;

export function startDraws(input: DrawInput): DrawRun {
  const { candidates, draws } = input;
  const scores: Rows = new Map(candidates.map(({ id }) => [id, new Map()]));
  const places = placeDraws(input, scores);
  let neighbours = neighbourDraws(input, input.neighbours, scores);
  let [madePlaces, madeNeighbours] = [0, 0];
  return {
    scores,
    made: () => Math.min(madePlaces, madeNeighbours),
    more: (count) => {
      const last = Math.min(draws, Math.min(madePlaces, madeNeighbours) + count);
      madePlaces = inBlocks(places, madePlaces, last);
      madeNeighbours = inBlocks(neighbours, madeNeighbours, last);
    },
    meet: (others) => {
      neighbours = neighbourDraws(input, others, scores);
      madeNeighbours = 0;
    },
  };
}

/** How many are made then. */
function inBlocks(draw: Drawing, made: number, last: number): number {
  for (let from = made; from < last; from += BLOCK) draw(from, Math.min(last, from + BLOCK));
  return Math.max(made, last);
}

/** Of which of all numbers of the seed a draw takes those of candidates, of things, and of the motorway beside each candidate. */
function numbersOf({ candidates, things }: DrawInput, draw: number) {
  const first = draw * (3 * candidates.length + 2 * things.length);
  const ofThings = first + 2 * candidates.length;
  return { ofCandidates: first, ofThings, ofMotorway: ofThings + 2 * things.length };
}
/** Numbers for neighbours lie far beyond all others. */
const NEIGHBOUR_NUMBERS = 2 ** 31;

/** Moves of one draw of a block: metres east and north of each, uniformly over its disc. Two numbers are taken whatever the radius. */
function moveAll(moves: Float64Array, all: readonly Moving[], block: number, seed: number, from: number): void {
  const first = 2 * block * all.length;
  for (let i = 0; i < all.length; i++) {
    const radiusM = all[i]?.radiusM ?? 0;
    const distance = radiusM * Math.sqrt(numberAt(seed, from + 2 * i));
    const angle = 2 * Math.PI * numberAt(seed, from + 2 * i + 1);
    moves[first + 2 * i] = distance * Math.cos(angle);
    moves[first + 2 * i + 1] = distance * Math.sin(angle);
  }
}

/** Where things are from the stated point of a candidate: metres east and north of each. */
function offsetsTo({ lng, lat }: Moving, things: readonly Moving[], indices: readonly number[]): Float64Array {
  const offsets = new Float64Array(2 * indices.length).fill(Infinity);
  indices.forEach((index, k) => {
    const thing = things[index];
    if (thing !== undefined) offsets.set(offsetM(lng, lat, thing.lng, thing.lat), 2 * k);
  });
  return offsets;
}

/** One criterion of one candidate, made ready. */
interface Measured {
  readonly row: Float64Array;
  readonly scale: LinearScale;
  readonly things: Int32Array;
  readonly offsets: Float64Array;
}

/** What no question changes: the nearest of each kind, and the motorway. */
function placeDraws(input: DrawInput, scores: Rows): Drawing {
  const { candidates, things, draws, seed, motorwayErrorM } = input;
  const rowOf = (id: string, criterion: PlaceCriterion) => {
    const row = new Float64Array(draws);
    scores.get(id)?.set(criterion, row);
    return row;
  };
  const prepared = candidates.map((candidate) => {
    const { id, lng, lat, radiusM, nearest, motorway } = candidate;
    const measured = criteriaOf(nearest).map((criterion): Measured => {
      const indices = nearest[criterion] ?? [];
      return {
        ...{ row: rowOf(id, criterion), scale: PLACE_SCALES[criterion] },
        ...{ things: Int32Array.from(indices), offsets: offsetsTo(candidate, things, indices) },
      };
    });
    if (!motorway) return { measured, motorway: null };
    const pieces = inMetres(lng, lat, segmentsNear(wgs84(lng, lat), input.motorways, radiusM));
    return { measured, motorway: { row: rowOf(id, 'motorway'), pieces } };
  });
  const moves = new Float64Array(2 * candidates.length * BLOCK);
  const thingMoves = new Float64Array(2 * things.length * BLOCK);
  return (from, to) => {
    for (let draw = from; draw < to; draw++) {
      const numbers = numbersOf(input, draw);
      moveAll(moves, candidates, draw - from, seed, numbers.ofCandidates);
      moveAll(thingMoves, things, draw - from, seed, numbers.ofThings);
    }
    prepared.forEach(({ measured, motorway }, i) => {
      for (const one of measured) {
        for (let draw = from; draw < to; draw++) {
          const own = 2 * ((draw - from) * candidates.length + i);
          const least = nearestOf(
            one,
            thingMoves,
            2 * (draw - from) * things.length,
            moves[own] ?? 0,
            moves[own + 1] ?? 0,
          );
          one.row[draw] = linear(one.scale, Math.sqrt(least));
        }
      }
      if (motorway === null) return;
      for (let draw = from; draw < to; draw++) {
        const own = 2 * ((draw - from) * candidates.length + i);
        const error = (2 * numberAt(seed, numbersOf(input, draw).ofMotorway + i) - 1) * motorwayErrorM;
        const metres = Math.max(0, toPieces(motorway.pieces, moves[own] ?? 0, moves[own + 1] ?? 0) + error);
        motorway.row[draw] = linear(PLACE_SCALES.motorway, metres);
      }
    });
  };
}

/** Square metres from where a candidate is moved to, to the nearest; `first` is where the draw's moves of things begin. */
function nearestOf(
  { things, offsets }: Measured,
  thingMoves: Float64Array,
  first: number,
  east: number,
  north: number,
): number {
  let least = Infinity;
  for (let k = 0; k < things.length; k++) {
    const at = first + 2 * (things[k] ?? 0);
    const x = (offsets[2 * k] ?? 0) + (thingMoves[at] ?? 0) - east;
    const y = (offsets[2 * k + 1] ?? 0) + (thingMoves[at + 1] ?? 0) - north;
    const d = x * x + y * y;
    if (d < least) least = d;
  }
  return least;
}

function neighbourDraws(input: DrawInput, neighbours: DrawNeighbours, scores: Rows): Drawing {
  const { candidates, draws, seed } = input;
  const { of, things, withinM } = neighbours;
  const prepared = candidates.map((candidate, i) => {
    const rows = scores.get(candidate.id);
    const one = of[i] ?? null;
    rows?.delete('neighbours');
    if (one === null) return null;
    const row = new Float64Array(draws);
    rows?.set('neighbours', row);
    const offsets = offsetsTo(candidate, things, one.near);
    return { row, always: one.always, things: Int32Array.from(one.near), offsets };
  });
  const moves = new Float64Array(2 * candidates.length * BLOCK);
  const thingMoves = new Float64Array(2 * things.length * BLOCK);
  return (from, to) => {
    for (let draw = from; draw < to; draw++) {
      moveAll(moves, candidates, draw - from, seed, numbersOf(input, draw).ofCandidates);
      moveAll(thingMoves, things, draw - from, seed, NEIGHBOUR_NUMBERS + 2 * draw * things.length);
    }
    prepared.forEach((one, i) => {
      if (one === null) return;
      for (let draw = from; draw < to; draw++) {
        const own = 2 * ((draw - from) * candidates.length + i);
        const first = 2 * (draw - from) * things.length;
        let count = one.always;
        for (let k = 0; k < one.things.length; k++) {
          const at = first + 2 * (one.things[k] ?? 0);
          const x = (one.offsets[2 * k] ?? 0) + (thingMoves[at] ?? 0) - (moves[own] ?? 0);
          const y = (one.offsets[2 * k + 1] ?? 0) + (thingMoves[at + 1] ?? 0) - (moves[own + 1] ?? 0);
          if (x * x + y * y <= withinM * withinM) count += 1;
        }
        one.row[draw] = linear(PLACE_SCALES.neighbours, count);
      }
    });
  };
}

/** Pieces of lines in metres east and north of a position, the nearest first. */
interface Pieces {
  /** Start and direction of each. */
  readonly lines: Float64Array;
  readonly apart: Float64Array;
}

function inMetres(lng: number, lat: number, segments: Segments): Pieces {
  const [east, north] = metresPerDegree(lat);
  const pieces = Array.from({ length: segments.length / 4 }, (_, i) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = segments.subarray(4 * i, 4 * i + 4);
    const line = [(x1 - lng) * east, (y1 - lat) * north, (x2 - x1) * east, (y2 - y1) * north];
    return { line, apart: toPieces({ lines: Float64Array.from(line), apart: Float64Array.of(0) }, 0, 0) };
  }).sort((a, b) => a.apart - b.apart);
  return {
    lines: Float64Array.from(pieces.flatMap(({ line }) => line)),
    apart: Float64Array.from(pieces, ({ apart }) => apart),
  };
}

/** Metres from a point to the nearest of the pieces; Infinity without any. */
function toPieces({ lines: pieces, apart }: Pieces, x: number, y: number): number {
  let best = Infinity;
  const moved = Math.sqrt(x * x + y * y);
  for (let i = 0; i < pieces.length; i += 4) {
    // What follows is farther, wherever within its move the point is.
    const least = (apart[i / 4] ?? 0) - moved;
    if (least > 0 && least * least > best) break;
    const [x1, y1] = [(pieces[i] ?? 0) - x, (pieces[i + 1] ?? 0) - y];
    const [dx, dy] = [pieces[i + 2] ?? 0, pieces[i + 3] ?? 0];
    const length2 = dx * dx + dy * dy;
    const along = length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length2));
    const [px, py] = [x1 + along * dx, y1 + along * dy];
    const square = px * px + py * py;
    if (square < best) best = square;
  }
  return Math.sqrt(best);
}

export const FIXED_PLACES: readonly FixedPlace[] = PLACE_CRITERIA.filter(
  (criterion) => criterion !== 'neighbours' && criterion !== 'motorway',
);

function criteriaOf(nearest: DrawCandidate['nearest']): FixedPlace[] {
  return FIXED_PLACES.filter((criterion) => nearest[criterion] !== undefined);
}

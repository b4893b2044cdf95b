/**
 * Seeded draws: every position moves within its radius, uniformly over the disc, both ends at once, and each
 * criterion of place is scored anew. Weights play no part, so that moving one costs a sum and no draw. Runs in a worker; nothing here touches one.
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

export interface DrawCandidate extends Moving {
  readonly id: string;
  /**
   * Criteria of place that are known of it, with what they are measured to: indices into `things`. What can be nearest
   * nowhere within the errors is left out, and of neighbours what is within reach everywhere or nowhere.
   */
  readonly nearest: Readonly<Partial<Record<PlaceCriterion, readonly number[]>>>;
  /** Neighbours that are within reach wherever both ends are. */
  readonly always: number;
  readonly motorway: boolean;
}

export interface DrawInput {
  readonly candidates: readonly DrawCandidate[];
  /** Everything that is measured to. */
  readonly things: readonly Moving[];
  readonly motorways: Segments;
  readonly motorwayErrorM: number;
  readonly withinM: number;
  readonly seed: number;
  readonly draws: number;
}

/** Scores of one candidate on one criterion, one a draw. */
export type DrawnScores = ReadonlyMap<string, ReadonlyMap<PlaceCriterion, Float64Array>>;

/** Mulberry32: small, fast, the same everywhere. Uniform in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Draws that can be made part by part; the same as when they are made at once. */
export interface DrawRun {
  readonly scores: DrawnScores;
  /** How many are made. */
  readonly made: () => number;
  /** Makes so many more, up to all that were asked for. */
  readonly more: (count: number) => void;
}

export function drawScores(input: DrawInput): DrawnScores {
  const run = startDraws(input);
  run.more(input.draws);
  return run.scores;
}

/** One criterion of one candidate, made ready: all in metres east and north of the candidate's stated point. */
interface Measured {
  readonly row: Float64Array;
  readonly scale: LinearScale;
  /** Of a count, how many are within reach anyway; null of what is nearest. */
  readonly always: number | null;
  readonly things: Int32Array;
  /** East and north of each. */
  readonly offsets: Float64Array;
}

interface Prepared {
  readonly radiusM: number;
  readonly measured: readonly Measured[];
  readonly motorway: { readonly row: Float64Array; readonly pieces: Pieces } | null;
}

export function startDraws(input: DrawInput): DrawRun {
  const { candidates, things, draws, seed, withinM, motorwayErrorM } = input;
  const random = seeded(seed);
  const scores = new Map<string, ReadonlyMap<PlaceCriterion, Float64Array>>();
  const prepared = candidates.map((candidate): Prepared => {
    const { id, lng, lat, radiusM, nearest, always, motorway } = candidate;
    const rows = new Map<PlaceCriterion, Float64Array>();
    scores.set(id, rows);
    const rowOf = (criterion: PlaceCriterion) => {
      const row = new Float64Array(draws);
      rows.set(criterion, row);
      return row;
    };
    const measured = criteriaOf(nearest).map((criterion): Measured => {
      const indices = nearest[criterion] ?? [];
      return {
        row: rowOf(criterion),
        scale: PLACE_SCALES[criterion],
        always: criterion === 'neighbours' ? always : null,
        things: Int32Array.from(indices),
        offsets: Float64Array.from(
          indices.flatMap((index) => {
            const thing = things[index];
            return thing === undefined ? [Infinity, Infinity] : offsetM(lng, lat, thing.lng, thing.lat);
          }),
        ),
      };
    });
    if (!motorway) return { radiusM, measured, motorway: null };
    const pieces = inMetres(lng, lat, segmentsNear(wgs84(lng, lat), input.motorways, radiusM));
    return { radiusM, measured, motorway: { row: rowOf('motorway'), pieces } };
  });
  /** Moves of candidates, then of things: metres east, metres north. */
  const moves = new Float64Array(2 * (candidates.length + things.length));
  const move = (at: number, radiusM: number) => {
    // Two numbers are taken whatever the radius, so that one changed radius leaves all other moves as they are.
    const distance = radiusM * Math.sqrt(random());
    const angle = 2 * Math.PI * random();
    moves[2 * at] = distance * Math.cos(angle);
    moves[2 * at + 1] = distance * Math.sin(angle);
  };
  function one(draw: number): void {
    candidates.forEach(({ radiusM }, i) => {
      move(i, radiusM);
    });
    things.forEach(({ radiusM }, i) => {
      move(candidates.length + i, radiusM);
    });
    prepared.forEach(({ measured, motorway }, i) => {
      const [east, north] = [moves[2 * i] ?? 0, moves[2 * i + 1] ?? 0];
      for (const { row, scale, always, things: to, offsets } of measured) {
        let [count, least] = [always ?? 0, Infinity];
        for (let k = 0; k < to.length; k++) {
          const at = 2 * (candidates.length + (to[k] ?? 0));
          const x = (offsets[2 * k] ?? 0) + (moves[at] ?? 0) - east;
          const y = (offsets[2 * k + 1] ?? 0) + (moves[at + 1] ?? 0) - north;
          const d = x * x + y * y;
          if (d <= withinM * withinM) count += 1;
          if (d < least) least = d;
        }
        row[draw] = linear(scale, always === null ? Math.sqrt(least) : count);
      }
      const error = (2 * random() - 1) * motorwayErrorM;
      if (motorway === null) return;
      const metres = Math.max(0, toPieces(motorway.pieces, east, north) + error);
      motorway.row[draw] = linear(PLACE_SCALES.motorway, metres);
    });
  }
  let made = 0;
  return {
    scores,
    made: () => made,
    more: (count) => {
      for (const last = Math.min(draws, made + count); made < last; made++) one(made);
    },
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
  const moved = Math.hypot(x, y);
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

function criteriaOf(nearest: DrawCandidate['nearest']): PlaceCriterion[] {
  return PLACE_CRITERIA.filter((criterion) => nearest[criterion] !== undefined);
}

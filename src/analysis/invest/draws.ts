/**
 * Seeded draws: every position moves within its radius, uniformly over the disc, both ends at once, and each
 * criterion of place is scored anew. Weights play no part, so that moving one costs a sum and no draw. Runs in a worker; nothing here touches one.
 */
import { wgs84 } from '../../domain/position.ts';
import { apartM, moved, type Segments, segmentsNear, toSegmentsM } from './plane.ts';
import { linear, PLACE_SCALES } from './scales.ts';
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

function shifted({ lng, lat, radiusM }: Moving, random: () => number): readonly [number, number] {
  // Two numbers are taken whatever the radius, so that one changed radius leaves all other moves as they are.
  const distance = radiusM * Math.sqrt(random());
  const angle = 2 * Math.PI * random();
  return moved(lng, lat, distance * Math.cos(angle), distance * Math.sin(angle));
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

export function startDraws(input: DrawInput): DrawRun {
  const { candidates, things, draws, seed, withinM, motorwayErrorM } = input;
  const random = seeded(seed);
  const scores = new Map(
    candidates.map(({ id, nearest, motorway }) => {
      const criteria: PlaceCriterion[] = [...criteriaOf(nearest), ...(motorway ? (['motorway'] as const) : [])];
      return [id, new Map(criteria.map((criterion) => [criterion, new Float64Array(draws)]))] as const;
    }),
  );
  const roads = candidates.map(({ lng, lat, radiusM, motorway }) =>
    motorway ? segmentsNear(wgs84(lng, lat), input.motorways, radiusM) : new Float64Array(),
  );
  let made = 0;
  function one(draw: number): void {
    const at = candidates.map((moving) => shifted(moving, random));
    const to = things.map((moving) => shifted(moving, random));
    candidates.forEach(({ id, nearest, motorway, always }, i) => {
      const own = scores.get(id);
      const [lng, lat] = at[i] ?? [Number.NaN, Number.NaN];
      for (const criterion of criteriaOf(nearest)) {
        let [count, least] = [always, Infinity];
        for (const thing of nearest[criterion] ?? []) {
          const [x, y] = to[thing] ?? [Number.NaN, Number.NaN];
          const d = apartM(lng, lat, x, y);
          if (d <= withinM) count += 1;
          if (d < least) least = d;
        }
        put(own, criterion, draw, criterion === 'neighbours' ? count : least);
      }
      const error = (2 * random() - 1) * motorwayErrorM;
      if (motorway)
        put(own, 'motorway', draw, Math.max(0, toSegmentsM(lng, lat, roads[i] ?? new Float64Array()) + error));
    });
  }
  return {
    scores,
    made: () => made,
    more: (count) => {
      for (const last = Math.min(draws, made + count); made < last; made++) one(made);
    },
  };
}

function put(
  own: ReadonlyMap<PlaceCriterion, Float64Array> | undefined,
  criterion: PlaceCriterion,
  draw: number,
  value: number,
) {
  const row = own?.get(criterion);
  if (row !== undefined) row[draw] = linear(PLACE_SCALES[criterion], value);
}

function criteriaOf(nearest: DrawCandidate['nearest']): PlaceCriterion[] {
  return PLACE_CRITERIA.filter((criterion) => nearest[criterion] !== undefined);
}

/**
 * The scale of each criterion: from what it says to 0–1. All of them are straight lines between two numbers, or a
 * short list, so that a sceptic can check one by hand; the method page prints this file's numbers.
 */
import type { Precision, Status } from '../../domain/vocabulary.ts';
import type { ClusterFit, PlaceCriterion } from './types.ts';

export interface LinearScale {
  /** The value that scores 1, and the one from which on it scores 0. */
  readonly best: number;
  readonly worst: number;
}

/** Metres; the count of neighbours. */
export const PLACE_SCALES: Readonly<Record<PlaceCriterion, LinearScale>> = {
  neighbours: { best: 6, worst: 0 },
  laboratory: { best: 2_000, worst: 40_000 },
  college: { best: 2_000, worst: 25_000 },
  venue: { best: 2_000, worst: 30_000 },
  station: { best: 1_000, worst: 12_000 },
  motorway: { best: 1_000, worst: 12_000 },
  airport: { best: 10_000, worst: 60_000 },
  port: { best: 5_000, worst: 30_000 },
};
/** Years since the status was last confirmed. */
export const RECENT_SCALE: LinearScale = { best: 0, worst: 10 };
/** Metres of error of the position. */
export const LOCATED_SCALE: LinearScale = { best: 0, worst: 10_000 };

export const FIT_SCORES: Readonly<Record<ClusterFit, number>> = { own: 1, named: 0.6, several: 0.3, other: 0 };

/** A term in the name or focus, and one found only in the facts. */
export const WORD_SCORES = { found: 1, inFacts: 0.5 } as const;

export const STATUS_SCORES: Readonly<Record<Exclude<Status, 'unknown'>, number>> = {
  operating: 1,
  'under-construction': 0.6,
  planned: 0.3,
  suspended: 0,
  ended: 0,
};

/** A point that stands for no more than this says nothing of distances. */
export const COARSE: readonly Precision[] = ['district', 'city'];

export function linear({ best, worst }: LinearScale, value: number): number {
  return Math.min(1, Math.max(0, (value - worst) / (best - worst)));
}

/** Side of a square of the surface of how good it is everywhere, metres. */
export const HEAT_STEP_M = 1000;

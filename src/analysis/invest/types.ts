/**
 * What the finder speaks of: a question (what is made, weights, limits), the candidates that could host it,
 * what is known of each by criterion, and the ranking. Lengths in metres, scores 0 to 1, ranks from 1.
 */
import type { Wgs84 } from '../../domain/position.ts';
import type { Bilingual, Source } from '../../domain/schema/parts.ts';
import type { Site } from '../../domain/site.ts';
import type { ClusterId, DistrictId, Precision, Status } from '../../domain/vocabulary.ts';

/** In the order in which they are shown. */
export const CRITERION_IDS = [
  'cluster',
  'focus',
  'neighbours',
  'laboratory',
  'college',
  'venue',
  'station',
  'motorway',
  'airport',
  'port',
  'district',
  'status',
  'recent',
  'located',
] as const;
export type BuiltInCriterion = (typeof CRITERION_IDS)[number];
/** A numeric column of the user's own, by a short mark of its name: `own-1x2y3z`. */
export type OwnCriterion = `own-${string}`;
export type CriterionId = BuiltInCriterion | OwnCriterion;

/** Criteria that follow from where things are, so that an error of position moves them. */
export const PLACE_CRITERIA = [
  'neighbours',
  'laboratory',
  'college',
  'venue',
  'station',
  'motorway',
  'airport',
  'port',
] as const;
export type PlaceCriterion = (typeof PLACE_CRITERIA)[number];

export function isPlaceCriterion(id: CriterionId): id is PlaceCriterion {
  return PLACE_CRITERIA.some((place) => place === id);
}

/** How well a park's stated purpose fits a cluster: its own, named in its focus, several clusters, another one. */
export type ClusterFit = 'own' | 'named' | 'several' | 'other';

/** What a criterion says, in its own kind. `min` and `max` differ where errors of position matter. */
export type Said =
  | { readonly kind: 'distance'; readonly value: number; readonly min: number; readonly max: number }
  | {
      readonly kind: 'count';
      readonly value: number;
      /** Certain and possible. */
      readonly min: number;
      readonly max: number;
      readonly withinM: number;
      /** Of the same kind, but not placed: they may be within reach or not. */
      readonly cannotTell: number;
    }
  | { readonly kind: 'fit'; readonly fit: ClusterFit; readonly clusters: readonly ClusterId[] }
  | {
      readonly kind: 'words';
      /** Terms found in its name or focus; those found only in its facts; those not found. */
      readonly found: readonly Bilingual[];
      readonly inFacts: readonly Bilingual[];
      readonly missing: readonly Bilingual[];
    }
  | { readonly kind: 'status'; readonly status: Status }
  | { readonly kind: 'years'; readonly value: number }
  | { readonly kind: 'radius'; readonly value: number; readonly precision: Precision }
  | { readonly kind: 'district'; readonly districts: readonly DistrictId[]; readonly preferred: number }
  | (OwnNumber & {
      readonly kind: 'number';
      /** What was taken of several rows; null where there is one, or all say the same. */
      readonly pick: RowPick | null;
      /** How many rows hold. */
      readonly rows: number;
    });

/** What counts where several rows of the user's tables say something of one candidate. */
export const ROW_PICKS = ['least', 'greatest', 'sum', 'row'] as const;
export type RowPick = (typeof ROW_PICKS)[number];

/** A number of a table of the user's. */
export interface OwnNumber {
  readonly value: number;
  /** Empty where the column names none. */
  readonly unit: string;
  /** Names of the tables that say it. */
  readonly set: string;
}

export interface KnownValue {
  readonly known: true;
  readonly said: Said;
  /** 0 to 1 on the criterion's scale, a distance's as the mean over `over`; and what it may be within the errors of position. */
  readonly score: number;
  readonly scoreMin: number;
  readonly scoreMax: number;
  /** The score where all of which it cannot be told is within reach; absent where everything can be told. */
  readonly scoreHigh?: number;
  /** Where it is measured to, from the stated points; absent where it is no distance. */
  readonly to?: Wgs84;
  /** The value at each point of the disc of both errors (`disc.ts`), for what follows from a position. */
  readonly over?: readonly number[];
  /** What is nearest, for a distance. */
  readonly nearest: { readonly nameZh: string; readonly nameEn: string; readonly siteId: string | null } | null;
  readonly sources: readonly Source[];
  /** State of what was measured, `YYYY[-MM[-DD]]`, or a span of years; null where the source has none. */
  readonly date: string | null;
  /** What must be said with it, as a key of the words. */
  readonly note: ValueNote | null;
}

export const VALUE_NOTES = [
  'no-junctions',
  'junctions',
  'port-locality',
  'airport-error',
  'station-state',
  'station-osm',
] as const;
export type ValueNote = (typeof VALUE_NOTES)[number];

export const UNKNOWN_REASONS = [
  'not-placed',
  'placed-coarsely',
  'no-radius',
  'derived',
  'not-stated',
  'no-date',
  'none-placed',
  'not-in-set',
  'rows-differ',
  'expired',
] as const;
/** Why nothing is said. `derived`: the place's point was taken from what would be measured to. */
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];
export interface UnknownValue {
  readonly known: false;
  readonly reason: UnknownReason;
  /** What held until a day that has passed, `YYYY[-MM[-DD]]`; only of what has expired. */
  readonly was?: OwnNumber & { readonly until: string };
}
export type CriterionValue = KnownValue | UnknownValue;

/** A record of the register that can host a plant. */
export interface Candidate {
  readonly site: Site;
  readonly values: ReadonlyMap<CriterionId, CriterionValue>;
  /** Absent of a record: then it is a row of the user's own, and `site` is made of what the row and its park say. */
  readonly row?: RowOf;
}

/** Which row of which set a candidate is. */
export interface RowOf {
  readonly setId: string;
  readonly row: number;
  /** Id of the park that it names. */
  readonly park: string | null;
  /** Whether it or its park states a cluster. */
  readonly knowsCluster: boolean;
}

/** A limit by its key in the address: a criterion, or a district that must hold. */
export type LimitId = CriterionId;

/** One bar of a score: points out of 100, and what it may have had at most. */
export interface ScorePart {
  readonly criterion: CriterionId;
  readonly weight: number;
  /** Points that it gives to the score, 0 to 100; null where the criterion is unknown. */
  readonly points: number | null;
  /** The same at the high end of the score: more where part of what is counted cannot be told, all where it is unknown. */
  readonly pointsHigh: number;
  /** Points that it would give at the best: its share of all weight in force. */
  readonly most: number;
}

/**
 * `ranked`; `little-known`: less than half of the weight is known, so it is shown and not ranked; `unasked`: nothing that
 * is made was understood or put in, so there is nothing to rank by; `removed`: a limit takes it out for certain.
 */
export type Standing = 'ranked' | 'little-known' | 'unasked' | 'removed';

/** The lists that are ranked apart: places for a plant, and zones or areas over several districts. */
export const SCOPES = ['place', 'wide'] as const;
export type Scope = (typeof SCOPES)[number];

export interface RankedCandidate extends Candidate {
  readonly scope: Scope;
  readonly standing: Standing;
  /** 0 to 100 with every unknown criterion at 0; null where none in force is known, or nothing was asked. */
  readonly score: number | null;
  /** The same with every unknown criterion at 1. */
  readonly scoreHigh: number | null;
  /** Known share of the weight in force, 0 to 1. */
  readonly knownShare: number;
  /** In its own list, from 1; null where it is not ranked. */
  readonly rank: number | null;
  /** Best and worst rank over the draws; null until they are made. */
  readonly rankRange: readonly [best: number, worst: number] | null;
  /** Between which points, 0 to 100, 5 to 95 of a hundred draws put the score that ranks; null until they are made. */
  readonly spread: readonly [low: number, high: number] | null;
  /** One of several that are first in some draw: none of them is surely the best, and all stand at 1. */
  readonly tiedFirst: boolean;
  readonly parts: readonly ScorePart[];
  /** Limits that it fails for certain, and those of which it cannot be told. */
  readonly failed: readonly LimitId[];
  readonly doubtful: readonly LimitId[];
  readonly reasons: Reasons;
}

/** What a sentence says of why a candidate stands where it stands. */
export interface Reasons {
  /** Criteria that give most of the score, the largest first, two at most. */
  readonly strong: readonly CriterionId[];
  /** The one that costs most points; null where none costs any. */
  readonly weak: CriterionId | null;
  /** Criteria in force that are unknown, the heaviest first. */
  readonly unknown: readonly CriterionId[];
}

export interface Ranking {
  readonly question: Question;
  /** Criteria that count, with a weight above 0, in the order shown. */
  readonly criteria: readonly CriterionId[];
  /** Ranked first, places before wide areas, each by rank; then little known or unasked; then removed. */
  readonly candidates: readonly RankedCandidate[];
  /** How many each limit takes out, whatever the others do. */
  readonly removedBy: ReadonlyMap<LimitId, number>;
  /** How the ranges were made; null until they are. */
  readonly simulation: { readonly draws: number; readonly seed: number } | null;
}

/** A distance of the chosen candidate: from its point to what is nearest, metres as a range. */
export interface MeasuredTo extends Pick<KnownValue, 'nearest'> {
  readonly criterion: PlaceCriterion;
  readonly from: Wgs84;
  readonly to: Wgs84;
  readonly min: number;
  readonly max: number;
}

/** The circle within which the neighbours of the chosen candidate are counted. */
export interface Reach {
  readonly centre: Wgs84;
  readonly radiusM: number;
  readonly withinM: number;
}

/** Ends of a score: what is unknown at its worst, or at its best. */
export const SCORE_ENDS = ['low', 'high'] as const;
export type ScoreEnd = (typeof SCORE_ENDS)[number];

/** What the investor asks, read from the address. */
export interface Question {
  /** Free words, without the corrections to them. */
  readonly words: string;
  readonly clusters: readonly ClusterId[];
  /** Ids of terms. */
  readonly focus: readonly string[];
  readonly preset: string;
  /** Which end of the scores ranks. */
  readonly end: ScoreEnd;
  /** 0 to 5; below 0 for a column of the user's own of which less is better. */
  readonly weights: ReadonlyMap<CriterionId, number>;
  readonly limits: Limits;
}

export interface Limits {
  /** Largest distance in metres, smallest count, number of an own column, by criterion. */
  readonly bounds: ReadonlyMap<CriterionId, number>;
  /** Only these districts; null is all. */
  readonly districts: readonly DistrictId[] | null;
  /** Rather these districts. */
  readonly preferred: readonly DistrictId[];
  /** Only what operates or is being built. */
  readonly running: boolean;
  /** Leave out what does not pass for certain. */
  readonly sure: boolean;
  /** Within which projects of the cluster are counted, metres. */
  readonly withinM: number;
}

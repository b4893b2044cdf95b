/**
 * The line of time of a record or of a cluster's records: what was planned beside what came, and how each stood at the
 * end of every year; a year of which nothing is known is unknown. Pure. Places on the line are years and parts of one.
 */
import { dateOf, FIRST_YEAR, type Step, stepsOf, yearOf, yearsOf } from './milestones.ts';
import type { Milestone } from './schema/site.ts';
import type { Site } from './site.ts';
import type { Status } from './vocabulary.ts';

/** A date as long as it is coarse: all of its year, its month or its day. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly planned: boolean;
}

export interface TimeRow {
  /** A record; a step of one, or how it stood where that is null. */
  readonly name: { readonly site: Site } | { readonly step: Step | null };
  /** How it stood at the end of each year; empty where the row says nothing of that. */
  readonly states: readonly Status[];
  readonly marks: readonly Mark[];
}

export interface TimeLine {
  /** Years at whose ends it is told how a record stood, from FIRST_YEAR or the first date. */
  readonly first: number;
  readonly last: number;
  /** End of the line: beyond the last year where something is planned for later. */
  readonly end: number;
  readonly rows: readonly TimeRow[];
  /** Records that found no room. */
  readonly more: number;
}

/** Rows that a room can still read. */
export const MOST_ROWS = 12;

/** A date as it stands on the line. @param date `YYYY[-MM[-DD]]` */
export function spanOf(date: string): { readonly from: number; readonly to: number } {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { from: year, to: year + 1 };
  const start = year + (month - 1) / 12;
  if (day === undefined) return { from: start, to: start + 1 / 12 };
  const at = start + (day - 1) / 365;
  return { from: at, to: at + 1 / 365 };
}

const speaks = ({ withdrawn }: Milestone) => withdrawn === undefined;

const markOf = (milestone: Milestone): Mark => ({
  ...spanOf(dateOf(milestone)),
  planned: milestone.date === undefined,
});

/** @param last year of the data */
export function lineOfSite({ milestones: all }: Site, last: number): TimeLine {
  const milestones = all.filter(speaks);
  const first = firstOf(milestones);
  // What was seen says how it stood, which the first row has.
  const steps = stepsOf(milestones).filter(({ event }) => event !== 'seen');
  const rows: TimeRow[] = [
    { name: { step: null }, states: statesOf(milestones, first, last), marks: [] },
    ...steps.map((step) => ({ name: { step }, states: [], marks: [...step.planned, ...step.actual].map(markOf) })),
  ];
  return lineOf(rows, first, last);
}

/** Records of a cluster, the earliest first, and last those of which no year is known; null where there is none. */
export function lineOfCluster(sites: readonly Site[], cluster: string, last: number): TimeLine | null {
  const records = sites.filter(({ industryCluster, parent }) => industryCluster === cluster && parent === null);
  if (records.length === 0) return null;
  const own = ({ milestones }: Site) =>
    milestones.filter((each) => speaks(each) && each.event !== 'seen' && each.of === undefined);
  const first = firstOf(records.flatMap(own));
  const rows = records.map((site): TimeRow => {
    return { name: { site }, states: statesOf(site.milestones, first, last), marks: own(site).map(markOf) };
  });
  const knownFrom = ({ states, marks }: TimeRow): number => {
    const at = states.findIndex((status) => status !== 'unknown');
    return Math.min(at === -1 ? Number.MAX_VALUE : first + at, ...marks.map(({ from }) => from));
  };
  return lineOf(
    [...rows].sort((a, b) => knownFrom(a) - knownFrom(b)),
    first,
    last,
  );
}

/** The first year that the line tells of. */
const firstOf = (milestones: readonly Milestone[]): number =>
  Math.min(FIRST_YEAR, ...milestones.filter(({ event }) => event !== 'seen').map((each) => yearOf(dateOf(each))));

const statesOf = (milestones: readonly Milestone[], first: number, last: number): Status[] =>
  yearsOf(milestones, first, last).map(({ status }) => status);

function lineOf(all: readonly TimeRow[], first: number, last: number): TimeLine {
  const rows = all.slice(0, MOST_ROWS);
  const ends = rows.flatMap(({ marks }) => marks.map(({ to }) => Math.ceil(to)));
  return { first, last, end: Math.max(last + 1, ...ends), rows, more: all.length - rows.length };
}

/** Years that follow each other with one state, the first and the last of them. */
export function runsOf(
  states: readonly Status[],
  first: number,
): { readonly status: Status; readonly from: number; readonly to: number }[] {
  const runs: { status: Status; from: number; to: number }[] = [];
  states.forEach((status, at) => {
    const run = runs.at(-1);
    if (run?.status === status) run.to = first + at;
    else runs.push({ status, from: first + at, to: first + at });
  });
  return runs;
}

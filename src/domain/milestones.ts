/**
 * What happened to a record and when, and what follows: its status, how it stood at the end of a year, how far a plan
 * slipped. Pure. Dates are `YYYY[-MM[-DD]]` and stay as coarse as they are.
 */
import type { Milestone, SiteProperties } from './schema/site.ts';
import type { MilestoneEvent, Status } from './vocabulary.ts';

/** The state that an event of the record itself leaves it in; null where it says nothing of that. */
const STATE_AFTER: Record<Exclude<MilestoneEvent, 'seen'>, Status | null> = {
  signed: 'planned',
  started: 'under-construction',
  'topped-out': 'under-construction',
  // Built, and not yet said to work: of the six states this is the last that is sure.
  completed: 'under-construction',
  operating: 'operating',
  suspended: 'suspended',
  ended: 'ended',
  renamed: null,
  moved: null,
};

/** What a milestone says of the record's own state; null for a plan, a part, what is withdrawn or says nothing of it. */
export function stateOf({ event, of, state, date, withdrawn }: Milestone): Status | null {
  if (of !== undefined || date === undefined || withdrawn !== undefined) return null;
  return event === 'seen' ? (state ?? null) : STATE_AFTER[event];
}

/** A status as it is written or corrected: what was seen, with the day it was last confirmed. */
interface Seen {
  readonly value: Status;
  readonly date: string | null;
  readonly dateNote?: Milestone['dateNote'];
  readonly source: string | null;
}

/** The milestones with a status as the observation that it is; one without a date says nothing and is none. */
export function withSeen(milestones: readonly Milestone[], { value, date, dateNote, source }: Seen): Milestone[] {
  if (date === null || source === null) return byDate(milestones);
  const seen: Milestone = { event: 'seen', state: value, date, ...(dateNote && { dateNote }), source };
  return byDate([...milestones, seen]);
}

/** The day, month or year of a milestone, whether it was or is planned. */
export const dateOf = ({ date, plannedDate }: Milestone): string => date ?? plannedDate ?? '';

export type MilestoneFault = 'dates' | 'state' | 'planned';

/** What is wrong with a milestone by itself. */
export function milestoneFaults({ event, state, date, plannedDate }: Omit<Milestone, 'source'>): MilestoneFault[] {
  const faults: MilestoneFault[] = [];
  if ((date === undefined) === (plannedDate === undefined)) faults.push('dates');
  if ((event === 'seen') !== (state !== undefined)) faults.push('state');
  if (event === 'seen' && plannedDate !== undefined) faults.push('planned');
  return faults;
}

/** What a milestone states, without its source and notes: equal ones give equal text. */
export const milestoneText = ({ event, of, state, date, plannedDate }: Omit<Milestone, 'source'>): string =>
  [event, state, date ?? `planned ${plannedDate}`, of?.zh, of?.en].filter((part) => part !== undefined).join(' · ');

/** By date; of two that a coarse date leaves open the finer one is later, and of equals the one that came later. */
export const byDate = (milestones: readonly Milestone[]): Milestone[] =>
  [...milestones].sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));

/** The newest event or observation that says how the record itself stands, up to the end of a year where one is given. */
export function newestState(milestones: readonly Milestone[], year = 9999): Milestone | null {
  return byDate(milestones.filter((each) => stateOf(each) !== null && yearOf(dateOf(each)) <= year)).at(-1) ?? null;
}

/** The first year that the map and the panels look back to. */
export const FIRST_YEAR = 2018;

export const yearOf = (date: string): number => Number(date.slice(0, 4));

type StatusFields = Pick<SiteProperties, 'status' | 'statusDate' | 'statusDateNote' | 'statusSource'>;

/**
 * The status with its date: what the newest event or observation says, today or on 31 December of a year. Before the
 * first one it is not known.
 */
export function statusOf(milestones: readonly Milestone[], year?: number): StatusFields {
  const newest = newestState(milestones, year);
  const status = newest === null ? null : stateOf(newest);
  if (newest === null || status === null)
    return { status: 'unknown', statusDate: null, statusDateNote: null, statusSource: null };
  return {
    status,
    statusDate: status === 'unknown' ? null : dateOf(newest),
    statusDateNote: newest.dateNote ?? null,
    statusSource: newest.source,
  };
}

/** Months, counted from the year 0; a year alone may be any of its twelve. */
function monthsOf(date: string): { readonly first: number; readonly last: number } {
  const [year = 0, month] = date.split('-').map(Number);
  return month === undefined
    ? { first: year * 12, last: year * 12 + 11 }
    : { first: year * 12 + month - 1, last: year * 12 + month - 1 };
}

/** Calendar months from a plan to what came: below 0 where it came early, a range where a date is a year alone. */
export interface Slippage {
  readonly min: number;
  readonly max: number;
}

export function slippage(plannedDate: string, date: string): Slippage {
  const [plan, came] = [monthsOf(plannedDate), monthsOf(date)];
  return { min: came.first - plan.last, max: came.last - plan.first };
}

/** What was planned beside what came, for one event of the record or of one part of it. */
export interface Step {
  readonly event: MilestoneEvent;
  readonly of: Milestone['of'];
  readonly planned: readonly Milestone[];
  readonly actual: readonly Milestone[];
  /** From the first plan to the first that came; null where either is missing. */
  readonly slipped: Slippage | null;
}

/**
 * The milestones as steps by date: a plan stands with the event that it was of. Observations are steps of their own,
 * since nobody plans one, and so is what is withdrawn.
 */
export function stepsOf(milestones: readonly Milestone[]): Step[] {
  const groups = new Map<string, Milestone[]>();
  byDate(milestones).forEach((each, at) => {
    const isAlone = each.event === 'seen' || each.withdrawn !== undefined;
    const key = isAlone ? `alone ${at}` : `${each.event} ${each.of?.zh ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const planned = group.filter(({ date }) => date === undefined);
    const actual = group.filter(({ date }) => date !== undefined);
    const [plan, came] = [planned[0]?.plannedDate, actual[0]?.date];
    const slipped = plan === undefined || came === undefined ? null : slippage(plan, came);
    return [{ event: first.event, of: first.of, planned, actual, slipped }];
  });
}

/** How the record stood at the end of each year, and where that is from; `status` is unknown before the first. */
export function yearsOf(
  milestones: readonly Milestone[],
  first: number,
  last: number,
): { readonly year: number; readonly status: Status; readonly from: Milestone | null }[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const from = newestState(milestones, first + i);
    return { year: first + i, status: statusOf(milestones, first + i).status, from };
  });
}

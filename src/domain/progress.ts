/**
 * How far a target is met by what others have published, by the rule that the page prints (`progressRule`). Pure.
 * Amounts are in base units.
 */
import type { Cluster } from './schema/policy.ts';
import type { Figure, StatedTarget } from './schema/statistics.ts';

export type ProgressState = 'reached' | 'on-way' | 'behind' | 'missed' | 'unknown';

/** Why it cannot be told. */
export type ProgressGap =
  /** The target is of another scope than its figures. */
  | 'scope'
  /** No figure of it with a stated year. */
  | 'none'
  /** One year alone: nothing says which way it goes. */
  | 'one'
  /** What is published leaves it open: only "over", "about", or two that differ. */
  | 'open'
  /** The text states no year, so nothing can be late. */
  | 'undated'
  /** Its year is over, and no figure is of that year. */
  | 'over';

export interface Progress {
  readonly state: ProgressState;
  readonly gap: ProgressGap | null;
  /** Year of the figure that decides; null where there is none. */
  readonly year: number | null;
}

/** What is to be reached. */
export interface Aim {
  /** Of the figures that it is held against. */
  readonly key: string;
  readonly unit: Figure['unit'];
  readonly value: number;
  readonly qualifier: Figure['qualifier'];
  /** Null where none is stated. */
  readonly year: number | null;
  readonly narrower: boolean;
}

/** The target that the policy sets a cluster; it speaks of 产值. */
export const aimOf = ({ target: { overCny, year } }: Pick<Cluster, 'target'>): Aim => ({
  ...{ key: 'output-value', unit: 'CNY', value: overCny, qualifier: 'over', year, narrower: false },
});

export const aimOfStated = ({ key, unit, value, qualifier, year, narrower }: StatedTarget): Aim => ({
  ...{ key, unit, value, qualifier, year, narrower },
});

/** What a figure may be: "over 3" is above 3 and without an end. */
interface Span {
  readonly year: number;
  readonly min: number;
  readonly max: number;
  /** It is above `min`, and not `min` itself. */
  readonly isOver: boolean;
}

function spanOf({ value, asOf, dateNote, qualifier }: Figure): Span | null {
  // A date that the source does not state for the figure itself is no year of it, and a forecast is no figure.
  if (asOf === null || dateNote !== undefined || qualifier === 'planned' || qualifier === 'expected') return null;
  if (typeof value === 'object' && 'zh' in value) return null;
  const year = Number(asOf.slice(0, 4));
  const { min, max } = typeof value === 'number' ? { min: value, max: value } : value;
  if (qualifier === 'over') return { year, min, max: Infinity, isOver: true };
  if (qualifier === 'nearly') return { year, min: -Infinity, max, isOver: false };
  if (qualifier === 'about') return { year, min: -Infinity, max: Infinity, isOver: false };
  return { year, min, max, isOver: false };
}

/** One span a year, oldest first: two that differ leave open what lies between them. */
function yearly(spans: readonly Span[]): Span[] {
  const byYear = new Map<number, Span>();
  for (const span of spans) {
    const known = byYear.get(span.year);
    byYear.set(span.year, known === undefined ? span : hull(known, span));
  }
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

function hull(a: Span, b: Span): Span {
  const low = a.min <= b.min ? a : b;
  return { year: a.year, min: low.min, max: Math.max(a.max, b.max), isOver: low.isOver };
}

/** Whether the target is met by all that a figure may be, by none of it, or that is open. */
function meets({ min, max, isOver }: Span, { value, qualifier }: Aim): boolean | null {
  const mustExceed = qualifier === 'over';
  if (min > value || (min === value && (isOver || !mustExceed))) return true;
  // Nobody says how far below a target of "about" still is about it.
  if (qualifier === 'about') return null;
  return max < value || (max === value && mustExceed) ? false : null;
}

const told = (state: ProgressState, year: number): Progress => ({ state, gap: null, year });
const untold = (gap: ProgressGap, year: number | null = null): Progress => ({ state: 'unknown', gap, year });

/**
 * @param figures of the scope that the target is of
 * @param now the year of the data
 */
export function progressOf(aim: Aim, figures: readonly Figure[], now: number): Progress {
  if (aim.narrower) return untold('scope');
  const spans = yearly(
    figures.flatMap((figure) => {
      const isOfIt = figure.key === aim.key && figure.unit === aim.unit && !figure.narrower;
      return (isOfIt && spanOf(figure)) || [];
    }),
  );
  const until = aim.year ?? Infinity;
  // Growth is of one year; an amount of an earlier year is on its way there.
  const known = spans.filter(({ year }) => (aim.unit === '%' ? year === aim.year : year <= until));
  const latest = known.at(-1);
  if (latest === undefined) return untold(aim.year !== null && aim.year < now ? 'over' : 'none');
  const isMet = meets(latest, aim);
  if (isMet === true) return told('reached', latest.year);
  if (latest.year === aim.year) return isMet === false ? told('missed', latest.year) : untold('open', latest.year);
  if (aim.year === null) return untold(isMet === false ? 'undated' : 'open', latest.year);
  if (aim.year < now) return untold('over', latest.year);
  const first = known[0];
  if (first === undefined || first === latest) return untold('one', latest.year);
  return alongLine(first, latest, { value: aim.value, year: aim.year });
}

/** A straight line from the first figure to the target: at the latest one it is above it, or below. */
function alongLine(first: Span, latest: Span, aim: { readonly value: number; readonly year: number }): Progress {
  const part = (latest.year - first.year) / (aim.year - first.year);
  const due = (from: number) => from + (aim.value - from) * part;
  if (latest.min >= due(first.max)) return told('on-way', latest.year);
  if (latest.max < due(first.min)) return told('behind', latest.year);
  return untold('open', latest.year);
}

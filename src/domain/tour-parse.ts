/** A tour from a file, a clipboard or an address: typed, or every reason why it is none, by stop. Pure. */
import * as v from 'valibot';
import { freshId } from './tour-edit.ts';
import { Tour, TourFile, TourId, TourStop } from './tour-schema.ts';

/** Why something in a tour cannot be used. */
export type Reason =
  | 'missing'
  | 'unknown-field'
  | 'wrong-kind'
  | 'wrong-form'
  | 'unknown-value'
  | 'too-long'
  | 'too-small'
  | 'too-large'
  | 'too-many'
  /** The images of all stops together. */
  | 'too-much';

export type TourFault =
  /** The text is no JSON. */
  | { readonly kind: 'not-json' }
  /** It is JSON, but says of itself that it is something else, or nothing. */
  | { readonly kind: 'not-a-tour' }
  /** Written by a later version of this product. */
  | { readonly kind: 'later'; readonly schema: number }
  | {
      readonly kind: 'value';
      /** From 1; null for the tour as a whole. */
      readonly stop: number | null;
      /** Where in it, as written in the file: `title.zh`. */
      readonly field: string;
      readonly reason: Reason;
      /** The limit, where there is one. */
      readonly limit: number | null;
    };

export type ParsedTour = { readonly tour: Tour } | { readonly faults: readonly [TourFault, ...TourFault[]] };

export const TOUR_FORMAT = 'foshan-224-tour';
export const TOUR_SCHEMA = 2;

const Head = v.object({ format: v.literal(TOUR_FORMAT), schema: v.number() });

/** A tour as it is written into a file. */
export function tourFileOf(tour: Tour): TourFile {
  return { format: TOUR_FORMAT, schema: TOUR_SCHEMA, tour };
}

/** A file's text. */
export function parseTourText(text: string): ParsedTour {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { faults: [{ kind: 'not-json' }] };
  }
  return parseTourFile(value);
}

/** What a file or an address holds. */
export function parseTourFile(value: unknown): ParsedTour {
  const head = v.safeParse(Head, value);
  if (!head.success) return { faults: [{ kind: 'not-a-tour' }] };
  if (head.output.schema > TOUR_SCHEMA) return { faults: [{ kind: 'later', schema: head.output.schema }] };
  const file = v.safeParse(TourFile, value);
  return file.success ? { tour: withOwnIds(file.output.tour) } : { faults: faultsOf(file.issues) };
}

/** A tour as a device keeps it; null where it is none. */
export function parseKept(value: unknown): Tour | null {
  const kept = v.safeParse(Tour, value);
  return kept.success ? withOwnIds(kept.output) : null;
}

/** One stop, typed, or every reason why it is none. */
export function parseStop(value: unknown): { readonly stop: TourStop } | { readonly faults: readonly TourFault[] } {
  const stop = v.safeParse(TourStop, value);
  return stop.success ? { stop: stop.output } : { faults: faultsOf(stop.issues) };
}

/** An id as a list of tours has it; null where it is none. */
export function parseTourId(value: unknown): string | null {
  const id = v.safeParse(TourId, value);
  return id.success ? id.output : null;
}

/** No two stops of one id, whatever a file says: lists and windows tell stops apart by it. */
function withOwnIds(tour: Tour): Tour {
  const taken = new Set<string>();
  const stops = tour.stops.map((stop) => {
    const id = taken.has(stop.id) ? freshId('stop', new Set([...taken, ...tour.stops.map((s) => s.id)])) : stop.id;
    taken.add(id);
    return id === stop.id ? stop : { ...stop, id };
  });
  return { ...tour, stops };
}

type Issues = [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]];

function faultsOf([first, ...rest]: Issues): [TourFault, ...TourFault[]] {
  return [faultOf(first), ...rest.map(faultOf)];
}

function faultOf(issue: v.BaseIssue<unknown>): TourFault {
  const path = (issue.path ?? []).map(({ key }) => key).filter((key) => key !== 'tour' || issue.path?.[0]?.key !== key);
  const inStop = path[0] === 'stops' && typeof path[1] === 'number';
  return {
    kind: 'value',
    stop: inStop ? Number(path[1]) + 1 : null,
    field: path.slice(inStop ? 2 : 0).join('.'),
    reason: reasonOf(issue),
    limit: typeof issue.requirement === 'number' ? issue.requirement : null,
  };
}

function reasonOf(issue: v.BaseIssue<unknown>): Reason {
  if (issue.received === 'undefined') return 'missing';
  switch (issue.type) {
    case 'strict_object':
      return issue.expected === 'never' ? 'unknown-field' : 'wrong-kind';
    case 'regex':
      return 'wrong-form';
    case 'picklist':
    case 'literal':
    case 'variant':
    case 'union':
      return 'unknown-value';
    case 'max_length':
      return Array.isArray(issue.input) ? 'too-many' : 'too-long';
    case 'min_value':
      return 'too-small';
    case 'max_value':
      return 'too-large';
    case 'check':
      return 'too-much';
    default:
      return 'wrong-kind';
  }
}

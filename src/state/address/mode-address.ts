/**
 * The investor's and the presenter's keys of the address. Pure. What they mean is read by the code of their
 * mode, which is loaded with it; here they are only held to their form. A broken value is the default.
 */

/** The investor's question, limits and choices. */
export interface InvestAddress {
  /** What the investor makes, in free words. */
  readonly need: string;
  /** `criterion:weight,…`; null is the preset. */
  readonly weights: string | null;
  /** `criterion:limit,…`; null is none. */
  readonly limits: string | null;
  /** Ids of candidates, in the order chosen. */
  readonly shortlist: readonly string[];
  readonly compare: readonly string[];
}

/** Which tour, and where in it. */
export interface PresentAddress {
  /** Id of a built-in tour, or of one kept on this device. */
  readonly tour: string | null;
  /** From 1. */
  readonly stop: number | null;
  /** A tour packed into the address. */
  readonly packed: string | null;
  readonly kiosk: boolean;
  /** `notes` is the presenter's own display. */
  readonly display: 'notes' | null;
}

export const MOST_COMPARED = 4;
export const MOST_SHORTLISTED = 30;
/** A longer packed tour is a file instead: browsers and chat programs cut longer addresses. */
export const MOST_PACKED = 8000;

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const PAIRS = /^[a-z0-9-]+:[a-z0-9.-]+(,[a-z0-9-]+:[a-z0-9.-]+){0,39}$/;

function idsOf(text: string | null, most: number): readonly string[] {
  return [...new Set((text ?? '').split(',').filter((id) => ID.test(id)))].slice(0, most);
}
function matching(text: string | null, form: RegExp, longest: number): string | null {
  return text !== null && text.length <= longest && form.test(text) ? text : null;
}

export function parseInvest(pairs: URLSearchParams): InvestAddress {
  return {
    need: (pairs.get('need') ?? '').slice(0, 200),
    weights: matching(pairs.get('weights'), PAIRS, 800),
    limits: matching(pairs.get('limits'), PAIRS, 800),
    shortlist: idsOf(pairs.get('shortlist'), MOST_SHORTLISTED),
    compare: idsOf(pairs.get('compare'), MOST_COMPARED),
  };
}

export function parsePresent(pairs: URLSearchParams): PresentAddress {
  const stop = Number(matching(pairs.get('stop'), /^[1-9]\d{0,2}$/, 3) ?? Number.NaN);
  return {
    tour: matching(pairs.get('tour'), ID, 80),
    stop: Number.isNaN(stop) ? null : stop,
    packed: matching(pairs.get('t'), /^[A-Za-z0-9_-]+$/, MOST_PACKED),
    kiosk: pairs.get('kiosk') === '1',
    display: pairs.get('display') === 'notes' ? 'notes' : null,
  };
}

/** Each key with its value; null or empty where it is the default. */
export function modePairs(invest: InvestAddress, present: PresentAddress): (readonly [string, string | null])[] {
  return [
    ['need', invest.need],
    ['weights', invest.weights],
    ['limits', invest.limits],
    ['shortlist', invest.shortlist.join(',')],
    ['compare', invest.compare.join(',')],
    ['tour', present.tour],
    ['stop', present.stop === null ? null : String(present.stop)],
    ['t', present.packed],
    ['kiosk', present.kiosk ? '1' : null],
    ['display', present.display],
  ];
}

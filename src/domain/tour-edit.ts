/** What can be done to a tour: each a pure step that gives a new one and leaves the old as it was. */
import { isChinese, type Lang } from './format.ts';
import type { Bilingual } from './schema/parts.ts';
import { emsOf, LINE_EMS, LINES, linesOf } from './tour.ts';
import { MOST_STOPS, type Tour, type TourStop } from './tour-schema.ts';

/** An id of the form `prefix-n` that is not taken. */
export function freshId(prefix: string, taken: ReadonlySet<string>): string {
  let n = 1;
  while (taken.has(`${prefix}-${n}`)) n += 1;
  return `${prefix}-${n}`;
}

export function freshStopId(tour: Tour): string {
  return freshId('stop', new Set(tour.stops.map(({ id }) => id)));
}

export const isFull = (tour: Tour): boolean => tour.stops.length >= MOST_STOPS;

const inserted = <T>(items: readonly T[], at: number, item: T) => [...items.slice(0, at), item, ...items.slice(at)];
const removed = <T>(items: readonly T[], at: number) => items.filter((_, i) => i !== at);

/** Puts a stop at a place, from 0. A full tour stays as it is. */
export function withStop(tour: Tour, stop: TourStop, at: number): Tour {
  return isFull(tour) ? tour : { ...tour, stops: inserted(tour.stops, at, stop) };
}

/** Takes the stop at `from` to stand at `to`, both from 0; a place that does not exist changes nothing. */
export function withMoved(tour: Tour, from: number, to: number): Tour {
  const stop = tour.stops[from];
  if (stop === undefined || from === to || to < 0 || to >= tour.stops.length) return tour;
  return { ...tour, stops: inserted(removed(tour.stops, from), to, stop) };
}

/** The copy stands behind its original. */
export function withCopy(tour: Tour, at: number): Tour {
  const stop = tour.stops[at];
  return stop === undefined ? tour : withStop(tour, { ...stop, id: freshStopId(tour) }, at + 1);
}

export function without(tour: Tour, at: number): Tour {
  return tour.stops[at] === undefined ? tour : { ...tour, stops: removed(tour.stops, at) };
}

/**
 * Where the second of two states of a tour shows what the first had otherwise, from 0: where a stop was moved to, else the
 * first stop that is another; null where they have the same stops.
 */
export function changedPlace(before: Tour, after: Tour): number | null {
  const isOther = (stop: TourStop, place: number) => stop !== before.stops[place];
  const first = after.stops.findIndex(isOther);
  if (first < 0) return after.stops.length < before.stops.length ? Math.max(0, after.stops.length - 1) : null;
  const last = after.stops.reduce((found, stop, place) => (isOther(stop, place) ? place : found), first);
  return last > first && after.stops[last] === before.stops[first] ? last : first;
}

export function withChange(tour: Tour, at: number, change: Partial<Omit<TourStop, 'id'>>): Tour {
  const stop = tour.stops[at];
  return stop === undefined
    ? tour
    : { ...tour, stops: tour.stops.map((each, i) => (i === at ? { ...stop, ...change } : each)) };
}

/**
 * Words in both languages after those of one were written. Who writes in one language writes for both, until
 * the two differ.
 */
export function said(before: Bilingual, lang: Lang, text: string): Bilingual {
  const one = isChinese(lang) ? 'zh' : 'en';
  const other = one === 'zh' ? before.en : before.zh;
  const both = before.zh === before.en || other === '';
  return both ? { zh: text, en: text } : { ...before, [one]: text };
}

/** A tour whose sets have other ids. @param ids the new one by the old one */
export function withSets(tour: Tour, ids: ReadonlyMap<string, string>): Tour {
  const idOf = (id: string) => ids.get(id) ?? id;
  return {
    ...tour,
    stops: tour.stops.map((stop) => {
      const { show, figure, chart } = stop;
      return {
        ...stop,
        show: show.set === null ? show : { ...show, set: { ...show.set, id: idOf(show.set.id) } },
        figure: figure?.from === 'set' ? { ...figure, id: idOf(figure.id) } : figure,
        chart:
          chart !== null && chart !== 'figure' && chart.kind === 'bars' && chart.counts === 'set'
            ? { ...chart, id: idOf(chart.id) }
            : chart,
      };
    }),
  };
}

export const saidIn = (words: Bilingual, lang: Lang): string => (isChinese(lang) ? words.zh : words.en);

export type Written = 'title' | 'words';

/** The smallest size that a title is set in without harm; see `titleSize`. */
const SMALLEST_TITLE = 0.64;
/** A line breaks before its end. */
const FILLED = 0.9;

/** Ems that a stop holds of a title, in its smallest size, or of words. */
export function roomFor(field: Written): number {
  return field === 'title'
    ? Math.floor(((LINE_EMS.title * LINES.title) / SMALLEST_TITLE) * FILLED)
    : LINE_EMS.words * LINES.words;
}

/** How much of the room a text takes, in whole ems. */
export function roomTaken(text: string): number {
  return Math.ceil(emsOf(text));
}

/** Words that a stop shows in full: in its lines, and no more of them than it has. */
export function isFitting(text: string, field: Written): boolean {
  return field === 'title' ? emsOf(text) <= roomFor(field) && !text.includes('\n') : linesOf(text) <= LINES.words;
}

/**
 * What a field takes of a new text. What was put in is cut to the room that is left, wherever it was put; a
 * text that was too long before, as from a file, may only become shorter. So nothing is lost at its end.
 */
export function fitted(before: string, after: string, field: Written): string {
  if (isFitting(after, field)) return after;
  const [old, now] = [[...before], [...after]];
  const same = (a: number, b: number) => a >= 0 && b >= 0 && old[a] === now[b];
  let head = 0;
  while (head < old.length && head < now.length && same(head, head)) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && same(old.length - 1 - tail, now.length - 1 - tail))
    tail += 1;
  const end = now.slice(now.length - tail);
  for (let last = now.length - tail; last >= head; last--) {
    const cut = [...now.slice(0, last), ...end].join('');
    if (isFitting(cut, field)) return cut;
  }
  return emsOf(after) < emsOf(before) ? after : before;
}

/** Questions about a tour: where a stop looks on this data, and whether its words fit a screen. Pure. */
import type { Bbox } from './position.ts';
import { boxOf, boxOfThing, positionsOf } from './thing-places.ts';
import type { Things } from './things.ts';
import type { TourLook, TourShow, TourStop } from './tour-schema.ts';

/** Places from 0 of the stops that play and are handed out; all where every one is hidden, since no stage is empty. */
export function playedPlaces(stops: readonly Pick<TourStop, 'hidden'>[]): readonly number[] {
  const some = stops.some(({ hidden }) => !hidden);
  return stops.flatMap(({ hidden }, at) => (some && hidden ? [] : [at]));
}

/** The stops that play, each with its place in the tour. */
export function playedStops<S extends Pick<TourStop, 'hidden'>>(stops: readonly S[]): { at: number; stop: S }[] {
  const played = new Set(playedPlaces(stops));
  return stops.map((stop, at) => ({ at, stop })).filter(({ at }) => played.has(at));
}

/** Widths in ems of their own type that one line of the stage holds, and how many lines a stop has at most. */
export const LINE_EMS = { title: 10, words: 21 } as const;
export const LINES = { title: 2, words: 5 } as const;

/** Width of a text in ems: Chinese characters and full-width signs are 1, everything else about half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const character of text) {
    ems += /[\p{Script=Han}\u2014-\u203a\u3000-\u303f\uff00-\uffef]/u.test(character)
      ? 1
      : /[\p{Lu}\dMmWw@%]/u.test(character)
        ? 0.62
        : 0.5;
  }
  return ems;
}

/** Lines that words take on the stage; a line that must be broken loses a tenth of its width. */
export function linesOf(words: string): number {
  return words
    .split('\n')
    .map(emsOf)
    .reduce((n, ems) => n + (ems <= LINE_EMS.words ? 1 : Math.ceil(ems / (LINE_EMS.words * 0.9))), 0);
}

/** Share of the full size at which a title stands in two lines: 1, or smaller steps for long names. */
export function titleSize(title: string): number {
  const room = LINE_EMS.title * LINES.title;
  // A line breaks before its end: a tenth is lost.
  return [1, 0.8, 0.64, 0.52].find((size) => emsOf(title) <= (room / size) * 0.9) ?? 0.44;
}

export const SHOW_ALL: TourShow = {
  clusters: null,
  districts: null,
  kinds: null,
  layers: null,
  selection: null,
  clause: null,
  radii: false,
  ask: null,
  shade: null,
  year: null,
  set: null,
};

/** What to look at, for a map that knows its own size: a camera, a box, or null for the whole city. */
export type LookTarget =
  | { readonly kind: 'camera'; readonly camera: Omit<Extract<TourLook, { to: 'camera' }>, 'to'> }
  /** `maxZoom` keeps a single point from filling the screen. */
  | { readonly kind: 'box'; readonly box: Bbox; readonly maxZoom: number }
  | { readonly kind: 'city' };

const CITY: LookTarget = { kind: 'city' };
const SITES_ZOOM = 10.1;

export function lookTarget(look: TourLook, things: Things): LookTarget {
  switch (look.to) {
    case 'camera': {
      const { to: _, ...camera } = look;
      return { kind: 'camera', camera };
    }
    case 'city':
      return CITY;
    case 'box':
      return boxTarget([look.west, look.south, look.east, look.north], 12);
    // With the land around them: nearer, roads are gone and a circle of error fills the screen.
    case 'cluster':
    case 'clause':
      return boxTarget(boxOfThing(things, { entity: look.to, id: look.id }), SITES_ZOOM);
    case 'district':
      return boxTarget(boxOfThing(things, { entity: look.to, id: look.id }), 11.5);
    case 'sites':
      return boxTarget(boxOf(positionsOf(look.ids.flatMap((id) => things.site.get(id) ?? []))), SITES_ZOOM);
  }
}

const boxTarget = (box: Bbox | null, maxZoom: number): LookTarget =>
  box === null ? CITY : { kind: 'box', box, maxZoom };

/** Ids of the author's own sets that a tour shows or counts: they are on the device that it was made on. */
export function setsOf(stops: readonly Pick<TourStop, 'show' | 'figure' | 'chart'>[]): readonly string[] {
  const ids = stops.flatMap(({ show, figure, chart }) => [
    ...(show.set === null ? [] : [show.set.id]),
    ...(figure?.from === 'set' ? [figure.id] : []),
    ...(chart !== null && chart !== 'figure' && chart.kind === 'bars' && chart.counts === 'set' ? [chart.id] : []),
  ]);
  return [...new Set(ids)];
}

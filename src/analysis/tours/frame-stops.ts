/** Stops that frame a talk: an opening, a closing, and words without sites. One row each; they are stops like any other. */
import { SHOW_ALL } from '../../domain/tour.ts';
import type { TourShow, TourStop } from '../../domain/tour-schema.ts';
import type { TourInput } from './input.ts';
import { stopOf } from './stops.ts';

export const FRAME_KINDS = ['opening', 'closing', 'words'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/** The city with its districts, and nothing of the register. */
const NO_SITES: TourShow = { ...SHOW_ALL, clusters: [], layers: [] };
const CITY = { to: 'city' } as const;

const FRAMES: Readonly<Record<FrameKind, (input: TourInput) => TourStop>> = {
  /** The whole city with the 2+2+4; whoever adds it gives it the tour's name. */
  opening: (input) =>
    stopOf({
      id: 'opening',
      look: CITY,
      show: { ...SHOW_ALL, layers: ['water'] },
      title: input.say('frame.opening'),
      words: input.say('overview.claim'),
      chart: { kind: 'pyramid' },
    }),
  closing: (input) =>
    stopOf({
      id: 'closing',
      look: CITY,
      show: NO_SITES,
      title: input.say('frame.closing'),
      words: input.say('frame.closingWords'),
      chart: null,
    }),
  /** All of it is the author's to write. */
  words: () =>
    stopOf({
      id: 'words',
      look: CITY,
      show: NO_SITES,
      title: { zh: '', en: '' },
      words: { zh: '', en: '' },
      chart: null,
    }),
};

export const frameStop = (input: TourInput, kind: FrameKind): TourStop => FRAMES[kind](input);

/** What the stage and the presenter's window say to one another. Whatever arrives is checked against this first. */
import * as v from 'valibot';
import { Tour } from './tour-schema.ts';

const Index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const Time = v.pipe(v.number(), v.finite(), v.minValue(0));

export const PlaybackCommand = v.union([
  v.strictObject({
    do: v.picklist([
      'next',
      'previous',
      'first',
      'last',
      'black',
      'white',
      'map',
      'play',
      'pause',
      'toggle-play',
      'toggle-loop',
    ]),
  }),
  v.strictObject({ do: v.literal('go'), index: Index }),
]);

const entries = { app: v.literal('foshan-224-stage'), token: v.pipe(v.string(), v.minLength(8), v.maxLength(80)) };

export const StageMessage = v.variant('kind', [
  /** The presenter's window is there, or there again; `since` is the clock it has kept. */
  v.strictObject({ ...entries, kind: v.literal('hello'), since: v.nullable(Time) }),
  v.strictObject({ ...entries, kind: v.literal('command'), command: PlaybackCommand }),
  /** The clock starts anew, ms since 1970. */
  v.strictObject({ ...entries, kind: v.literal('clock'), since: Time }),
  /** The stage says all that the other window shows. */
  v.strictObject({
    ...entries,
    kind: v.literal('place'),
    tour: v.nullable(Tour),
    index: Index,
    playing: v.boolean(),
    loop: v.boolean(),
    screen: v.picklist(['map', 'black', 'white', 'end']),
    flying: v.boolean(),
    /** Of the slider of years, while it goes before that of the stop; else null. */
    year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099))),
    since: Time,
  }),
  /** The stage is left for another way to use the map. */
  v.strictObject({ ...entries, kind: v.literal('bye') }),
]);

export type StageMessage = v.InferOutput<typeof StageMessage>;

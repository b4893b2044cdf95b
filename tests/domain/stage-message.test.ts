/** What the two windows say to one another arrives; what else arrives is not believed. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/domain/schema/parse.ts';
import { PlaybackCommand, StageMessage } from '../../src/domain/stage-message.ts';
import { tourOf } from '../fixtures/tour.ts';

const ours = { app: 'foshan-224-stage', token: 'abcdefgh' };
const place = {
  ...{ ...ours, kind: 'place', tour: tourOf('1', '2'), index: 1, playing: true, loop: false },
  ...{ screen: 'map', flying: false, since: 0, year: null },
};
const isTaken = (message: object) => problemsOf(StageMessage, message).length === 0;

describe('a message', () => {
  it('of each kind is taken', () => {
    const messages = [
      { ...ours, kind: 'hello', since: null },
      { ...ours, kind: 'command', command: { do: 'go', index: 3 } },
      { ...ours, kind: 'clock', since: 1_700_000_000_000 },
      place,
      { ...place, tour: null, screen: 'black' },
      { ...place, screen: 'white' },
      { ...ours, kind: 'bye' },
    ];
    expect(messages.filter((message) => !isTaken(message))).toEqual([]);
  });

  it('of another page, without a token, or of no place is not', () => {
    const messages = [
      { ...ours, app: 'another', kind: 'bye' },
      { ...ours, token: 'short', kind: 'bye' },
      { ...ours, kind: 'unknown' },
      { ...place, index: -1 },
      { ...place, index: 0.5 },
      { ...place, since: Number.NaN },
      { ...place, screen: 'red' },
      { ...place, more: 1 },
    ];
    expect(messages.filter(isTaken)).toEqual([]);
  });
});

it.each(['next', 'previous', 'first', 'last', 'black', 'white', 'map', 'play', 'pause', 'toggle-play', 'toggle-loop'])(
  'the command %s is one',
  (word) => {
    expect(problemsOf(PlaybackCommand, { do: word })).toEqual([]);
    expect(problemsOf(PlaybackCommand, { do: `${word}!` })).not.toEqual([]);
  },
);

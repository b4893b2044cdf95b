/** The presenter's end of the line: follows the stage, sends commands, and notices when the stage is gone. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Command } from '../../../state/present/playback.ts';
import type { Presentation } from '../../../state/present/present.ts';
import { notesToken, type OtherWindow, type OwnWindow, openLine } from '../../../state/present/stage-link.ts';

/** `alone`: opened by nobody, so there is no stage to follow. */
export type LineStatus = 'waiting' | 'linked' | 'gone' | 'alone';

/** How often the stage is asked whether it is there: its answer is also what a reload of either side needs. */
const ASK_MS = 1000;
/** So long without an answer the stage counts as away: it is being reloaded, or shows something else. */
const AWAY_MS = 3500;

export interface NotesEnd {
  readonly status: ReadonlySignal<LineStatus>;
  /** When the tour began, ms since 1970. */
  readonly since: ReadonlySignal<number>;
  /** That the stage's slider stands at; null where the stop's own goes. */
  readonly year: ReadonlySignal<number | null>;
  /** To the stage; while it is away the place moves here alone. */
  send(command: Command): void;
  resetClock(): void;
  close(): void;
}

export function notesEnd(
  { playback, followWindow }: Presentation,
  own: OwnWindow,
  opener: OtherWindow | null,
  now: () => number = Date.now,
): NotesEnd {
  const token = notesToken(own);
  const status = signal<LineStatus>(token === null || opener === null ? 'alone' : 'waiting');
  const since = signal(now());
  const year = signal<number | null>(null);
  /** The clock of a stage that was reloaded starts where this one is. */
  let kept: number | null = null;
  let heard = Number.NEGATIVE_INFINITY;
  const line = openLine(
    own,
    token ?? '',
    () => opener,
    null,
    (message) => {
      if (message.kind === 'bye') {
        heard = Number.NEGATIVE_INFINITY;
        status.value = 'waiting';
      } else if (message.kind === 'place') {
        heard = now();
        batch(() => {
          followWindow(message.tour, message);
          since.value = message.since;
          year.value = message.year;
          kept = message.since;
          status.value = 'linked';
        });
      }
    },
  );
  const ask = () => {
    if (status.peek() === 'alone') return;
    if (opener?.closed === true) status.value = 'gone';
    else if (now() - heard > AWAY_MS) status.value = 'waiting';
    line.say({ kind: 'hello', since: kept });
  };
  ask();
  const timer = setInterval(ask, ASK_MS);
  return {
    status,
    since,
    year,
    send(command) {
      if (status.peek() !== 'linked' || !line.say({ kind: 'command', command })) playback.send(command);
    },
    resetClock() {
      since.value = now();
      kept = since.peek();
      line.say({ kind: 'clock', since: kept });
    },
    close() {
      clearInterval(timer);
      line.close();
    },
  };
}

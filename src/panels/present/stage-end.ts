/** The stage's end of the line to the presenter's window. */
import { effect, signal } from '@preact/signals';
import type { App } from '../../state/app.ts';
import type { Presentation } from '../../state/present/present.ts';
import { notesName, type OtherWindow, openLine, stageToken } from '../../state/present/stage-link.ts';
import { pressed } from './run-stage.ts';

export interface StageEnd {
  /** False where the browser blocked the window. */
  openNotes(): boolean;
  close(): void;
}

export function stageEnd(app: App, presentation: Presentation): StageEnd {
  const { playback } = presentation;
  const token = stageToken(window, () => crypto.randomUUID());
  /** When the talk began, ms since 1970; the presenter may start it anew. */
  const since = signal(Date.now());
  let notes: OtherWindow | null = null;
  const isWatched = () => notes !== null && !notes.closed;
  /** Making a tour is no talk: the clock starts when the editor is left, or when the presenter's window opens. */
  let wasMaking = false;
  const stopWatch = effect(() => {
    const isMaking = presentation.sidePanel.value === 'editor';
    if (wasMaking && !isMaking && !isWatched()) since.value = Date.now();
    wasMaking = isMaking;
  });
  const line = openLine(
    window,
    token,
    () => notes,
    (source) => {
      notes = source;
    },
    (message) => {
      if (message.kind === 'command') pressed(app, presentation, message.command);
      else if (message.kind === 'clock') since.value = message.since;
      else if (message.kind === 'hello') {
        if (message.since !== null && message.since < since.peek()) since.value = message.since;
        announce();
      }
    },
  );
  function announce(): void {
    line.say({
      kind: 'place',
      tour: playback.tour.peek(),
      ...playback.state.peek(),
      flying: playback.flying.peek(),
      year: presentation.years.peek() ? app.state.plan.year.peek() : null,
      since: since.peek(),
    });
  }
  const stop = effect(() => {
    void [playback.tour.value, playback.state.value, playback.flying.value, since.value];
    void [presentation.years.value, app.state.plan.year.value];
    announce();
  });
  return {
    openNotes() {
      const address = new URL(location.href);
      const pairs = new URLSearchParams(address.hash.slice(1));
      pairs.set('display', 'notes');
      address.hash = pairs.toString();
      const opened = window.open(address.href, notesName(token), 'popup,width=1100,height=760');
      if (opened === null) return false;
      if (wasMaking && !isWatched()) since.value = Date.now();
      notes = opened;
      opened.focus();
      return true;
    },
    close() {
      line.say({ kind: 'bye' });
      stop();
      stopWatch();
      line.close();
    },
  };
}

/** What may be done with a stop as a whole: each a step that can be undone, said in words, and followed by the stage. */
import { changedPlace, saidIn, withChange, withCopy, withMoved, without } from '../../../domain/tour-edit.ts';
import type { App } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';

/** Places are from 0. */
export interface StopActs {
  go(to: number): void;
  move(from: number, to: number): void;
  duplicate(at: number): void;
  /** Hides it, or lets it play again. */
  hide(at: number): void;
  remove(at: number): void;
}

export function stopActs(app: App, say: (words: string) => void): StopActs {
  const { authoring, playback } = presentationOf(app);
  const { t, lang } = app.i18n.peek();
  const stopAt = (at: number) => authoring.tour.peek()?.stops[at];
  const go = (to: number) => playback.send({ do: 'go', index: to });
  return {
    go,
    move(from, to) {
      const stop = stopAt(from);
      if (stop === undefined || stopAt(to) === undefined || from === to) return;
      authoring.edit((before) => withMoved(before, from, to));
      go(to);
      const total = authoring.tour.peek()?.stops.length ?? 0;
      say(t('stopMoved', { title: saidIn(stop.title, lang), n: to + 1, total }));
    },
    duplicate(at) {
      authoring.edit((before) => withCopy(before, at));
      go(at + 1);
      say(t('stopDuplicated', { n: at + 2 }));
    },
    hide(at) {
      const stop = stopAt(at);
      if (stop === undefined) return;
      authoring.edit((before) => withChange(before, at, { hidden: !stop.hidden }));
      say(t(stop.hidden ? 'stopShownAgain' : 'stopHidden', { n: at + 1 }));
    },
    remove(at) {
      authoring.edit((before) => without(before, at));
      say(t('stopRemoved', { n: at + 1 }));
    },
  };
}

/** A step back or forth through the edits: the stage shows what it changed. */
export function stepThrough(app: App, way: 'undo' | 'redo', say: (words: string) => void): void {
  const { authoring, playback } = presentationOf(app);
  const before = authoring.tour.peek();
  authoring[way]();
  const after = authoring.tour.peek();
  const place = before === null || after === null ? null : changedPlace(before, after);
  if (place !== null) playback.send({ do: 'go', index: place });
  say(app.i18n.peek().t(way === 'undo' ? 'undone' : 'redone'));
}

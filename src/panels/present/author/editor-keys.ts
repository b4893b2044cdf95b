/** The keys of the editor of a tour: undo, redo and save, and the map's view as a stop. */
import { useEffect } from 'preact/hooks';
import type { App } from '../../../state/app.ts';
import type { Authoring } from '../../../state/present/authoring.ts';
import { stepThrough } from './stop-acts.ts';
import { takeNewStop, takeViewIntoStop } from './take-view.ts';

/** They act on the tour, also while a field is written in: its own undo would miss every other step. */
export function useEditorKeys(app: App, authoring: Authoring, say: (words: string) => void): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      z: () => stepThrough(app, 'undo', say),
      y: () => stepThrough(app, 'redo', say),
      s: () => void authoring.save().then((kept) => say(app.i18n.peek().t(kept ? 'tourSaved' : 'tourNotKept'))),
    };
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const act = acts[key === 'z' && event.shiftKey ? 'y' : key];
      if (act === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    };
    const leaving = () => void authoring.flush();
    document.addEventListener('keydown', onKey, true);
    addEventListener('pagehide', leaving);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      removeEventListener('pagehide', leaving);
    };
  }, []);
}

/** V takes the view into the stop, T as another one, also from the map; in a field they are letters. */
export function useViewKeys(app: App, say: (words: string) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (!app.state.characterKeys.peek() || (target instanceof Element && target.matches(FIELDS))) return;
      const take = { v: takeViewIntoStop, t: takeNewStop }[key.toLowerCase()];
      const words = take?.(app) ?? null;
      if (words === null) return;
      event.preventDefault();
      event.stopPropagation();
      say(words);
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
}

/** What is written or chosen in takes letters itself. */
const FIELDS = 'textarea, select, input:not([type="checkbox"])';

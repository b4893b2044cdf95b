/** The keys of the editor of a tour: undo, redo and save. */
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../../i18n/index.ts';
import type { Authoring } from '../../../state/present/authoring.ts';

/** They act on the tour, also while a field is written in: its own undo would miss every other step. */
export function useEditorKeys(authoring: Authoring, say: (key: MessageKey) => void): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      z() {
        authoring.undo();
        say('undone');
      },
      y() {
        authoring.redo();
        say('redone');
      },
      s: () => void authoring.save().then((kept) => say(kept ? 'tourSaved' : 'tourNotKept')),
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

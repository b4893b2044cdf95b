/** The presenter's mode: a choice of tours, the tour that runs, or in a window of its own what only the presenter sees. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../state/app.ts';
import { presentationOf } from '../../state/present/presentation.ts';
import './present.css';
import './chooser.css';
import { Chooser } from './chooser.tsx';
import { NotesWindow } from './notes/notes-window.tsx';
import { Show } from './show.tsx';

export default function Stage() {
  const app = useApp();
  const { state } = app;
  useEffect(() => focusModeAfter, []);
  if (state.present.display.value === 'notes') return <NotesWindow />;
  const { playback, stage } = presentationOf(app);
  const tour = playback.tour.value;
  if (tour === null || stage.value === null) return <Chooser />;
  // Another tour is another run: the clock and the first cut start anew.
  return <Show key={tour.id} tour={tour} />;
}

/** Who leaves goes on at the button of the mode that is there then, and not at the page's beginning. */
function focusModeAfter(): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('.modes [aria-pressed="true"]')?.focus();
  });
}

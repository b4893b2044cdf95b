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
  const { state, i18n, need } = app;
  useEffect(() => need.words('present'), []);
  const { has } = i18n.value;
  if (!has('present') || !has('panels')) return null;
  if (state.present.display.value === 'notes') return <NotesWindow />;
  const { playback, beside } = presentationOf(app);
  const tour = playback.tour.value;
  // A new tour has no stop yet: its editor takes the first one.
  if (tour === null || (tour.stops.length === 0 && beside.value !== 'editor')) return <Chooser />;
  // Another tour is another run: the clock and the first cut start anew.
  return <Show key={tour.id} tour={tour} />;
}

/** The two ways in which the editor takes what the map shows: into the stop at hand, or as another one behind it. */
import { isFull, saidIn, withChange, withStop } from '../../../domain/tour-edit.ts';
import type { App } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { stopOfView, titleOfView, viewOf } from './view-of.ts';

/** @returns what is to be said of it; null where there is no map or no room, and nothing was done. */
export function takeNewStop(app: App): string | null {
  const { authoring, playback } = presentationOf(app);
  const { t, lang } = app.i18n.peek();
  const port = app.map.peek();
  const tour = authoring.tour.peek();
  if (port === null || tour === null || isFull(tour)) return null;
  const view = viewOf(app.state, port);
  const at = tour.stops.length === 0 ? 0 : playback.state.peek().index + 1;
  authoring.edit((before) => withStop(before, stopOfView(view, before, titleOfView(app.state, view.show)), at));
  playback.send({ do: 'go', index: at });
  return t('tourTaken', { n: at + 1, tour: saidIn(tour.title, lang) });
}

/** Only the view: what the stop shows and says stays. A tour without stops gets its first. */
export function takeViewIntoStop(app: App): string | null {
  const { authoring, playback } = presentationOf(app);
  const port = app.map.peek();
  const tour = authoring.tour.peek();
  if (port === null || tour === null) return null;
  if (tour.stops.length === 0) return takeNewStop(app);
  const { index } = playback.state.peek();
  authoring.edit((before) => withChange(before, index, { look: viewOf(app.state, port).look }));
  return app.i18n.peek().t('stopViewUpdated', { n: index + 1 });
}

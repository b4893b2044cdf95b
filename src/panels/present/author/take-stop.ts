/** The planner's view as a stop, said in a message, without leaving the planner: at the end of the tour that is being made, or of a new one. */
import { saidIn, withStop } from '../../../domain/tour-edit.ts';
import type { App } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { newTour } from './edit-tour.ts';
import { stopOfView, titleOfView, viewOf } from './view-of.ts';

export async function takeStop(app: App): Promise<void> {
  const port = app.map.peek();
  if (port === null) return;
  const { authoring } = presentationOf(app);
  await Promise.all([authoring.loaded, wordsOf(app)]);
  const { t, lang } = app.i18n.peek();
  if (authoring.tour.peek() === null) {
    // What was being made last goes on; else a new tour begins.
    const [last] = authoring.recovered.peek();
    authoring.open(last?.tour ?? newTour(app));
  }
  const view = viewOf(app.state, port);
  authoring.edit((tour) =>
    withStop(tour, stopOfView(view, tour, titleOfView(app.state, view.show)), tour.stops.length),
  );
  await authoring.flush();
  const tour = authoring.tour.peek();
  if (tour === null) return;
  const name = saidIn(tour.title, lang).trim();
  const taken = t('tourTaken', { n: tour.stops.length, tour: name === '' ? t('tourUntitled') : name });
  app.state.actions.notify(view.less ? `${taken} ${t('tourTakenLess')}` : taken);
}

/** Resolves when the words of making a tour are there. */
function wordsOf({ i18n, need }: App): Promise<void> {
  need.words('author');
  return new Promise((resolve) => {
    const stop = i18n.subscribe((now) => {
      if (!now.has('author')) return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

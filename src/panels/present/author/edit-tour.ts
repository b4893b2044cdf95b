/** Edits the tour that is played: one of this device as it is, any other as a copy of it. */
import { saidIn } from '../../../domain/tour-edit.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';

export function editPlayed(app: App): void {
  const { authoring, playback, openSide } = presentationOf(app);
  const tour = playback.tour.peek();
  if (tour === null) return;
  openSide('editor');
  if (authoring.tour.peek()?.id === tour.id) return;
  const isDraft = authoring.recovered.peek().some((draft) => draft.tour.id === tour.id);
  const isSaved = authoring.own.peek().some(({ id }) => id === tour.id);
  if (isDraft || isSaved) authoring.open(tour, { saved: !isDraft });
  else startEditing(app, copyOf(app, tour));
}

/** Edits a tour under an id of its own, from the place where it is. */
export function startEditing(app: App, tour: Tour): void {
  const { authoring } = presentationOf(app);
  const { present } = app.state;
  const own = { ...tour, id: authoring.freshId() };
  authoring.open(own);
  // Kept from the start: it is in no list yet.
  void authoring.flush();
  present.play(own.id, present.stop.peek() ?? 1);
}

/** A tour without stops, under a name that tells it from the others of this device. */
export function newTour(app: App): Tour {
  const { t } = app.i18n.peek();
  const { authoring } = presentationOf(app);
  const id = authoring.freshId();
  const name = t('tourNewName', { n: id.replace(/\D+/g, '') });
  return { id, title: { zh: name, en: name }, stops: [] };
}

/** The tour under a name that tells it from its original. */
export function copyOf({ i18n }: App, tour: Tour): Tour {
  const { t, lang } = i18n.peek();
  const name = t('tourCopyOf', { name: saidIn(tour.title, lang) });
  return { ...tour, title: { zh: name, en: name } };
}

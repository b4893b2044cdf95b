/** Stops that are made and not taken from the map: of a thing, of what is asked or shaded, and a tour from a template. */
import type { FrameKind } from '../../../analysis/tours/frame-stops.ts';
import { clusterTemplate, type StopSource, stopFrom } from '../../../analysis/tours/made.ts';
import { stopOf } from '../../../analysis/tours/stops.ts';
import { boundsOf } from '../../../domain/set-look.ts';
import { SHOW_ALL } from '../../../domain/tour.ts';
import { freshStopId, isFull, saidIn, withStop } from '../../../domain/tour-edit.ts';
import { LONGEST, type Tour, type TourShow, type TourStop } from '../../../domain/tour-schema.ts';
import type { ClusterId } from '../../../domain/vocabulary.ts';
import { formatAsk, formatShade } from '../../../state/address/plan-address.ts';
import type { App } from '../../../state/app.ts';
import { setHere } from '../../../state/imports/shown-sets.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { startEditing } from './edit-tour.ts';
import type { SetSource } from './stop-sources.ts';
import { stopOfView } from './view-of.ts';

/** Behind the chosen stop. @returns what is to be said of it; null where there is no such thing or no room */
export function addStopFrom(app: App, source: StopSource | SetSource): string | null {
  if (source.of === 'set') return addStopOfSet(app, source.id);
  const { input, builtIn } = presentationOf(app);
  const stop = stopFrom(input.peek(), builtIn.peek(), source);
  if (stop === null) return null;
  return source.of === 'frame' ? addFrame(app, source.id, stop) : added(app, stop);
}

/** An opening stands first, under the tour's name; a closing last; words where every other stop is put. */
function addFrame(app: App, kind: FrameKind, stop: TourStop): string | null {
  const tour = presentationOf(app).authoring.tour.peek();
  if (tour === null) return null;
  if (kind === 'opening') return added(app, { ...stop, title: tour.title }, 0);
  return kind === 'closing' ? added(app, stop, tour.stops.length) : added(app, stop);
}

/** A set of the author's own alone, with its look, and how many rows it has; the register's sites can be added. */
function addStopOfSet(app: App, id: string): string | null {
  const item = setHere(app.state, id);
  if (item === 'pending' || item === 'gone') return null;
  const name = item.look.name.slice(0, LONGEST.label);
  const bounds = boundsOf(item.set);
  const [west, south, east, north] = (bounds ?? []).map((each) => Number(each.toFixed(5)));
  const isPlaced = west !== undefined && south !== undefined && east !== undefined && north !== undefined;
  const stop = stopOf({
    id: 'set',
    look: isPlaced ? { to: 'box', west, south, east, north } : { to: 'city' },
    show: { ...SHOW_ALL, clusters: [], layers: ['water', 'transport'], set: { id, name } },
    title: { zh: name, en: name },
    words: { zh: '', en: '' },
    figure: { from: 'set', id },
  });
  return added(app, stop);
}

/** What the planner asks now, and what the districts are shaded by; false where nothing is. */
export function plannersNow({ state }: Pick<App, 'state'>): { readonly ask: boolean; readonly shade: boolean } {
  const { ask, shade } = state.address.value;
  return { ask: ask !== null, shade: shade !== null };
}

/** A stop of the question, or of the shading, that the planner has now; the whole city with it. */
export function addStopOfPlan(app: App, what: 'ask' | 'shade'): string | null {
  const { authoring } = presentationOf(app);
  const tour = authoring.tour.peek();
  if (tour === null) return null;
  const { ask, shade } = app.state.address.peek();
  const part: Partial<TourShow> = what === 'ask' ? { ask: formatAsk(ask) } : { shade: formatShade(shade) };
  const { t } = app.i18n.peek();
  const title = t(what === 'ask' ? 'stopOfAsk' : 'stopOfShade');
  const view = { look: { to: 'city' } as const, show: { ...SHOW_ALL, ...part }, less: false };
  return added(app, stopOfView(view, tour, { zh: title, en: title }));
}

/** @param place from 0; without one it is behind the chosen stop */
function added(app: App, stop: TourStop, place: number | null = null): string | null {
  const { authoring, playback } = presentationOf(app);
  const { t, lang } = app.i18n.peek();
  const tour = authoring.tour.peek();
  if (tour === null || isFull(tour)) return null;
  const at = place ?? (tour.stops.length === 0 ? 0 : playback.state.peek().index + 1);
  authoring.edit((before) => withStop(before, { ...stop, id: freshStopId(before) }, at));
  playback.send({ do: 'go', index: at });
  return t('tourTaken', { n: at + 1, tour: saidIn(tour.title, lang) });
}

/** A new tour about a cluster, opened to be edited. */
export function startTemplate(app: App, id: ClusterId): void {
  const { input, builtIn, playback } = presentationOf(app);
  const made = clusterTemplate(input.peek(), builtIn.peek(), id);
  const { title } = builtIn.peek().clusters.find((tour) => tour.id === `cluster-${id}`) ?? {
    title: { zh: '', en: '' },
  };
  const stops = made.map((stop, n) => ({ ...stop, id: `stop-${n + 1}` }));
  startEditing(app, { id: 'template', title, stops } satisfies Tour);
  playback.send({ do: 'first' });
}

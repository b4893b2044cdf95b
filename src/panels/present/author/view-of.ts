/** What the map shows now, as a stop of a tour holds it. */
import type { Bilingual } from '../../../domain/schema/parts.ts';
import { nameOfThing } from '../../../domain/things.ts';
import { SHOW_ALL } from '../../../domain/tour.ts';
import { freshStopId } from '../../../domain/tour-edit.ts';
import { SECONDS, type Tour, type TourShow, type TourStop } from '../../../domain/tour-schema.ts';
import { CLUSTER_IDS } from '../../../domain/vocabulary.ts';
import { formatAsk, formatShade } from '../../../state/address/plan-address.ts';
import type { AppState } from '../../../state/app-state.ts';
import type { MapPort } from '../../../state/map-port.ts';
import { yearShown } from '../../../state/since/dated.ts';

export interface TakenView {
  readonly look: TourStop['look'];
  readonly show: TourShow;
  /** Something of the view is in no stop: a filter by status, precision or unit, words that were searched, a table's cell. */
  readonly less: boolean;
}

export function viewOf(state: AppState, port: Pick<MapPort, 'currentView'>): TakenView {
  const { address, mapContent, present, mode } = state;
  const { filters, selection, clause, radii } = mapContent.peek();
  const staged = mode.peek() === 'present' ? present.stopShow.peek() : null;
  return {
    look: { to: 'camera', ...rounded(port.currentView()) },
    show: staged ?? {
      ...SHOW_ALL,
      clusters: filters.clusters === null ? null : [...filters.clusters],
      districts: filters.districts === null ? null : [...filters.districts],
      kinds: filters.kinds === null ? null : [...filters.kinds],
      selection: selectionOf(selection),
      clause,
      radii,
      ask: formatAsk(address.peek().ask),
      shade: formatShade(address.peek().shade),
      year: yearShown(state),
      set: null,
    },
    less:
      staged === null &&
      (filters.statuses !== null ||
        filters.precisions !== null ||
        filters.units !== null ||
        filters.cell !== null ||
        filters.q.trim() !== ''),
  };
}

/** To a hair of a pixel, since a link carries every digit. */
function rounded(currentView: ReturnType<MapPort['currentView']>): ReturnType<MapPort['currentView']> {
  const to = (digits: number, value: number) => Number(value.toFixed(digits));
  return {
    zoom: to(3, currentView.zoom),
    lat: to(6, currentView.lat),
    lng: to(6, currentView.lng),
    bearing: to(1, currentView.bearing),
    pitch: to(1, currentView.pitch),
    across: Math.round(currentView.across),
  };
}

/** A selection that a stop can hold: one of the eight clusters, not what serves several. */
function selectionOf(selection: ReturnType<AppState['mapContent']['peek']>['selection']): TourShow['selection'] {
  if (selection?.entity !== 'cluster') return selection;
  const id = CLUSTER_IDS.find((known) => known === selection.id);
  return id === undefined ? null : { entity: 'cluster', id };
}

const NONE: Bilingual = { zh: '', en: '' };

/** The view as a new stop, titled by what is chosen in it. */
export function stopOfView({ look, show }: TakenView, tour: Tour, title: Bilingual): TourStop {
  return {
    id: freshStopId(tour),
    look,
    show,
    title,
    words: NONE,
    figure: null,
    chart: 'figure',
    image: null,
    notes: NONE,
    seconds: SECONDS.usual,
    hidden: false,
  };
}

/** The name of what is chosen, in both languages; empty where nothing is. */
export function titleOfView({ things }: AppState, { selection }: TourShow): Bilingual {
  const name = selection === null ? null : nameOfThing(things.peek(), selection);
  return name === null
    ? NONE
    : typeof name === 'string'
      ? { zh: name, en: name }
      : { zh: name.nameZh, en: name.nameEn };
}

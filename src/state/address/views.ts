/**
 * The views of the address, in order, and where each stands: `beside` the map; over it, as a `table`, or as one of the
 * `document` that is chosen; or as a `page` to print. What each shows stands in panels/frame/views.ts.
 */
const PLACES = {
  reader: 'beside',
  units: 'document',
  targets: 'document',
  coverage: 'document',
  method: 'table',
  table: 'table',
  corrections: 'beside',
  ask: 'beside',
  cross: 'table',
  areas: 'table',
  shade: 'beside',
  data: 'beside',
  export: 'beside',
  licences: 'beside',
  shortlist: 'beside',
  accessibility: 'beside',
  compare: 'table',
  offers: 'beside',
  dossier: 'page',
  pack: 'page',
  counting: 'table',
  sketches: 'beside',
  basemaps: 'beside',
  locate: 'beside',
  workspace: 'beside',
  embed: 'beside',
} as const satisfies Readonly<Record<string, 'beside' | 'table' | 'document' | 'page'>>;

export type View = keyof typeof PLACES;
export type ViewPlace<V extends View> = (typeof PLACES)[V];

const isView = (id: string): id is View => Object.hasOwn(PLACES, id);
export const VIEWS: readonly View[] = Object.keys(PLACES).filter(isView);

/** Whether it takes the map's room. */
export const coversMap = (view: View | null): view is View => view !== null && PLACES[view] !== 'beside';
/** Whether it shows the document that is chosen. */
export const isOfDocument = (view: View | null): view is View => view !== null && PLACES[view] === 'document';

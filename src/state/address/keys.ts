/**
 * Every key of the address, one row a key: how it is read and written, and whether a change of it is a step of the
 * history. What an address is, the signals of the state, reading, writing and restoring follow from this table alone.
 * Keys are written in its order.
 */
import type { CommonCell } from '../../domain/axis.ts';
import { THEMES } from '../../domain/colours.ts';
import { LANGS } from '../../domain/format.ts';
import type { Camera } from '../../domain/position.ts';
import {
  CLUSTER_IDS,
  CLUSTER_OR_CROSS_IDS,
  CONTEXT_LAYERS,
  DISTRICT_IDS,
  type DistrictId,
  KINDS,
  PRECISIONS,
  STATUSES,
} from '../../domain/vocabulary.ts';
import {
  type Ask,
  type Cross,
  formatAsk,
  formatCell,
  formatCross,
  formatShade,
  parseAsk,
  parseCell,
  parseCross,
  parseShade,
  type Shade,
} from './plan-address.ts';
import {
  choice,
  flag,
  ids,
  matching,
  minor,
  numberIn,
  oneOf,
  type Pairs,
  type Row,
  row,
  some,
  text,
  typed,
} from './row.ts';
import { VIEWS } from './views.ts';

export const MODE_IDS = ['plan', 'invest', 'present'] as const;
export type ModeId = (typeof MODE_IDS)[number];
/** How the page stands in a frame of another's: with a card of what is chosen, as the map alone, or playing a tour. */
export const EMBEDS = ['1', 'map', 'tour'] as const;
export type Embed = (typeof EMBEDS)[number];
/** Districts as a filter also offers "not stated". */
export const DISTRICT_FILTER = [...DISTRICT_IDS, 'none'] as const;

export const MOST_COMPARED = 4;
export const MOST_SHORTLISTED = 30;
/** A longer packed tour is a file instead: browsers and chat programs cut longer addresses. */
export const MOST_PACKED = 8000;

export type Selection =
  | { readonly entity: 'site'; readonly id: string }
  | { readonly entity: 'cluster'; readonly id: string }
  | { readonly entity: 'district'; readonly id: DistrictId }
  | { readonly entity: 'town'; readonly id: string }
  | { readonly entity: 'unit'; readonly id: string };

function parseCamera(value: string | null): Camera | null {
  if (value === null) return null;
  const [z, la, ln, b, p] = value.split('/');
  const zoom = numberIn(z, 0, 24);
  const lat = numberIn(la, -85, 85);
  const lng = numberIn(ln, -180, 180);
  if (zoom === null || lat === null || lng === null) return null;
  return { zoom, lat, lng, bearing: numberIn(b, -360, 360) ?? 0, pitch: numberIn(p, 0, 85) ?? 0 };
}

function formatCamera(camera: Camera | null): string | null {
  if (camera === null) return null;
  const { zoom, lat, lng, bearing, pitch } = camera;
  const turn = bearing !== 0 || pitch !== 0 ? [bearing.toFixed(1), pitch.toFixed(1)] : [];
  return [zoom.toFixed(2), lat.toFixed(5), lng.toFixed(5), ...turn].join('/');
}

const id = matching(/^[a-z0-9-]{1,80}$/, 80);
const clauseId = matching(/^([a-z0-9-]{1,40}:)?\d{1,2}(\.\d{1,2}){1,2}$/, 60);
const unitIds = ids('units', 60);
const townCode = matching(/^44060[4-8]\d{3}$/, 9);
const weights = matching(/^[a-z0-9-]+:[a-z0-9.-]+(,[a-z0-9-]+:[a-z0-9.-]+){0,39}$/, 800);
const packed = matching(/^[A-Za-z0-9_-]+$/, MOST_PACKED);
const tourId = matching(/^[a-z0-9][a-z0-9-]*$/, 80);
const stopNumber = matching(/^[1-9]\d{0,2}$/, 3);

const whole = (least: number, most: number) => (value: string | null) => {
  const n = numberIn(value, least, most);
  return n === null || !Number.isInteger(n) ? null : n;
};

const written = (n: number | null) => (n === null ? null : String(n));

/** Every well-formed selection, in the order in which one wins over the next. */
function parseSelections(pairs: Pairs): readonly Selection[] {
  const found: (Selection | null)[] = [
    entity('site', id(pairs.get('site'))),
    entity('cluster', oneOf(CLUSTER_IDS, pairs.get('cluster'))),
    district(oneOf(DISTRICT_IDS, pairs.get('district'))),
    entity('town', townCode(pairs.get('town'))),
    entity('unit', id(pairs.get('unit'))),
  ];
  return found.filter((selection) => selection !== null);
}

function entity(kind: Exclude<Selection['entity'], 'district'>, value: string | null): Selection | null {
  return value === null ? null : { entity: kind, id: value };
}

function district(value: DistrictId | null): Selection | null {
  return value === null ? null : { entity: 'district', id: value };
}

/** The rows by whom they are for. */
const KEY_GROUPS = {
  everyone: {
    mode: row<ModeId>(
      'mode',
      (value) => oneOf(MODE_IDS, value) ?? 'plan',
      (mode) => (mode === 'plan' ? null : mode),
    ),
    map: minor(row<Camera | null>('map', parseCamera, formatCamera)),
    lang: choice('lang', LANGS),
    theme: choice('theme', THEMES),
    base: text('base', id),
    /** Parts of the base map that show. */
    layers: some('layers', CONTEXT_LAYERS),
    /** A further document. */
    doc: text('doc', id),
    q: minor(typed('q', 100)),
    // A null filter shows all; an empty list shows nothing.
    clusters: some('clusters', CLUSTER_OR_CROSS_IDS),
    districts: some('districts', DISTRICT_FILTER),
    kinds: some('kinds', KINDS),
    statuses: some('statuses', STATUSES),
    precisions: some('precisions', PRECISIONS),
    /** Ids of the units that answer for a record, or `none`. */
    units: row<readonly string[] | null>(
      'units',
      (value) => {
        const found = unitIds.read({ get: () => value });
        return found.length > 0 || value === '-' ? found : null;
      },
      (units) => (units?.length === 0 ? '-' : (units?.join(',') ?? null)),
    ),
    /** Of several the first that exists holds; it alone is written. */
    selections: {
      keys: ['site', 'cluster', 'district', 'town', 'unit'],
      read: parseSelections,
      write: ([first]: readonly Selection[]) => (first === undefined ? [] : [[first.entity, first.id] as const]),
      minor: false,
    },
    clause: text('clause', clauseId),
    sentence: row('sentence', whole(1, 999), written),
    view: choice('view', VIEWS),
    /** The circle of error of every position. */
    radii: flag('radii'),
    /** At whose end the register is shown; null is today. */
    year: minor(row('year', whole(2000, 2099), written)),
    /** Holds from the page's first moment to its last. */
    embed: choice('embed', EMBEDS),
  },
  plan: {
    /** One cell of a cross table, as a filter. */
    cell: row<CommonCell | null>('cell', parseCell, formatCell),
    ask: row<Ask | null>('ask', parseAsk, formatAsk),
    /** The axes of the cross table say that it is open. */
    cross: row<Cross | null>('cross', parseCross, formatCross),
    shade: row<Shade | null>('shade', parseShade, formatShade),
  },
  invest: {
    /** What the investor makes, in free words. */
    need: minor(typed('need', 200)),
    /** `criterion:weight,…`; null is the preset. */
    weights: minor(text('weights', weights)),
    /** `criterion:limit,…`; null is none. */
    limits: text('limits', weights),
    /** Ids of candidates, in the order chosen. */
    shortlist: minor(ids('shortlist', MOST_SHORTLISTED)),
    compare: ids('compare', MOST_COMPARED),
    /** The surface of how good it is everywhere. */
    heat: flag('heat'),
    /** Notes that the sender of a link chose to send along, packed; gone once it is decided what becomes of them. */
    noted: minor(text('noted', packed)),
  },
  present: {
    /** Id of a built-in tour, or of one kept on this device. */
    tour: text('tour', tourId),
    /** From 1. */
    stop: minor(row<number | null>('stop', (value) => (stopNumber(value) === null ? null : Number(value)), written)),
    /** A tour packed into the address. */
    packed: text('t', packed),
    kiosk: flag('kiosk'),
    /** `notes` is the presenter's own display. */
    display: choice('display', ['notes']),
  },
};

const ROWS = { ...KEY_GROUPS.everyone, ...KEY_GROUPS.plan, ...KEY_GROUPS.invest, ...KEY_GROUPS.present };

/** What the address can say. */
export type Field = keyof typeof ROWS;
/** Everything that a colleague should see. */
export type Address = { readonly [F in Field]: (typeof ROWS)[F] extends Row<infer T> ? T : never };

export const ADDRESS_ROWS: { readonly [F in Field]: Row<Address[F]> } = ROWS;

/** What narrows the register. */
export type Filters = Pick<
  Address,
  'q' | 'clusters' | 'districts' | 'kinds' | 'statuses' | 'precisions' | 'units' | 'cell'
>;

export const NO_FILTERS: Filters = {
  q: '',
  clusters: null,
  districts: null,
  kinds: null,
  statuses: null,
  precisions: null,
  units: null,
  cell: null,
};

const isField = (name: string): name is Field => name in ADDRESS_ROWS;
export const FIELDS: readonly Field[] = Object.keys(ADDRESS_ROWS).filter(isField);

/** A value as the address gives it back: all of a list is no filter, say. */
export function asWritten<F extends Field>(field: F, value: Address[F]): Address[F] {
  const texts = new Map(ADDRESS_ROWS[field].write(value));
  return ADDRESS_ROWS[field].read({ get: (key) => texts.get(key) ?? null });
}

/** An address, value by value. */
export function addressOf(value: <F extends Field>(field: F) => Address[F]): Address {
  const made: { -readonly [F in Field]?: Address[F] } = {};
  const put = <F extends Field>(field: F) => {
    made[field] = value(field);
  };
  FIELDS.forEach(put);
  if (!isWhole(made)) throw new Error('an address without all of its fields');
  return made;
}

function isWhole(made: Partial<Address>): made is Address {
  return FIELDS.every((field) => field in made);
}

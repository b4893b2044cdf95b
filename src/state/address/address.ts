/**
 * The address: everything a colleague should see, as query pairs after `#`. Pure functions; a broken or
 * unknown value falls back to the default for that key alone.
 */
import type { CellFilter } from '../../domain/axis.ts';
import { THEMES, type Theme } from '../../domain/colours.ts';
import { LANGS, type Lang } from '../../domain/format.ts';
import type { Camera } from '../../domain/position.ts';
import {
  CLUSTER_IDS,
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  KINDS,
  type Kind,
  PRECISIONS,
  type Precision,
  STATUSES,
  type Status,
} from '../../domain/vocabulary.ts';
import { type InvestAddress, modePairs, type PresentAddress, parseInvest, parsePresent } from './mode-address.ts';
import {
  type Ask,
  type Cross,
  formatAsk,
  formatCell,
  formatShade,
  parseAsk,
  parseCell,
  parseCross,
  parseShade,
  type Shade,
} from './plan-address.ts';

export const MODE_IDS = ['plan', 'invest', 'present'] as const;
export type ModeId = (typeof MODE_IDS)[number];
export const VIEWS = [
  'reader',
  'units',
  'targets',
  'coverage',
  'method',
  'table',
  'corrections',
  'ask',
  'cross',
  'shade',
  'data',
  'export',
  'licences',
  'shortlist',
  'accessibility',
  'compare',
  'offers',
  'dossier',
] as const;
export type View = (typeof VIEWS)[number];
export type Selection =
  | { readonly entity: 'site'; readonly id: string }
  | { readonly entity: 'cluster'; readonly id: string }
  | { readonly entity: 'district'; readonly id: DistrictId }
  | { readonly entity: 'town'; readonly id: string }
  | { readonly entity: 'unit'; readonly id: string };

/** A null filter shows all; an empty list shows nothing. A district filter may hold `none`: not stated. */
export interface Filters {
  readonly q: string;
  readonly clusters: readonly ClusterOrCross[] | null;
  readonly districts: readonly (DistrictId | 'none')[] | null;
  readonly kinds: readonly Kind[] | null;
  readonly statuses: readonly Status[] | null;
  readonly precisions: readonly Precision[] | null;
  /** One cell of a cross table. */
  readonly cell: CellFilter | null;
}

export interface Address {
  readonly mode: ModeId;
  readonly map: Camera | null;
  readonly lang: Lang | null;
  readonly theme: Theme | null;
  readonly base: string | null;
  readonly doc: string | null;
  readonly filters: Filters;
  readonly selection: Selection | null;
  /** What else the address selects: the first that exists holds where `selection` does not. Never written. */
  readonly otherSelections?: readonly Selection[];
  readonly clause: string | null;
  readonly sentence: number | null;
  readonly view: View | null;
  readonly radii: boolean;
  readonly ask: Ask | null;
  readonly cross: Cross | null;
  readonly shade: Shade | null;
  readonly invest: InvestAddress;
  readonly present: PresentAddress;
}

export const NO_FILTERS: Filters = {
  q: '',
  clusters: null,
  districts: null,
  kinds: null,
  statuses: null,
  precisions: null,
  cell: null,
};

function oneOf<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((item) => item === value) ?? null;
}

function listOf<T extends string>(list: readonly T[], value: string | null): readonly T[] | null {
  if (value === null || value === '') return null;
  if (value === '-') return [];
  const wanted = new Set(value.split(','));
  const found = list.filter((item) => wanted.has(item));
  return found.length === 0 || found.length === list.length ? null : found;
}

function number(value: string | undefined, min: number, max: number): number | null {
  if (value === undefined || !/^-?\d{1,4}(\.\d{1,8})?$/.test(value)) return null;
  const n = Number(value);
  return n >= min && n <= max ? n : null;
}

function parseCamera(value: string | null): Camera | null {
  if (value === null) return null;
  const [z, la, ln, b, p] = value.split('/');
  const zoom = number(z, 0, 24);
  const lat = number(la, -85, 85);
  const lng = number(ln, -180, 180);
  if (zoom === null || lat === null || lng === null) return null;
  return { zoom, lat, lng, bearing: number(b, -360, 360) ?? 0, pitch: number(p, 0, 85) ?? 0 };
}

const ID = /^[a-z0-9-]{1,80}$/;
const CLAUSE = /^([a-z0-9-]{1,40}:)?\d{1,2}(\.\d{1,2}){1,2}$/;

function idOf(value: string | null): string | null {
  return value !== null && ID.test(value) ? value : null;
}

/** Every well-formed selection, in the order in which one wins over the next. */
function parseSelections(pairs: URLSearchParams): Selection[] {
  const found: Selection[] = [];
  const site = idOf(pairs.get('site'));
  if (site !== null) found.push({ entity: 'site', id: site });
  const cluster = oneOf(CLUSTER_IDS, pairs.get('cluster'));
  if (cluster !== null) found.push({ entity: 'cluster', id: cluster });
  const district = oneOf(DISTRICT_IDS, pairs.get('district'));
  if (district !== null) found.push({ entity: 'district', id: district });
  const town = pairs.get('town');
  if (town !== null && /^44060[4-8]\d{3}$/.test(town)) found.push({ entity: 'town', id: town });
  const unit = idOf(pairs.get('unit'));
  if (unit !== null) found.push({ entity: 'unit', id: unit });
  return found;
}

/** Districts as a filter also offers "not stated". */
export const DISTRICT_FILTER = [...DISTRICT_IDS, 'none'] as const;

export function parseAddress(hash: string): Address {
  const pairs = new URLSearchParams(hash.replace(/^#/, ''));
  const clause = pairs.get('clause');
  const sentence = number(pairs.get('sentence') ?? undefined, 1, 999);
  const [selection = null, ...otherSelections] = parseSelections(pairs);
  return {
    mode: oneOf(MODE_IDS, pairs.get('mode')) ?? 'plan',
    map: parseCamera(pairs.get('map')),
    lang: oneOf(LANGS, pairs.get('lang')),
    theme: oneOf(THEMES, pairs.get('theme')),
    base: idOf(pairs.get('base')),
    doc: idOf(pairs.get('doc')),
    filters: {
      q: (pairs.get('q') ?? '').slice(0, 100),
      clusters: listOf(CLUSTER_OR_CROSS_IDS, pairs.get('clusters')),
      districts: listOf(DISTRICT_FILTER, pairs.get('districts')),
      kinds: listOf(KINDS, pairs.get('kinds')),
      statuses: listOf(STATUSES, pairs.get('statuses')),
      precisions: listOf(PRECISIONS, pairs.get('precisions')),
      cell: parseCell(pairs.get('cell')),
    },
    selection,
    ...(otherSelections.length > 0 ? { otherSelections } : {}),
    clause: clause !== null && CLAUSE.test(clause) ? clause : null,
    sentence: sentence === null || !Number.isInteger(sentence) ? null : sentence,
    // A cross table's axes say that it is open.
    view: parseCross(pairs.get('cross')) === null ? oneOf(VIEWS, pairs.get('view')) : 'cross',
    radii: pairs.get('radii') === '1',
    ask: parseAsk(pairs.get('ask')),
    cross: parseCross(pairs.get('cross')),
    shade: parseShade(pairs.get('shade')),
    invest: parseInvest(pairs),
    present: parsePresent(pairs),
  };
}

/** Keys in this order; commas, slashes and colons stay readable, since a fragment may hold them. */
export function formatAddress(address: Address): string {
  const pairs: string[] = [];
  const put = (key: string, value: string | null | undefined) => {
    if (value === null || value === undefined || value === '') return;
    // Half a character, as cutting leaves it, cannot be encoded.
    const whole = value.replace(/\p{Surrogate}/gu, '');
    pairs.push(
      `${key}=${encodeURIComponent(whole).replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':')}`,
    );
  };
  const list = (key: string, value: readonly string[] | null) =>
    put(key, value === null ? null : value.length === 0 ? '-' : value.join(','));
  put('mode', address.mode === 'plan' ? null : address.mode);
  if (address.map !== null) {
    const { zoom, lat, lng, bearing, pitch } = address.map;
    const turned = bearing !== 0 || pitch !== 0;
    put(
      'map',
      [zoom.toFixed(2), lat.toFixed(5), lng.toFixed(5), ...(turned ? [bearing.toFixed(1), pitch.toFixed(1)] : [])].join(
        '/',
      ),
    );
  }
  put('lang', address.lang);
  put('theme', address.theme);
  put('base', address.base);
  put('doc', address.doc);
  put('q', address.filters.q);
  list('clusters', address.filters.clusters);
  list('districts', address.filters.districts);
  list('kinds', address.filters.kinds);
  list('statuses', address.filters.statuses);
  list('precisions', address.filters.precisions);
  put('cell', formatCell(address.filters.cell));
  if (address.selection !== null) put(address.selection.entity, address.selection.id);
  put('clause', address.clause);
  put('sentence', address.sentence === null ? null : String(address.sentence));
  put('view', address.cross !== null && address.view === 'cross' ? null : address.view);
  put('radii', address.radii ? '1' : null);
  put('ask', formatAsk(address.ask));
  put('cross', address.cross === null ? null : `${address.cross.row}.${address.cross.column}`);
  put('shade', formatShade(address.shade));
  for (const [key, value] of modePairs(address.invest, address.present)) put(key, value);
  return pairs.join('&');
}

/**
 * True when only the camera, what is typed, a weight, the shortlist, the stop of a tour or the reading place differ:
 * such moves replace the history entry. `followed` is the clause that reading on has reached; a clause that was chosen is no minor change.
 */
export function isMinorChange(a: Address, b: Address, followed: string | null = null): boolean {
  // Nobody goes back on a screen that runs for days by itself.
  if (b.present.kiosk) return true;
  const place = followed !== null && b.clause === followed ? { clause: null, sentence: null } : {};
  const bare = (address: Address) =>
    formatAddress({
      ...address,
      ...place,
      map: null,
      filters: { ...address.filters, q: '' },
      invest: { ...address.invest, need: '', weights: null, shortlist: [] },
      present: { ...address.present, stop: null },
    });
  return bare(a) === bare(b);
}

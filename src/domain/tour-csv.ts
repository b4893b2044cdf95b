/**
 * The stops of a tour as rows of a table, for writing them in a spreadsheet, and such rows as stops. A stop that the
 * tour has already keeps what no cell holds: its picture, and a number or a table that it shows. Pure.
 */
import { SHOW_ALL } from './tour.ts';
import { freshId } from './tour-edit.ts';
import type { TourFault } from './tour-parse.ts';
import { parseStop } from './tour-parse.ts';
import { MOST_STOPS, SECONDS, type Tour, type TourLook, type TourStop } from './tour-schema.ts';

export const STOP_COLUMNS = [
  'id',
  'hidden',
  'seconds',
  'title_zh',
  'title_en',
  'words_zh',
  'words_en',
  'notes_zh',
  'notes_en',
  'number_zh',
  'number_en',
  'number_label_zh',
  'number_label_en',
  'number_source_zh',
  'number_source_en',
  'look',
  'clusters',
  'districts',
  'kinds',
  'selection',
  'clause',
  'year',
] as const;
export type StopColumn = (typeof STOP_COLUMNS)[number];

/** Cells in the order of the columns. */
export function stopRows(tour: Tour): string[][] {
  return tour.stops.map((stop) => {
    const cells = cellsOf(stop);
    return STOP_COLUMNS.map((column) => cells[column]);
  });
}

function cellsOf({
  id,
  hidden,
  seconds,
  title,
  words,
  notes,
  figure,
  look,
  show,
}: TourStop): Record<StopColumn, string> {
  const own = figure?.from === 'own' ? figure : null;
  const list = (all: readonly string[] | null) => all?.join(';') ?? '';
  return {
    id,
    hidden: hidden ? 'yes' : '',
    seconds: String(seconds),
    title_zh: title.zh,
    title_en: title.en,
    words_zh: words.zh,
    words_en: words.en,
    notes_zh: notes.zh,
    notes_en: notes.en,
    number_zh: own?.value.zh ?? '',
    number_en: own?.value.en ?? '',
    number_label_zh: own?.label.zh ?? '',
    number_label_en: own?.label.en ?? '',
    number_source_zh: own?.source.zh ?? '',
    number_source_en: own?.source.en ?? '',
    look: lookText(look),
    clusters: list(show.clusters),
    districts: list(show.districts),
    kinds: list(show.kinds),
    selection: show.selection === null ? '' : `${show.selection.entity}:${show.selection.id}`,
    clause: show.clause ?? '',
    year: show.year === null ? '' : String(show.year),
  };
}

/** `city`, `district:nanhai`, `box:west/south/east/north`, `sites:a;b`, `camera:zoom/lat/lng/bearing/pitch/across`. */
function lookText(look: TourLook): string {
  switch (look.to) {
    case 'city':
      return 'city';
    case 'camera':
      return `camera:${[look.zoom, look.lat, look.lng, look.bearing, look.pitch, look.across ?? ''].join('/')}`;
    case 'box':
      return `box:${[look.west, look.south, look.east, look.north].join('/')}`;
    case 'sites':
      return `sites:${look.ids.join(';')}`;
    case 'clause':
    case 'cluster':
    case 'district':
      return `${look.to}:${look.id}`;
  }
}

/** What a cell says of where a stop looks; what is wrong in it is found with the rest of the stop. */
function lookIn(cell: string): unknown {
  const [to = '', rest = ''] = [cell.split(':')[0], cell.slice(cell.indexOf(':') + 1)];
  if (to === 'city' || cell === '') return { to: 'city' };
  if (to === 'sites') return { to, ids: listIn(rest) ?? [] };
  if (to === 'box') {
    const [west, south, east, north] = rest.split('/').map(Number);
    return { to, west, south, east, north };
  }
  if (to !== 'camera') return { to, id: rest };
  const [zoom, lat, lng, bearing, pitch, across] = rest.split('/').map((part) => (part === '' ? null : Number(part)));
  return { to, zoom, lat, lng, bearing: bearing ?? 0, pitch: pitch ?? 0, across: across ?? null };
}

const listIn = (cell: string): string[] | null => {
  const all = cell.split(/[;；、]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  return all.length === 0 ? null : all;
};

/** A row that gave no stop: from 1, the heading counted, as a spreadsheet numbers it. */
export interface RowFault {
  readonly row: number;
  /** The column, where it is of one. */
  readonly field: string;
  readonly fault: TourFault;
}

export interface StopsRead {
  readonly tour: Tour;
  readonly added: number;
  readonly changed: number;
  readonly refused: readonly RowFault[];
}

export type StopTable = { readonly kind: 'no-columns' } | ({ readonly kind: 'read' } & StopsRead);

/**
 * The tour with the stops of a table: those that it has already, told by their id, take what the cells say; the others
 * are added. They stand in the order of the table, and behind them those that the table does not name. A column that
 * is missing says nothing.
 *
 * @param table the heading and the rows below it
 */
export function withRows(tour: Tour, table: readonly (readonly string[])[]): StopTable {
  const heads = (table[0] ?? []).map((head) => STOP_COLUMNS.find((known) => known === head.trim().toLowerCase()));
  if (!heads.some((head) => head === 'title_zh' || head === 'title_en')) return { kind: 'no-columns' };
  const before = new Map(tour.stops.map((stop) => [stop.id, stop]));
  const taken = new Set(before.keys());
  const made: TourStop[] = [];
  const refused: RowFault[] = [];
  let [added, changed] = [0, 0];
  table.slice(1).forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const cell = (column: StopColumn) => {
      const place = heads.indexOf(column);
      return place === -1 ? null : (cells[place] ?? '').trim();
    };
    const old = before.get(cell('id') ?? '');
    const id = old?.id ?? freshId('stop', taken);
    const parsed = parseStop(stopIn(cell, old ?? null, id));
    if ('faults' in parsed) {
      for (const fault of parsed.faults)
        refused.push({ row: at + 2, field: fault.kind === 'value' ? fault.field : '', fault });
      // The stop that it was to change keeps its place.
      if (old !== undefined && !made.includes(old)) made.push(old);
      return;
    }
    if (made.some((stop) => stop.id === id) || made.length >= MOST_STOPS) return;
    taken.add(id);
    if (old === undefined) added += 1;
    else if (JSON.stringify(old) !== JSON.stringify(parsed.stop)) changed += 1;
    made.push(parsed.stop);
  });
  const named = new Set(made.map(({ id }) => id));
  const stops = [...made, ...tour.stops.filter(({ id }) => !named.has(id))].slice(0, MOST_STOPS);
  return { kind: 'read', tour: { ...tour, stops }, added, changed, refused };
}

/** Yes, in any of the ways that people write it. */
const isYes = (cell: string): boolean => /^(yes|y|true|1|x|是|隐藏)$/i.test(cell);

function stopIn(cell: (column: StopColumn) => string | null, old: TourStop | null, id: string): unknown {
  /** Who writes one language only writes for both. */
  const both = (zh: StopColumn, en: StopColumn, before = { zh: '', en: '' }) => {
    const [chinese, english] = [cell(zh), cell(en)];
    if (chinese === null && english === null) return before;
    return { zh: chinese || english || '', en: english || chinese || '' };
  };
  const or = <T>(column: StopColumn, before: T, read: (text: string) => unknown): unknown => {
    const text = cell(column);
    return text === null ? before : read(text);
  };
  const show = old?.show ?? SHOW_ALL;
  const number = both('number_zh', 'number_en');
  const own = old?.figure?.from === 'own' ? old.figure : undefined;
  return {
    ...old,
    id,
    hidden: or('hidden', old?.hidden ?? false, isYes),
    seconds: or('seconds', old?.seconds ?? SECONDS.usual, (text) => (text === '' ? SECONDS.usual : Number(text))),
    title: both('title_zh', 'title_en', old?.title),
    words: both('words_zh', 'words_en', old?.words),
    notes: both('notes_zh', 'notes_en', old?.notes),
    figure:
      number.zh === ''
        ? cell('number_zh') === null || own === undefined
          ? (old?.figure ?? null)
          : null
        : {
            from: 'own',
            value: number,
            label: both('number_label_zh', 'number_label_en', own?.label),
            source: both('number_source_zh', 'number_source_en', own?.source),
          },
    look: or('look', old?.look ?? { to: 'city' }, lookIn),
    show: {
      ...show,
      clusters: or('clusters', show.clusters, listIn),
      districts: or('districts', show.districts, listIn),
      kinds: or('kinds', show.kinds, listIn),
      selection: or('selection', show.selection, (text) =>
        text === '' ? null : { entity: text.split(':')[0], id: text.slice(text.indexOf(':') + 1) },
      ),
      clause: or('clause', show.clause, (text) => (text === '' ? null : text)),
      year: or('year', show.year, (text) => (text === '' ? null : Number(text))),
    },
  };
}

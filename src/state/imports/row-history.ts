/**
 * Rows in the browser's history: Back steps through opened rows as through sites. A row is in no address, as the rows
 * never leave the device: which one was open is kept with the entry of the history.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import { ADDRESS_ROWS, FIELDS } from '../address/keys.ts';
import type { View } from '../address/views.ts';
import type { RowRef } from './imported-set.ts';

interface OpenedRow {
  readonly chosen: ReadonlySignal<RowRef | null>;
  choose(row: RowRef | null): void;
  byId(id: string): { readonly set: { readonly count: number } } | null;
}

const MINOR = new Set(FIELDS.flatMap((field) => (ADDRESS_ROWS[field].minor ? ADDRESS_ROWS[field].keys : [])));

/** What of the address is a step of the history: moves of the map, say, replace the entry and are none. */
const stepOf = (hash: string): string =>
  hash
    .slice(1)
    .split('&')
    .filter((pair) => !MINOR.has(pair.slice(0, pair.indexOf('='))))
    .join('&');

/** What an entry keeps; another page's entry may hold anything. */
function rowOf(state: unknown): RowRef | null {
  if (typeof state !== 'object' || state === null || !('setId' in state) || !('row' in state)) return null;
  const { setId, row } = state;
  return typeof setId === 'string' && typeof row === 'number' ? { setId, row } : null;
}

/** Returns what unbinds it again. */
export function bindRowHistory(imports: OpenedRow, view: ReadonlySignal<View | null>): () => void {
  let restoring = false;
  let written: RowRef | null = imports.chosen.peek();
  let step = stepOf(location.hash);
  /** A row stands in the panel of data: with another panel its ring would be a ghost on the map. */
  const stopGhosts = effect(() => {
    if (view.value !== 'data' && imports.chosen.value !== null) imports.choose(null);
  });
  const stop = effect(() => {
    const row = imports.chosen.value;
    // Read too where no row changes, so that a step of the address is told from a step between rows.
    void view.value;
    const now = stepOf(location.hash);
    const isStep = now !== step;
    step = now;
    if (row?.setId === written?.setId && row?.row === written?.row) return;
    written = row;
    if (restoring) return;
    if (isStep) history.replaceState(row, '');
    else history.pushState(row, '');
  });
  const before = () => {
    restoring = true;
  };
  const after = ({ state }: PopStateEvent) => {
    const row = rowOf(state);
    const item = row === null ? null : imports.byId(row.setId);
    imports.choose(row !== null && item !== null && row.row < item.set.count ? row : null);
    written = imports.chosen.peek();
    step = stepOf(location.hash);
    restoring = false;
  };
  // The address is restored between the two.
  addEventListener('popstate', before, true);
  addEventListener('popstate', after);
  return () => {
    stop();
    stopGhosts();
    removeEventListener('popstate', before, true);
    removeEventListener('popstate', after);
  };
}

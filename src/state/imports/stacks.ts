/** Rows of the shown sets that stand on one point: counted for the map, and opened to choose one of them. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { NO_STACKS, rowsOn, type Stacks, stacksInTurns, stacksOf } from '../../analysis/stacks.ts';
import type { LngLat } from '../../domain/position.ts';
import { THINNED_FROM } from '../../domain/set-look.ts';
import { inTurns } from '../in-turns.ts';
import type { ImportedSet, RowRef } from './imported-set.ts';

/** Rows of one set on a point, ascending. */
export interface Standing {
  readonly item: ImportedSet;
  readonly rows: Uint32Array;
}

/** The list of the rows on a point, as it is open. */
export interface OpenStack {
  readonly at: LngLat;
  /** From 0. */
  readonly page: number;
  /** The row that was opened from it, so that the way back ends there. */
  readonly left: RowRef | null;
}

/** How long many rows wait for the next change before they are counted, ms: one filter often follows another. */
const REST_MS = 250;

/** Sets drawn as points; other displays count for themselves. */
const asPoints = (visible: readonly ImportedSet[]) => visible.filter(({ look }) => look.display === 'points');
const total = (items: readonly ImportedSet[]) =>
  items.reduce((sum, { set, rows }) => sum + (rows?.length ?? set.count), 0);

/** Whether the same rows are shown: what only changes their looks counts nothing anew. */
const sameRows = (a: readonly ImportedSet[], b: readonly ImportedSet[]) =>
  a.length === b.length && a.every(({ set, rows }, i) => set === b[i]?.set && rows === b[i].rows);

export const countOf = (standing: readonly Standing[]): number =>
  standing.reduce((sum, { rows }) => sum + rows.length, 0);

/** Where a row stands. */
export function placeOf({ set }: ImportedSet, row: number): LngLat {
  return [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
}

/** Place of a row among those of its point, from 0; null where it is none of them. */
export function indexIn(standing: readonly Standing[], { setId, row }: RowRef): number | null {
  let before = 0;
  for (const { item, rows } of standing) {
    const at = item.id === setId ? rows.indexOf(row) : -1;
    if (at >= 0) return before + at;
    before += rows.length;
  }
  return null;
}

/** The row at a place from 0 among those of one point; null past the last. */
export function refAt(standing: readonly Standing[], index: number): RowRef | null {
  let at = index;
  for (const { item, rows } of standing) {
    const row = rows[at];
    if (row !== undefined) return { setId: item.id, row };
    at -= rows.length;
  }
  return null;
}

/** Begins work after some rest; what comes back gives it up, begun or not. */
function afterRest(begin: () => () => void): () => void {
  let giveUp = () => clearTimeout(waiting);
  const waiting = setTimeout(() => {
    giveUp = begin();
  }, REST_MS);
  return () => giveUp();
}

/** @param visible sets that are shown, the last on top */
export function createStacks(visible: ReadonlySignal<readonly ImportedSet[]>) {
  const counted = signal<Stacks>(NO_STACKS);
  const opened = signal<OpenStack | null>(null);
  const points = computed(() => asPoints(visible.value));
  let of: readonly ImportedSet[] = [];
  let giveUp: () => void = () => undefined;
  effect(() => {
    const items = points.value;
    giveUp();
    if (sameRows(items, of)) return;
    const found = (stacks: Stacks) => {
      of = items;
      counted.value = stacks;
    };
    if (total(items) < THINNED_FROM) found(stacksOf(items));
    else giveUp = afterRest(() => inTurns(stacksInTurns(items), found));
  });

  /** The uppermost set's rows first. */
  const at = (place: LngLat): readonly Standing[] =>
    [...points.value]
      .reverse()
      .map((item) => ({ item, rows: rowsOn(item, place) }))
      .filter(({ rows }) => rows.length > 0);

  const signals: { readonly counted: ReadonlySignal<Stacks>; readonly opened: ReadonlySignal<OpenStack | null> } = {
    counted,
    opened,
  };
  return {
    ...signals,
    at,
    /** The uppermost row on a point; null where none is shown there. */
    topOn: (place: LngLat): RowRef | null => refAt(at(place), 0),
    /** Opens the list of the rows on a point; null closes it. */
    open(stack: OpenStack | null): void {
      opened.value = stack;
    },
  };
}

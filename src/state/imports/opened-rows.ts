/** Which row of the imported sets is open, pointed at, or about to be chosen from a list. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { HexagonRef, ImportedSet, RowRef } from './imported-set.ts';
import { countOf, createStacks, placeOf } from './stacks.ts';

/** CSS pixels. */
type Hovered = (RowRef | HexagonRef) & { readonly x: number; readonly y: number };

/** The list of rows that is open, where it was left for one of its rows, so that the way back ends there. */
export interface OpenRows {
  readonly setId: string;
  readonly page: number;
  readonly left: number | null;
}

interface OpenedSignals {
  readonly chosen: ReadonlySignal<RowRef | null>;
  readonly hovered: ReadonlySignal<Hovered | null>;
  readonly openRows: ReadonlySignal<OpenRows | null>;
  /** The same of the list of rows outside the district that they state. */
  readonly openOutside: ReadonlySignal<OpenRows | null>;
  /** The set whose rows are open as a table, by its id. */
  readonly openTable: ReadonlySignal<string | null>;
}

/** @param lookedAt told of the set whose row or table is opened */
export function createOpenedRows(
  sets: ReadonlySignal<readonly ImportedSet[]>,
  visible: ReadonlySignal<readonly ImportedSet[]>,
  lookedAt: (id: string) => void = () => undefined,
) {
  const chosen = signal<RowRef | null>(null);
  const hovered = signal<Hovered | null>(null);
  const openRows = signal<OpenRows | null>(null);
  const openTable = signal<string | null>(null);
  const openOutside = signal<OpenRows | null>(null);
  const stacks = createStacks(visible);
  const signals: OpenedSignals = { chosen, hovered, openRows, openOutside, openTable };
  return {
    /** The rows of a set are gone, or others. */
    forget(id: string): void {
      if (chosen.peek()?.setId === id) chosen.value = null;
      if (hovered.peek()?.setId === id) hovered.value = null;
    },
    verbs: {
      ...signals,
      stacks,
      /** Opens the card of a row; null closes it. */
      choose(row: RowRef | null): void {
        if (row !== null) lookedAt(row.setId);
        chosen.value = row;
      },
      /** A row was pointed at: where others stand on its point, their list opens, else its card. */
      take(row: RowRef): void {
        lookedAt(row.setId);
        const item = sets.peek().find(({ id }) => id === row.setId);
        const place = item === undefined ? null : placeOf(item, row.row);
        const isStack = place !== null && countOf(stacks.at(place)) > 1;
        batch(() => {
          stacks.open(isStack ? { at: place, page: 0, left: null } : null);
          chosen.value = isStack ? null : row;
        });
      },
      showRows(rows: OpenRows | null): void {
        openRows.value = rows;
      },
      showTable(id: string | null): void {
        if (id !== null) lookedAt(id);
        openTable.value = id;
      },
      showOutside(rows: OpenRows | null): void {
        openOutside.value = rows;
      },
      hover(next: Hovered | null): void {
        hovered.value = next;
      },
    },
  };
}

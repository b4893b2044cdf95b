/** Which set of the user's own is counted: in areas, by questions and in cross tables. It lasts as long as the session. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ColumnAxis } from '../../domain/axis.ts';
import type { ImportedSet } from './imported-set.ts';

/** Columns that stand in a cross table in place of the axes that every record has. */
export interface ColumnAxes {
  readonly row: ColumnAxis | null;
  readonly column: ColumnAxis | null;
}

const NO_AXES: ColumnAxes = { row: null, column: null };

export function createCounting(sets: ReadonlySignal<readonly ImportedSet[]>) {
  const areas = signal<string | null>(null);
  const countedIn: ReadonlySignal<string | null> = areas;
  /** What the user has said: a set, or null for the register; undefined before that. */
  const said = signal<string | null | undefined>(undefined);
  /** The set that was looked at last. */
  const seen = signal<string | null>(null);
  const together = signal(false);
  const axes = signal<ColumnAxes>(NO_AXES);
  const subject: ReadonlySignal<string | null> = computed(() => {
    const id = said.value === undefined ? seen.value : said.value;
    return sets.value.some((item) => item.id === id) ? id : null;
  });
  const shownTogether: ReadonlySignal<boolean> = together;
  const columnAxes: ReadonlySignal<ColumnAxes> = axes;
  return {
    countedIn,
    countIn(id: string | null): void {
      areas.value = id;
    },
    /** The set that questions and cross tables count; null for the register. */
    subject,
    /** The register and all sets in one cross table. */
    shownTogether,
    columnAxes,
    /** The user says what is counted; null for the register. */
    count(id: string | null): void {
      batch(() => {
        if (id !== subject.peek()) axes.value = NO_AXES;
        said.value = id;
        together.value = false;
      });
    },
    countTogether(): void {
      batch(() => {
        axes.value = NO_AXES;
        together.value = true;
      });
    },
    setColumnAxes(next: ColumnAxes): void {
      axes.value = next;
    },
    /** A set is looked at: it is counted first, unless the user has said otherwise. */
    lookAt(id: string): void {
      if (id === seen.peek()) return;
      batch(() => {
        if (said.peek() === undefined) axes.value = NO_AXES;
        seen.value = id;
      });
    },
    /** A set has just come: what was said before was said without it. */
    arrived(id: string): void {
      batch(() => {
        said.value = undefined;
        together.value = false;
        axes.value = NO_AXES;
        seen.value = id;
      });
    },
  };
}

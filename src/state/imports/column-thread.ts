/**
 * Large sets whose columns are worked out in a thread of their own: what is found there is known here before the look
 * or the filter that needs it is shown, so that nothing on the page waits for it.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { columnNamed } from '../../analysis/column-classes.ts';
import { learnMask } from '../../analysis/column-filter.ts';
import { type AwayWork, LARGE } from '../../analysis/column-work.ts';
import type { RowSort } from '../../analysis/table-rows.ts';
import { learnDates } from '../../domain/column-dates.ts';
import type { ColumnFilter } from '../../domain/column-filter.ts';
import { learnNumbers } from '../../domain/column-values.ts';
import type { Column, PointSet } from '../../domain/point-set.ts';
import type { SetFilter, SetLook } from '../../domain/set-look.ts';
import { learnClasses, learnSizes } from './set-counts.ts';

/** Asks the thread; rejects where it ends before it has answered. */
export type AskColumns = <T>(ask: (work: AwayWork) => Promise<T>) => Promise<T>;

/** What of a look or filter is about to change. */
export interface LookPart {
  readonly look: Partial<SetLook>;
  readonly filter: Partial<SetFilter>;
}

export type ColumnThread = ReturnType<typeof createColumnThread>;

/** @param ask null where there is no thread: everything is worked out where it is needed */
export function createColumnThread(ask: AskColumns | null) {
  const known = new WeakSet<Column>();
  /** By which the thread knows a column whose order it has made. */
  const ids = new WeakMap<Column, number>();
  let lastId = 0;
  const takes = ({ count }: PointSet): boolean => ask !== null && count >= LARGE;
  const only = (set: PointSet, names: readonly string[]) => ({
    count: set.count,
    columns: names.flatMap((name) => columnNamed(set, name) ?? []),
  });

  /** Two comparisons a row, once the numbers are known: done sooner than the column is copied to the thread. */
  function isQuick(set: PointSet, { kind, column: name }: ColumnFilter): boolean {
    const column = columnNamed(set, name);
    return kind === 'number' && column !== undefined && (column.kind === 'number' || known.has(column));
  }

  /** Numbers and dates of the columns of text. One that the thread could not do is done where it is needed. */
  async function facts(set: PointSet): Promise<void> {
    for (const column of set.columns) {
      if (ask === null || column.kind === 'number' || known.has(column)) continue;
      const found = await ask((work) => work.facts(column, set.count)).catch(() => null);
      if (found === null) return;
      known.add(column);
      learnNumbers(column, found.numbers, found.about);
      if (found.numbers === null) learnDates(column, found.dates);
    }
  }

  async function prepareLook(set: PointSet, { colourBy = null, sizeBy = null }: Partial<SetLook>): Promise<void> {
    if (ask === null) return;
    if (colourBy !== null)
      learnClasses(set, colourBy, await ask((work) => work.classes(only(set, [colourBy.column]), colourBy)));
    if (sizeBy !== null) learnSizes(set, sizeBy, await ask((work) => work.sizes(only(set, [sizeBy]), sizeBy)));
  }

  async function prepareFilter(set: PointSet, { columns }: Partial<SetFilter>): Promise<void> {
    if (ask === null || columns === undefined || columns.length === 0) return;
    const needed = only(
      set,
      columns.map(({ column }) => column),
    );
    learnMask(set, columns, await ask((work) => work.mask(needed, columns)));
  }

  /** Columns are copied to the thread: a search needs all, a sort its own, and that once. */
  async function tableRowsOf(
    { count, columns }: PointSet,
    rows: Uint32Array | undefined,
    search: string,
    sort: RowSort | null,
  ): Promise<Uint32Array | null> {
    if (ask === null) return null;
    const isSearch = search.trim() !== '';
    const found = isSearch ? await ask((work) => work.rows({ count, columns }, rows, search, null)) : rows;
    const column = sort === null ? undefined : columns[sort.column];
    if (sort === null || column === undefined) return found ?? null;
    const id = ids.get(column) ?? ++lastId;
    ids.set(column, id);
    const order = (given: Column | null) => ask((work) => work.order(id, given, count, found, sort.descending));
    return (await order(null)) ?? order(column);
  }

  return {
    takes,
    facts,
    /** Whether a change of look or filter has to wait for the thread. */
    needs: (set: PointSet, { look, filter: { columns = [] } }: LookPart): boolean =>
      takes(set) && (look.colourBy != null || look.sizeBy != null || columns.some((each) => !isQuick(set, each))),
    async prepare(set: PointSet, { look, filter }: LookPart): Promise<void> {
      await prepareLook(set, look);
      await prepareFilter(set, filter);
    },
    /** The rows of a table; null where the thread has ended. */
    rows(
      set: PointSet,
      rows: Uint32Array | undefined,
      search: string,
      sort: RowSort | null,
    ): Promise<Uint32Array | null> {
      return tableRowsOf(set, rows, search, sort).catch(() => null);
    },
  };
}

/** Where everything is worked out at once. */
export const NO_THREAD: ColumnThread = createColumnThread(null);

interface PreparedPorts {
  readonly thread: ColumnThread;
  readonly find: (id: string) => { readonly set: PointSet } | null;
  readonly apply: (id: string, part: LookPart) => void;
}

/** Changes of look and filter, each once what it needs is known; of several that wait only the last is worked out. */
export function createPrepared({ thread, find, apply }: PreparedPorts) {
  const waiting = new Map<string, LookPart>();
  const working = signal<ReadonlySet<string>>(new Set());
  const shown: ReadonlySignal<ReadonlySet<string>> = working;

  async function run(id: string): Promise<void> {
    working.value = new Set([...working.peek(), id]);
    for (let part = waiting.get(id); part !== undefined; part = waiting.get(id)) {
      const item = find(id);
      waiting.delete(id);
      if (item === null) break;
      // Where the thread has failed the page works it out itself.
      await thread.prepare(item.set, part).catch(() => undefined);
      apply(id, part);
    }
    working.value = new Set([...working.peek()].filter((other) => other !== id));
  }

  return {
    /** Ids of sets that something is worked out for. */
    working: shown,
    change(id: string, part: LookPart): void {
      const item = find(id);
      if (item === null) return;
      const isBusy = working.peek().has(id);
      if (!isBusy && !thread.needs(item.set, part)) {
        apply(id, part);
        return;
      }
      const before = waiting.get(id);
      waiting.set(id, { look: { ...before?.look, ...part.look }, filter: { ...before?.filter, ...part.filter } });
      if (!isBusy) void run(id);
    },
  };
}

/** The rows of a table: at once, or of a large set once its thread has sorted and searched them. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type RowSort, tableRows } from '../../../analysis/table-rows.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';

interface TableRows {
  readonly found: Uint32Array;
  /** Other rows are on their way; those that are there stay until then. */
  readonly isWorking: boolean;
  /** Cells were edited by which the rows are in order: these keep their place until the order is asked for again. */
  readonly isStale: boolean;
  readonly sortAgain: () => void;
}

/** What the rows were found in. */
interface Asked {
  readonly item: ImportedSet;
  readonly search: string;
  readonly sort: RowSort | null;
  /** How often the order was asked for again. */
  readonly again: number;
}

/** Whether only cells were edited between the two: the rows are the same, by the same numbers. */
const isEdited = (before: ImportedSet, now: ImportedSet): boolean =>
  before.set !== now.set &&
  before.id === now.id &&
  before.set.count === now.set.count &&
  before.filter === now.filter &&
  (before.revision ?? 0) === (now.revision ?? 0);

/** The question as it was asked, as long as only cells change: a row that is edited does not jump away from the hand. */
function useAsked(item: ImportedSet, search: string, sort: RowSort | null, again: number): Asked {
  const last = useRef<Asked | null>(null);
  const before = last.current;
  const isOrdered = sort !== null || search.trim() !== '';
  const same = before !== null && before.search === search && before.sort === sort && before.again === again;
  const { set, rows } = item;
  if (same && before.item.set === set && before.item.rows === rows) return before;
  if (same && isOrdered && isEdited(before.item, item)) return before;
  const next = { item, search, sort, again };
  last.current = next;
  return next;
}

export function useTableRows(
  { columns: thread }: Imports,
  item: ImportedSet,
  search: string,
  sort: RowSort | null,
): TableRows {
  const [again, setAgain] = useState(0);
  const asked = useAsked(item, search, sort, again);
  const { set, rows } = asked.item;
  const isAway = thread.takes(set) && (search.trim() !== '' || sort !== null);
  // As they stand in the file where they are worked out elsewhere.
  const here = useMemo(() => (isAway ? null : tableRows(set, rows, search, sort)), [isAway, asked]);
  const [last, setLast] = useState<{ readonly of: Asked; readonly found: Uint32Array } | null>(null);
  useEffect(() => {
    if (!isAway) return;
    let isCurrent = true;
    void thread.rows(set, rows, search, sort).then((found) => {
      if (isCurrent) setLast({ of: asked, found: found ?? tableRows(set, rows, search, sort) });
    });
    return () => {
      isCurrent = false;
    };
  }, [isAway, asked]);
  const plain = useMemo(() => tableRows(set, rows, '', null), [set, rows]);
  const at = sort?.column ?? -1;
  const order = { isStale: set.columns[at] !== item.set.columns[at], sortAgain: () => setAgain(again + 1) };
  if (here !== null) return { found: here, isWorking: false, ...order };
  // Rows of a set that is gone are not shown.
  const found = last !== null && last.of.item.set === set ? last.found : plain;
  return { found, isWorking: last?.of !== asked, ...order };
}

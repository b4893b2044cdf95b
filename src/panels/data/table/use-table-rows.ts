/** The rows of a table: at once, or of a large set once its thread has sorted and searched them. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type RowSort, tableRows } from '../../../analysis/table-rows.ts';
import type { ImportedSet } from '../../../state/imports/imported-set.ts';
import type { Imports } from '../../../state/imports/imports.ts';

interface TableRows {
  readonly found: Uint32Array;
  /** Other rows are on their way; those that are there stay until then. */
  readonly isWorking: boolean;
}

export function useTableRows(
  { columns: thread }: Imports,
  { set, rows }: ImportedSet,
  search: string,
  sort: RowSort | null,
): TableRows {
  const isAway = thread.takes(set) && (search.trim() !== '' || sort !== null);
  // As they stand in the file where they are worked out elsewhere.
  const here = useMemo(() => (isAway ? null : tableRows(set, rows, search, sort)), [isAway, set, rows, search, sort]);
  const [last, setLast] = useState<{ readonly of: readonly unknown[]; readonly found: Uint32Array } | null>(null);
  const asked = useMemo(() => [set, rows, search, sort], [set, rows, search, sort]);
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
  if (here !== null) return { found: here, isWorking: false };
  // Rows of a set that is gone are not shown.
  const found = last !== null && last.of[0] === set ? last.found : plain;
  return { found, isWorking: last?.of !== asked };
}

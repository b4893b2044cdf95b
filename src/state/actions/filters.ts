/** What narrows the register. */
import { batch } from '@preact/signals';
import type { CommonCell } from '../../domain/axis.ts';
import { type Address, asWritten, NO_FILTERS } from '../address/keys.ts';
import type { FilterKey } from '../filter.ts';
import type { openActions } from './open.ts';
import type { Slices } from './slices.ts';

export function filterActions({ address, later }: Slices, { select }: ReturnType<typeof openActions>) {
  return {
    setFilter<K extends FilterKey>(key: K, value: Address[K]) {
      address.set(key, asWritten(key, value));
    },
    /** What is typed stays. */
    clearFilters() {
      const { q } = address.whole.peek();
      batch(() => {
        address.change({ ...NO_FILTERS, q });
        later.signals.imports.peek()?.clearCells();
      });
    },
    setQuery(q: string) {
      address.change({ q });
    },
    /** Shows the records of one cell of the cross table on the map and in the list. */
    showCell(cell: CommonCell | null) {
      batch(() => {
        address.change({ cell });
        select(null);
      });
    },
    /** Keeps what is open, as against `showCell`. */
    setCell(cell: CommonCell | null) {
      address.change({ cell });
    },
  };
}

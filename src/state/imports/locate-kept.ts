/**
 * Sets that this device kept before their rows were located, or located by other boundaries: found once they are open,
 * in the thread of the import.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Imported } from '../../data/import/types.ts';
import { type ImportedSet, readOf } from './imported-set.ts';

interface Kept {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  replace(imported: Imported): Promise<void>;
}

/** A set whose rows are a server's is located as they come. */
const isUnlocated = ({ set, remote }: ImportedSet, data: string) => remote === undefined && set.located?.data !== data;

/**
 * @param data version of the data whose boundaries count
 * @param locate finds where the rows lie
 * @param failed is told why a set still goes by what its rows state
 */
export function locateKept(
  { sets, replace }: Kept,
  data: string,
  locate: (imported: Imported) => Promise<Imported>,
  failed: (error: unknown) => void,
): () => void {
  const asked = new Set<string>();
  return effect(() => {
    for (const item of sets.value.filter((each) => isUnlocated(each, data))) {
      const { id } = item;
      if (asked.has(id)) continue;
      asked.add(id);
      // What was read is located: what the user has changed of it lies over it.
      const read = readOf(item);
      locate(read)
        .then((found) => {
          // Its datum may have been said meanwhile, which placed it anew.
          const now = sets.peek().find((each) => each.id === id);
          if (now !== undefined && readOf(now).set === read.set) return replace(found);
        })
        .catch(failed);
    }
  });
}

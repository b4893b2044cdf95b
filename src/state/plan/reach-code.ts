/** What makes outlines about shapes: it is large, and comes with the first question that needs it. */
import { type ReadonlySignal, signal } from '@preact/signals';

export type ReachCode = Pick<typeof import('../../analysis/reach-outline.ts'), 'reachOutline'> &
  Pick<typeof import('../../analysis/simple-outline.ts'), 'simpleOutline'>;

// One for all states: a picture's own finds it there.
const reach = signal<ReachCode | null>(null);
let loading: Promise<void> | null = null;

/** Null while it is not there. */
export const reachCode: ReadonlySignal<ReachCode | null> = reach;

/** Loads what makes outlines about shapes; resolves at once where it is there. */
export function loadReach(): Promise<void> {
  loading ??= Promise.all([import('../../analysis/reach-outline.ts'), import('../../analysis/simple-outline.ts')]).then(
    ([{ reachOutline }, { simpleOutline }]) => {
      reach.value = { reachOutline, simpleOutline };
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

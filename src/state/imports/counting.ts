/** The set of the user's own whose areas are counted in. */
import { type ReadonlySignal, signal } from '@preact/signals';

export function createCounting() {
  const chosen = signal<string | null>(null);
  const countedIn: ReadonlySignal<string | null> = chosen;
  return {
    countedIn,
    countIn(id: string | null): void {
      chosen.value = id;
    },
  };
}

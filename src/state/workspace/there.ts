/** Waiting for what comes on need. */
import { effect } from '@preact/signals';

/** What `read` gives of the signals that it reads, as soon as that is something. */
export function there<T>(read: () => T | null): Promise<T> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null;
    stop = effect(() => {
      const value = read();
      if (value === null) return;
      resolve(value);
      // Within the first run it is not known yet how to stop.
      queueMicrotask(() => stop?.());
    });
  });
}

/** Code and data that come on first need. */
import { effect } from '@preact/signals';

/** Runs the load on the first call only; after a failure the next call tries again. */
export function once(load: () => Promise<unknown>, fail: (error: unknown) => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    load().catch((error: unknown) => {
      asked = false;
      fail(error);
    });
  };
}

/** Runs the load when the signals that `wanted` reads first say so. */
export function onceWanted(wanted: () => boolean, load: () => Promise<unknown>, fail: (error: unknown) => void): void {
  const start = once(() => load().then(() => stop()), fail);
  const stop = effect(() => {
    if (wanted()) start();
  });
}

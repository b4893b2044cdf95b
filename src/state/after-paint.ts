/** Work that waits until what is more urgent stands on the screen. */

/** A page that nobody sees paints no frames, ms. */
const UNSEEN_MS = 250;

/**
 * Calls back once so many frames have been painted from now on; of a page in the background after a while.
 *
 * @returns gives the call up
 */
export function afterFrames(frames: number, call: () => void): () => void {
  let frame = 0;
  let queued: ReturnType<typeof setTimeout> | undefined;
  const giveUp = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(queued);
    clearTimeout(unseen);
  };
  const done = (): void => {
    giveUp();
    call();
  };
  const next = (left: number): void => {
    frame = requestAnimationFrame(() => {
      clearTimeout(unseen);
      // What is queued in a frame runs once that is out.
      if (left <= 1) queued = setTimeout(done);
      else next(left - 1);
    });
  };
  const unseen = setTimeout(() => {
    if (document.hidden) done();
  }, UNSEEN_MS);
  next(frames);
  return giveUp;
}

/** Work that takes longer than a frame, done in turns, so that nobody waits for the page. */

/** What one turn may take, milliseconds. */
const TURN_MS = 12;

/** Runs it to its end, a turn at a time; the function that comes back gives it up. */
export function inTurns<T>(work: Generator<unknown, T>, done: (value: T) => void): () => void {
  let given = false;
  const turn = () => {
    const start = performance.now();
    while (!given) {
      const step = work.next();
      if (step.done === true) {
        done(step.value);
        return;
      }
      if (performance.now() - start > TURN_MS) {
        setTimeout(turn, 0);
        return;
      }
    }
  };
  setTimeout(turn, 0);
  return () => {
    given = true;
  };
}

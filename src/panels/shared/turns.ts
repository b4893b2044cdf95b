/** Work that takes longer than a frame, done in turns, so that nobody waits for the page. */
import { useEffect, useState } from 'preact/hooks';

/** What one turn may take, milliseconds. */
const TURN_MS = 12;

/** Runs it to its end, a turn at a time; the function that comes back gives it up. */
function inTurns<T>(work: Generator<unknown, T>, done: (value: T) => void): () => void {
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

/** The result of `start`, made anew when one of `inputs` changes; null until it is there. */
export function useTurns<T>(start: () => Generator<unknown, T>, inputs: readonly unknown[]): T | null {
  const [found, setFound] = useState<{ readonly value: T; readonly inputs: readonly unknown[] } | null>(null);
  useEffect(() => inTurns(start(), (value) => setFound({ value, inputs })), inputs);
  return found?.inputs.every((input, at) => input === inputs[at]) ? found.value : null;
}

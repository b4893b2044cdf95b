/** What work in turns finds, for a panel. */
import { useEffect, useState } from 'preact/hooks';
import { inTurns } from '../../state/in-turns.ts';

/** The result of `start`, made anew when one of `inputs` changes; null until it is there. */
export function useTurns<T>(start: () => Generator<unknown, T>, inputs: readonly unknown[]): T | null {
  const [found, setFound] = useState<{ readonly value: T; readonly inputs: readonly unknown[] } | null>(null);
  useEffect(() => inTurns(start(), (value) => setFound({ value, inputs })), inputs);
  return found?.inputs.every((input, at) => input === inputs[at]) ? found.value : null;
}

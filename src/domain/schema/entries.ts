/** Lists of a configuration of which each entry is read by itself, so that one broken one costs no other. */
import type { GenericSchema, InferOutput } from 'valibot';
import { parseAs, problemsOf } from './parse.ts';

export interface Entries<T> {
  readonly good: readonly T[];
  /** What is wrong with the others, each named by its place in the list, from 1. */
  readonly problems: readonly string[];
}

/** @param what the list as a user knows it: `config.json: sources` */
export function entriesOf<S extends GenericSchema>(
  schema: S,
  entries: readonly unknown[],
  what: string,
): Entries<InferOutput<S>> {
  const good: InferOutput<S>[] = [];
  const problems: string[] = [];
  entries.forEach((entry, index) => {
    const name = `${what} ${index + 1}`;
    const [problem] = problemsOf(schema, entry);
    if (problem === undefined) good.push(parseAs(schema, entry, name));
    else problems.push(`${name}: ${problem}`);
  });
  return { good, problems };
}

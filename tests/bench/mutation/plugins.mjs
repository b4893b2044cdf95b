import { createHash } from 'node:crypto';
import { relative } from 'node:path';

/**
 * @typedef {{ line: number, column: number }} Place
 * @typedef {{ fileName: string, location: { start: Place, end: Place }, mutatorName: string, replacement?: string }} Mutant
 */

/**
 * A number by lot that the same fault always draws, wherever the repository lies and whatever other faults there are.
 *
 * @param {string} seed
 * @param {Mutant} mutant its location counted from 0, as plugins get it
 */
export function lotOf(seed, { fileName, location: { start, end }, mutatorName, replacement }) {
  const path = relative(process.cwd(), fileName).replaceAll('\\', '/');
  const where = [start.line, start.column, end.line, end.column];
  return createHash('sha256')
    .update(JSON.stringify([seed, path, where, mutatorName, replacement]))
    .digest('hex');
}

/** Runs no test: what Stryker then calls survivors are all the faults there are. */
const listing = () => ({
  capabilities: () => ({ reloadEnvironment: true }),
  dryRun: async () => ({ status: 'complete', tests: [{ id: 'none', name: 'none', status: 0, timeSpentMs: 0 }] }),
  mutantRun: async () => ({ status: 'survived', nrOfTests: 0 }),
});

/**
 * Stryker takes ranges, not samples, and what was drawn has other faults inside; a checker can refuse these.
 *
 * @param {{ draw: { seed: string, lots: string[] } }} options
 */
function drawn({ draw: { seed, lots } }) {
  return {
    init: async () => {},
    /** @param {{ id: string }[]} mutants */
    group: async (mutants) => [mutants.map(({ id }) => id)],
    /** @param {(Mutant & { id: string })[]} mutants */
    check: async (mutants) => {
      const refused = { status: 'compileError', reason: 'not drawn' };
      const verdict = (/** @type {Mutant} */ mutant) =>
        lots.includes(lotOf(seed, mutant)) ? { status: 'passed' } : refused;
      return Object.fromEntries(mutants.map((mutant) => [mutant.id, verdict(mutant)]));
    },
  };
}
drawn.inject = /** @type {const} */ (['options']);

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'listing', factory: listing },
  { kind: 'Checker', name: 'drawn', factory: drawn },
];
/** Stryker warns of options that no plugin names. */
export const strykerValidationSchema = { properties: { draw: { type: 'object' } } };

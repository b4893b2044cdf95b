/** The data's version: the date of the newest change and a hash of what was built. */
import { createHash } from 'node:crypto';
import type { Version } from '../../src/domain/schema/config.ts';

/**
 * `outputs` by file name. The conversion table is left out by the caller: it also holds interface words, and
 * a new button must not make every correction file look out of date.
 */
export function versionOf(
  changes: Version['changes'],
  boundaries: Version['boundaries'],
  outputs: ReadonlyMap<string, string>,
): Version {
  const hash = createHash('sha256');
  for (const [name, content] of [...outputs].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\n${content}`);
  const sorted = [...changes].sort((a, b) => (a.date < b.date ? 1 : -1));
  const date = sorted[0]?.date ?? '';
  return { data: `${date}.${hash.digest('hex').slice(0, 8)}`, date, boundaries, changes: sorted };
}

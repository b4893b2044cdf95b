/** What named parks and platforms have around them: which rows lie within a distance, and which places have none. */
import type { Wgs84 } from '../domain/position.ts';
import { type Answer, among, answerOf, CERTAIN, maskOf, NO } from './answer.ts';
import type { CountedSet } from './counted-set.ts';
import type { SpatialIndex } from './spatial-index.ts';
import { type Range, tally } from './tally.ts';
import { withinRadius } from './within-radius.ts';

export interface Server {
  readonly id: string;
  /** Null where it is not placed: then nothing can be said of it. */
  readonly position: Wgs84 | null;
  /** Error of the position, metres. */
  readonly radiusM: number;
}

export interface Served<S extends Server> {
  readonly server: S;
  /** Null where the place is not placed. */
  readonly records: Range | null;
  /** `none`: not even a possible one; `perhaps-none`: no certain one; `unknown`: the place is not placed. */
  readonly verdict: 'some' | 'perhaps-none' | 'none' | 'unknown';
}

export interface Service<S extends Server> {
  /** In the order given. */
  readonly servers: readonly Served<S>[];
  /** Over all places: certain where within the distance of one for certain. */
  readonly served: Answer;
}

/** Asks each place for the records of `counted` within `withinM` metres of it; of `rows` alone where given. */
export function serve<S extends Server>(
  counted: CountedSet,
  index: SpatialIndex,
  servers: readonly S[],
  withinM: number,
  rows?: Uint32Array,
): Service<S> {
  const verdict = new Uint8Array(counted.set.count);
  const answers = servers.map((server): Served<S> => {
    if (server.position === null) return { server, records: null, verdict: 'unknown' };
    const answer = among(withinRadius(counted.set, index, server.position, server.radiusM, withinM), rows);
    for (let i = 0; i < answer.possible.length; i++) {
      const row = answer.possible[i] ?? 0;
      verdict[row] = Math.max(verdict[row] ?? NO, answer.verdict[row] ?? NO);
    }
    const records = tally(counted, answer).total;
    return { server, records, verdict: records.certain > 0 ? 'some' : records.possible > 0 ? 'perhaps-none' : 'none' };
  });
  return { servers: answers, served: among(answerOf(verdict, undefined, index.unplaced), rows) };
}

/** Records within reach of no place for certain, and of none even possibly; of `rows` alone where given. */
export function unserved(
  { set, isPart }: CountedSet,
  { verdict, cannotTell }: Answer,
  rows?: Uint32Array,
): { notCertain: number; none: number; cannotTell: number } {
  let [notCertain, none, unplaced] = [0, 0, 0];
  const unknown = maskOf(cannotTell, set.count);
  const asked = maskOf(rows, set.count);
  for (let row = 0; row < set.count; row++) {
    if (asked[row] === 0 || isPart(row)) continue;
    if (unknown[row] === 1) unplaced++;
    else {
      if (verdict[row] !== CERTAIN) notCertain++;
      if (verdict[row] === NO) none++;
    }
  }
  return { notCertain, none, cannotTell: unplaced };
}

/** What a spatial question answers: which rows are certain, which only possible, and which it cannot ask. */

/** Of one row, each holding what is below it: a certain row is inside, and one that is inside is possible. */
export const NO = 0;
export const POSSIBLE = 1;
/** Its point is inside, its error reaches out; of a row without a point that is never said. */
export const INSIDE = 2;
export const CERTAIN = 3;

export interface Answer {
  /** NO, POSSIBLE, INSIDE or CERTAIN of every row of the set. */
  readonly verdict: Uint8Array;
  /** Rows, ascending. */
  readonly certain: Uint32Array;
  /** Rows, ascending; the certain ones included. */
  readonly possible: Uint32Array;
  /** Possible rows that have no position: only the town or district that they state touches. */
  readonly byAreaOnly: Uint32Array;
  /** Lines and areas of which some is inside and some outside, ascending. */
  readonly partly: Uint32Array;
  /** Rows that the question cannot ask, because they have neither a position nor an area that it may use. */
  readonly cannotTell: Uint32Array;
  /** Rows that state no town, and of which the areas of towns said whether they are in it; absent of other questions. */
  readonly byTownArea?: Uint32Array;
}

const EMPTY = new Uint32Array(0);

/** Lists the rows of a verdict. */
export function answerOf(
  verdict: Uint8Array,
  byAreaOnly: Uint32Array = EMPTY,
  cannotTell: Uint32Array = EMPTY,
  partly: Uint32Array = EMPTY,
): Answer {
  const counts = new Uint32Array(CERTAIN + 1);
  for (let row = 0; row < verdict.length; row++) counts[verdict[row] ?? NO] = (counts[verdict[row] ?? NO] ?? 0) + 1;
  const certain = new Uint32Array(counts[CERTAIN] ?? 0);
  const possible = new Uint32Array(verdict.length - (counts[NO] ?? 0));
  let sure = 0;
  let maybe = 0;
  for (let row = 0; row < verdict.length; row++) {
    const value = verdict[row] ?? NO;
    if (value === NO) continue;
    possible[maybe++] = row;
    if (value === CERTAIN) certain[sure++] = row;
  }
  return { verdict, certain, possible, byAreaOnly, cannotTell, partly };
}

/** 1 at each of some rows, of a set of `count`; all ones where every row is meant. */
export function maskOf(rows: Uint32Array | undefined, count: number): Uint8Array {
  const mask = new Uint8Array(count);
  if (rows === undefined) return mask.fill(1);
  for (const row of rows) mask[row] = 1;
  return mask;
}

/** The answer over some rows only; the same where every row is meant. */
export function among(answer: Answer, rows: Uint32Array | undefined): Answer {
  if (rows === undefined) return answer;
  const mask = maskOf(rows, answer.verdict.length);
  const kept = (list: Uint32Array) => list.filter((row) => mask[row] === 1);
  const verdict = answer.verdict.map((value, row) => (mask[row] === 1 ? value : NO));
  const { byTownArea } = answer;
  return {
    ...answerOf(verdict, kept(answer.byAreaOnly), kept(answer.cannotTell), kept(answer.partly)),
    ...(byTownArea === undefined ? {} : { byTownArea: kept(byTownArea) }),
  };
}

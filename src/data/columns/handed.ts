/** Answers of a thread, handed over and not copied. */
import { transfer } from 'comlink';

/** The arrays of an answer. */
function buffersIn(answer: unknown): ArrayBuffer[] {
  const parts =
    answer !== null && typeof answer === 'object' && !ArrayBuffer.isView(answer) ? Object.values(answer) : [answer];
  return parts.flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

/** The work, with the arrays of its answer handed over. */
export const handed =
  <A extends unknown[], R>(work: (...given: A) => R) =>
  (...given: A): R => {
    const answer = work(...given);
    // Only an object can be remembered as one to hand over: "nothing is known" is an answer too.
    return typeof answer === 'object' && answer !== null ? transfer(answer, buffersIn(answer)) : answer;
  };

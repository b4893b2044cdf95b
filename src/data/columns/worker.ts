/** Work on columns in a thread of its own; what is answered is handed over, not copied. */
import { expose, transfer } from 'comlink';
import { type ColumnWork, columnWork } from '../../analysis/column-work.ts';

/** The arrays of an answer. */
function buffersIn(answer: unknown): ArrayBuffer[] {
  const parts =
    answer !== null && typeof answer === 'object' && !ArrayBuffer.isView(answer) ? Object.values(answer) : [answer];
  return parts.flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

const handed =
  <A extends unknown[], R>(work: (...given: A) => R) =>
  (...given: A): R => {
    const answer = work(...given);
    return transfer(answer, buffersIn(answer));
  };

const api: ColumnWork = {
  facts: handed(columnWork.facts),
  classes: handed(columnWork.classes),
  sizes: handed(columnWork.sizes),
  mask: handed(columnWork.mask),
  rows: handed(columnWork.rows),
  order: handed(columnWork.order),
};

expose(api);

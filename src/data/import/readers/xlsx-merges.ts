/** Where cells of a worksheet are merged. It stands behind the rows, so it is looked for before they are read. */
import { LIMITS } from '../guards/limits.ts';
import type { Span } from './merged-cells.ts';
import { xmlText } from './xml-decode.ts';

export interface Merges {
  /** By the number of the row in which they begin. */
  readonly spans: ReadonlyMap<number, readonly Span[]>;
  /** There were more than are kept. */
  readonly over: boolean;
}

export const NO_MERGES: Merges = { spans: new Map(), over: false };

const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
const MERGE = /<(?:\w+:)?mergeCell\s[^<>]{0,100}?ref\s*=\s*["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/gi;
/** No mark above is longer. */
const AHEAD = 200;

/** Index of the column in a reference as "AB12"; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = (reference.charCodeAt(at) | 32) - 96;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Text is searched and not parsed: of a large sheet that takes a tenth of the time, and no cell can hold a tag. */
export async function readMerges(chunks: AsyncIterable<Uint8Array>): Promise<Merges> {
  const spans = new Map<number, Span[]>();
  let count = 0;
  let behind = false;
  let held = '';
  for await (const chunk of xmlText(chunks)) {
    held += chunk;
    if (!behind) {
      // Looked for by a word first, which is fast.
      const end = held.includes('sheetData') ? END_OF_ROWS.exec(held) : null;
      behind = end !== null;
      held = end === null ? held.slice(-AHEAD) : held.slice(end.index);
    }
    if (!behind) continue;
    let done = 0;
    for (const found of held.matchAll(MERGE)) {
      const [all, from = '', first = '', , last = ''] = found;
      done = found.index + all.length;
      const column = columnOf(from);
      if (Number(last) <= Number(first) || column >= LIMITS.columns) continue;
      if (++count > LIMITS.merges) return { spans, over: true };
      const row = spans.get(Number(first)) ?? [];
      row.push([column, Number(last)]);
      spans.set(Number(first), row);
    }
    held = held.slice(Math.max(done, held.length - AHEAD));
  }
  return { spans, over: false };
}

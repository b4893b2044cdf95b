/** Which character separates the cells: the one that gives the most rows the same number of them. */

import { DELIMITERS, type Delimiter } from '../types.ts';
import { CsvRecords } from './csv-records.ts';

export interface Dialect {
  readonly delimiter: Delimiter;
  /** Cells that most rows have. */
  readonly width: number;
}

const LINES = 200;

function mostCommon(widths: readonly number[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [width, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0]);
  return { width, share: widths.length === 0 ? 0 : count / widths.length };
}

/** The cells of the first lines of `head` by a delimiter. */
export function firstRows(head: string, delimiter: Delimiter, limit: number): (readonly string[])[] {
  const rows = new CsvRecords(delimiter, 0).push(head, true);
  return rows.slice(0, limit).map(({ cells }) => cells.map(String));
}

/** @param head the start of the file, cut at a line end. */
export function guessDialect(head: string, fixed?: Delimiter): Dialect {
  const sample = head.split('\n', LINES).join('\n');
  const scored = (fixed === undefined ? DELIMITERS : [fixed]).map((delimiter) => {
    const widths = firstRows(sample, delimiter, LINES)
      .filter((cells) => cells.some((cell) => cell !== ''))
      .map((cells) => cells.length);
    const { width, share } = mostCommon(widths);
    return { delimiter, width, score: width > 1 ? share + Math.min(width, 50) / 1000 : 0 };
  });
  // Reduced from the left: of equals the first listed, the comma, wins.
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.delimiter, width: best.width };
}

/** The rejected rows as a file that opens in a spreadsheet; the words are the interface's. */
import { type Cell as CsvCell, toCsv } from '../export/csv.ts';
import { type RejectionCode, type Rejections, rejectionAt } from './guards/rejections.ts';

export interface ReceiptWords {
  readonly headers: readonly [row: string, reason: string, detail: string];
  readonly reason: (code: RejectionCode) => string;
}

/** One line a rejected row, all of them, below the header. */
export function rejectionsCsv(rejected: Rejections, words: ReceiptWords): string {
  const rows: (readonly CsvCell[])[] = [words.headers];
  for (let index = 0; index < rejected.count; index++) {
    const { row, code, detail } = rejectionAt(rejected, index);
    rows.push([row, words.reason(code), detail]);
  }
  return toCsv(rows);
}

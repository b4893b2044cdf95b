/** The stops of a tour as a CSV file that spreadsheets open, and such a file as rows. */
import Papa from 'papaparse';
import { toCsv } from '../../../data/export/csv.ts';
import { encodingOfBytes } from '../../../data/import/readers/text-encoding.ts';
import { STOP_COLUMNS, stopRows, withRows } from '../../../domain/tour-csv.ts';
import type { Tour } from '../../../domain/tour-schema.ts';
import type { App } from '../../../state/app.ts';
import { presentationOf } from '../../../state/present/presentation.ts';
import { MOST_FILE_BYTES, type OpenFault } from './fault-text.ts';

export const stopsCsv = (tour: Tour): string => toCsv([STOP_COLUMNS, ...stopRows(tour)]);

/** In whatever encoding a spreadsheet saved it. */
export const csvText = (bytes: Uint8Array): string => new TextDecoder(encodingOfBytes(bytes)).decode(bytes);

/** The apostrophe that keeps a cell from running as a formula is no part of its words. */
const plain = (cell: string): string => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '');

export function csvRows(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: false }).data.map((row) => row.map(plain));
}

/** Reads a file of stops into the tour that is edited: one step, which can be undone. */
export async function takeStops(app: App, file: File): Promise<TakenStops> {
  if (file.size > MOST_FILE_BYTES) return { kind: 'refused', faults: [{ kind: 'too-big', bytes: file.size }] };
  const { authoring, playback } = presentationOf(app);
  const tour = authoring.tour.peek();
  if (tour === null) return { kind: 'refused', faults: [] };
  const table = withRows(tour, csvRows(csvText(new Uint8Array(await file.arrayBuffer()))));
  if (table.kind === 'no-columns') return { kind: 'refused', faults: [{ kind: 'no-columns' }] };
  const { added, changed, refused } = table;
  authoring.edit(() => table.tour);
  playback.send({ do: 'first' });
  return { kind: 'taken', added, changed, faults: refused.map((row) => ({ kind: 'row', ...row })) };
}

export type TakenStops =
  | { readonly kind: 'refused'; readonly faults: readonly OpenFault[] }
  /** `faults`: of the rows that gave no stop. */
  | { readonly kind: 'taken'; readonly added: number; readonly changed: number; readonly faults: readonly OpenFault[] };

/**
 * What the workbook says of each row in a column of its own: of which data version and which record it is, and what
 * each cell said when it left. By it a cell that was edited is told from one that the register has changed since.
 *
 *     v1 2026-01-01.aaaaaaaa jihua-laboratory nameZh=8f0c… nameEn=…
 */
import { textDigest } from '../../domain/digest.ts';
import { type Value, valueText } from './cells.ts';

export interface Mark {
  readonly dataVersion: string;
  /** The record, or the fact, of the row. */
  readonly id: string;
  /** By column, the digest of what its cell said. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Heading of the column, the same in all languages. */
export const MARK_KEY = 'foshan224-edit';
const VERSION = 'v1';

export const digestOf = (value: Value): string => textDigest(valueText(value));

export function markText(dataVersion: string, id: string, values: readonly (readonly [string, Value])[]): string {
  const digests = values.map(([key, value]) => `${key}=${digestOf(value)}`);
  return [VERSION, dataVersion, encodeURIComponent(id), ...digests].join(' ');
}

/** Null for what is no mark. */
export function parseMark(cell: unknown): Mark | null {
  if (typeof cell !== 'string') return null;
  const [version, dataVersion, id, ...pairs] = cell.trim().split(/\s+/);
  if (version !== VERSION || dataVersion === undefined || id === undefined) return null;
  const digests = new Map<string, string>();
  for (const pair of pairs) {
    const [key, digest] = pair.split('=');
    if (key === undefined || digest === undefined || !/^[\da-f]{16}$/.test(digest)) return null;
    digests.set(key, digest);
  }
  try {
    return { dataVersion, id: decodeURIComponent(id), digests };
  } catch {
    return null;
  }
}

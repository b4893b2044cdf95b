/**
 * What the workbook says of each row in a column of its own: of which data version and which record it is, and what
 * each cell said when it left. By it a cell that was edited is told from one that the register has changed since.
 *
 *     v1 2026-01-01.aaaaaaaa jihua-laboratory nameZh=8f0c… nameEn=…
 */
import { textDigest } from '../../domain/digest.ts';
import { isBlank, type Value, valueText } from './cells.ts';

export interface Mark {
  readonly dataVersion: string;
  /** The record, or the fact, of the row. */
  readonly id: string;
  /** The digest of what the cell of a column said when the row left; that of nothing where the mark names none. */
  digestOf(key: string): string;
}

/** Heading of the column, the same in all languages. */
export const MARK_KEY = 'foshan224-edit';
const VERSION = 'v1';
/** Digits of a digest: two different texts share 40 bits once in a million million. */
const DIGITS = 10;
const NOTHING = digestOf(null);

export function digestOf(value: Value): string {
  return textDigest(valueText(value)).slice(0, DIGITS);
}

/** What is empty is left out: most cells of many columns are. */
export function markText(dataVersion: string, id: string, values: readonly (readonly [string, Value])[]): string {
  const digests = values.flatMap(([key, value]) => (isBlank(value) ? [] : [`${key}=${digestOf(value)}`]));
  return [VERSION, dataVersion, encodeURIComponent(id), ...digests].join(' ');
}

const HEAD = new RegExp(`^${VERSION} (\\S+) (\\S+)((?: [\\w.]+=[\\da-f]{${DIGITS}})*)$`);

/** Null for what is no mark, or not a whole one. */
export function parseMark(cell: unknown): Mark | null {
  const found = typeof cell === 'string' ? HEAD.exec(cell.trim()) : null;
  if (found === null) return null;
  const [, dataVersion = '', id = '', pairs = ''] = found;
  try {
    return {
      dataVersion,
      id: decodeURIComponent(id),
      digestOf(key) {
        const at = pairs.indexOf(` ${key}=`);
        const from = at + key.length + 2;
        return at < 0 ? NOTHING : pairs.slice(from, from + DIGITS);
      },
    };
  } catch {
    return null;
  }
}

/** Rows of the user's tables that name a candidate of the register, and until when what they say holds. */
import { compareDates, type DateCode, dateCode, datesOf, dateText, NO_DATE } from '../../domain/column-dates.ts';
import {
  type Column,
  labelAt,
  type Numbers,
  type PointSet,
  siteIdAt,
  textAt,
  valueAt,
} from '../../domain/point-set.ts';
import type { Site } from '../../domain/site.ts';

export interface OwnSet {
  readonly name: string;
  readonly set: PointSet;
}

/** One row of a table that names a candidate. */
export interface OwnRow {
  readonly siteId: string;
  readonly row: number;
  /** Until when it holds, `YYYY[-MM[-DD]]`; null where the table does not say. */
  readonly until: string | null;
  /** Its date has passed: it is shown, and does not count. */
  readonly expired: boolean;
}

export interface OwnTable extends OwnSet {
  readonly rows: readonly OwnRow[];
  /** The column that says until when a row holds; null where none does. */
  readonly until: Column | null;
}

/** Letters and digits alone, small, of one width: how names are compared. */
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Id of the site that goes by a text; null where several do. */
function sitesByText(sites: readonly Site[]): ReadonlyMap<string, string | null> {
  const byText = new Map<string, string | null>();
  for (const { id, nameZh, nameEn, aliases } of sites)
    for (const text of [id, nameZh, nameEn, ...aliases].map(fold)) {
      const other = byText.get(text);
      byText.set(text, other === undefined || other === id ? id : null);
    }
  byText.delete('');
  return byText;
}

/** What the column is called that says until when an offer holds. */
const UNTIL = /有效期|有效至|截止|截至|到期|失效|\bvalid\b|\bexpir|\buntil\b/i;

function untilColumn({ columns, count }: PointSet): Column | null {
  return columns.find((column) => UNTIL.test(column.name) && datesOf(column, count) !== null) ?? null;
}

/** A set of more rows than this is no table of parks; it is passed over. */
const MOST_ROWS = 20_000;

/**
 * Tables of which a row names a candidate: as the user confirmed it when the list came in, else by an id or a name that a
 * cell has.
 *
 * @param today `YYYY-MM-DD`; what held until an earlier day has expired, and a month or year that is not over has not
 */
export function ownTables(sets: readonly OwnSet[], sites: readonly Site[], today: string): OwnTable[] {
  const byText = sitesByText(sites);
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const now = dateCode({ year, month, day });
  return sets.flatMap(({ name, set }) => {
    if (set.count > MOST_ROWS) return [];
    const texts = set.columns.filter((column): column is Exclude<Column, Numbers> => column.kind !== 'number');
    const until = untilColumn(set);
    const dates = until === null ? null : datesOf(until, set.count);
    const rows: OwnRow[] = [];
    for (let row = 0; row < set.count; row++) {
      const siteId =
        siteIdAt(set, row) ??
        [set.label, ...texts]
          .map((column) => byText.get(fold(textAt(column, row))))
          .find((found) => typeof found === 'string');
      if (siteId === undefined) continue;
      const code: DateCode = dates?.[row] ?? NO_DATE;
      rows.push({
        ...{ siteId, row },
        until: code === NO_DATE ? null : dateText(code),
        expired: code !== NO_DATE && compareDates(code, now) < 0,
      });
    }
    return rows.length === 0 ? [] : [{ name, set, rows, until }];
  });
}

/** FNV-1a in base 36: the same on every device. */
export function shortMark(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

/** A short mark of what a row says, by which it is known again wherever it stands. */
export function rowMarkOf(set: PointSet, row: number): string {
  return shortMark(set.columns.map((column) => String(valueAt(column, row) ?? '')).join('\u001f'));
}

/** A cell of text that a table has of a candidate, to be read and not to be scored. */
export interface OwnText {
  readonly column: string;
  readonly text: string;
  readonly set: string;
  readonly expired: boolean;
}

/** Longer cells are no contact and no condition, but a document. */
const MOST_TEXT = 200;

/** What the tables say of a site in words: contacts, conditions, and until when it holds; each column in its order. */
export function ownTexts(tables: readonly OwnTable[], siteId: string): OwnText[] {
  return tables.flatMap(({ name, set, rows, until }) => {
    const own = rows.filter((row) => row.siteId === siteId);
    return set.columns.flatMap((column) => {
      if (column.kind === 'number' && column !== until) return [];
      return own.flatMap(({ row, expired, until: day }): OwnText[] => {
        const text = column === until ? (day ?? '') : column.kind === 'number' ? '' : textAt(column, row).trim();
        const isOwnName = fold(text) === fold(labelAt(set, row)) || fold(text) === fold(siteId);
        if (text === '' || isOwnName) return [];
        return [{ column: column.name, text: text.slice(0, MOST_TEXT), set: name, expired }];
      });
    });
  });
}

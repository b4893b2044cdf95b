/** The register laid out for editing: a row a record, a fact, a milestone. Pure. */
import type { Site } from '../../domain/site.ts';
import { type Cell, type CellKind, cellOf } from './cells.ts';
import { FACT_COLUMNS, type FactKey, factId, factRows } from './fact-columns.ts';
import { MARK_KEY, markText } from './mark.ts';
import { MILESTONE_COLUMNS, type MilestoneKey, milestoneId, milestoneRows } from './milestone-columns.ts';
import { OUTLINE_COLUMNS, type OutlineKey, outlineRows } from './outline-columns.ts';
import { type Column, RECORD_COLUMNS, type RecordKey } from './record-columns.ts';

export type ColumnKey = RecordKey | FactKey | MilestoneKey | OutlineKey;

export interface LaidColumn {
  readonly key: ColumnKey | typeof MARK_KEY;
  readonly kind: CellKind;
  readonly allowed: readonly string[];
}

export interface LaidSheet {
  readonly columns: readonly LaidColumn[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface LaidRegister {
  readonly records: LaidSheet;
  readonly facts: LaidSheet;
  readonly milestones: LaidSheet;
  /** To read by; nothing of it comes back. */
  readonly outlines: LaidSheet;
}

/** Heading of a column: what it is called, and the key that it is known by again, in whichever language. */
export const headingOf = (words: string, key: ColumnKey): string => `${words} [${key}]`;

/** Rows without marks: nobody asks what they said when they left. */
function plain<Key extends ColumnKey, Of>(
  columns: readonly Column<Key, Of>[],
  things: readonly Of[],
  words: (key: ColumnKey) => string,
): LaidSheet {
  return {
    columns: columns.map(({ key, kind, allowed = [] }) => ({ key, kind, allowed })),
    headings: columns.map(({ key }) => headingOf(words(key), key)),
    rows: things.map((thing) => columns.map(({ kind, of }) => cellOf(of(thing), kind))),
  };
}

function laid<Key extends ColumnKey, Of>(
  columns: readonly Column<Key, Of>[],
  things: readonly Of[],
  idOf: (thing: Of) => string,
  dataVersion: string,
  words: (key: ColumnKey) => string,
): LaidSheet {
  const sheet = plain(columns, things, words);
  return {
    columns: [...sheet.columns, { key: MARK_KEY, kind: 'info', allowed: [] }],
    headings: [...sheet.headings, MARK_KEY],
    rows: things.map((thing, at) => {
      const values = columns.map(({ key, of }) => [key, of(thing)] as const);
      return [...(sheet.rows[at] ?? []), markText(dataVersion, idOf(thing), values)];
    }),
  };
}

/** @param words what each column is called */
export function layRegister(
  sites: readonly Site[],
  dataVersion: string,
  words: (key: ColumnKey) => string,
): LaidRegister {
  return {
    records: laid(RECORD_COLUMNS, sites, ({ id }) => id, dataVersion, words),
    facts: laid(FACT_COLUMNS, factRows(sites), factId, dataVersion, words),
    milestones: laid(MILESTONE_COLUMNS, milestoneRows(sites), milestoneId, dataVersion, words),
    outlines: plain(OUTLINE_COLUMNS, outlineRows(sites), words),
  };
}

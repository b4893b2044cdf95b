/** What an edited workbook would change, and what of it cannot be taken. */
import type { CorrectionProblem } from '../../domain/correction-rules.ts';
import type { CorrectedField } from '../../domain/corrections.ts';
import type { DistrictCollection } from '../../domain/schema/area.ts';
import type { Correction } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import type { CellFault, CodeOf } from './cells.ts';
import type { ComposeFault, ToWgs84 } from './compose.ts';

export type RefusalCode =
  | CellFault
  | ComposeFault
  /** A rule of the register, which `rule` names. */
  | 'rule'
  /** The register has no such record any more, or the id is of none. */
  | 'gone'
  | 'badId'
  | 'twice'
  /** The id is of one row, the cells are of another. */
  | 'apart'
  | 'nameTaken'
  | 'noSuchRecord'
  | 'parentLoop'
  | 'newFact'
  /** A milestone moves to no other record. */
  | 'otherSite'
  /** What is withdrawn is of the register. */
  | 'ownMilestone';

/** A cell or a row that is not taken. */
export interface Refusal {
  readonly sheet: string;
  readonly row: number;
  /** The heading as it stands; null for what is wrong with the row. */
  readonly column: string | null;
  /** Id of the record, or empty. */
  readonly record: string;
  readonly code: RefusalCode;
  readonly detail: string;
  readonly rule?: CorrectionProblem;
}

/** Something that the user may take. */
export interface Proposal {
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  /** As it would be kept; of one that is not `sourced` the source is a blank to be filled. */
  readonly correction: Correction;
  readonly sourced: boolean;
  /** A cell was emptied: unknown from now on, if the user says so. */
  readonly emptied: boolean;
  /** The register has changed since the workbook left, or the user has corrected it here. */
  readonly conflict: 'register' | 'own' | null;
  /** Metres between the point on record and the new one. */
  readonly movedM: number | null;
  /** The field of the user's own milestone whose place it takes. */
  readonly replaces?: CorrectedField;
}

export interface Comparison {
  readonly proposals: readonly Proposal[];
  readonly refused: readonly Refusal[];
  /** Ids of records that have no row; nothing happens to them. */
  readonly missing: readonly string[];
  /** Rows that say what the register says. */
  readonly unchanged: number;
  /** Sheets that hold the register once more; they were not read. */
  readonly copies: readonly string[];
  /** Headings that are none of the register's, or stand there twice. */
  readonly unknownColumns: readonly string[];
  /** Keys of columns that are not there; nothing happens to their fields. */
  readonly missingColumns: readonly string[];
  /** Data versions that rows say they left with. */
  readonly leftWith: readonly string[];
  /** Rows that do not say what they said when they left: what the register has since cannot be told from an edit. */
  readonly unmarked: number;
}

/** What a workbook is held against. */
export interface Against {
  /** As the page shows it, the user's corrections included: what the workbook left with. */
  readonly sites: readonly Site[];
  /** The register's own record. */
  recordOf(id: string): Site | undefined;
  readonly districts: DistrictCollection;
  readonly towns: ReadonlySet<string>;
  readonly toWgs84: ToWgs84;
  /** What words stand for, by column. */
  codeOf(key: string): CodeOf;
  /** The day of today. */
  readonly made: string;
  readonly dataVersion: string;
}

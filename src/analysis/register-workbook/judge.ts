/** One field of one row: what was edited in it, whether the register has moved on, and what it would become. Pure. */
import { type CorrectionProblem, correctionProblems } from '../../domain/correction-rules.ts';
import { type CorrectedField, currentValue } from '../../domain/corrections.ts';
import { Correction } from '../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import type { Source } from '../../domain/schema/parts.ts';
import type { SiteProperties } from '../../domain/schema/site.ts';
import type { Site } from '../../domain/site.ts';
import { cellOf, isBlank, type Value, valueText } from './cells.ts';
import type { Against, Proposal, Refusal, RefusalCode } from './comparison.ts';
import type { Composed, RowValues } from './compose.ts';
import { digestOf } from './mark.ts';
import type { Column } from './record-columns.ts';
import type { Table, TableRow } from './sheet-table.ts';
import { newSource } from './source-text.ts';

/** In the place of a source that is not stated yet. */
export const BLANK_SOURCE: Source = { title: '—', kind: 'web' };

/** The row with the thing of the register that it is of. */
export interface Held<Key extends string, Of> {
  readonly table: Table<Key>;
  readonly row: TableRow<Key>;
  readonly columns: ReadonlyMap<Key, Column<Key, Of>>;
  readonly of: Of;
}

const onRecord = <Key extends string, Of>({ columns, of }: Held<Key, Of>, key: Key): Value =>
  columns.get(key)?.of(of) ?? null;

/** The mark of the row, where it is of this record. */
const markOf = <Key extends string, Of>({ row }: Held<Key, Of>) => (row.mark?.id === row.id ? row.mark : null);

/** Whether somebody has edited a cell since it left; one that says what the register says by now was not. */
function isTouched<Key extends string, Of>(held: Held<Key, Of>, key: Key): boolean {
  const now = onRecord(held, key);
  const kind = held.columns.get(key)?.kind ?? 'text';
  // Most cells stand as they left, and need no reading.
  if (held.row.cell(key) === cellOf(now, kind)) return false;
  const read = held.row.read(key);
  if (read === undefined) return false;
  if ('fault' in read) return true;
  if (valueText(read.value) === valueText(now)) return false;
  const mark = markOf(held);
  return mark === null || digestOf(read.value) !== mark.digestOf(key);
}

/** Whether the register says something else than when the workbook left. */
function hasMovedOn<Key extends string, Of>(held: Held<Key, Of>, keys: readonly Key[]): boolean {
  const mark = markOf(held);
  return mark !== null && keys.some((key) => digestOf(onRecord(held, key)) !== mark.digestOf(key));
}

export interface Edited<Key extends string> {
  readonly kind: 'edited';
  readonly touched: readonly Key[];
  readonly movedOn: boolean;
  readonly emptied: boolean;
  readonly newValue: unknown;
  readonly source: Source | null;
}
export type Judged<Key extends string> =
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly refused: readonly Refusal[] }
  | Edited<Key>;

export function refusalOf<Key extends string>(
  table: Table<Key>,
  { row, id }: Pick<TableRow<Key>, 'row' | 'id'>,
  key: Key | null,
  code: RefusalCode,
  detail = '',
): Refusal {
  const column = key === null ? null : (table.headings.get(key) ?? key);
  return { sheet: table.sheet, row, column, record: id.split(' ')[0] ?? '', code, detail };
}

/** What breaks a rule of the register. */
export const ruleRefusals = <Key extends string>(
  table: Table<Key>,
  row: Pick<TableRow<Key>, 'row' | 'id'>,
  key: Key | null,
  rules: readonly CorrectionProblem[],
): Refusal[] => rules.map((rule) => ({ ...refusalOf(table, row, key, 'rule'), rule }));

/** What the cells of one field say. */
export function judge<Key extends string, Of>(
  held: Held<Key, Of>,
  { columns: keys, source: sourceKey }: { readonly columns: readonly Key[]; readonly source: Key },
  compose: (row: RowValues<Key>) => Composed,
): Judged<Key> {
  const { table, row } = held;
  const touched = keys.filter((key) => isTouched(held, key));
  if (touched.length === 0) return { kind: 'same' };
  const faults = touched.flatMap((key) => {
    const read = row.read(key);
    return read !== undefined && 'fault' in read ? [refusalOf(table, row, key, read.fault, read.detail)] : [];
  });
  if (faults.length > 0) return { kind: 'refused', refused: faults };
  const cellValue = (key: Key): Value => {
    const read = row.read(key);
    return touched.includes(key) && read !== undefined && 'value' in read ? read.value : onRecord(held, key);
  };
  const composed = compose({ get: cellValue, isTouched: (key) => touched.includes(key) });
  if ('fault' in composed) {
    const key = keys.find((each) => each === composed.column) ?? null;
    return { kind: 'refused', refused: [refusalOf(table, row, key, composed.fault, composed.detail)] };
  }
  const cell = row.read(sourceKey);
  const stated = cell !== undefined && 'value' in cell && typeof cell.value === 'string' ? cell.value : '';
  return {
    kind: 'edited',
    touched,
    movedOn: hasMovedOn(held, keys),
    emptied: touched.some((key) => isBlank(cellValue(key)) && !isBlank(onRecord(held, key))),
    newValue: composed.newValue,
    source: newSource(stated, String(onRecord(held, sourceKey) ?? '')),
  };
}

/** The correction that a new value is; null with the reason where it is none. */
export function correctionFor(
  record: Site,
  field: CorrectedField,
  newValue: unknown,
  source: Source | null,
  { made, dataVersion }: Pick<Against, 'made' | 'dataVersion'>,
): Correction | string {
  const oldValue = currentValue(record, field);
  const candidate = { record: record.id, field, oldValue, newValue, source: source ?? BLANK_SOURCE, made, dataVersion };
  const [problem] = problemsOf(Correction, candidate);
  return problem ?? parseAs(Correction, candidate, field);
}

/** The register's rules that a correction breaks. `record`: with what else the row says of it. */
export function brokenRules(
  correction: Correction,
  record: SiteProperties | undefined,
  { districts }: Pick<Against, 'districts'>,
): CorrectionProblem[] {
  // What says what the register says takes an earlier correction of the user's back.
  return correctionProblems(correction, record, districts).filter((problem) => problem !== 'unchanged');
}

/** Whatever is in conflict is in conflict with the user's own correction, or with the register. */
export function conflictOf(site: Site, field: string, movedOn: boolean): Proposal['conflict'] {
  if (!movedOn) return null;
  return Object.keys(site.corrected ?? {}).includes(field) ? 'own' : 'register';
}

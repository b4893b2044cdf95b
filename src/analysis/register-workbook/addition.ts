/** Rows that are of no record: each is one to add, or is refused with what it lacks. Pure. */
import { isAttribute } from '../../domain/schema/attribute.ts';
import { Correction } from '../../domain/schema/correction.ts';
import { parseAs, problemsOf } from '../../domain/schema/parse.ts';
import type { Source } from '../../domain/schema/parts.ts';
import { isBlank, type Value } from './cells.ts';
import type { Against, Proposal, Refusal } from './comparison.ts';
import { type Composed, composeRecord } from './compose.ts';
import { BLANK_SOURCE, brokenRules, refusalOf, ruleRefusals } from './judge.ts';
import { RECORD_TARGETS, type RecordKey, SOURCE_GROUPS, type SourceGroup } from './record-columns.ts';
import type { Table, TableRow } from './sheet-table.ts';
import { parseSource } from './source-text.ts';

type Row = TableRow<RecordKey>;
type Found = { readonly proposals: readonly Proposal[]; readonly refused: readonly Refusal[] };

const IS_ID = /^[a-z0-9][a-z0-9-]*$/;

/** An id out of an English name; empty where nothing of it is left. */
export const idFrom = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

function valueIn(row: Row, key: RecordKey): Value {
  const read = row.read(key);
  return read !== undefined && 'value' in read ? read.value : null;
}

/** The first source that each group of the row names. */
function sourcesIn(row: Row): Partial<Record<SourceGroup, Source>> {
  const stated: Partial<Record<SourceGroup, Source>> = {};
  for (const group of SOURCE_GROUPS) {
    const text = valueIn(row, `source.${group}`);
    const source = typeof text === 'string' ? parseSource(text.split('\n')[0] ?? '') : null;
    if (source !== null) stated[group] = source;
  }
  return stated;
}

/** The record as a whole, out of its cells. */
function composed(
  row: Row,
  { toWgs84 }: Against,
): { readonly entries: [string, unknown][]; readonly faults: Composed[] } {
  const entries: [string, unknown][] = [];
  const faults: Composed[] = [];
  const values = {
    get: (key: RecordKey) =>
      valueIn(row, key) ?? (key === 'aliases' || key === 'districts' || key === 'towns' ? [] : null),
    isTouched: (key: RecordKey) => !isBlank(valueIn(row, key)),
  };
  for (const { field } of RECORD_TARGETS) {
    const value = composeRecord(field, values, null, toWgs84);
    if ('fault' in value) faults.push(value);
    else if (!isAttribute(field)) entries.push([field, value.newValue]);
    else if (typeof value.newValue === 'object' && value.newValue !== null && 'attribute' in value.newValue)
      entries.push([field, value.newValue.attribute]);
  }
  return { entries, faults };
}

/** Compares rows that are of no record. An id that two of them would get is given once. */
export function addition(against: Against, table: Table<RecordKey> | null): (row: Row) => Found {
  const taken = new Set([...against.sites.map(({ id }) => id), ...(table?.rows ?? []).map(({ id }) => id)]);

  function freeId(name: string): string {
    const stem = idFrom(name);
    for (let n = 1; ; n++) {
      const id = n === 1 ? stem : `${stem}-${n}`;
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  }

  return (row) => {
    if (table === null) return { proposals: [], refused: [] };
    const refuse = (key: RecordKey | null, code: Refusal['code'], detail = ''): Found => ({
      proposals: [],
      refused: [refusalOf(table, row, key, code, detail)],
    });
    if (row.id !== '' && row.mark?.id === row.id) return refuse('id', 'gone', row.id);
    if (row.id !== '' && !IS_ID.test(row.id)) return refuse('id', 'badId', row.id);
    const unread = [...table.headings.keys()].flatMap((key) => {
      const read = row.read(key);
      return read !== undefined && 'fault' in read ? [refusalOf(table, row, key, read.fault, read.detail)] : [];
    });
    if (unread.length > 0) return { proposals: [], refused: unread };
    const { entries, faults } = composed(row, against);
    if (faults.length > 0) {
      const refused = faults.flatMap((fault) => {
        if (!('fault' in fault)) return [];
        const key = [...RECORD_TARGETS.flatMap(({ columns }) => columns)].find((each) => each === fault.column) ?? null;
        return [refusalOf(table, row, key, fault.fault, fault.detail)];
      });
      return { proposals: [], refused };
    }
    const nameEn = String(valueIn(row, 'nameEn') ?? '');
    const id = row.id === '' ? (idFrom(nameEn) === '' ? '' : freeId(nameEn)) : row.id;
    if (id === '') return refuse('id', 'badId');
    const { status, location, ...groups } = sourcesIn(row);
    const [own = status ?? location, ...others] = SOURCE_GROUPS.flatMap((group) =>
      group === 'status' || group === 'location' ? [] : (groups[group] ?? []),
    );
    const candidate = {
      record: id,
      field: 'record',
      oldValue: { added: null },
      newValue: { added: { ...Object.fromEntries(entries), sources: { ...given({ status, location }), others } } },
      source: own ?? BLANK_SOURCE,
      made: against.made,
      dataVersion: against.dataVersion,
    };
    const [problem] = problemsOf(Correction, candidate);
    if (problem !== undefined) return refuse(null, 'value', problem);
    const correction = parseAs(Correction, candidate, id);
    const broken = brokenRules(correction, undefined, against);
    if (broken.length > 0) return { proposals: [], refused: ruleRefusals(table, { ...row, id }, null, broken) };
    const proposal: Proposal = {
      id: `${id} record`,
      sheet: table.sheet,
      row: row.row,
      correction,
      sourced: own !== undefined,
      emptied: false,
      conflict: null,
      movedM: null,
    };
    return { proposals: [proposal], refused: [] };
  };
}

const given = (sources: Record<string, Source | undefined>) =>
  Object.fromEntries(Object.entries(sources).filter(([, source]) => source !== undefined));

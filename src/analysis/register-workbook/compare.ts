/** An edited workbook against the register: what is new, what differs, what is refused and why. Pure. */

import { applyCorrections } from '../../domain/corrections.ts';
import type { Site } from '../../domain/site.ts';
import { addition } from './addition.ts';
import { milestoneComparison } from './compare-milestones.ts';
import type { Against, Comparison, Proposal, Refusal } from './comparison.ts';
import { composeFact, composeRecord } from './compose.ts';
import { FACT_COLUMNS, FACT_TARGET, type FactKey, type FactRow, factId, factRows } from './fact-columns.ts';
import { brokenRules, correctionFor, judge, refusalOf, ruleRefusals } from './judge.ts';
import { type Found, proposalOf } from './proposal.ts';
import { RECORD_COLUMNS, RECORD_TARGETS, type RecordKey } from './record-columns.ts';
import { relationRefusals } from './relations.ts';
import { type Sheet, type Table, type TableRow, tablesIn } from './sheet-table.ts';

const RECORD_BY_KEY = new Map(RECORD_COLUMNS.map((column) => [column.key, column]));
const FACT_BY_KEY = new Map(FACT_COLUMNS.map((column) => [column.key, column]));

/** All that a row says of a record that is there. */
function compareRecord(table: Table<RecordKey>, row: TableRow<RecordKey>, site: Site, against: Against): Found {
  const record = against.recordOf(site.id) ?? site;
  const held = { table, row, columns: RECORD_BY_KEY, of: site };
  const refused: Refusal[] = [];
  const drafts: { readonly proposal: Proposal; readonly key: RecordKey | null }[] = [];
  for (const target of RECORD_TARGETS) {
    const judged = judge(held, target, (values) =>
      composeRecord(target.field, values, site.location.position, against.toWgs84),
    );
    if (judged.kind === 'refused') refused.push(...judged.refused);
    if (judged.kind !== 'edited') continue;
    const key = judged.touched[0] ?? null;
    const correction = correctionFor(record, target.field, judged.newValue, judged.source, against);
    if (typeof correction === 'string') refused.push(refusalOf(table, row, key, 'value', correction));
    else drafts.push({ proposal: proposalOf(table, row, site, correction, judged), key });
  }
  // A park that moves into another district moves as a whole: each field is judged with the others of the row.
  const [whole = record] = applyCorrections(
    [record],
    drafts.map(({ proposal }) => proposal.correction),
  );
  const proposals: Proposal[] = [];
  for (const { proposal, key } of drafts) {
    const broken = brokenRules(proposal.correction, whole, against);
    refused.push(...ruleRefusals(table, row, key, broken));
    if (broken.length === 0) proposals.push(proposal);
  }
  return { proposals, refused };
}

function compareFact(table: Table<FactKey>, row: TableRow<FactKey>, of: FactRow, against: Against): Found {
  const { site, fact, field } = of;
  const isText = typeof fact.value === 'object' && 'zh' in fact.value;
  const judged = judge({ table, row, columns: FACT_BY_KEY, of }, FACT_TARGET, (values) => composeFact(values, isText));
  if (judged.kind === 'same') return { proposals: [], refused: [] };
  if (judged.kind === 'refused') return { proposals: [], refused: [...judged.refused] };
  const record = against.recordOf(site.id) ?? site;
  const correction = correctionFor(record, field, judged.newValue, judged.source, against);
  const key = judged.touched[0] ?? null;
  if (typeof correction === 'string')
    return { proposals: [], refused: [refusalOf(table, row, key, 'value', correction)] };
  const broken = brokenRules(correction, record, against);
  if (broken.length > 0) return { proposals: [], refused: ruleRefusals(table, row, key, broken) };
  return { proposals: [proposalOf(table, row, site, correction, judged)], refused: [] };
}

/** Rows of one table, each compared with what it is of; a second row of the same is refused. */
function compareRows<Key extends string>(
  table: Table<Key>,
  compare: (row: TableRow<Key>) => Found,
): Found & { readonly seen: ReadonlySet<string>; readonly unchanged: number } {
  const found: { readonly proposals: Proposal[]; readonly refused: Refusal[] } = { proposals: [], refused: [] };
  const seen = new Set<string>();
  let unchanged = 0;
  for (const row of table.rows) {
    if (row.blank) continue;
    if (row.id !== '' && seen.has(row.id)) {
      found.refused.push(refusalOf(table, row, null, 'twice', row.id));
      continue;
    }
    seen.add(row.id);
    if (row.apart !== null) {
      found.refused.push(refusalOf(table, row, null, 'apart', row.apart));
      continue;
    }
    const { proposals, refused } = compare(row);
    if (proposals.length + refused.length === 0) unchanged++;
    for (const proposal of proposals) found.proposals.push(proposal);
    for (const refusal of refused) found.refused.push(refusal);
  }
  return { ...found, seen, unchanged };
}

const NOTHING = { proposals: [], refused: [], seen: new Set<string>(), unchanged: 0 };

/** @throws Error where none of the sheets is the register's. */
export function compareWorkbook(sheets: readonly Sheet[], against: Against): Comparison {
  const { records, facts, milestones, copies } = tablesIn(sheets, (key) => against.codeOf(key));
  if (records === null && facts === null && milestones === null) throw new Error('no sheet of the register');
  const sites = new Map(against.sites.map((site) => [site.id, site]));
  const adding = addition(against, records);
  const ofRecords =
    records === null
      ? NOTHING
      : compareRows(records, (row) => {
          const site = sites.get(row.id);
          return site === undefined ? adding(row) : compareRecord(records, row, site, against);
        });
  const factsById = new Map(facts === null ? [] : factRows(against.sites).map((row) => [factId(row), row]));
  const ofFacts =
    facts === null
      ? NOTHING
      : compareRows(facts, (row) => {
          const of = factsById.get(row.id);
          if (of !== undefined) return compareFact(facts, row, of, against);
          const code = row.id === '' || row.mark?.id !== row.id ? 'newFact' : 'gone';
          return { proposals: [], refused: [refusalOf(facts, row, null, code, row.id)] };
        });
  const ofMilestones =
    milestones === null ? NOTHING : compareRows(milestones, milestoneComparison(milestones, sites, against));
  const found = [ofRecords, ofFacts, ofMilestones];
  const all = found.flatMap(({ proposals }) => proposals);
  const related = relationRefusals(all, against);
  const tables = [records, facts, milestones].filter((table) => table !== null);
  const rows = tables.flatMap((table) => table.rows.filter(({ blank }) => !blank));
  return {
    proposals: all.filter(({ id }) => !related.has(id)),
    refused: [...found.flatMap(({ refused }) => refused), ...related.values()],
    missing: records === null ? [] : against.sites.flatMap(({ id }) => (ofRecords.seen.has(id) ? [] : [id])),
    unchanged: found.reduce((sum, { unchanged }) => sum + unchanged, 0),
    copies,
    unknownColumns: tables.flatMap(({ unknown }) => unknown),
    missingColumns: tables.flatMap(({ missing }): readonly string[] => missing),
    leftWith: [...new Set(rows.flatMap(({ mark }) => mark?.dataVersion ?? []))],
    unmarked: rows.filter(({ mark, id }) => id !== '' && mark === null).length,
  };
}

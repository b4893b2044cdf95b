/** The sheet of milestones against the register: those put right, and new ones. Pure. */
import { isMilestoneCorrection, milestoneField, milestoneState, standingOf } from '../../domain/corrections.ts';
import type { Correction, MilestoneState } from '../../domain/schema/correction.ts';
import type { Site } from '../../domain/site.ts';
import { typedMilestone } from '../../domain/typed-milestone.ts';
import { isBlank, type Value } from './cells.ts';
import type { Against, Refusal } from './comparison.ts';
import type { Composed, RowValues } from './compose.ts';
import { brokenRules, correctionFor, judge, refusalOf, ruleRefusals } from './judge.ts';
import {
  MILESTONE_COLUMNS,
  MILESTONE_TARGET,
  type MilestoneKey,
  type MilestoneRow,
  milestoneId,
  milestoneRows,
} from './milestone-columns.ts';
import { type Found, proposalOf } from './proposal.ts';
import type { Table, TableRow } from './sheet-table.ts';
import { newSource } from './source-text.ts';

type Row = TableRow<MilestoneKey>;

const BY_KEY = new Map(MILESTONE_COLUMNS.map((column) => [column.key, column]));

function composeMilestone(row: Pick<RowValues<MilestoneKey>, 'get'>, old: MilestoneState | null): Composed {
  if (!isBlank(row.get('withdrawn'))) return { newValue: { milestone: null } };
  const text = (key: MilestoneKey) => String(row.get(key) ?? '');
  const stated = (key: MilestoneKey) => (isBlank(row.get(key)) ? undefined : text(key));
  const [event, date, plannedDate] = [stated('event'), stated('date'), stated('plannedDate')];
  if (event === undefined) return { fault: 'required', column: 'event' };
  if (date === undefined && plannedDate === undefined) return { fault: 'required', column: 'date' };
  const [ofZh, ofEn, noteZh, noteEn] = [text('partZh'), text('partEn'), text('noteZh'), text('noteEn')];
  const words = { ofZh, ofEn, noteZh, noteEn };
  return {
    newValue: { milestone: typedMilestone({ event, state: stated('state'), date, plannedDate, ...words }, old) },
  };
}

const valueIn = (row: Row, key: MilestoneKey): Value => {
  const read = row.read(key);
  return read !== undefined && 'value' in read ? read.value : null;
};

const NOTHING: Found = { proposals: [], refused: [] };
const refusing = (...refused: Refusal[]): Found => ({ proposals: [], refused });

/** The name that a milestone goes by: what the register says, or of one that it has not, what is added. */
function named(correction: Correction | string): Correction | string {
  if (typeof correction === 'string' || !isMilestoneCorrection(correction)) return correction;
  const { oldValue, newValue } = correction;
  return oldValue.milestone === null && newValue.milestone !== null
    ? { ...correction, field: milestoneField(newValue.milestone) }
    : correction;
}

/** Whether it withdraws what the register does not say. */
const isNothing = (correction: Correction): boolean =>
  isMilestoneCorrection(correction) && correction.oldValue.milestone === null && correction.newValue.milestone === null;

function compareKnown(table: Table<MilestoneKey>, row: Row, of: MilestoneRow, against: Against): Found {
  const { site, milestone, field } = of;
  const stated = valueIn(row, 'site');
  if (!isBlank(stated) && stated !== site.id)
    return refusing(refusalOf(table, row, 'site', 'otherSite', String(stated)));
  const judged = judge({ table, row, columns: BY_KEY, of }, MILESTONE_TARGET, (values) =>
    composeMilestone(values, milestoneState(milestone)),
  );
  if (judged.kind === 'same') return NOTHING;
  if (judged.kind === 'refused') return refusing(...judged.refused);
  // What is withdrawn says nothing, whatever else is edited of it.
  if (milestone.withdrawn !== undefined && !judged.touched.includes('withdrawn')) return NOTHING;
  const record = against.recordOf(site.id) ?? site;
  // One that the user has stated keeps the source that they stated, as in the form of the page.
  const own = milestone.withdrawn === undefined ? site.corrected?.[field]?.source : undefined;
  const source = judged.source ?? own ?? null;
  const correction = named(correctionFor(record, field, judged.newValue, source, against));
  const key = judged.touched[0] ?? null;
  if (typeof correction === 'string') return refusing(refusalOf(table, row, key, 'value', correction));
  if (isNothing(correction)) return refusing(refusalOf(table, row, 'withdrawn', 'ownMilestone'));
  const broken = brokenRules(correction, record, against);
  if (broken.length > 0) return refusing(...ruleRefusals(table, row, key, broken));
  const proposal = proposalOf(table, row, site, correction, { ...judged, source });
  return { proposals: [correction.field === field ? proposal : { ...proposal, replaces: field }], refused: [] };
}

function compareNew(
  table: Table<MilestoneKey>,
  row: Row,
  sites: ReadonlyMap<string, Site>,
  seen: Set<string>,
  against: Against,
): Found {
  const id = valueIn(row, 'site');
  if (isBlank(id)) return refusing(refusalOf(table, row, 'site', 'required'));
  const at = { ...row, id: String(id) };
  const site = sites.get(String(id));
  if (site === undefined) return refusing(refusalOf(table, at, 'site', 'noSuchRecord', String(id)));
  const unread = MILESTONE_TARGET.columns.flatMap((key) => {
    const read = row.read(key);
    return read !== undefined && 'fault' in read ? [refusalOf(table, at, key, read.fault, read.detail)] : [];
  });
  if (unread.length > 0) return refusing(...unread);
  const composed = composeMilestone({ get: (key) => valueIn(row, key) }, null);
  if ('fault' in composed) {
    const key = MILESTONE_TARGET.columns.find((each) => each === composed.column) ?? null;
    return refusing(refusalOf(table, at, key, composed.fault));
  }
  const source = newSource(String(valueIn(row, MILESTONE_TARGET.source) ?? ''), '');
  const record = against.recordOf(site.id) ?? site;
  const correction = named(correctionFor(record, NEW_FIELD, composed.newValue, source, against));
  if (typeof correction === 'string') return refusing(refusalOf(table, at, null, 'value', correction));
  if (isNothing(correction)) return refusing(refusalOf(table, at, 'withdrawn', 'ownMilestone'));
  const broken = brokenRules(correction, record, against);
  if (broken.length > 0) return refusing(...ruleRefusals(table, at, null, broken));
  const proposal = proposalOf(table, row, site, correction, { source, emptied: false, movedOn: false });
  // Said already, by the register, by the user or in a row above.
  if (standingOf(site, correction) === 'merged') return NOTHING;
  if (seen.has(proposal.id)) return refusing(refusalOf(table, at, null, 'twice', site.nameZh));
  seen.add(proposal.id);
  return { proposals: [proposal], refused: [] };
}

/** Of no milestone of any record. */
const NEW_FIELD = 'milestone:0000000000000000';

/** Compares rows of the sheet, each with the milestone whose id it has; without an id it is a new one. */
export function milestoneComparison(
  table: Table<MilestoneKey>,
  sites: ReadonlyMap<string, Site>,
  against: Against,
): (row: Row) => Found {
  const known = new Map(milestoneRows(against.sites).map((row) => [milestoneId(row), row]));
  const seen = new Set<string>();
  return (row) => {
    if (row.id === '') return compareNew(table, row, sites, seen, against);
    const of = known.get(row.id);
    return of === undefined
      ? refusing(refusalOf(table, row, 'milestone', 'gone', row.id))
      : compareKnown(table, row, of, against);
  };
}

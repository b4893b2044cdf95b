/**
 * Corrections → the register's YAML, edited in place: comments and order stay, the source is added under a new
 * key, a replaced position moves to otherLocations. What conflicts with the register is listed and not written.
 */
import { Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { locationOfAdded, recordFile, rightsOf, sourceOf, sourcesOfAdded } from '../../src/domain/added-record.ts';
import {
  type AttributeCorrection,
  type FactCorrection,
  factIndex,
  formerFactNote,
  howCorrected,
  isAttributeCorrection,
  isDraft,
  isFactCorrection,
  isMilestoneCorrection,
  type LocationCorrection,
  type MilestoneCorrection,
  milestoneField,
  type OutlineCorrection,
  type RecordCorrection,
  rightsAfter,
  type StatusCorrection,
  sameTarget,
  seenBy,
  sourceKeyFor,
  standingOf,
  whySetAside,
  withdrawnBy,
} from '../../src/domain/corrections.ts';
import { formerIdOf, isFormerCorrection } from '../../src/domain/former-records.ts';
import { newestState } from '../../src/domain/milestones.ts';
import { ATTRIBUTES } from '../../src/domain/schema/attribute.ts';
import type { Correction, Patch } from '../../src/domain/schema/correction.ts';
import type { OutlineCoordinates } from '../../src/domain/schema/outline.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SiteRecord } from '../../src/domain/schema/record.ts';
import type { Milestone } from '../../src/domain/schema/site.ts';
import { pointedAt, takingIn } from './apply-former.ts';
import { siteFeature } from './register.ts';
import { addSource, placeField, quoteDigits, STYLE, setDate } from './register-text.ts';

/** A record with the text that it was read from. */
export interface RegisterFile {
  readonly file: string;
  readonly record: SiteRecord;
  readonly text: string;
  /** In WGS-84; undefined where the record has none. */
  readonly outline?: OutlineCoordinates | undefined;
}

export interface ApplyResult {
  /** The records that change, with their new texts. */
  readonly changed: readonly RegisterFile[];
  /** Records whose place others take: their files go to geo/register/former as they are. */
  readonly former: readonly RegisterFile[];
  /** Ids of the records whose outline is to be written. */
  readonly outlined: ReadonlySet<string>;
  readonly applied: readonly Correction[];
  /** The register says so already. */
  readonly known: readonly Correction[];
  readonly conflicts: readonly { readonly correction: Correction; readonly reason: string }[];
}

const propertiesOf = ({ record, file, outline }: RegisterFile) => siteFeature(record, file, [], outline).properties;

function mapAt(document: Document, path: readonly (string | number)[]): YAMLMap {
  const node = document.getIn(path, true);
  if (!isMap(node)) throw new Error(`${path.join('.')} is no map`);
  return node;
}

/** Puts a new top-level list behind the key that it belongs to. */
function insertListAfter(document: Document, key: string, after: string): void {
  if (!isMap(document.contents) || document.has(key)) return;
  const { items } = document.contents;
  const at = items.findIndex((pair) => String(pair.key) === after);
  items.splice(at + 1, 0, document.createPair(key, []));
}

function applyLocation(document: Document, correction: LocationCorrection, key: string, record: SiteRecord): void {
  const former = mapAt(document, ['location']);
  const { position, precision, radiusM } = correction.newValue;
  const rights = rightsAfter(correction, record.location.rights);
  const next = document.createNode({
    position,
    precision,
    radiusM,
    how: howCorrected(correction),
    sources: [key],
    ...(rights === 'unclear' ? { rights } : {}),
  });
  const pair = next.get('position', true);
  if (isSeq(pair)) pair.flow = true;
  document.set('location', next);
  insertListAfter(document, 'otherLocations', 'location');
  former.set('setAside', document.createNode(whySetAside(correction)));
  const others = document.get('otherLocations');
  if (isSeq(others)) {
    others.flow = false;
    others.add(former);
  }
}

/** Puts a milestone into the record's list, in the place of the one at `at` where there is such a place. */
function putMilestone(document: Document, milestone: Milestone, at = -1): void {
  const there = ['quotes', 'succession'].filter((key) => document.has(key));
  insertListAfter(
    document,
    'milestones',
    there.at(-1) ?? (document.has('otherLocations') ? 'otherLocations' : 'location'),
  );
  const list = document.get('milestones');
  if (!isSeq(list)) throw new Error('milestones is no list');
  list.flow = false;
  const { event, of, state, date, plannedDate, dateNote, source, note, withdrawn } = milestone;
  const stated = Object.entries({ event, of, state, date, plannedDate, dateNote, source, note, withdrawn });
  const node = quoteDigits(document.createNode(Object.fromEntries(stated.filter(([, value]) => value !== undefined))));
  if (at < 0) list.add(node);
  else list.set(at, node);
}

function setStatus(document: Document, { value, date, source, dateNote }: SiteRecord['status']): void {
  const status = mapAt(document, ['status']);
  status.set('value', value);
  setDate(status, 'date', date);
  status.set('source', source);
  if (dateNote === undefined) status.delete('dateNote');
  else status.set('dateNote', document.createNode(dateNote));
}

/** A status as the observation that it is; null where it says nothing. */
function observationOf({ value, date, dateNote, source }: SiteRecord['status']): Milestone | null {
  if (date === null || source === null) return null;
  return { event: 'seen', state: value, date, ...(dateNote === undefined ? {} : { dateNote }), source };
}

/** The newer observation is the status, the older one a milestone. */
function applyStatus(document: Document, correction: StatusCorrection, key: string, { status }: SiteRecord): void {
  const seen = seenBy(correction, key);
  const [former, next] = [observationOf(status), observationOf(seen)];
  const isNewer = former === null || (seen.date ?? '') >= (former.date ?? '');
  const older = isNewer ? former : next;
  if (older !== null) putMilestone(document, older);
  if (isNewer) setStatus(document, seen);
}

/** What is withdrawn stays and says so; where it was the status, the newest observation that is left takes its place. */
function withdraw(document: Document, correction: MilestoneCorrection, key: string, record: SiteRecord): void {
  const { milestones, status } = record;
  const withdrawn = withdrawnBy(correction, key);
  const at = milestones.findIndex((each) => milestoneField(each) === correction.field);
  const [known, seen] = [milestones[at], observationOf(status)];
  if (known !== undefined) {
    putMilestone(document, { ...known, withdrawn }, at);
    return;
  }
  if (seen === null || milestoneField(seen) !== correction.field) throw new Error(`no ${correction.field}`);
  const left = newestState(milestones.filter(({ event }) => event === 'seen'));
  const date = left?.date ?? null;
  if (left === null || date === null) setStatus(document, { value: 'unknown', date: null, source: null });
  else {
    const { state = 'unknown', dateNote, source } = left;
    setStatus(document, { value: state, date, source, ...(dateNote && { dateNote }) });
    document.deleteIn(['milestones', milestones.indexOf(left)]);
  }
  putMilestone(document, { ...seen, withdrawn });
}

/** An observation that stands as the status is put right there. */
function applyMilestone(document: Document, correction: MilestoneCorrection, key: string, record: SiteRecord): void {
  const { milestone } = correction.newValue;
  if (milestone === null) {
    withdraw(document, correction, key, record);
    return;
  }
  const next: Milestone = { ...milestone, source: key };
  const seen = observationOf(record.status);
  if (seen !== null && milestoneField(seen) === correction.field && next.event === 'seen') {
    setStatus(document, { ...record.status, value: next.state ?? 'unknown', date: next.date ?? null, source: key });
    return;
  }
  putMilestone(
    document,
    next,
    record.milestones.findIndex((each) => milestoneField(each) === correction.field),
  );
}

function applyFact(document: Document, correction: FactCorrection, key: string, record: SiteRecord): void {
  const index = factIndex(record.facts, correction.field);
  const fact = mapAt(document, ['facts', index]);
  const { value, unit, qualifier, asPrinted, asOf } = correction.newValue;
  fact.set('value', typeof value === 'number' ? value : document.createNode(value));
  if (unit === null) fact.delete('unit');
  else fact.set('unit', unit);
  if (qualifier === 'exact') fact.delete('qualifier');
  else if (fact.has('qualifier')) fact.set('qualifier', qualifier);
  else
    fact.items.splice(
      fact.items.findIndex(({ key: k }) => String(k) === 'asPrinted'),
      0,
      document.createPair('qualifier', qualifier),
    );
  fact.set('asPrinted', asPrinted);
  setDate(fact, 'asOf', asOf);
  fact.set('source', key);
  fact.delete('dateNote');
  const former = record.facts[index];
  const formerSource = former === undefined ? undefined : record.sources[former.source];
  fact.set('note', document.createNode(formerFactNote(correction, formerSource)));
}

/** The corners go into a file of their own, which the build writes. */
function applyOutline(document: Document, correction: OutlineCorrection, key: string): void {
  const { newValue } = correction;
  if (newValue.outline === null) {
    document.delete('outline');
    return;
  }
  const rights = rightsOf(sourceOf(correction));
  const node = document.createNode({ date: newValue.date, source: key, ...(rights === 'unclear' ? { rights } : {}) });
  setDate(node, 'date', newValue.date);
  if (document.has('outline') || !isMap(document.contents)) {
    document.set('outline', node);
    return;
  }
  const { items } = document.contents;
  const at = items.findIndex((pair) => String(pair.key) === 'location');
  items.splice(at + 1, 0, document.createPair('outline', node));
}

/** Fields that a record leaves out where nothing is stated; `districts` always stands there. */
const isLeftOut = (field: string, value: unknown): boolean =>
  value === null || (field !== 'districts' && Array.isArray(value) && value.length === 0);

/** A field of its own: changed where it stands, or put behind the field that comes before it. */
function setAttribute(document: Document, { field, newValue }: AttributeCorrection): void {
  const value = newValue.attribute;
  if (isLeftOut(field, value)) {
    document.delete(field);
    return;
  }
  const there = document.get(field, true);
  if (isScalar(there) && (typeof value === 'string' || typeof value === 'number')) {
    there.value = value;
    return;
  }
  if (isMap(there) && value !== null && typeof value === 'object' && 'zh' in value) {
    there.set('zh', value.zh);
    there.set('en', value.en);
    return;
  }
  const node = quoteDigits(document.createNode(value));
  placeField(document, field, node, new Set(['id', ...ATTRIBUTES.slice(0, ATTRIBUTES.indexOf(field))]));
}

/** The record that a correction adds, as it is written. */
function addedEntry(correction: RecordCorrection): RegisterFile {
  const { record: id, newValue } = correction;
  const { added } = newValue;
  const { sources, status } = sourcesOfAdded(correction);
  const { rights, ...place } = locationOfAdded(correction);
  const stated = ATTRIBUTES.flatMap((field) => (isLeftOut(field, added[field]) ? [] : [[field, added[field]]]));
  const document = new Document({
    id,
    ...Object.fromEntries(stated),
    status: { ...added.status, source: added.status.value === 'unknown' ? null : status },
    location: { ...place, ...(rights === 'unclear' ? { rights } : {}) },
    sources,
  });
  if (isMap(document.contents)) quoteDigits(document.contents);
  const pair = document.getIn(['location', 'position'], true);
  if (isSeq(pair)) pair.flow = true;
  const file = recordFile(id);
  const text = document.toString(STYLE);
  return { file, text, record: parseAs(SiteRecord, parseDocument(text).toJS(), file) };
}

/** One record's text with one correction in it. Throws where the result is not what the correction says. */
function edited(entry: RegisterFile, correction: Correction): RegisterFile {
  const { file, record, text } = entry;
  const outline = correction.field === 'outline' ? (correction.newValue.outline ?? undefined) : entry.outline;
  const document = parseDocument(text);
  const key = sourceKeyFor(record.sources, correction);
  if (correction.field === 'location') applyLocation(document, correction, key, record);
  else if (correction.field === 'status') applyStatus(document, correction, key, record);
  else if (correction.field === 'outline') applyOutline(document, correction, key);
  else if (isAttributeCorrection(correction)) setAttribute(document, correction);
  else if (isMilestoneCorrection(correction)) applyMilestone(document, correction, key, record);
  else if (isFactCorrection(correction)) applyFact(document, correction, key, record);
  addSource(document, key, sourceOf(correction));
  const next = document.toString(STYLE);
  const result = { file, outline, text: next, record: parseAs(SiteRecord, parseDocument(next).toJS(), file) };
  if (standingOf(propertiesOf(result), correction) !== 'merged')
    throw new Error(`${file}: ${correction.field} could not be written`);
  return result;
}

function conflictReason(correction: Correction, entry: RegisterFile | undefined): string {
  if (isDraft(correction)) return 'it is a draft: no source is stated';
  if (entry === undefined) return 'the register has no such record';
  if (isFactCorrection(correction) && factIndex(entry.record.facts, correction.field) < 0)
    return 'the record has no such fact';
  if (correction.field === 'record') return 'the register has another record of this id';
  return `the register differs from the old value ${JSON.stringify(correction.oldValue)}`;
}

/** Where a correction stands against an entry of the register. */
const standingIn = (entry: RegisterFile | undefined, correction: Correction) =>
  standingOf(entry === undefined ? undefined : propertiesOf(entry), correction);

/**
 * Old values are held against the register as it was before the patch; what the patch adds comes first, and other
 * corrections of it are held against what was added.
 */
export function applyPatch(
  { corrections }: Pick<Patch, 'corrections'>,
  register: readonly RegisterFile[],
): ApplyResult {
  const before = new Map(register.map((entry) => [entry.record.id, entry]));
  const byId = new Map(before);
  const now = new Map(byId);
  const applied: Correction[] = [];
  const known: Correction[] = [];
  const conflicts: { correction: Correction; reason: string }[] = [];
  const former: RegisterFile[] = [];
  const isNew = ({ field }: Correction) => field === 'record';
  // What is added comes first, and what gives its place away goes last, with all that was corrected of it.
  const turn = (correction: Correction) => (isNew(correction) ? 0 : isFormerCorrection(correction) ? 2 : 1);
  for (const correction of [...corrections].sort((a, b) => turn(a) - turn(b))) {
    const entry = (isNew(correction) ? before : byId).get(correction.record);
    const standing = standingIn(entry, correction);
    if (standing === 'merged') known.push(correction);
    else if (standing === 'conflict' || isDraft(correction))
      conflicts.push({ correction, reason: conflictReason(correction, entry) });
    else if (applied.some((other) => sameTarget(other, correction)))
      conflicts.push({ correction, reason: 'the file corrects this field twice' });
    else if (correction.field === 'record') {
      const added = addedEntry(correction);
      byId.set(correction.record, added);
      now.set(correction.record, added);
      applied.push(correction);
    } else if (isFormerCorrection(correction)) {
      const gone = now.get(formerIdOf(correction.field) ?? '');
      const survivor = now.get(correction.record);
      if (gone === undefined || survivor === undefined || gone === survivor) {
        conflicts.push({ correction, reason: 'the register has no record to take the place of' });
        continue;
      }
      now.delete(gone.record.id);
      for (const [id, each] of now) now.set(id, pointedAt(each, gone.record.id, survivor.record.id));
      now.set(correction.record, takingIn(survivor, gone, correction));
      former.push(gone);
      applied.push(correction);
    } else {
      const current = now.get(correction.record);
      if (current !== undefined) now.set(correction.record, edited(current, correction));
      applied.push(correction);
    }
  }
  const changed = [...now.values()].filter((entry) => before.get(entry.record.id) !== entry);
  const outlined = new Set(applied.flatMap(({ field, record }) => (field === 'outline' ? [record] : [])));
  return { changed, former, outlined, applied, known, conflicts };
}

/**
 * Corrections: what a user of the page states against the register. Pure. The page shows them over the
 * register, the build merges them into it; both compare old values here, and an old value that differs is a
 * conflict that nothing overwrites.
 */
import { addedSite, attributesOf, newRecordOf, rightsOf, sourceOf } from './added-record.ts';
import { textDigest } from './digest.ts';
import { type FormerCorrection, formerIdOf, isFormerCorrection, withFormers } from './former-records.ts';
import { byDate, milestoneText, stateOf, statusOf, withSeen } from './milestones.ts';
import { outlineDigest } from './outline.ts';
import { wgs84 } from './position.ts';
import { toBase } from './scale.ts';
import { isAttribute } from './schema/attribute.ts';
import type { Correction, MilestoneState, NewRecord } from './schema/correction.ts';
import type { Bilingual, Source } from './schema/parts.ts';
import type { Fact, Location, Milestone, SiteProperties } from './schema/site.ts';
import type { Site } from './site.ts';
import { KIND_GROUP } from './vocabulary.ts';

export type CorrectedField = Correction['field'];
export type FactCorrection = Extract<Correction, { field: `fact:${string}` }>;
export type LocationCorrection = Extract<Correction, { field: 'location' }>;
export type OutlineCorrection = Extract<Correction, { field: 'outline' }>;
export type StatusCorrection = Extract<Correction, { field: 'status' }>;
export type RecordCorrection = Extract<Correction, { field: 'record' }>;
export type MilestoneCorrection = Extract<Correction, { field: `milestone:${string}` }>;
export type AttributeCorrection = Exclude<
  Correction,
  | FactCorrection
  | MilestoneCorrection
  | LocationCorrection
  | OutlineCorrection
  | StatusCorrection
  | RecordCorrection
  | FormerCorrection
>;

/** What became of a correction: shown, said by the register too by now, or in conflict. */
export type Standing = 'applied' | 'merged' | 'conflict';

export function isFactCorrection(correction: Correction): correction is FactCorrection {
  return correction.field.startsWith('fact:');
}

/** A correction whose source is still to be stated. */
export const isDraft = ({ source }: Pick<Correction, 'source'>): boolean => source === null;

export function isAttributeCorrection(correction: Correction): correction is AttributeCorrection {
  return isAttribute(correction.field);
}

export function isMilestoneField(field: string): field is MilestoneCorrection['field'] {
  return field.startsWith('milestone:');
}

export function isMilestoneCorrection(correction: Correction): correction is MilestoneCorrection {
  return isMilestoneField(correction.field);
}

/** Field of a milestone, by what it states. */
export const milestoneField = (milestone: MilestoneState): MilestoneCorrection['field'] =>
  `milestone:${textDigest(milestoneText(milestone))}`;

/** A milestone as a correction states it: its source apart. */
export const milestoneState = ({ source: _, withdrawn: __, ...state }: Milestone): MilestoneState => state;

/** Field of a milestone as the page shows it: one that the user has put right keeps the name of what it was. */
export function milestoneFieldIn(site: Site, milestone: Milestone): MilestoneCorrection['field'] {
  const field = milestoneField(milestone);
  for (const own of Object.values(site.corrected ?? {})) {
    if (own === undefined || !isMilestoneCorrection(own)) continue;
    const { milestone: stated } = own.newValue;
    if (stated !== null && milestoneField(stated) === field) return own.field;
  }
  return field;
}

const milestoneAt = ({ milestones }: Pick<SiteProperties, 'milestones'>, field: string) =>
  milestones.findIndex((each) => milestoneField(each) === field);

/** Field of the fact at `index` of a record's facts. */
export function factField(facts: readonly Pick<Fact, 'key'>[], index: number): FactCorrection['field'] {
  const key = facts[index]?.key ?? '';
  return `fact:${key}#${facts.slice(0, index).filter((fact) => fact.key === key).length}`;
}

/** Index of the fact that a field names, or -1. */
export function factIndex(facts: readonly Pick<Fact, 'key'>[], field: string): number {
  return facts.findIndex((_, index) => factField(facts, index) === field);
}

const plainText = (value: AttributeCorrection['newValue']['attribute']): string =>
  JSON.stringify(value !== null && typeof value === 'object' && 'zh' in value ? [value.zh, value.en] : value);

function recordText(record: NewRecord): string {
  const attributes = Object.values(attributesOf(record)).map(plainText);
  return JSON.stringify([attributes, canonical(record.status), canonical(record.location)]);
}

/** Fixed order of keys, so that equal values give equal text. */
function canonical(value: Correction['oldValue'] | Correction['newValue'] | Fact): string {
  if ('attribute' in value) return plainText(value.attribute);
  if ('former' in value) return JSON.stringify(value.former);
  if ('added' in value) return value.added === null ? 'null' : recordText(value.added);
  if ('milestone' in value) return value.milestone === null ? 'null' : milestoneText(value.milestone);
  if ('digest' in value) return JSON.stringify([value.digest, value.date]);
  if ('outline' in value)
    return JSON.stringify([value.outline === null ? null : outlineDigest(value.outline), value.date]);
  if ('precision' in value) {
    // 6 decimals are 0.1 m, and all that the build keeps.
    const position = value.position?.map((degrees) => Number(degrees.toFixed(6))) ?? null;
    return JSON.stringify([position, value.precision, value.radiusM]);
  }
  if (!('qualifier' in value)) return JSON.stringify([value.value, value.date]);
  const { value: amount, unit, qualifier, asPrinted, asOf } = value;
  const plain =
    typeof amount === 'number' ? amount : 'zh' in amount ? [amount.zh, amount.en] : [amount.min, amount.max];
  return JSON.stringify([plain, unit, qualifier, asPrinted, asOf]);
}

/** What the record says of a field now, in the form of a correction's old value; null where it has no such field. */
export function currentValue(site: SiteProperties, field: CorrectedField): Correction['oldValue'] | null {
  if (field === 'location') {
    const { position, precision, radiusM } = site.location;
    return { position, precision, radiusM };
  }
  if (field === 'status') return { value: site.status, date: site.statusDate };
  if (field === 'outline') return { digest: site.outline?.digest ?? null, date: site.outline?.date ?? null };
  // Whoever adds a record found none.
  if (field === 'record') return { added: null };
  if (formerIdOf(field) !== null) return { former: null };
  if (isAttribute(field)) return { attribute: site[field] };
  if (isMilestoneField(field)) {
    const known = site.milestones[milestoneAt(site, field)];
    return { milestone: known === undefined || known.withdrawn !== undefined ? null : milestoneState(known) };
  }
  const fact = site.facts[factIndex(site.facts, field)];
  if (fact === undefined) return null;
  const { value, unit, qualifier, asPrinted, asOf } = fact;
  return { value, unit, qualifier, asPrinted, asOf };
}

/** A fact's new value in base units. Throws on a unit that scale.ts does not know. */
export function newFactState({ newValue }: FactCorrection): FactCorrection['oldValue'] {
  const { value, unit, ...rest } = newValue;
  if (unit === null || (typeof value === 'object' && 'zh' in value)) return { ...rest, value, unit: null };
  if (typeof value === 'number') return { ...rest, ...toBase(value, unit) };
  const min = toBase(value.min, unit);
  return { ...rest, value: { min: min.value, max: toBase(value.max, unit).value }, unit: min.unit };
}

const plainNote = (milestone: Pick<Milestone, 'note'> | undefined): string =>
  JSON.stringify([milestone?.note?.zh, milestone?.note?.en]);

/** Whether the record's milestones hold what a correction of one, or of the status, states. */
function isSaid(site: SiteProperties, correction: Correction): boolean {
  if (isMilestoneCorrection(correction)) {
    const { oldValue, newValue } = correction;
    const { milestone } = newValue;
    const known = site.milestones[milestoneAt(site, milestone === null ? correction.field : milestoneField(milestone))];
    const isGone = known === undefined || known.withdrawn !== undefined;
    if (milestone === null || isGone) return isGone && milestone === null;
    // Notes are no part of what a milestone states; one that is put right may differ in them alone.
    return oldValue.milestone === null || plainNote(known) === plainNote(milestone);
  }
  if (correction.field !== 'status' || correction.newValue.value === 'unknown') return false;
  const { value, date } = correction.newValue;
  return site.milestones.some((each) => stateOf(each) === value && each.event === 'seen' && each.date === date);
}

/** Where a correction stands against a record. `undefined`: there is no such record. */
export function standingOf(site: SiteProperties | undefined, correction: Correction): Standing {
  if (correction.field === 'record') {
    if (site === undefined) return 'applied';
    return recordText(newRecordOf(site)) === recordText(correction.newValue.added) ? 'merged' : 'conflict';
  }
  const current = site === undefined ? null : currentValue(site, correction.field);
  if (site === undefined || current === null) return 'conflict';
  if (isSaid(site, correction)) return 'merged';
  const former = formerIdOf(correction.field);
  if (former !== null) return site.formerIds?.includes(former) === true ? 'merged' : 'applied';
  const now = canonical(current);
  const after = isFactCorrection(correction) ? newFactState(correction) : correction.newValue;
  if (now === canonical(after) && !isMilestoneCorrection(correction)) return 'merged';
  return now === canonical(correction.oldValue) ? 'applied' : 'conflict';
}

/** The record and the field that a correction is of. */
export const targetOf = ({ record, field }: Pick<Correction, 'record' | 'field'>): string => `${record} ${field}`;

export function sameTarget(a: Correction, b: Correction): boolean {
  return a.record === b.record && a.field === b.field;
}

/** True where both state the same new value; the source and the day may differ. */
export function sameNewValue(a: Correction, b: Correction): boolean {
  const value = (c: Correction) => canonical(isFactCorrection(c) ? newFactState(c) : c.newValue);
  return sameTarget(a, b) && value(a) === value(b);
}

function sameSource(a: Source, b: Source): boolean {
  const plain = ({ title, publisher, url, date, kind, licence }: Source) =>
    JSON.stringify([title, publisher, url, date, kind, licence]);
  return plain(a) === plain(b);
}

/** Key under which a record lists the correction's source: the one that it has, or a new one. */
export function sourceKeyFor(sources: Readonly<Record<string, Source>>, correction: Correction): string {
  const { made } = correction;
  const source = sourceOf(correction);
  const known = Object.entries(sources).find(([, other]) => sameSource(other, source));
  if (known !== undefined) return known[0];
  const stem = `correction-${made}`;
  for (let n = 1; ; n++) {
    const key = n === 1 ? stem : `${stem}-${n}`;
    if (sources[key] === undefined) return key;
  }
}

/** How a corrected position was come by. */
export function howCorrected(correction: Correction): Bilingual {
  const { made } = correction;
  const { title } = sourceOf(correction);
  return { zh: `${made}更正，依据：${title}`, en: `Corrected on ${made}, after: ${title}` };
}

/** What is said of the position that a correction replaces. */
export function whySetAside({ made }: Correction): Bilingual {
  return { zh: `${made}更正前登记的位置。`, en: `The position on record before the correction of ${made}.` };
}

/** What is said beside a fact of the value that a correction replaces. */
export function formerFactNote({ made, oldValue }: FactCorrection, former: Source | undefined): Bilingual {
  const title = former === undefined ? '' : ` (${former.title})`;
  return {
    zh: `${made}更正前：${oldValue.asPrinted}${title}`,
    en: `Before the correction of ${made}: ${oldValue.asPrinted}${title}`,
  };
}

/** Rights in a corrected position: a point that did not move keeps its own, a new one has those that its source grants. */
export function rightsAfter(correction: LocationCorrection, former: Location['rights']): Location['rights'] {
  const { oldValue, newValue } = correction;
  if (JSON.stringify(oldValue.position) === JSON.stringify(newValue.position)) return former;
  return rightsOf(sourceOf(correction));
}

function correctedFact({ key, label }: Fact, correction: FactCorrection, source: string): Fact {
  return { key, label, ...newFactState(correction), source };
}

function outlined({ outline: _, ...site }: Site, correction: OutlineCorrection, key: string): Site {
  const { outline, date } = correction.newValue;
  if (outline === null) return site;
  return {
    ...site,
    outline: { date, source: key, rights: rightsOf(sourceOf(correction)), digest: outlineDigest(outline) },
  };
}

/** The record with these milestones, and with the status that they say. */
function withMilestones(site: Site, milestones: Milestone[]): Site {
  return { ...site, milestones, ...statusOf(milestones) };
}

/** A corrected status is an observation; one that is not known any more was looked for on the day of the correction. */
export const seenBy = ({ newValue: { value, date }, made }: StatusCorrection, source: string) => ({
  value,
  date: value === 'unknown' ? made : date,
  source,
});

/** What is said of a milestone that a correction withdraws. */
export const withdrawnBy = ({ made, newValue }: MilestoneCorrection, source: string): Milestone['withdrawn'] => ({
  date: made,
  source,
  ...(newValue.why && { why: newValue.why }),
});

function milestoned(site: Site, correction: MilestoneCorrection, source: string): Site {
  const { milestone } = correction.newValue;
  const at = milestoneAt(site, correction.field);
  const known = site.milestones[at];
  const withdrawn = known && { ...known, withdrawn: withdrawnBy(correction, source) };
  const next = milestone === null ? withdrawn : { ...milestone, source };
  if (next === undefined) return site;
  const milestones = at < 0 ? [...site.milestones, next] : site.milestones.map((each, i) => (i === at ? next : each));
  return withMilestones(site, byDate(milestones));
}

/** What follows from other fields. */
const withDerived = (site: Site): Site => ({
  ...site,
  group: KIND_GROUP[site.kind],
  district: site.districts[0] ?? null,
  town: site.towns[0] ?? null,
});

function applied(site: Site, correction: Correction): Site {
  const key = sourceKeyFor(site.sources, correction);
  const next: Site = {
    ...site,
    sources: { ...site.sources, [key]: sourceOf(correction) },
    corrected: { ...site.corrected, [correction.field]: correction },
  };
  if (correction.field === 'location') {
    const { position, precision, radiusM } = correction.newValue;
    const rights = rightsAfter(correction, site.location.rights);
    const drawn = position !== null && precision !== 'city' && precision !== 'unknown';
    return {
      ...next,
      position: drawn ? wgs84(position[0], position[1]) : null,
      precision,
      radiusM,
      location: { position, precision, radiusM, how: howCorrected(correction), sources: [key], rights },
    };
  }
  if (correction.field === 'status') return withMilestones(next, withSeen(site.milestones, seenBy(correction, key)));
  if (isMilestoneCorrection(correction)) return milestoned(next, correction, key);
  if (correction.field === 'outline') return outlined(next, correction, key);
  if (isAttributeCorrection(correction))
    return withDerived({ ...next, [correction.field]: correction.newValue.attribute });
  if (!isFactCorrection(correction)) return next;
  const at = factIndex(site.facts, correction.field);
  return { ...next, facts: site.facts.map((fact, i) => (i === at ? correctedFact(fact, correction, key) : fact)) };
}

const firstOfField = (corrections: readonly Correction[]) =>
  corrections.filter((c, i) => corrections.findIndex((d) => sameTarget(c, d)) === i);

/** The register with the records that corrections add to it. */
export function withAdded(sites: readonly Site[], corrections: readonly Correction[]): readonly Site[] {
  const known = new Set(sites.map(({ id }) => id));
  const added: Site[] = [];
  for (const correction of corrections) {
    if (correction.field !== 'record' || known.has(correction.record)) continue;
    known.add(correction.record);
    added.push(addedSite(correction));
  }
  return added.length === 0 ? sites : [...sites, ...added];
}

/**
 * The register with the corrections over it: first what is added, then each field held against the record as it then
 * is, and last those that others take the place of go. What is in conflict or merged changes nothing, nor does a second correction of one field. Sites without a
 * correction stay the same objects.
 */
export function applyCorrections(sites: readonly Site[], corrections: readonly Correction[]): readonly Site[] {
  if (corrections.length === 0) return sites;
  const byRecord = new Map<string, Correction[]>();
  for (const c of corrections) {
    const own = byRecord.get(c.record);
    if (own === undefined) byRecord.set(c.record, [c]);
    else own.push(c);
  }
  const corrected = withAdded(sites, corrections).map((site) => {
    const own = firstOfField(byRecord.get(site.id) ?? []);
    return own.reduce(
      (now, c) => (!isFormerCorrection(c) && standingOf(site, c) === 'applied' ? applied(now, c) : now),
      site,
    );
  });
  return withFormers(corrected, corrections.filter(isFormerCorrection));
}

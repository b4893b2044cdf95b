/** What must hold of one register record or one figure by itself. Schema and vocabularies are checked on reading. */

import { cannotBeLookedUp } from '../../src/domain/correction-rules.ts';
import { milestoneFaults, milestoneText, newestState } from '../../src/domain/milestones.ts';
import { PRINTED_UNITS } from '../../src/domain/scale.ts';
import type { Source } from '../../src/domain/schema/parts.ts';
import type { FactRecord, SiteRecord } from '../../src/domain/schema/record.ts';
import type { StatisticsRecord } from '../../src/domain/schema/statistics.ts';

type Sources = Readonly<Record<string, Source>>;

export function sourceReasons(sources: Sources): string[] {
  return Object.entries(sources).flatMap(([key, { kind, title, publisher, url, date }]) => {
    const reasons: string[] = [];
    if (cannotBeLookedUp({ title, publisher })) reasons.push(`source ${key} “${title}” cannot be looked up`);
    // A newspaper of a known day can be looked up without an address.
    const printed = publisher !== undefined && date?.length === 10;
    if (kind === 'web' && url === undefined && !printed)
      reasons.push(`source ${key} has no address, and no publisher with a full date`);
    if (kind === 'dataset' && url === undefined && publisher === undefined)
      reasons.push(`source ${key} is a data set without an address or a publisher`);
    return reasons;
  });
}

/** Reasons why `key` is no source of this record, as a list of none or one. */
function sourceGap(sources: Sources, key: string, what: string): string[] {
  return sources[key] === undefined ? [`${what} has the source ${key}, which the record does not list`] : [];
}

export function factReasons(facts: readonly FactRecord[], sources: Sources): string[] {
  const reasons: string[] = [];
  const planned = new Map<string, boolean>();
  for (const { key, value, unit, qualifier, source } of facts) {
    const what = `fact ${key}`;
    const isText = typeof value === 'object' && 'zh' in value;
    reasons.push(...sourceGap(sources, source, what));
    if (isText && unit !== undefined) reasons.push(`${what} is text and has the unit ${unit}`);
    if (!isText && unit === undefined) reasons.push(`${what} is a number without a unit`);
    if (unit !== undefined && PRINTED_UNITS[unit] === undefined) reasons.push(`${what} has the unknown unit ${unit}`);
    if (typeof value === 'object' && 'min' in value && value.min > value.max)
      reasons.push(`${what} runs from ${value.min} down to ${value.max}`);
    const isPlanned = qualifier === 'planned' || qualifier === 'expected';
    if (planned.has(key) && planned.get(key) !== isPlanned)
      reasons.push(`${what} is both planned and actual; they need two keys`);
    planned.set(key, isPlanned);
  }
  return reasons;
}

/** Targets, and the figures of the same scope that they are held against. */
export function targetReasons(
  targets: StatisticsRecord['scopes'][number]['targets'],
  figures: readonly FactRecord[],
  sources: Sources,
): string[] {
  const baseUnit = (unit: string | undefined) => (unit === undefined ? undefined : PRINTED_UNITS[unit]?.unit);
  return targets.flatMap(({ key, unit, year, source }) => {
    const what = `target ${key} ${year}`;
    const reasons = sourceGap(sources, source, what);
    if (baseUnit(unit) === undefined) reasons.push(`${what} has the unknown unit ${unit}`);
    else if (figures.some((figure) => figure.key === key && baseUnit(figure.unit) !== baseUnit(unit)))
      reasons.push(`${what} has another unit than the figures of ${key}`);
    return reasons;
  });
}

function statusReasons({ status, sources }: SiteRecord): string[] {
  const { value, date, source } = status;
  const reasons: string[] = [];
  if (value !== 'unknown' && date === null) reasons.push(`the status ${value} has no date`);
  if (value !== 'unknown' && source === null) reasons.push(`the status ${value} has no source`);
  if (source !== null) reasons.push(...sourceGap(sources, source, 'the status'));
  return reasons;
}

const MILESTONE_WORDS = {
  dates: 'needs either a date or a planned date',
  state: 'a state goes with an observation (seen) alone, and every observation has one',
  planned: 'is an observation, which nobody plans',
} as const;

function milestoneReasons({ milestones, status, sources }: SiteRecord): string[] {
  const reasons: string[] = [];
  const known = new Set<string>();
  for (const each of milestones) {
    const text = milestoneText(each);
    const what = `the milestone ${text}`;
    reasons.push(...sourceGap(sources, each.source, what));
    reasons.push(...milestoneFaults(each).map((fault) => `${what} ${MILESTONE_WORDS[fault]}`));
    if (each.withdrawn !== undefined) {
      reasons.push(...sourceGap(sources, each.withdrawn.source, `${what}, withdrawn,`));
      continue;
    }
    if (known.has(text)) reasons.push(`${what} stands there twice`);
    known.add(text);
  }
  const newest = newestState(milestones.filter(({ event }) => event === 'seen'));
  if (newest?.date !== undefined && (status.date === null || newest.date > status.date))
    reasons.push(`it was seen on ${newest.date}, after the date of its status: the newest observation is the status`);
  return reasons;
}

function locationReasons({ location, otherLocations, sources }: SiteRecord): string[] {
  const { position, precision, radiusM } = location;
  const reasons: string[] = [];
  const located = precision === 'exact' || precision === 'street' || precision === 'town';
  if (located && position === null) reasons.push(`the precision ${precision} needs a position`);
  if (precision === 'unknown' && position !== null) reasons.push('the precision is unknown and a position is given');
  for (const place of [location, ...otherLocations]) {
    if (place.position === null) continue;
    const what = `the ${place === location ? '' : 'other '}position ${place.position.join(', ')}`;
    if (place.radiusM === null) reasons.push(`${what} has no radius`);
    if (place.sources.length === 0) reasons.push(`${what} has no source`);
  }
  if (position === null && radiusM !== null) reasons.push('a radius is given without a position');
  for (const place of [location, ...otherLocations]) {
    reasons.push(...place.sources.flatMap((key) => sourceGap(sources, key, 'a location')));
  }
  return reasons;
}

function formReasons({ kind, extent, heldAt, quotes }: SiteRecord): string[] {
  const reasons: string[] = [];
  if ((kind === 'expo') !== (extent === 'event'))
    reasons.push(`the kind ${kind} does not go with the extent ${extent}: an expo is an event`);
  if (heldAt !== null && extent !== 'event') reasons.push('heldAt is given, which only an event has');
  const seen = new Set<string>();
  for (const { clause, quote } of quotes) {
    if (seen.has(`${clause} ${quote}`)) reasons.push(`“${quote}” is quoted twice for clause ${clause}`);
    seen.add(`${clause} ${quote}`);
  }
  return reasons;
}

/** All that is wrong with one record. */
export function recordReasons(record: SiteRecord): string[] {
  return [
    ...formReasons(record),
    ...statusReasons(record),
    ...milestoneReasons(record),
    ...locationReasons(record),
    ...factReasons(record.facts, record.sources),
    ...record.succession.flatMap(({ nameZh, source }) => sourceGap(record.sources, source, `the name ${nameZh}`)),
    ...sourceReasons(record.sources),
  ];
}

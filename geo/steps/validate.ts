/**
 * Everything that must hold between the register, the policy, the statistics and the map. Each function
 * returns ALL problems; what a record says by itself is in validate-record.ts, positions in validate-position.ts.
 */
import { basename } from 'node:path';
import { foldedName } from '../../src/domain/folded-name.ts';
import type { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import type { StatisticsRecord } from '../../src/domain/schema/statistics.ts';
import { CLUSTER_IDS, DISTRICT_IDS, KINDS } from '../../src/domain/vocabulary.ts';
import { type DocumentRecords, documentOf } from './document.ts';
import type { Problem } from './problem.ts';
import type { UnitRecord } from './records.ts';
import { positionReasons } from './validate-position.ts';
import { factReasons, recordReasons, sourceReasons, targetReasons } from './validate-record.ts';

interface Filed<T> {
  file: string;
  record: T;
}

/** The geography that positions are checked against: the boundaries, and the towns. */
export interface Geography {
  districts: DistrictCollection;
  towns: TownCollection;
}

/** Values that occur more than once. */
function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function relationReasons(record: SiteRecord, byId: ReadonlyMap<string, SiteRecord>): string[] {
  const { id, parent, heldAt } = record;
  const reasons: string[] = [];
  if (parent !== null && !byId.has(parent)) reasons.push(`the parent ${parent} does not exist`);
  if (heldAt !== null && byId.get(heldAt)?.kind !== 'venue')
    reasons.push(`it is held at ${heldAt}, which is no venue of the register`);
  const above = new Set([id]);
  for (let at = parent; at !== null; at = byId.get(at)?.parent ?? null) {
    if (above.has(at)) {
      reasons.push(`it is a part of itself by way of ${at}`);
      break;
    }
    above.add(at);
  }
  return reasons;
}

/** An id of before is nobody's now, and leads to one record. */
function formerReasons({ formerIds = [] }: SiteRecord, byId: ReadonlyMap<string, SiteRecord>, double: string[]) {
  return formerIds.flatMap((id) => [
    ...(byId.has(id) ? [`the former id ${id} is that of a record`] : []),
    ...(double.includes(id) ? [`the former id ${id} is given twice`] : []),
  ]);
}

const namesOf = ({ nameZh, nameEn, aliases }: SiteRecord) => [nameZh, nameEn, ...aliases];

/** Of a record, each name that another one has too: nobody could tell which of the two is meant. */
function sharedNames(sites: readonly Filed<SiteRecord>[]): (of: Filed<SiteRecord>) => string[] {
  const byName = new Map<string, Filed<SiteRecord>[]>();
  for (const site of sites) {
    for (const name of new Set(namesOf(site.record).map(foldedName)))
      byName.set(name, [...(byName.get(name) ?? []), site]);
  }
  return ({ record }) =>
    [...new Map(namesOf(record).map((name) => [foldedName(name), name]))].flatMap(([key, name]) =>
      (byName.get(key) ?? [])
        .filter((other) => other.record.id !== record.id)
        .map((other) => `“${name}” is a name of ${other.file} too`),
    );
}

/** The whole register. `documents` are the ids that quotes may refer to. */
export function validateSites(
  sites: readonly Filed<SiteRecord>[],
  geography: Geography,
  documents: readonly string[],
): Problem[] {
  const byId = new Map(sites.map(({ record }) => [record.id, record]));
  const double = repeated(sites.map(({ record }) => record.id));
  const shared = sharedNames(sites);
  const formers = repeated(sites.flatMap(({ record }) => record.formerIds ?? []));
  return sites.flatMap(({ file, record }) => {
    const reasons = [
      ...(double.includes(record.id) ? ['two records have this id'] : []),
      ...(basename(file, '.yaml') === record.id ? [] : [`the file should be named ${record.id}.yaml`]),
      ...shared({ file, record }),
      ...relationReasons(record, byId),
      ...formerReasons(record, byId, formers),
      ...recordReasons(record),
      ...positionReasons(record, geography.districts, geography.towns),
      ...record.quotes.flatMap(({ clause }) => {
        const doc = documentOf(clause);
        return doc === null || documents.includes(doc) ? [] : [`the document ${doc} does not exist`];
      }),
    ];
    return reasons.map((reason) => ({ file, record: record.id, reason }));
  });
}

/** What is called later is later, and can be looked up. */
function laterReasons({ meta }: DocumentRecords): string[] {
  return meta.later.flatMap(({ date, source }, i) => [
    ...(date.slice(0, meta.date.length) < meta.date.slice(0, date.length)
      ? [`what is called later is of ${date}, before the document`]
      : []),
    ...sourceReasons({ [`later-${i + 1}`]: source }),
  ]);
}

/** The documents among themselves. */
export function validateDocuments(documents: readonly DocumentRecords[]): Problem[] {
  const problem = ({ folder, meta }: DocumentRecords, reason: string) => ({
    file: `${folder}/meta.yaml`,
    record: meta.docId,
    reason,
  });
  const double = repeated(documents.map(({ meta }) => meta.docId));
  const homes = documents.filter(({ meta }) => meta.home);
  return [
    ...(homes.length === 0
      ? [{ file: 'geo/policy', record: 'documents', reason: 'no document is the home document' }]
      : []),
    ...homes.slice(1).map((d) => problem(d, 'a second home document')),
    ...documents.filter(({ meta }) => double.includes(meta.docId)).map((d) => problem(d, 'two documents have this id')),
    ...documents.flatMap((d) => sourceReasons({ [d.meta.docId]: d.meta.source }).map((reason) => problem(d, reason))),
    ...documents.flatMap((d) => laterReasons(d).map((reason) => problem(d, reason))),
    ...documents
      .filter(({ folder, meta }) => basename(folder) !== meta.docId)
      .map((d) => problem(d, `the folder should be named ${d.meta.docId}`)),
  ];
}

/** Readings against the clause that they quote and the thing that they point at. */
export function validateReadings(policy: Policy, siteIds: ReadonlySet<string>, file: string): Problem[] {
  const known = {
    site: siteIds,
    cluster: new Set<string>(CLUSTER_IDS),
    district: new Set<string>(DISTRICT_IDS),
    kind: new Set<string>(KINDS),
  };
  return policy.readings.flatMap(({ clause: clauseId, target, quotedWords }) => {
    const problem = (reason: string) => ({ file, record: `${clauseId} → ${target.entity} ${target.id}`, reason });
    const clause = policy.clauses.find(({ id }) => id === clauseId);
    const problems: Problem[] = [];
    if (clause === undefined) problems.push(problem(`clause ${clauseId} does not exist`));
    else if (!policy.text.slice(clause.start, clause.end).includes(quotedWords)) {
      problems.push(problem(`“${quotedWords}” does not stand in clause ${clauseId}`));
    }
    if (!known[target.entity].has(target.id)) problems.push(problem(`there is no ${target.entity} ${target.id}`));
    return problems;
  });
}

/** Briefs against the clauses: the home document has one for every clause, no document has one for no clause. */
export function validateBriefs({ folder, meta, briefs }: DocumentRecords, policy: Policy): Problem[] {
  const file = `${folder}/briefs.yaml`;
  if (briefs === null)
    return meta.home ? [{ file, record: meta.docId, reason: 'the home document has no briefs' }] : [];
  const clauses = policy.clauses.map(({ id }) => id);
  return [
    ...clauses.filter((id) => !(id in briefs)).map((id) => ({ file, record: id, reason: `clause ${id} has no brief` })),
    ...Object.keys(briefs)
      .filter((id) => !clauses.includes(id))
      .map((id) => ({ file, record: id, reason: `there is no clause ${id}` })),
  ];
}

/** Unit ids once each, every unit named by a document, an English name official exactly where it has a source. */
export function validateUnits(units: readonly UnitRecord[], policies: readonly Policy[], file: string): Problem[] {
  const named = new Set(policies.flatMap((policy) => policy.units.map(({ id }) => id)));
  const double = repeated(units.map(({ id }) => id));
  return units.flatMap(({ id, official, source }) => {
    const reasons = [
      ...(double.includes(id) ? ['two units have this id'] : []),
      ...(named.has(id) ? [] : ['no document names this unit']),
      ...(official && source === undefined ? ['an English name is official only with a source'] : []),
      ...(source === undefined ? [] : sourceReasons({ [id]: source })),
    ];
    return reasons.map((reason) => ({ file, record: id, reason }));
  });
}

/** Statistics: scopes that exist, sources that can be looked up, known units. */
export function validateStatistics(files: readonly Filed<StatisticsRecord>[], towns: TownCollection): Problem[] {
  const known = {
    city: new Set(['foshan']),
    district: new Set<string>(DISTRICT_IDS),
    town: new Set(towns.features.map(({ properties }) => properties.code)),
    cluster: new Set<string>(CLUSTER_IDS),
  };
  return files.flatMap(({ file, record }) => [
    ...sourceReasons(record.sources).map((reason) => ({ file, record: 'sources', reason })),
    ...record.scopes.flatMap(({ entity, id, figures, targets }) => {
      const missing = known[entity].has(id) ? [] : [`there is no ${entity} ${id}`];
      const reasons = [
        ...missing,
        ...factReasons(figures, record.sources),
        ...targetReasons(targets, figures, record.sources),
      ];
      return reasons.map((reason) => ({ file, record: `${entity} ${id}`, reason }));
    }),
  ]);
}

/** Overrides that no name needs any more are dead weight. */
export function validateOverrides(
  words: Readonly<Record<string, string>>,
  strings: readonly string[],
  file: string,
): Problem[] {
  return Object.keys(words)
    .filter((word) => !strings.some((text) => text.includes(word)))
    .map((word) => ({ file, record: word, reason: 'no shipped text has this word' }));
}

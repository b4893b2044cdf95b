/** One policy document, from its folder's records to what policy.json holds. */
import { createHash } from 'node:crypto';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { type Cluster, type Policy, type Reading, Unit } from '../../src/domain/schema/policy.ts';
import type { Mention } from '../../src/domain/schema/site.ts';
import {
  clusterMentions,
  type DistrictName,
  districtMentions,
  occurrences,
  type PolicyMention,
  type SiteQuote,
  siteMentions,
} from './mentions.ts';
import { type ParsedClause, parseDocument } from './policy.ts';
import type { Problem } from './problem.ts';
import type { BriefRecords, ClusterRecords, OfferRecords, PolicyMeta, UnitRecord } from './records.ts';
import { responsibleUnits, unitIndex } from './responsible.ts';

/** A document's folder as read. */
export interface DocumentRecords {
  /** Folder, relative to the repository: geo/policy/foshan-224. */
  folder: string;
  meta: PolicyMeta;
  /** The text file, byte for byte as UTF-8. */
  text: string;
  /** Null where the folder has no clusters.yaml: the document sets no targets. */
  clusters: ClusterRecords | null;
  readings: readonly Reading[];
  /** Null where the folder has no briefs.yaml. */
  briefs: BriefRecords | null;
  /** Null where the folder has no offers.yaml. */
  offers: OfferRecords | null;
}

/** What documents share. */
export interface Named {
  units: readonly UnitRecord[];
  districts: readonly DistrictName[];
  /** Names of the clusters, from the home document; they count in headings of every document. */
  clusters: ClusterRecords['clusters'];
  quotes: readonly SiteQuote[];
}

export interface BuiltDocument {
  policy: Policy;
  /** The register's mentions in this document by site id. */
  bySite: Map<string, Mention[]>;
  problems: Problem[];
}

/** `docId` of a clause id: the part before the colon, or null for the home document. */
export function documentOf(clauseId: string): string | null {
  const colon = clauseId.indexOf(':');
  return colon === -1 ? null : clauseId.slice(0, colon);
}

function checksumProblem({ folder, meta, text }: DocumentRecords): Problem[] {
  const found = createHash('sha256').update(text, 'utf8').digest('hex');
  if (found === meta.sha256) return [];
  const reason = `the text differs from the checksum in meta.yaml: ${meta.sha256} is stated, ${found} found`;
  return [{ file: `${folder}/${meta.text}`, record: meta.docId, reason }];
}

function clustersOf(
  text: string,
  clauses: readonly ParsedClause[],
  records: ClusterRecords,
  file: string,
): { clusters: Cluster[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const clusters = records.clusters.flatMap(({ id, tier, clause, nameZh, nameEn }): Cluster[] => {
    const target = records.targets[tier];
    const sets = clauses.find((c) => c.id === target.clause);
    const span = sets === undefined ? undefined : occurrences(text, target.quote, sets)[0];
    const own = clauses.find((c) => c.id === clause);
    if (own?.heading !== nameZh)
      problems.push({ file, record: id, reason: `clause ${clause} is not headed ${nameZh}` });
    if (span === undefined) {
      problems.push({
        file,
        record: id,
        reason: `its target “${target.quote}” does not stand in clause ${target.clause}`,
      });
      return [];
    }
    return [{ id, tier, nameZh, nameEn, clause, target: { ...target, ...span } }];
  });
  return { clusters, problems };
}

const KIND_ORDER = ['site', 'cluster', 'district', 'unit'];

/** Builds a document; goes on after every problem, so that all of them come back. */
export function buildDocument(records: DocumentRecords, named: Named): BuiltDocument {
  const { folder, meta } = records;
  const textFile = `${folder}/${meta.text}`;
  const clustersFile = `${folder}/clusters.yaml`;
  // The line end after the last paragraph belongs to the file, not to the text.
  const text = records.text.replace(/\n+$/, '');
  const parsed = parseDocument({ docId: meta.docId, home: meta.home, issuer: meta.issuer, file: textFile, text });
  const problems = [...checksumProblem(records), ...parsed.problems];

  const known = unitIndex(named.units);
  const unitMentions: PolicyMention[] = [];
  const clauses = parsed.clauses.map((clause) => ({
    ...clause,
    brief: records.briefs?.[clause.id] ?? null,
    units: responsibleUnits(text, clause, known).flatMap(({ unit, role, name, start, end }) => {
      if (unit === null) {
        problems.push({ file: textFile, record: clause.id, reason: `responsible unit “${name}” is not in units.yaml` });
        return [];
      }
      unitMentions.push({ entity: 'unit', id: unit, clause: clause.id, start, end });
      return [{ unit, role }];
    }),
  }));

  const quotes = named.quotes.filter(({ clause }) => documentOf(clause) === (meta.home ? null : meta.docId));
  const sites = siteMentions(text, parsed.clauses, quotes);
  const own = records.clusters;
  const names = own ?? { lists: [], clusters: named.clusters };
  const clusterNames = clusterMentions(text, parsed.clauses, names, clustersFile);
  const targets = own === null ? { clusters: [], problems: [] } : clustersOf(text, parsed.clauses, own, clustersFile);
  problems.push(...sites.problems, ...clusterNames.problems, ...targets.problems);

  const bySite = new Map<string, Mention[]>();
  for (const { id, ...mention } of sites.mentions) bySite.set(id, [...(bySite.get(id) ?? []), mention]);

  const mentions: PolicyMention[] = [
    ...sites.mentions.map(({ id, clause, start, end }) => ({ entity: 'site' as const, id, clause, start, end })),
    ...clusterNames.mentions,
    ...districtMentions(text, parsed.clauses, named.districts, sites.mentions),
    ...unitMentions,
  ].sort(
    (a, b) =>
      a.start - b.start ||
      b.end - a.end ||
      KIND_ORDER.indexOf(a.entity) - KIND_ORDER.indexOf(b.entity) ||
      (a.id < b.id ? -1 : 1),
  );

  // Each unit once, as the document first names it.
  const inOrder = [...new Set(unitMentions.map((m) => m.id))];
  const policy: Policy = {
    docId: meta.docId,
    title: meta.title,
    titleEn: meta.titleEn,
    issuer: meta.issuer,
    issuerEn: meta.issuerEn,
    date: meta.date,
    text,
    parts: parsed.parts,
    clauses,
    units: inOrder.flatMap((first) =>
      named.units.filter(({ id }) => id === first).map(({ aliases: _, ...unit }) => parseAs(Unit, unit, unit.id)),
    ),
    clusters: targets.clusters,
    mentions,
    readings: [...records.readings],
    later: meta.later,
    source: meta.source,
  };
  return { policy, bySite, problems };
}

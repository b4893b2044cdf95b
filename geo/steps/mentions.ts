/**
 * Finds what a document names. Sites are curated in the register by exact quote; units stand in the
 * 责任单位 brackets; clusters in clause headings and in the lists that clusters.yaml names; districts
 * where the full name stands on its own. Offsets are UTF-16 units into the text.
 */
import type { DistrictProperties } from '../../src/domain/schema/area.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { Mention } from '../../src/domain/schema/site.ts';
import type { ParsedClause } from './policy.ts';
import type { Problem } from './problem.ts';
import type { ClusterRecords } from './records.ts';
import { bracketOf } from './responsible.ts';

export type PolicyMention = Policy['mentions'][number];
export type DistrictName = Pick<DistrictProperties, 'id' | 'nameZh'>;

interface Span {
  start: number;
  end: number;
}

/** A site's words in a document; `file` is the register file that holds them. */
export interface SiteQuote {
  id: string;
  file: string;
  clause: string;
  quote: string;
}

export function occurrences(text: string, words: string, { start, end }: Span): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words, start); at !== -1 && at + words.length <= end; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

const contains = (outer: Span, inner: Span) => outer.start <= inner.start && inner.end <= outer.end;
const crosses = (a: Span, b: Span) => a.start < b.start && b.start < a.end && a.end < b.end;

/** The clause without its 责任单位 bracket. */
function bodyOf(text: string, clause: ParsedClause): Span {
  return { start: clause.start, end: bracketOf(text, clause)?.start ?? clause.end };
}

/**
 * Every place where the quotes stand, by site. Of one site's overlapping quotes the longest counts; another
 * site's name inside a longer one is kept. Two sites on the same words, or names that cross, are problems.
 */
export function siteMentions(
  text: string,
  clauses: readonly ParsedClause[],
  quotes: readonly SiteQuote[],
): { mentions: (Mention & { id: string })[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const found: (Mention & { id: string; file: string })[] = [];
  for (const { id, file, clause: clauseId, quote } of quotes) {
    const problem = (reason: string) => problems.push({ file, record: id, reason });
    const clause = clauses.find((c) => c.id === clauseId);
    if (clause === undefined) {
      problem(`clause ${clauseId} does not exist`);
      continue;
    }
    const spans = occurrences(text, quote, bodyOf(text, clause));
    if (spans.length === 0) {
      const inBracket = occurrences(text, quote, clause).length > 0;
      problem(
        inBracket
          ? `“${quote}” stands in clause ${clauseId} only among the responsible units, which name units alone`
          : `“${quote}” does not stand in clause ${clauseId}`,
      );
    }
    found.push(...spans.map((span) => ({ id, file, clause: clauseId, quote, ...span })));
  }
  const longest = found.filter(
    (m) =>
      !found.some(
        (o) =>
          o !== m &&
          o.id === m.id &&
          contains(o, m) &&
          (o.end - o.start > m.end - m.start || found.indexOf(o) < found.indexOf(m)),
      ),
  );
  for (const m of longest) {
    for (const o of longest) {
      const reason = `“${m.quote}” and “${o.quote}” of ${o.file} `;
      if (m.id !== o.id && m.start === o.start && m.end === o.end) {
        problems.push({ file: m.file, record: m.id, reason: `${reason}are the same words of clause ${m.clause}` });
      }
      if (m !== o && crosses(m, o)) {
        problems.push({ file: m.file, record: m.id, reason: `${reason}overlap in clause ${m.clause} without nesting` });
      }
    }
  }
  const mentions = longest
    .map(({ id, clause, quote, start, end }) => ({ id, clause, quote, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return { mentions, problems };
}

/** Full district names outside brackets and outside the names of sites; 南海区域 is not 南海区. */
export function districtMentions(
  text: string,
  clauses: readonly ParsedClause[],
  districts: readonly DistrictName[],
  sites: readonly Span[],
): PolicyMention[] {
  return clauses.flatMap((clause) =>
    districts.flatMap(({ id, nameZh }) =>
      occurrences(text, nameZh, bodyOf(text, clause))
        .filter((span) => text[span.end] !== '域' && !sites.some((site) => contains(site, span)))
        .map((span) => ({ entity: 'district' as const, id, clause: clause.id, ...span })),
    ),
  );
}

/** Full cluster names: headings, and the passages that list clusters. */
export function clusterMentions(
  text: string,
  clauses: readonly ParsedClause[],
  records: Pick<ClusterRecords, 'lists' | 'clusters'>,
  file: string,
): { mentions: PolicyMention[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const mentions: PolicyMention[] = [];
  for (const clause of clauses) {
    const cluster = records.clusters.find((c) => c.nameZh === clause.heading);
    const span = cluster === undefined ? undefined : occurrences(text, cluster.nameZh, clause)[0];
    if (cluster !== undefined && span !== undefined)
      mentions.push({ entity: 'cluster', id: cluster.id, clause: clause.id, ...span });
  }
  for (const { clause: clauseId, quote } of records.lists) {
    const clause = clauses.find((c) => c.id === clauseId);
    const passage = clause === undefined ? undefined : occurrences(text, quote, clause)[0];
    if (passage === undefined) {
      problems.push({ file, record: `list in ${clauseId}`, reason: `“${quote}” does not stand in clause ${clauseId}` });
      continue;
    }
    const named = records.clusters.flatMap((c) =>
      occurrences(text, c.nameZh, passage).map((span) => ({ id: c.id, ...span })),
    );
    for (const span of named) {
      const inside = named.some((o) => o.id !== span.id && contains(o, span));
      if (!inside) mentions.push({ entity: 'cluster', clause: clauseId, ...span });
    }
  }
  return { mentions, problems };
}

/** The table of words for what is made: joined with what it is justified by, and checked against the text. */
import type { Policy } from '../../src/domain/schema/policy.ts';
import type { Term } from '../../src/domain/schema/term.ts';
import type { Problem } from './problem.ts';
import type { TermRecord } from './records.ts';

const FILE = 'geo/policy/terms.yaml';

/** Absent words of the clause are the term's own name. */
export function termsOf(records: readonly TermRecord[]): Term[] {
  return records.map((record) => ({ ...record, quote: record.quote ?? record.zh }));
}

/**
 * Ids once each, a word in one term only, every further sense of one of its words, kinds one deep, and the quote in its
 * clause.
 */
export function validateTerms(records: readonly TermRecord[], policies: readonly Policy[]): Problem[] {
  const terms = termsOf(records);
  const owner = new Map<string, string>();
  return terms.flatMap(({ id, zh, en, words, senses, broader, clusters, clause: clauseId, quote }, i) => {
    const reasons: string[] = [];
    if (terms.findIndex((term) => term.id === id) !== i) reasons.push('two terms have this id');
    for (const word of new Set([zh, en, ...words].map((text) => text.normalize('NFKC').toLowerCase()))) {
      const other = owner.get(word);
      if (other !== undefined) reasons.push(`“${word}” stands in ${other} already`);
      owner.set(word, other ?? id);
    }
    for (const { word } of senses)
      if (![zh, en, ...words].includes(word)) reasons.push(`“${word}” has another sense, and is none of its words`);
    const kind = terms.find((term) => term.id === broader);
    if (broader !== undefined && (kind === undefined || kind.broader !== undefined))
      reasons.push(`${broader} is no term that others may be kinds of`);
    if (kind !== undefined && kind.clusters[0] !== clusters[0])
      reasons.push(`${broader}, of which it is a kind, is of another cluster`);
    const found = policies.flatMap((policy) =>
      policy.clauses.filter((clause) => clause.id === clauseId).map(({ start, end }) => policy.text.slice(start, end)),
    );
    if (found.length === 0) reasons.push(`clause ${clauseId} does not exist`);
    else if (!found.some((text) => text.includes(quote)))
      reasons.push(`“${quote}” does not stand in clause ${clauseId}`);
    return reasons.map((reason) => ({ file: FILE, record: id, reason }));
  });
}

/** What every document must hold to that the page reads from and quotes. */
import { describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { converter } from '../../geo/steps/conversion.ts';
import { clauseText } from '../../src/domain/policy-text.ts';
import { shippedBase } from './data.ts';

const { policies } = await shippedBase();
const inputs = readInputs('.');

describe.each(policies.map((policy) => [policy.docId, policy] as const))('the document %s', (_, policy) => {
  const at = (span: { start: number; end: number }) => policy.text.slice(span.start, span.end);

  it('keeps the text to the character', () => {
    const own = inputs.documents.find(({ meta }) => meta.docId === policy.docId);
    expect(policy.text).toBe(own?.text.trimEnd());
  });

  it('is covered by its parts, in order, losing nothing but line ends', () => {
    expect(policy.parts.map(at).join('\n')).toBe(policy.text);
  });

  it('has clauses that run from their number to the end of the paragraph, without gaps between sentences', () => {
    for (const clause of policy.clauses) {
      const first = clause.sentences[0]?.start ?? Number.NaN;
      expect(clause.sentences.map(at).join('')).toBe(policy.text.slice(first, clause.end));
      expect(policy.text.slice(clause.start, first).endsWith(`${clause.heading}。`)).toBe(true);
    }
  });

  it('states targets in the words of the text', () => {
    for (const { target } of policy.clusters) expect(at(target)).toBe(target.quote);
  });

  it('calls an English unit name official only with a source', () => {
    for (const { id, official, source } of policy.units) expect([id, official]).toEqual([id, source !== undefined]);
  });

  it('reads into a clause only words that stand there', () => {
    for (const { clause: id, quotedWords } of policy.readings) {
      const clause = policy.clauses.find((each) => each.id === id);
      if (clause === undefined) throw new Error(`there is no clause ${id}`);
      expect(clauseText(policy, clause)).toContain(quotedWords);
    }
  });

  it('keeps its length in traditional characters, so that offsets hold in the reading aid', () => {
    expect(converter(inputs.conversionOverrides)(policy.text)).toHaveLength(policy.text.length);
  });
});

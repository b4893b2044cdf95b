/** The support that the policy states: each in its own words, and what it is silent on. */
import { describe, expect, it } from 'vitest';
import { loadOffers } from '../../src/data/load-later.ts';
import { findClause } from '../../src/domain/policy.ts';
import { clauseText } from '../../src/domain/policy-text.ts';
import { shippedBase, shippedSource } from './data.ts';

const { policies, policy } = await shippedBase();
const lists = await loadOffers(shippedSource);

describe('the shipped offers', () => {
  it('stand word for word in their clause, where the offsets say', () => {
    for (const { docId, offers } of lists) {
      const document = policies.find((each) => each.docId === docId);
      if (document === undefined) throw new Error(`there is no document ${docId}`);
      for (const { clause: id, quote, start, end } of offers) {
        const clause = findClause(document, id);
        expect(document.text.slice(start, end), id).toBe(quote);
        expect(clause === undefined ? '' : clauseText(document, clause), id).toContain(quote);
      }
    }
  });

  it('come from every clause of chapters three and four of the home document but the one on publicity', () => {
    const clauses = policy.clauses.map(({ id }) => id).filter((id) => /^[34]\./.test(id));
    const quoted = new Set(lists.find(({ docId }) => docId === policy.docId)?.offers.map(({ clause }) => clause));
    expect(clauses.filter((id) => !quoted.has(id))).toEqual(['4.4']);
  });

  it('say in the gloss no figure that the words have not', () => {
    for (const { quote, gloss } of lists.flatMap(({ offers }) => offers)) {
      const figures = `${gloss.zh} ${gloss.en}`.match(/\d+/g) ?? [];
      expect(figures.filter((figure) => !quote.includes(figure))).toEqual([]);
    }
  });

  it('leave nothing out on energy, water or rates, of which both chapters say nothing', () => {
    const chapters = policy.clauses
      .filter(({ id }) => /^[34]\./.test(id))
      .map((clause) => clauseText(policy, clause))
      .join('');
    expect(chapters).not.toMatch(/用电|电价|用能|能耗|用水|用气|万元|元\/|%|％|补贴|奖励/);
  });
});

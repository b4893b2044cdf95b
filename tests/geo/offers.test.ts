/** The support that the policy states: each in its own words, every problem by name, and what it is silent on. */
import { beforeAll, describe, expect, it } from 'vitest';
import { offersOf } from '../../geo/steps/offers.ts';
import type { OfferRecords } from '../../geo/steps/records.ts';
import { loadOffers } from '../../src/data/load-later.ts';
import { clauseText, findClause } from '../../src/domain/policy.ts';
import type { OfferList } from '../../src/domain/schema/offer.ts';
import type { Policy } from '../../src/domain/schema/policy.ts';
import { fileSource, realBase } from '../fixtures/data.ts';

let policy: Policy;
let list: OfferList;
beforeAll(async () => {
  ({ policy } = await realBase());
  const lists = await loadOffers(fileSource);
  list = lists.find(({ docId }) => docId === policy.docId) ?? { docId: '', topics: [], offers: [] };
});
const textOf = (id: string) => {
  const clause = findClause(policy, id);
  return clause === undefined ? '' : clauseText(policy, clause);
};

describe('the shipped offers', () => {
  it('stand word for word in a clause of chapter three or four, where the offsets say', () => {
    expect(list.offers.length).toBeGreaterThan(30);
    for (const { clause, quote, start, end } of list.offers) {
      expect(clause).toMatch(/^[34]\.\d$/);
      expect(policy.text.slice(start, end)).toBe(quote);
      expect(textOf(clause)).toContain(quote);
    }
  });

  it('come from every clause of both chapters but the one on publicity', () => {
    const clauses = policy.clauses.map(({ id }) => id).filter((id) => /^[34]\./.test(id));
    const quoted = new Set(list.offers.map(({ clause }) => clause));
    expect(clauses.filter((id) => !quoted.has(id))).toEqual(['4.4']);
  });

  it('say in the gloss no figure that the words have not', () => {
    for (const { quote, gloss } of list.offers) {
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

const records = (change: Partial<OfferRecords>): OfferRecords => ({
  topics: [{ id: 'land', zh: '用地', en: 'Land' }],
  offers: [
    {
      topic: 'land',
      clause: '4.3',
      quote: '优先保障集群企业用地需求',
      gloss: { zh: '用地', en: 'Land' },
      clusters: [],
    },
  ],
  ...change,
});
const offer = (clause: string, quote: string, topic = 'land') => ({
  topic,
  clause,
  quote,
  gloss: { zh: '用地', en: 'Land' },
  clusters: [],
});

describe('offers that do not hold', () => {
  const reasons = (change: Partial<OfferRecords>) =>
    offersOf(policy, records(change), 'offers.yaml').problems.map(({ record, reason }) => `${record}: ${reason}`);

  it('are none in a good file', () => {
    expect(reasons({})).toEqual([]);
  });

  it('are all reported, each by clause and topic', () => {
    expect(
      reasons({
        topics: [
          { id: 'land', zh: '用地', en: 'Land' },
          { id: 'land', zh: '用地', en: 'Land' },
          { id: 'water', zh: '用水', en: 'Water' },
        ],
        offers: [
          offer('4.3', '保证集群企业用地'),
          offer('9.9', '优先'),
          offer('4.3', '高标准厂房', 'sun'),
          offer('4.3', '高标准厂房'),
        ],
      }),
    ).toEqual([
      '4.3 land: “保证集群企业用地” does not stand in clause 4.3',
      '9.9 land: clause 9.9 does not exist',
      '4.3 sun: there is no topic sun',
      '4.3 land: “高标准厂房” is quoted twice',
      'land: two topics have this id',
      'water: no offer has this topic',
    ]);
  });
});

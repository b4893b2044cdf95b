import { describe, expect, it } from 'vitest';
import { offersOf } from '../../geo/steps/offers.ts';
import type { OfferRecords } from '../../geo/steps/records.ts';
import { testBase } from '../fixtures/data.ts';

const { policy } = await testBase();

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

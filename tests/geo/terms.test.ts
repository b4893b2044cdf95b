import { describe, expect, it } from 'vitest';
import type { TermRecord } from '../../geo/steps/records.ts';
import { termsOf, validateTerms } from '../../geo/steps/terms.ts';
import { testBase } from '../fixtures/data.ts';

const record: TermRecord = {
  ...{
    id: 'robots',
    zh: '工业机器人',
    en: 'robot',
    words: ['机器人'],
    senses: [],
    clusters: ['robotics'],
    clause: '2.3.1',
  },
};
const reasons = async (records: readonly TermRecord[]) =>
  validateTerms(records, (await testBase()).policies).map(({ record: id, reason }) => `${id}: ${reason}`);

describe('terms', () => {
  it('quote their own name where they quote nothing else', () => {
    expect(termsOf([record, { ...record, quote: '系统集成' }]).map(({ quote }) => quote)).toEqual([
      '工业机器人',
      '系统集成',
    ]);
  });

  it('must stand in their clause, once each, with every word in one term only', async () => {
    expect(await reasons([record])).toEqual([]);
    expect(await reasons([{ ...record, quote: '氢能' }])).toEqual(['robots: “氢能” does not stand in clause 2.3.1']);
    expect(await reasons([{ ...record, clause: '9.9' }])).toEqual(['robots: clause 9.9 does not exist']);
    expect(await reasons([record, { ...record, id: 'cobots', en: 'cobot', words: [] }])).toEqual([
      'cobots: “工业机器人” stands in robots already',
    ]);
    const sense = { word: 'android', zh: '手机系统', en: 'telephone system', cluster: 'electronics' } as const;
    expect(await reasons([{ ...record, senses: [sense] }])).toEqual([
      'robots: “android” has another sense, and is none of its words',
    ]);
    expect(await reasons([{ ...record, words: ['android'], senses: [sense] }])).toEqual([]);
    const cobots = {
      ...record,
      id: 'cobots',
      zh: '工业机器人及关键核心部件',
      en: 'cobot',
      words: [],
      broader: 'robots',
    };
    expect(await reasons([record, cobots])).toEqual([]);
    expect(await reasons([cobots])).toEqual(['cobots: robots is no term that others may be kinds of']);
    expect(await reasons([record, { ...cobots, clusters: ['food'] }])).toEqual([
      'cobots: robots, of which it is a kind, is of another cluster',
    ]);
    expect(await reasons([record, { ...record, zh: '自动化成套装备', en: 'line', words: [] }])).toEqual([
      'robots: two terms have this id',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { citation } from '../../src/domain/citation.ts';
import { findClause } from '../../src/domain/policy.ts';
import { testBase } from '../fixtures/data.ts';

describe('citation', () => {
  it('gives title, issuer, date and cite as the document has them, and no document number', async () => {
    const { policy } = await testBase();
    const clause = findClause(policy, '2.2.1');
    if (clause === undefined) throw new Error('clause 2.2.1 is missing');
    const chinese =
      '《佛山市人民政府关于培育发展“2+2+4”产业集群的实施意见》（佛山市人民政府，2020年12月21日）二（二）1';
    expect(citation(policy, clause, 'zh-Hans')).toBe(chinese);
    expect(citation(policy, clause, 'zh-Hant')).toBe(chinese);
    expect(citation(policy, clause, 'en')).toBe(
      "Foshan Municipal People's Government, Implementing Opinions of the Foshan Municipal People's Government on Cultivating and Developing the “2+2+4” Industrial Clusters (21 December 2020), 二（二）1",
    );
  });
});

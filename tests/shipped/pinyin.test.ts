import { describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { reviewPinyin } from '../../geo/steps/pinyin-review.ts';
import { pinyinOf, usePinyinOverrides } from '../../geo/steps/search.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SearchIndex } from '../../src/domain/schema/search.ts';
import { shippedBase, shippedFile } from './data.ts';

const { entries } = parseAs(SearchIndex, shippedFile('search.json'), 'search.json');
const base = await shippedBase();
const inputs = readInputs('.');

describe('the pinyin of the shipped names', () => {
  it('of sites is confirmed in the review, or proposed there', () => {
    usePinyinOverrides(inputs.pinyinOverrides);
    const names = base.sites.map(({ nameZh }) => nameZh);
    expect(reviewPinyin(names, inputs.pinyinReview).text, 'run: npm run geo').toBe(inputs.pinyinReview);
  });

  it('of towns is that of their English names', () => {
    usePinyinOverrides(inputs.pinyinOverrides);
    for (const { properties } of base.towns.features) {
      const { nameZh, nameEn } = properties;
      expect(pinyinOf(nameZh.replace(/(街道|镇)$/, '')).full, nameZh).toBe(nameEn.toLowerCase().replace("'", ''));
    }
  });
});

describe('search.json', () => {
  const ids = (entity: string) => entries.filter((entry) => entry.entity === entity).map(({ id }) => id);

  it('has everything that can be looked up, once', () => {
    const all = {
      site: base.sites.map(({ id }) => id),
      district: base.districts.features.map(({ properties }) => properties.id),
      town: base.towns.features.map(({ properties }) => properties.code),
      cluster: base.policy.clusters.map(({ id }) => id),
      unit: base.policy.units.map(({ id }) => id),
      clause: base.policies.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    };
    for (const [entity, expected] of Object.entries(all)) expect(ids(entity).sort(), entity).toEqual(expected.sort());
  });

  it('gives each Chinese name one reading, and a cite none', () => {
    for (const { entity, id, zh, pinyin, initials } of entries) {
      const read = entity === 'clause' ? 1 : zh.length;
      expect([id, pinyin.length, initials.length]).toEqual([id, read, read]);
    }
  });
});

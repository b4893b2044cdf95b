import { beforeAll, describe, expect, it } from 'vitest';
import { loadConversion } from '../../src/data/load-later.ts';
import type { Lang } from '../../src/domain/format.ts';
import { AREAS } from '../../src/i18n/areas.ts';
import { factWords } from '../../src/i18n/fact.ts';
import { createI18n, type I18n, loadMessages } from '../../src/i18n/index.ts';
import { fileSource, testBase } from '../fixtures/data.ts';

let hans: I18n;
let hant: I18n;
let en: I18n;
beforeAll(async () => {
  const of = async (lang: Lang) =>
    createI18n({
      lang,
      areas: new Set(AREAS),
      messages: await loadMessages(lang),
      conversion: lang === 'zh-Hant' ? await loadConversion(fileSource) : {},
    });
  [hans, hant, en] = await Promise.all([of('zh-Hans'), of('zh-Hant'), of('en')]);
});

describe('t', () => {
  it('fills in words and grouped numbers', () => {
    expect(hans.t('countOf', { n: 3, total: 1_234 })).toBe('3 / 1,234 项');
    expect(en.t('searchNone', { q: '大良' })).toBe('Nothing found for “大良”');
  });

  it('converts what it says, not what is filled in', () => {
    expect(hant.t('searchNone', { q: '乐从' })).toBe('沒有找到“乐从”');
    expect(hant.t('district.chancheng')).toBe('禪城區');
  });

  it('fills in text that looks like a pattern as it is', () => {
    expect(en.t('searchNone', { q: '$& {q}' })).toBe('Nothing found for “$& {q}”');
  });

  it('says one thing in the singular, in English', () => {
    const said = (n: number | string) => en.t('countShown', { n });
    expect([0, 1, 2, 21, 1.5].map(said)).toEqual(['0 records', '1 record', '2 records', '21 records', '1.5 records']);
    // Numbers that are written already, and ranges.
    expect(['1', '1,234', '0–1', '1–6'].map(said)).toEqual(['1 record', '1,234 records', '0–1 records', '1–6 records']);
    expect(en.t('countOf', { n: 0, total: 1 })).toBe('0 of 1 record');
    expect(en.t('import.outside-stated-district', { count: 1 })).toBe(
      '1 row whose place and stated district disagree.',
    );
    expect(en.t('import.outside-stated-district', { count: 3 })).toBe(
      '3 rows whose place and stated district disagree.',
    );
    expect(hans.t('countShown', { n: 1 })).toBe('1 项');
  });

  it('leaves a gap visible where nothing is given for it', () => {
    expect(en.t('searchNone')).toContain('{q}');
  });
});

describe('names and texts', () => {
  const thing = { nameZh: '张槎街道', nameEn: 'Zhangcha' };
  it('follow the language', () => {
    expect([hans.name(thing), hant.name(thing), en.name(thing)]).toEqual(['张槎街道', '張槎街道', 'Zhangcha']);
    expect([hans, hant, en].map((i) => i.text({ zh: '龙江镇', en: 'Longjiang' }))).toEqual([
      '龙江镇',
      '龍江鎮',
      'Longjiang',
    ]);
  });

  it('of the sites are all known to the traditional script', async () => {
    const { sites, towns, policy } = await testBase();
    const named = [...sites, ...towns.features.map((f) => f.properties), ...policy.units, ...policy.clusters];
    // Some characters of these names that traditional print does not have.
    expect(named.map((n) => hant.name(n)).filter((n) => /[区镇园车电产业实验发药东职国际会质广龙湾]/.test(n))).toEqual(
      [],
    );
    expect(named.filter((n) => hant.name(n) !== n.nameZh).length).toBeGreaterThan(60);
  });

  it('stand as they are where the table has no word', () => {
    expect(hant.zh('某处新名')).toBe('某处新名');
    for (const word of ['constructor', '__proto__', 'toString']) expect(hant.zh(word)).toBe(word);
  });
});

describe('quantities', () => {
  const over133 = { value: 1.33e10, unit: 'CNY', qualifier: 'over' } as const;
  it('use the characters of the script', () => {
    expect([hans, hant, en].map((i) => factWords(i, over133))).toEqual([
      '超过133亿元',
      '超過133億元',
      'over 13.3 billion yuan',
    ]);
    expect(factWords(hant, { value: 5e12, unit: 'CNY', qualifier: 'expected' })).toBe('預計5萬億元');
    expect(factWords(hant, { value: 66_666, unit: 'm²', qualifier: 'about' })).toBe('約6.67公頃');
    expect(factWords(hant, { value: 250_000, unit: 't/a', qualifier: 'planned' })).toBe('規劃25萬噸/年');
    expect(factWords(hant, { value: 6e9, unit: 'Wh', qualifier: 'nearly' })).toBe('近6吉瓦時');
  });

  it('give a text fact in the language', () => {
    const value = { zh: '两期', en: 'two phases' };
    expect(factWords(en, { value, unit: null, qualifier: 'exact' })).toBe('two phases');
  });

  it('give dates and ranges of distance', () => {
    expect([hans, hant, en].map((i) => i.date('2020-12-21'))).toEqual([
      '2020年12月21日',
      '2020年12月21日',
      '21 December 2020',
    ]);
    expect([hans, en].map((i) => i.distance(1_200, 3_400))).toEqual(['1.2公里–3.4公里', '1.2 km–3.4 km']);
    expect(en.number(12.345, 1)).toBe('12.3');
  });
});

import { describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { conversionTable, converter, shippedStrings } from '../../geo/steps/conversion.ts';
import { reviewPinyin } from '../../geo/steps/pinyin-review.ts';
import { siteFeature } from '../../geo/steps/register.ts';
import { pinyinOf, searchEntries, searchIndex, usePinyinOverrides } from '../../geo/steps/search.ts';
import { BASE_ROOT, testBase } from '../fixtures/data.ts';
import { site } from './record-fixtures.ts';

const inputs = readInputs(BASE_ROOT);
const { policy } = await testBase();

describe('pinyinOf', () => {
  it('reads a name, its initials apart', () => {
    expect(pinyinOf('佛山高新区')).toEqual({ full: 'foshangaoxinqu', initials: 'fsgxq' });
  });

  it('takes the words of the overrides as they say', () => {
    usePinyinOverrides({ 水都: 'shui du' });
    expect(pinyinOf('国际水都').full).toBe('guojishuidu');
    usePinyinOverrides({});
    expect(pinyinOf('国际水都').full).toBe('guojishuidou');
  });

  it('leaves Latin letters and digits, drops punctuation, writes ü as v', () => {
    expect(pinyinOf('“1+4”CHS绿色')).toEqual({ full: '14chslvse', initials: '14chsls' });
    expect(pinyinOf('𧒽岗').full).toMatch(/gang$/);
  });
});

describe('searchEntries', () => {
  const mention = { clause: '2.1.2', quote: '东部园区', start: 0, end: 4 };
  const record = {
    ...site,
    aliases: ['东园', 'EP'],
    succession: [{ nameZh: '新东园', nameEn: 'New Park', date: null, relation: 'later' as const, source: 'notice' }],
  };
  const { properties } = siteFeature(record, 'f.yaml', [mention]);

  it('gathers every name once: aliases, words of the policy, former and later names', () => {
    const [entry] = searchEntries({ sites: [properties], districts: [], towns: [], policies: [] });
    expect(entry).toEqual({
      entity: 'site',
      id: 'east-park',
      zh: ['东园', '东部园区', '新东园'],
      en: ['East Park', 'New Park', 'EP'],
      pinyin: ['dongyuan', 'dongbuyuanqu', 'xindongyuan'],
      initials: ['dy', 'dbyq', 'xdy'],
    });
  });
});

describe('searchIndex', () => {
  const { entries, variants } = searchIndex({
    sites: [],
    districts: [],
    towns: [
      { code: '440605123', nameZh: '里水镇', nameEn: 'Lishui' },
      { code: '440604011', nameZh: '张槎街道', nameEn: 'Zhangcha' },
    ],
    policies: [],
  });

  it('knows the traditional characters of its names, in each standard, and no other', () => {
    const { 裏, 裡, 張, 鎮, 里, 鯨 } = variants;
    expect([裏, 裡, 張, 鎮]).toEqual(['里', '里', '张', '镇']);
    expect([里, 鯨]).toEqual([undefined, undefined]);
  });

  it('finds clauses by heading and by cite, which has no reading', () => {
    const [clause] = searchIndex({ sites: [], districts: [], towns: [], policies: [policy] }).entries.filter(
      ({ entity, id }) => entity === 'clause' && id === '3.5',
    );
    expect(clause).toMatchObject({ zh: ['强化空间集聚', '三（五）'], pinyin: ['qianghuakongjianjiju'] });
    expect(entries.some(({ entity }) => entity === 'clause')).toBe(false);
  });
});

describe('reviewPinyin', () => {
  const confirmed = reviewPinyin(['东园'], '').text.replace('\n? ', '\n');

  it('proposes a name that is new, and keeps what is confirmed', () => {
    const { text, open } = reviewPinyin(['东园', '新东园'], confirmed);
    expect(open).toEqual(['新东园: xin dong yuan']);
    expect(text.split('\n').slice(-3)).toEqual(['东园: dong yuan', '? 新东园: xin dong yuan', '']);
    expect(reviewPinyin(['东园'], confirmed)).toEqual({ text: confirmed, open: [] });
  });

  it('proposes again what is read otherwise than confirmed, and leaves out what is gone', () => {
    usePinyinOverrides({ 东园: 'dong yan' });
    const again = reviewPinyin(['东园'], confirmed);
    usePinyinOverrides({});
    expect(again.open).toEqual(['东园: dong yan']);
    expect(reviewPinyin([], confirmed).text).not.toContain('东园');
  });
});

describe('conversion', () => {
  const convert = converter(inputs.conversionOverrides);

  it.each([
    ['里水镇', '里水鎮'],
    ['仙湖氢谷', '仙湖氫谷'],
    ['干细胞', '幹細胞'],
    ['装备制造', '裝備製造'],
    ['丹灶镇', '丹灶鎮'],
    ['云东海街道', '雲東海街道'],
    ['泛家居产业集群', '泛家居產業集群'],
    ['市税务局', '市稅務局'],
    ['高档数控机床', '高檔數控機床'],
    ['工业互联网平台', '工業互聯網平台'],
    ['信息', '信息'],
    ['{n} 个结果', '{n} 個結果'],
  ])('%s → %s', (from, to) => {
    expect(convert(from)).toBe(to);
  });

  it('takes names and own words at any depth, and nothing that is quoted', () => {
    const data = {
      text: '政策原文',
      nameZh: '东园',
      aliases: ['园'],
      mentions: [{ quote: '原话' }],
      facts: [{ label: { zh: '面积', en: 'Area' }, asPrinted: '约2亩', value: { zh: '两期', en: 'two' } }],
      sources: { notice: { title: '网页标题' } },
    };
    expect(shippedStrings(data)).toEqual(['东园', '园', '面积', '两期']);
  });

  it('keeps only what differs, sorted', () => {
    expect(conversionTable(['园区', '平台', '东园', '园区'], convert)).toEqual({ 东园: '東園', 园区: '園區' });
  });
});

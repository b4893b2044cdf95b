/**
 * What each clause names, against a table made by hand from the text: every name as it is printed, in the
 * order of reading. Nothing in the table comes from the register; the ids say which record is meant.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Base } from '../../src/domain/base.ts';
import { excerptsNaming, namedSites, sentenceAt } from '../../src/domain/clause-sites.ts';
import { findClause } from '../../src/domain/policy.ts';
import { parseAddress } from '../../src/state/address/address.ts';
import { createAppState } from '../../src/state/app-state.ts';
import { testBase } from '../fixtures/data.ts';

const BY_HAND: Record<string, [name: string, id: string][]> = {
  '1.1': [],
  '1.2': [],
  '2.1.1': [],
  '2.1.2': [
    ['佛山家居名镇', 'longjiang-home-furnishing-town'],
    ['建陶小镇', 'nanzhuang-ceramics-town'],
    ['织梦小镇', 'zhimeng-textile-town'],
  ],
  '2.2.1': [
    ['麒麟轿车', 'car-works'],
    ['麒麟卡车', 'truck-works'],
    ['玉兔混动电池及芯材', 'battery-project'],
    ['仙湖氢谷', 'xianhu-hydrogen-valley'],
    ['氢能有轨电车制造基地', 'tram-base'],
    ['新能源汽车小镇', 'shunde-nev-town'],
  ],
  '2.2.2': [['佛山南海电子信息产业园', 'nanhai-electronics-park']],
  '2.3.1': [
    ['水帘洞机器人谷', 'robot-valley'],
    ['鲁班天工智能制造科技园', 'automation-park'],
  ],
  '2.3.2': [['白泽公司纳米磷酸铁锂产业化', 'cathode-project']],
  '2.3.3': [
    ['中国（三水）国际水都饮料食品基地', 'sanshui-water-capital-base'],
    ['蟠桃绿色食品园', 'green-food-park'],
  ],
  '2.3.4': [
    ['灵芝集团百草中药总部基地', 'medicine-headquarters'],
    ['桃源大学生物医药产业园', 'biomedical-park'],
  ],
  '3.1': [],
  '3.2': [['季华实验室', 'jihua-laboratory']],
  '3.3': [],
  '3.4': [],
  '3.5': [
    ['一环创新圈', 'one-ring-innovation-circle'],
    ['佛山三龙湾高端创新集聚区', 'sanlongwan'],
    ['佛山高新区“一区五园”', 'foshan-hitech-zone'],
    ['佛山高新区', 'foshan-hitech-zone'],
  ],
  '3.6': [],
  '3.7': [['佛山科学技术学院', 'foshan-university']],
  '3.8': [['珠江西岸先进装备制造业投资贸易洽谈会', 'equipment-fair']],
  '4.1': [],
  '4.2': [],
  '4.3': [],
  '4.4': [],
};

/** Parts of what is named: a park of the high-tech zone, a campus. */
const PARTS: Record<string, [whole: string, parts: number]> = {
  '3.5': ['foshan-hitech-zone', 1],
  '3.7': ['foshan-university', 1],
};

let base: Base;
beforeAll(async () => {
  base = await testBase();
});

const distinct = (ids: readonly string[]) => [...new Set(ids)];

describe('choosing a clause', () => {
  it('is tested for all 22', () => {
    expect(base.policy.clauses.map((c) => c.id)).toEqual(Object.keys(BY_HAND));
  });

  it.each(Object.entries(BY_HAND))('%s names what the text names, in its order', (id, names) => {
    const { mentions, text } = base.policy;
    const found = mentions.filter((m) => m.entity === 'site' && m.clause === id).sort((a, b) => a.start - b.start);
    expect(found.map((m) => [text.slice(m.start, m.end), m.id])).toEqual(names);
  });

  it.each(Object.entries(BY_HAND))('%s lights exactly these and their parts', (id, names) => {
    const state = createAppState(base, parseAddress(''), { lang: 'zh-Hans', theme: 'light' });
    state.actions.openClause(id);
    const lit = state.emphasised.value;
    const { placed, unplaced, parts } = namedSites(base.policy, base.sites, id);
    const wanted = distinct(names.map(([, site]) => site));
    if (wanted.length === 0) {
      expect(lit).toBeNull();
      expect([...placed, ...unplaced, ...parts]).toEqual([]);
      return;
    }
    const [whole, count] = PARTS[id] ?? ['', 0];
    const children = base.sites.filter((site) => site.parent === whole).map((site) => site.id);
    expect(children).toHaveLength(count);
    expect([...(lit ?? [])].sort()).toEqual([...wanted, ...children].sort());
    expect([...placed, ...unplaced].map((s) => s.id).sort()).toEqual([...wanted].sort());
    expect(parts.map((p) => [p.whole.id, p.parts.map((s) => s.id)])).toEqual(count === 0 ? [] : [[whole, children]]);
    expect(placed.every((s) => s.position !== null)).toBe(true);
    expect(unplaced.every((s) => s.position === null)).toBe(true);
  });

  it('sets apart what has no known place', () => {
    const { placed, unplaced } = namedSites(base.policy, base.sites, '2.1.2');
    expect(unplaced.map((s) => s.nameZh)).toEqual(['织梦小镇']);
    expect(placed.map((s) => s.nameZh)).toEqual(['佛山家居名镇', '建陶小镇']);
  });
});

describe('the sentences that name a thing', () => {
  const shown = (entity: 'district' | 'cluster' | 'site', id: string) =>
    excerptsNaming(base.policy, { entity, id }, 4).map((e) => [
      e.clause.id,
      e.sentence,
      `${e.cutBefore ? '…' : ''}${base.policy.text.slice(e.start, e.end)}${e.cutAfter ? '…' : ''}`,
    ]);

  it('stand with their clause, their number and the words around', () => {
    expect(shown('district', 'nanhai')).toEqual([['2.2.1', 2, '…设，推动南海区“仙湖氢…']]);
  });

  it('stay within a heading', () => {
    expect(shown('cluster', 'food')).toEqual([
      ['1.2', 1, '…新材料、食品饮料、生物医…'],
      ['1.2', 2, '…新材料、食品饮料、生物医…'],
      ['2.3.3', null, '3.食品饮料。'],
    ]);
  });

  it('show every mention, and nothing for what the text does not name', () => {
    expect(shown('site', 'foshan-hitech-zone').map(([clause, n]) => [clause, n])).toEqual([
      ['3.5', 5],
      ['3.5', 5],
    ]);
    expect(shown('site', 'fhidz-nanhai-park')).toEqual([]);
  });

  it('are found from an offset', () => {
    const clause = findClause(base.policy, '3.2');
    if (clause === undefined) throw new Error('clause 3.2 is missing');
    expect(sentenceAt(clause, base.policy.text.indexOf('季华实验室'))).toBe(6);
    expect(sentenceAt(clause, clause.start)).toBeNull();
  });
});

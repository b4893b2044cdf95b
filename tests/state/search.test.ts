import { beforeAll, describe, expect, it } from 'vitest';
import { loadConversion, loadSearch } from '../../src/data/load-later.ts';
import type { SearchEntry, SearchIndex } from '../../src/domain/schema/search.ts';
import { search } from '../../src/state/search.ts';
import { fileSource } from '../fixtures/data.ts';

let index: SearchIndex;
beforeAll(async () => {
  index = await loadSearch(fileSource);
});

const names = (query: string, limit?: number) => search(index, query, limit).map(({ entry }) => entry.zh[0]);
const of = (entity: SearchEntry['entity']) => index.entries.filter((entry) => entry.entity === entity);
const rank = (query: string, wanted: SearchEntry) => search(index, query).findIndex(({ entry }) => entry === wanted);
/** Queries that do not bring their entry among the first `within`. */
function missed(entries: readonly SearchEntry[], queries: (entry: SearchEntry) => readonly string[], within: number) {
  return entries.flatMap((entry) =>
    queries(entry)
      .map((query) => ({ query, name: entry.zh[0], at: rank(query, entry) }))
      .filter(({ at }) => at < 0 || at >= within),
  );
}
const bare = (town: SearchEntry) => (town.zh[0] ?? '').replace(/(街道|镇)$/, '');

describe('every site', () => {
  it('comes first by every name, full pinyin, initials and English name of its own', () => {
    expect(of('site')).toHaveLength(26);
    expect(missed(of('site'), (e) => [...e.zh, ...e.pinyin, ...e.en], 1)).toEqual([]);
    expect(missed(of('site'), (e) => e.initials, 2)).toEqual([]);
  });
});

describe('every town', () => {
  it('comes first by its name, with and without 镇 or 街道, and by its English name', () => {
    expect(of('town')).toHaveLength(32);
    expect(missed(of('town'), (e) => [...e.zh, ...e.en], 1)).toEqual([]);
    expect(missed(of('town'), (e) => [bare(e)], 2)).toEqual([]);
  });

  it('comes first by its full pinyin, and among the first by initials', () => {
    expect(missed(of('town'), (e) => e.pinyin, 1)).toEqual([]);
    expect(missed(of('town'), (e) => e.initials, 2)).toEqual([]);
    expect(missed(of('town'), (e) => e.pinyin.map((p) => p.replace(/(jiedao|zhen)$/, '')), 1)).toEqual([]);
    expect(missed(of('town'), (e) => e.initials.map((i) => i.slice(0, bare(e).length)), 5)).toEqual([]);
  });
});

describe('every other thing', () => {
  it('comes among the first two by each of its names', () => {
    const others = index.entries.filter(({ entity }) => entity !== 'site' && entity !== 'town');
    expect(missed(others, (e) => [...e.zh, ...e.pinyin, ...e.initials, ...e.en], 2)).toEqual([]);
  });
});

describe('readings that go wrong easily', () => {
  it.each([
    ['daliang', '大良街道'],
    ['zhangcha', '张槎街道'],
    ['beijiao', '北滘镇'],
    ['genghe', '更合镇'],
    ['leping', '乐平镇'],
    ['lecong', '乐从镇'],
    ['leliu', '勒流街道'],
    ['dali', '大沥镇'],
    ['baini', '白坭镇'],
    ['xingtan', '杏坛镇'],
    ["jun'an", '均安镇'],
    ['xinan', '西南街道'],
    ['taoda', '桃源大学生物医药产业园'],
    ['shuidu', '中国（三水）国际水都饮料食品基地'],
    ['qilinjiaoche', '麒麟轿车新能源整车项目'],
    ['zhuqiahui', '珠江西岸先进装备制造业投资贸易洽谈会'],
    ['chongxian', undefined],
  ])('%s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it('finds both towns of 滘 and 教 by jiao, and the three of le', () => {
    expect(names('jiao').slice(0, 2).sort()).toEqual(['伦教街道', '北滘镇']);
    expect(names('le').slice(0, 3).sort()).toEqual(['乐从镇', '乐平镇', '勒流街道'].sort());
  });
});

describe('ways of typing', () => {
  it.each([
    ['capital letters and spaces', 'Zhang Cha', '张槎街道'],
    ['a character of the name', '滘', '北滘镇'],
    ['a former or later name', '佛山大学', '佛山科学技术学院'],
    ['the words of the policy', '桃源大学生物医药产业园', '桃源大学生物医药产业园'],
    ['English words in another order', 'tiangong luban', '鲁班天工智能制造科技园'],
    ['an English dash', 'Core–Material', '玉兔混动电池及芯材项目'],
    ['ü as v', 'lvseshipin', '蟠桃绿色食品园'],
    ['ü as it is', 'lüseshipin', '蟠桃绿色食品园'],
    ['quotation marks of another kind', '佛山高新区"一区五园"', '佛山高新区'],
    ['full-width letters', 'ｊｈｓｙｓ', '季华实验室'],
    ['a cite', '三（五）', '强化空间集聚'],
    ['a cite with Latin brackets', '二(二)1', '汽车及新能源'],
    ['the number of a clause', '3.5', '强化空间集聚'],
    ['a short form of an office', '工信局', '市工业和信息化局'],
    ['another short form', '人社局', '市人力资源社会保障局'],
    ['initials of a short name', 'qljc', '麒麟轿车新能源整车项目'],
  ])('%s', (_, query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it('finds a whole name before names that only start so, short ones before long ones', () => {
    expect(names('三水')[0]).toBe('三水区');
    expect(names('佛山')[0]).toBe('佛山高新区');
    const scores = search(index, 'fs').map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('finds nothing of nothing, of noise, and of what is not there', () => {
    for (const query of ['', '   ', '（）', 'zzzqqq', '上海']) expect([query, names(query)]).toEqual([query, []]);
  });

  it('gives at most the limit', () => {
    expect(names('佛山', 3)).toHaveLength(3);
    expect(names('a')).toHaveLength(12);
  });

  it('does not take one letter for pinyin or initials', () => {
    for (const { entry } of search(index, 'z')) expect(entry.en.join(' ').toLowerCase()).toContain('z');
  });
});

describe('traditional characters', () => {
  it.each([
    ['張槎', '张槎街道'],
    ['裏水', '里水镇'],
    ['裡水', '里水镇'],
    ['樂從', '乐从镇'],
    ['季華實驗室', '季华实验室'],
    ['三龍灣', '佛山三龙湾高端创新集聚区'],
    ['蟠桃綠色食品园', '蟠桃绿色食品园'],
    ['稅務局', '市税务局'],
    ['税務局', '市税务局'],
  ])('%s finds %s', (query, name) => {
    expect(names(query)[0]).toBe(name);
  });

  it('find every name as the traditional interface shows it', async () => {
    const conversion = await loadConversion(fileSource);
    const shown = index.entries
      .filter((e) => e.entity !== 'clause')
      .flatMap((entry) => entry.zh.map((name) => ({ entry, query: conversion[name] ?? name })));
    expect(shown.filter(({ query, entry }) => !entry.zh.includes(query)).length).toBeGreaterThan(100);
    expect(shown.filter(({ query, entry }) => search(index, query).every((hit) => hit.entry !== entry))).toEqual([]);
  });

  it('are read as others only where no name uses them', () => {
    const used = new Set(index.entries.flatMap(({ zh }) => zh).join(''));
    for (const [from, to] of Object.entries(index.variants)) {
      expect([from, used.has(from), used.has(to)]).toEqual([from, false, true]);
    }
  });
});

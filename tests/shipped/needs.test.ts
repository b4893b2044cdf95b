/** What the shipped words make of what people type: nothing of another sense is taken, and what is misspelt is found. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../src/analysis/invest/meaning.ts';
import { parseNeed } from '../../src/analysis/invest/question.ts';
import { indexTerms } from '../../src/analysis/invest/understand.ts';
import { loadTerms } from '../../src/data/load-later.ts';
import { shippedSource } from './data.ts';

const index = indexTerms(await loadTerms(shippedSource));
const of = (text: string) =>
  understand(
    index,
    parseNeed(text, (id) => index.byId.has(id)),
  );
const readings = (text: string) => of(text).readings.map(({ name, cluster }) => `${name.en}: ${cluster}`);

describe('a word in an unlike sense', () => {
  it.each([
    ['potato chips', ['semiconductor: electronics', 'snack chips: food']],
    ['chips', ['semiconductor: electronics', 'snack chips: food']],
    ['data centre cooling', ['software: electronics']],
    ['engine oil', ['engines and gearboxes: equipment']],
    ['coach bags', ['special-purpose vehicles: equipment', 'bags and leather goods: home']],
    ['发动机油', ['engines and gearboxes: equipment']],
    ['数据中心冷却', ['software: electronics']],
    ['酒店', ['alcoholic drinks: food']],
    ['汽车脚垫', ['vehicle: auto']],
  ])('is taken for nothing, and its readings are offered: %s', (text, offered) => {
    expect(of(text)).toMatchObject({ clusters: [], terms: [] });
    expect(readings(text)).toEqual(offered);
  });

  it('is taken where the rest of the name bears it out', () => {
    expect(of('AI chips').terms.map(({ id }) => id)).toEqual(['software', 'semiconductors']);
    expect(of('芯片').clusters).toEqual(['electronics']);
  });

  it('that only tells more of a thing is offered, and the head decides', () => {
    expect(of('screen printing machine')).toMatchObject({ clusters: ['equipment'] });
    expect(of('screen printing machine').terms.map(({ id }) => id)).toEqual(['packaging-machinery']);
    expect(of('potato chip packaging machines')).toMatchObject({ clusters: ['equipment'], unknown: ['potato'] });
  });
});

it.each([
  ['stainless steel cookware', 'home', ['special steel: materials']],
  ['beverage filling lines', 'equipment', ['beverage: food']],
  // Where the thing itself is a material, what it is for is taken with it.
  ['battery separator film for cars', 'auto materials', []],
])('what a thing is made of or filled with is offered, and what it is decides: %s', (text, clusters, offered) => {
  expect(of(text).clusters.join(' ')).toBe(clusters);
  expect(readings(text)).toEqual(offered);
});

it('a thing is asked for with its kind', () => {
  for (const text of ['rice cookers', '电饭煲'])
    expect(of(text).terms.map(({ id }) => id)).toEqual(['rice-cookers', 'home-appliances']);
});

describe('words that say nothing of what is made', () => {
  it.each(['asdf qwerty', '土豆', 'we make products', '生产设备'])('take nothing: %s', (text) => {
    expect(of(text)).toMatchObject({ clusters: [], terms: [], readings: [], corrected: null });
  });

  it('are left out beside those that do', () => {
    for (const text of ['a manufacturer of valves', '阀门生产企业', '我们做阀门的', 'valve parts'])
      expect(of(text), text).toMatchObject({ clusters: ['equipment'], unknown: [] });
  });

  it('are named where they are not known', () => {
    expect(of('asdf qwerty').unknown).toEqual(['asdf', 'qwerty']);
    expect(of('土豆').unknown).toEqual(['土豆']);
    expect(of('craft brewery')).toMatchObject({ clusters: ['food'], unknown: ['craft'] });
  });
});

it.each([
  ['hydrogn valv', 'hydrogen valve'],
  ['hydrogn valves', 'hydrogen valves'],
  ['semiconducter', 'semiconductor'],
  ['batery', 'battery'],
  ['氢能伐门', '氢能阀门'],
  ['工业机气人', '工业机器人'],
])('what is misspelt is found: %s → %s', (text, corrected) => {
  expect(of(text).corrected).toBe(corrected);
});

it('a surgical robot may be of two clusters: robotics is taken, health offered', () => {
  for (const text of ['surgical robot', '手术机器人']) {
    const { clusters, terms } = of(text);
    expect(clusters).toEqual(['robotics']);
    expect(terms.map((term) => term.clusters)).toEqual([['robotics', 'health']]);
  }
});

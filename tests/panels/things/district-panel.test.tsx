import { fireEvent } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/domain/describe.ts';
import { DISTRICT_IDS } from '../../../src/domain/vocabulary.ts';
import { makeApp, PlanDetail, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function open(address: string, options: TestOptions = {}) {
  const test = makeApp(address, options);
  const { container } = renderIn(test, <PlanDetail />);
  const section = (title: string) =>
    [...container.querySelectorAll('section.section')].find((s) => words(s.querySelector('h3')) === title) ?? null;
  return { ...test, container, section };
}

describe('a district', () => {
  it('lists its records by cluster, those of several districts too', () => {
    const { section } = open('district=gaoming');
    expect([...(section('按集群')?.querySelectorAll('h4') ?? [])].map(words)).toEqual([
      '汽车及新能源 2',
      '新材料 1',
      '跨集群 0（0–1）',
    ]);
    expect(words(section('按集群'))).toContain('佛山高新区');
  });

  it.each(DISTRICT_IDS)('shows population, area and GDP with year and source: %s', (id) => {
    const { section, state } = open(`district=${id}`);
    const figures = section('人口、面积与经济');
    const text = words(figures);
    expect(text).toMatch(/万人20\d\d年/);
    // The area of 高明 has no source that can be looked up, so none is shown.
    expect(/面积.*平方公里/.test(text)).toBe(id !== 'gaoming');
    expect(text).toMatch(/亿元20\d\d年/);
    const statistics = state.statistics.value;
    if (statistics === null || figures === null) throw new Error('no figures');
    const own = figuresOf(statistics, 'district', id).own.flat();
    for (const fact of figures.querySelectorAll('.fact')) {
      expect(words(fact.querySelector('.fact-date'))).toMatch(/^\d{4}年|日期未载明/);
      expect(words(fact.querySelector('.source-line')).length).toBeGreaterThan(5);
    }
    for (const figure of own) expect(text).toContain(statistics.sources[figure.source]?.title ?? '?');
  });

  it('leads to its towns, all 32 in the five', () => {
    const counts = DISTRICT_IDS.map((id) => open(`district=${id}`).section('镇街')?.querySelectorAll('li').length);
    expect(counts).toEqual([4, 7, 10, 7, 4]);
    const { section, state } = open('district=gaoming');
    const town = [...(section('镇街')?.querySelectorAll('button') ?? [])].find((b) => words(b) === '更合镇');
    if (town === undefined) throw new Error('no town');
    fireEvent.click(town);
    expect(state.selection.value).toEqual({ entity: 'town', id: '440608108' });
  });
});

describe('a town', () => {
  it('says its district, what is in it, and where its point comes from', () => {
    const { container, state } = open('town=440604100');
    expect(words(container.querySelector('h2'))).toBe('南庄镇');
    expect(words(container)).toContain('建陶小镇');
    const town = state.base.towns.features.find((f) => f.properties.code === '440604100')?.properties;
    expect(words(container)).toContain(town?.coordSource ?? '?');
    const link = [...container.querySelectorAll('dd button')].find((b) => words(b) === '禅城区');
    if (link === undefined) throw new Error('no link');
    fireEvent.click(link);
    expect(state.selection.value).toEqual({ entity: 'district', id: 'chancheng' });
  });

  it('says so where no source gives its position', () => {
    const { state } = makeApp();
    const unsourced = state.base.towns.features.filter((f) => !f.properties.sourced);
    expect(unsourced).toHaveLength(1);
    const { container } = open(`town=${unsourced[0]?.properties.code}`);
    expect(words(container)).toContain('位置没有来源，不在图上画点');
    expect(words(container)).not.toContain('误差半径');
  });

  it('says where nothing is named in it', () => {
    const { state } = makeApp();
    const empty = state.base.towns.features.find((f) =>
      state.sites.value.every((s) => !s.towns.includes(f.properties.code)),
    );
    expect(words(open(`town=${empty?.properties.code}`).container)).toContain('没有点名的项目。');
  });
});

import { describe, expect, it } from 'vitest';
import { chartGroups } from '../../../src/panels/present/author/chart-options.ts';
import { figureGroups } from '../../../src/panels/present/author/figure-options.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { stopOf } from '../../fixtures/tour.ts';

const app = makeApp();
app.need.statistics();
const { state, i18n } = app;
const stop = stopOf('a');
const figures = figureGroups(state.things.value, state.statistics.value, stop, i18n.value);
const charts = chartGroups(state.things.value, state.statistics.value, [], stop, i18n.value);

describe('the numbers that a stop can show', () => {
  it('stand by place, towns behind their district by their names and never by their codes', () => {
    const labels = figures.flatMap(({ options }) => options.map(({ label }) => label));
    expect(labels.filter((label) => /\d{6}/.test(label))).toEqual([]);
    const chancheng = figures.find(({ label }) => label === '已公布的统计：禅城区')?.options ?? [];
    expect(chancheng[0]?.label).toMatch(/^禅城区 · /);
    expect(chancheng.at(-1)?.label).toBe('张槎街道 · 地区生产总值');
    expect(figures.some(({ label }) => label === '已公布的统计：全市')).toBe(true);
  });
});

describe('what there is to choose from', () => {
  it.each([
    ['numbers', figures],
    ['charts', charts],
  ])('has %s in groups of names of their own, and says each once', (_, groups) => {
    const names = groups.map(({ label }) => label);
    expect(new Set(names).size).toBe(names.length);
    for (const { label, options } of groups)
      expect(new Set(options.map((each) => each.label)).size, label).toBe(options.length);
  });

  it('says of a line of time and of bars of a statistic what they are', () => {
    const labels = charts.flatMap(({ options }) => options.map(({ label }) => label));
    expect(labels).toContain('时间线：泛家居');
    expect(labels).toContain('各区对比：面积');
    expect(labels).not.toContain('泛家居');
  });
});

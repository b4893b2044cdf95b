import { describe, expect, it } from 'vitest';
import { loadStatistics } from '../../src/data/load-later.ts';
import { byDistrict } from '../../src/domain/describe.ts';
import { barsOf, chartOf, chartOfFigure, chartRefOf } from '../../src/domain/tour-chart.ts';
import type { FigureRef } from '../../src/domain/tour-schema.ts';
import { fileSource, testBase } from '../fixtures/data.ts';

const base = await testBase();
const statistics = await loadStatistics(fileSource);
const chart = (figure: FigureRef, known = statistics) => {
  const ref = chartOfFigure(figure);
  return ref === null || ref.kind === 'table' || ref.kind === 'line' ? null : chartOf(ref, base, known);
};
const count = (of: 'all' | 'located' | 'clauses' | 'cluster' | 'district', id = '', within: 'nanhai' | null = null) =>
  chart({ from: 'count', of, id, within });

describe('the chart of a target', () => {
  it('has the eight targets in the order of the tiers, the one of the stop lit, each beside what was published', () => {
    const targets = chart({ from: 'target', id: 'food' });
    expect(targets?.rows.map(({ values }) => values[0])).toEqual([1e12, 1e12, 5e11, 5e11, 3e11, 3e11, 3e11, 3e11]);
    expect(targets?.rows[targets.lit ?? -1]?.name).toEqual({ cluster: 'food' });
  });

  it('shows no figure of a narrower scope as a cluster’s, and none where sources disagree', () => {
    const figure = (value: number, change: object = {}) => ({
      ...{ key: 'output-value', label: { zh: '产值', en: 'Output value' }, value, unit: 'CNY', qualifier: 'exact' },
      ...{ asPrinted: '', asOf: '2022', source: 's', scope: { entity: 'cluster', id: 'food' }, narrower: false },
      ...change,
    });
    const actual = (...figures: object[]) => {
      const found = chart({ from: 'target', id: 'food' }, { sources: {}, figures: figures as never, targets: [] });
      return found?.rows[found.lit ?? -1]?.values[1];
    };
    expect(actual(figure(7e10, { narrower: true }))).toBeNull();
    expect(actual(figure(1e11), figure(2e11, { asOf: '2021' }))).toBe(1e11);
    expect(actual(figure(1e11), figure(2e11))).toBeNull();
    expect(actual()).toBeNull();
  });
});

describe('the chart of a district’s figure', () => {
  it('has the districts at one date, and is none where too few are known then', () => {
    const people = chart({ from: 'statistic', scope: 'district', id: 'nanhai', key: 'population-census' });
    expect(people?.rows).toHaveLength(5);
    expect(people?.rows.every(({ values }) => values[0] !== null)).toBe(true);
    expect(people?.figure?.asOf).toBe('2020');
    expect(people?.rows[people.lit ?? -1]?.name).toEqual({ district: 'nanhai' });
    const alone = statistics.figures.filter(({ scope, key }) => key !== 'population-census' || scope.id === 'nanhai');
    const ref = { from: 'statistic', scope: 'district', id: 'nanhai', key: 'population-census' } as const;
    expect(chart(ref, { ...statistics, figures: alone })).toBeNull();
  });
});

describe('the chart of records', () => {
  it('adds up to what is counted', () => {
    const records = base.sites.filter(({ parent }) => parent === null).length;
    const sum = (of: 'all' | 'located') => count(of)?.rows.reduce((total, { values }) => total + (values[0] ?? 0), 0);
    expect([sum('all'), sum('located')]).toEqual([records, records]);
    expect(count('located')?.form).toBe('shares');
  });

  it('tells what is certain from what may be there too', () => {
    const rows = count('cluster', 'auto')?.rows ?? [];
    const tallies = byDistrict(base.sites.filter(({ industryCluster }) => industryCluster === 'auto'));
    for (const { key, certain, possible } of tallies.filter((tally) => tally.key !== null))
      expect(rows.find(({ name }) => 'district' in name && name.district === key)?.values).toEqual([
        certain,
        possible - certain,
      ]);
  });

  it('of a cluster in a district is that of the district, with the cluster lit', () => {
    const [of, within] = [count('district', 'nanhai'), count('cluster', 'auto', 'nanhai')];
    expect(within?.rows).toEqual(of?.rows);
    expect([of?.lit, within?.rows[within.lit ?? -1]?.name]).toEqual([null, { cluster: 'auto' }]);
  });

  it('shares are parts of one whole, whatever they are told apart by', () => {
    const records = base.sites.filter(({ parent }) => parent === null).length;
    for (const counts of ['placement', 'cluster', 'status'] as const) {
      const rows = chartOf({ kind: 'shares', counts }, base, null)?.rows ?? [];
      expect(
        rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0),
        counts,
      ).toBe(records);
    }
  });

  it('is chosen apart from the figure, or goes with it, or is none', () => {
    const figure = { from: 'target', id: 'food' } as const;
    expect(chartRefOf({ figure, chart: 'figure' })).toEqual(barsOf('targets', { lit: 'food' }));
    expect(chartRefOf({ figure, chart: { kind: 'pyramid' } })).toEqual({ kind: 'pyramid' });
    expect(chartRefOf({ figure: null, chart: { kind: 'pyramid' } })).toEqual({ kind: 'pyramid' });
    expect(chartRefOf({ figure, chart: null })).toBeNull();
    const all = chartOf(barsOf('by-cluster'), base, null)?.rows ?? [];
    expect(all.every(({ values }) => values[1] === 0)).toBe(true);
  });

  it('is none for what stands alone', () => {
    expect(count('clauses')).toBeNull();
    expect(chart({ from: 'units', id: '3.1' })).toBeNull();
    expect(chart({ from: 'site', id: 'jihua-laboratory', key: 'area' })).toBeNull();
  });
});

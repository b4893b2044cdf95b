import { fireEvent } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { crossTable } from '../../../src/analysis/cross-table.ts';
import { registerSet } from '../../../src/analysis/register-set.ts';
import { countRecords } from '../../../src/domain/site.ts';
import { Legend } from '../../../src/panels/list/legend.tsx';
import { crossCsv } from '../../../src/panels/plan/cross-csv.ts';
import CrossView from '../../../src/panels/plan/cross-view.tsx';
import ShadePanel from '../../../src/panels/plan/shade-panel.tsx';
import { shadeView } from '../../../src/state/plan/shade-view.ts';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

describe('the cross table', () => {
  function open(address: string, options: TestOptions = {}) {
    const test = makeApp(address, options);
    const { container, findByRole } = renderIn(
      test,
      <>
        <CrossView />
        <Legend />
      </>,
    );
    const grid = container.querySelector('table');
    const line = (title: string) =>
      [...(grid?.querySelectorAll('tr') ?? [])].find((tr) => words(tr.querySelector('th')) === title);
    return { ...test, container, findByRole, grid, line };
  }

  it('counts each record once: 24 in all, 3 of several districts, 4 of none', () => {
    const { grid, line } = open('cross=cluster.district');
    expect([...(grid?.querySelectorAll('thead th') ?? [])].map(words)).toEqual([
      '禅城区',
      '南海区',
      '顺德区',
      '三水区',
      '高明区',
      '多个',
      '未载明',
      '合计',
    ]);
    expect([...(line('合计')?.querySelectorAll('td') ?? [])].map(words)).toEqual([
      '2',
      '4',
      '6',
      '2',
      '3',
      '3',
      '4',
      '24',
    ]);
    expect([...(line('汽车及新能源')?.querySelectorAll('td') ?? [])].map(words)).toEqual([
      '1',
      '2',
      '1',
      '0',
      '2',
      '0',
      '0',
      '6',
    ]);
  });

  it('shows exactly the records of a cell, of several districts too', async () => {
    const { container, line, state, findByRole } = open('cross=cluster.district');
    const cell = line('跨集群')?.querySelectorAll('td')[5]?.querySelector('button');
    expect(words(cell ?? null)).toBe('3');
    fireEvent.click(cell ?? container);
    expect(state.address.value).toMatchObject({ view: null, cross: null });
    expect(state.address.value.cell).toEqual([
      { axis: 'cluster', key: 'cross' },
      { axis: 'district', key: 'several' },
    ]);
    expect(countRecords(state.visibleSites.value)).toBe(3);
    expect(words(container.querySelector('.legend .panel-head .muted'))).toBe('3 / 24 项');
    const chip = await findByRole('button', { name: /^交叉表的一格/ });
    expect(words(chip)).toBe('跨集群 × 多个 ×');
    fireEvent.click(chip);
    expect(countRecords(state.visibleSites.value)).toBe(24);
  });

  it('agrees with the list in every cell of every pair of axes', () => {
    const { state } = makeApp();
    const axes = ['cluster', 'district', 'town', 'kind', 'status', 'precision'] as const;
    for (const row of axes) {
      const table = crossTable([{ counted: registerSet(state.sites.value, '') }], row, 'district');
      table.rowKeys.forEach((key, r) => {
        table.columnKeys.forEach((column, c) => {
          state.actions.setCell([
            { axis: row, key },
            { axis: 'district', key: column },
          ]);
          expect(countRecords(state.visibleSites.value), `${row} ${key}, ${column}`).toBe(table.counts[0]?.[r]?.[c]);
        });
      });
    }
  });

  it('states shares of the row', () => {
    const { container, line } = open('cross=cluster.district');
    const shares = [...container.querySelectorAll('select')].find((select) =>
      [...select.options].some((option) => option.value === 'column' && words(option) === '占本列'),
    );
    fireEvent.change(shares ?? container, { target: { value: 'row' } });
    expect(words(line('汽车及新能源')?.querySelectorAll('td')[1] ?? null)).toBe('26 项的 33%');
  });

  it('goes to a file with its sums', () => {
    const { state, i18n } = makeApp();
    const table = crossTable([{ counted: registerSet(state.sites.value, '') }], 'cluster', 'status');
    const rows = crossCsv(i18n.value, state, table);
    expect(rows.at(-1)?.at(-1)).toBe(24);
    expect(rows[0]?.slice(0, 3)).toEqual(['id', '交叉表', '规划']);
  });

  it('says what a concentration means, and that too few points say nothing', () => {
    expect(words(open('cross=cluster.district').container)).toContain('太少，说明不了什么');
    // Every record twice: 34 of a single district.
    const { sites } = makeApp().state.base;
    const twice = [...sites, ...sites.map((site) => ({ ...site, id: `${site.id}-again` }))];
    const { container } = open('cross=cluster.district', { base: { sites: twice } });
    // 4 of 6 records in Gaoming against 12 of 34 in all: 1.9 times.
    expect(words(container)).toContain(
      '“汽车及新能源”占高明区所在区已知的 6 项记录的 67%（4 项），是全市占比的 1.9 倍',
    );
  });
});

describe('shading', () => {
  const view = (key: string, year: string | null = null) => {
    const { state, need } = makeApp();
    need.statistics();
    if (state.statistics.value === null) throw new Error('no statistics');
    return shadeView(state.base, state.visibleSites.value, state.statistics.value, { key, year, method: 'equal' });
  };

  it('takes the year that most districts have, and one year only', () => {
    expect(view('gdp')?.year).toBe('2016');
    expect(view('gdp')?.classes.unknown).toBe(0);
    // Two districts have a number for 2022: of so few no map is shown, and the fullest year stands in.
    expect(view('gdp', '2022')?.year).toBe('2016');
    expect(view('gdp')?.years).toEqual([{ year: '2016', districts: 5 }]);
  });

  it('offers no number that colours nothing', () => {
    expect(view('industrial-investment')).toBeNull();
    expect(view('no-such-number')).toBeNull();
  });

  it('divides by the official area', () => {
    const density = view('population-census-per-km2');
    const { state } = makeApp();
    const area =
      state.base.districts.features.find((f) => f.properties.id === 'chancheng')?.properties.officialKm2 ?? Number.NaN;
    expect(density?.values[0]?.value).toBeCloseTo(1_300_000 / area, 6);
    expect(density?.values[0]?.value).toBeGreaterThan(8000);
  });

  it('shows classes with their unit once, and the sources', () => {
    const test = makeApp('view=shade&shade=gdp.2016');
    const { container } = renderIn(test, <ShadePanel />);
    expect(words(container)).toContain('地区生产总值 2016（亿元）');
    expect(words(container.querySelector('.shade-key'))).toBe(
      '700 – 1,000三水区、高明区1,500禅城区2,400南海区2,800顺德区',
    );
    expect(container.querySelectorAll('.shade-sources li').length).toBeGreaterThan(0);
    const method = [...container.querySelectorAll('select')].at(-1);
    fireEvent.change(method ?? container, { target: { value: 'quantile' } });
    expect(test.state.plan.shade.value).toEqual({ key: 'gdp', year: '2016', method: 'quantile' });
  });

  it('counts records as certain to possible, under the filters', () => {
    const test = makeApp('view=shade&shade=records');
    const { container } = renderIn(test, <ShadePanel />);
    expect(words(container.querySelector('.ask-table'))).toContain('高明区3（3–8）');
    test.state.actions.setFilter('clusters', ['auto']);
    expect(test.state.visibleSites.value.length).toBe(6);
  });
});

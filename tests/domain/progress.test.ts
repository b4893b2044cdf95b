import { describe, expect, it } from 'vitest';
import { type Aim, type Progress, progressOf } from '../../src/domain/progress.ts';
import type { Figure } from '../../src/domain/schema/statistics.ts';

const figure = (asOf: string | null, value: Figure['value'], change: Partial<Figure> = {}): Figure => ({
  key: 'gdp',
  label: { zh: '地区生产总值', en: 'GDP' },
  value,
  unit: 'CNY',
  qualifier: 'exact',
  asPrinted: String(value),
  asOf,
  source: 'report',
  scope: { entity: 'district', id: 'shunde' },
  narrower: false,
  ...change,
});
const aim: Aim = { key: 'gdp', unit: 'CNY', value: 5000, qualifier: 'exact', year: 2026, narrower: false };
const NOW = 2026;
const said = ({ state, gap, year }: Progress) => `${state} ${gap ?? ''} ${year ?? ''}`;
const of = (figures: readonly Figure[], change: Partial<Aim> = {}) =>
  said(progressOf({ ...aim, ...change }, figures, NOW));

describe('progress towards an amount', () => {
  it('is on the way on or above the straight line from the first figure, behind below it', () => {
    // 4000 in 2021 and 5000 in 2026 are 200 a year: 4600 are due in 2024.
    expect(of([figure('2021', 4000), figure('2024', 4600)])).toBe('on-way  2024');
    expect(of([figure('2024', 4599), figure('2021', 4000)])).toBe('behind  2024');
    // What lies between counts for nothing.
    expect(of([figure('2021', 4000), figure('2023', 4900), figure('2024', 4599)])).toBe('behind  2024');
  });

  it('is reached by the latest figure up to the year, and missed by that of the year alone', () => {
    expect(of([figure('2024', 5000)])).toBe('reached  2024');
    expect(of([figure('2024', 5000)], { qualifier: 'over' })).toBe('unknown one 2024');
    expect(of([figure('2021', 4000), figure('2025', 4469)], { year: 2025 })).toBe('missed  2025');
    // A later year says nothing of it.
    expect(of([figure('2021', 4000), figure('2026', 6000)], { year: 2025 })).toBe('unknown over 2021');
  });

  it('cannot be told from one year, from none, from another scope or measure, or from dates of reports', () => {
    expect(of([figure('2024', 4600)])).toBe('unknown one 2024');
    expect(of([])).toBe('unknown none ');
    expect(of([], { year: 2025 })).toBe('unknown over ');
    expect(of([figure('2024', 6000)], { narrower: true })).toBe('unknown scope ');
    expect(
      of([
        figure('2024', 6000, { narrower: true }),
        figure('2024', 6000, { key: 'revenue' }),
        figure('2024', 6000, { unit: 'count' }),
        figure('2024', 6000, { qualifier: 'expected' }),
        figure('2024-03-20', 6000, { dateNote: { zh: '报道日期', en: 'date of the report' } }),
        figure(null, 6000),
        figure('2024', { zh: '多', en: 'much' }),
      ]),
    ).toBe('unknown none ');
  });

  it('leaves open what "over", "about" and figures that differ leave open', () => {
    expect(of([figure('2024', 5000, { qualifier: 'over' })], { qualifier: 'over' })).toBe('reached  2024');
    expect(of([figure('2026', 4900, { qualifier: 'over' })])).toBe('unknown open 2026');
    expect(of([figure('2026', 5100, { qualifier: 'about' })])).toBe('unknown open 2026');
    expect(of([figure('2026', 5000, { qualifier: 'nearly' })], { qualifier: 'over' })).toBe('missed  2026');
    // Two that differ: 4500 is below the line, 4700 above.
    expect(of([figure('2021', 4000), figure('2024', 4500), figure('2024', 4700)])).toBe('unknown open 2024');
    expect(of([figure('2021', 4000), figure('2024', 4650), figure('2024', 4700)])).toBe('on-way  2024');
    // Nobody says how far below "about 5000" still is about it.
    expect(of([figure('2026', 4000)], { qualifier: 'about' })).toBe('unknown open 2026');
  });

  it('without a year is reached or not yet, and never late', () => {
    expect(of([figure('2020', 5100)], { year: null, qualifier: 'over' })).toBe('reached  2020');
    expect(of([figure('2020', 4000), figure('2024', 4100)], { year: null })).toBe('unknown undated 2024');
  });
});

it('growth is held against the growth of its own year', () => {
  const growth = (asOf: string, value: number) => figure(asOf, value, { key: 'gdp-growth', unit: '%' });
  const target = { key: 'gdp-growth', unit: '%', value: 5.5, year: 2024 } as const;
  expect(of([growth('2023', 5), growth('2024', 1.3)], target)).toBe('missed  2024');
  expect(of([growth('2024', 5.5)], target)).toBe('reached  2024');
  expect(of([growth('2023', 6)], target)).toBe('unknown over ');
  expect(of([growth('2023', 6)], { ...target, year: 2026 })).toBe('unknown none ');
});

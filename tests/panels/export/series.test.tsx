import { describe, expect, it } from 'vitest';
import { shownWords } from '../../../src/panels/export/block-rows.ts';
import { indexItems, numberPlaces } from '../../../src/panels/export/index-sheet.tsx';
import { groundOfShot, seriesSheets, singleSheet } from '../../../src/panels/export/print-plan.ts';
import { type Subject, seriesOf } from '../../../src/panels/export/series.ts';
import { nextFit } from '../../../src/panels/paper/map/legend-box.tsx';
import { makeApp } from '../../fixtures/app.tsx';

const FRAME = { width: 219, height: 154 };
const WANTED = { frame: FRAME, gridded: false, denominator: null };

describe('seriesOf', () => {
  it('has one of each district', () => {
    const { state, i18n } = makeApp();
    const { subjects, left } = seriesOf(state, i18n.value, 'districts');
    expect(subjects.map(({ name }) => name)).toEqual(['禅城区', '南海区', '顺德区', '三水区', '高明区']);
    expect(left).toEqual([]);
    // What the map shows, in its box.
    expect(subjects.every(({ sites }) => sites === null)).toBe(true);
  });

  it('has the clusters of what is shown, with the records of each that can be drawn', () => {
    const { state, i18n } = makeApp('clusters=food,health');
    const { subjects, left } = seriesOf(state, i18n.value, 'clusters');
    const named = [...subjects.map(({ name }) => name), ...left];
    expect(named).toContain('食品饮料');
    for (const { id, sites, unplaced } of subjects) {
      const own = state.visibleSites.value.filter(({ industryCluster }) => industryCluster === id);
      expect((sites?.length ?? 0) + unplaced).toBe(own.length);
    }
    expect(named.length).toBeLessThanOrEqual(2);
  });

  it('leaves out clauses that name nothing, and names sites without a position', () => {
    const { state, i18n } = makeApp();
    const clauses = seriesOf(state, i18n.value, 'clauses');
    expect(clauses.subjects.length).toBeGreaterThan(2);
    expect(clauses.subjects.length).toBeLessThan(state.policy.value.clauses.length);
    const { subjects, left } = seriesOf(state, i18n.value, 'sites');
    const unplaced = state.visibleSites.value.filter(({ position }) => position === null);
    expect(left).toEqual(unplaced.map((site) => i18n.value.name(site)));
    expect(subjects.length + left.length).toBe(state.visibleSites.value.length);
  });

  it('has nothing of own areas where there are none', () => {
    const { state, i18n } = makeApp();
    expect(seriesOf(state, i18n.value, 'areas')).toEqual({ subjects: [], left: [], beyond: 0 });
  });
});

const subject = (id: string, west: number): Subject => ({
  id,
  name: id.toUpperCase(),
  box: [west, 23, west + 0.1, 23.01],
  sites: null,
  unplaced: 0,
});

describe('seriesSheets', () => {
  it('begins with an index of the ground of all', () => {
    const [index, ...sheets] = seriesSheets(WANTED, [subject('a', 113), subject('b', 113.2)]);
    expect(sheets.map(({ n, isCut, shot }) => [n, isCut, shot.look?.denominator])).toEqual([
      [1, false, 75_000],
      [2, false, 75_000],
    ]);
    expect(index?.n).toBe(0);
    const all = index === undefined ? null : groundOfShot(index.shot);
    for (const { shot } of sheets) {
      const [west, south, east, north] = groundOfShot(shot) ?? [0, 0, 0, 0];
      expect(west).toBeGreaterThan(all?.[0] ?? 0);
      expect(south).toBeGreaterThan(all?.[1] ?? 0);
      expect(east).toBeLessThan(all?.[2] ?? 0);
      expect(north).toBeLessThan(all?.[3] ?? 0);
    }
  });

  it('says which are cut where all have one scale', () => {
    const sheets = seriesSheets({ ...WANTED, denominator: 40_000 }, [subject('a', 113)]);
    expect(sheets.map(({ isCut }) => isCut)).toEqual([false, true]);
  });

  it('has no index of nothing', () => {
    expect(seriesSheets(WANTED, [])).toEqual([]);
  });
});

describe('singleSheet', () => {
  it('is as the map shows it, or at a scale where the map is', () => {
    expect(singleSheet(WANTED, [113, 23]).shot.look).toBeNull();
    const { shot } = singleSheet({ ...WANTED, denominator: 100_000 }, [113, 23]);
    expect(shot.look).toEqual({ centre: [113, 23], denominator: 100_000 });
    // 219 mm are 21.9 km, 0.2137° at 23° N; 154 mm are 15.4 km, 0.1390°.
    const [west = 0, south = 0, east = 0, north = 0] = groundOfShot(shot) ?? [];
    expect(east - west).toBeCloseTo(0.2136, 3);
    expect(north - south).toBeCloseTo(0.139, 3);
  });
});

describe('the index', () => {
  it('lists the sheets with their scales, and what has none', () => {
    const { i18n } = makeApp('lang=en');
    const sheets = seriesSheets(WANTED, [subject('a', 113)]);
    expect(indexItems(i18n.value, sheets, { left: ['C', 'D'], beyond: 3 }).map(({ label }) => label)).toEqual([
      '1  A · 1:75,000',
      'Without a sheet, since they have no position (2): C, D',
      '3 more have no sheet: a series has 120 at most. Filter, and print the rest by itself.',
    ]);
  });

  it('writes no number over another', () => {
    const box = [10, 10, 40, 30] as const;
    const places = numberPlaces([1, 2, 3].map((n) => ({ n, box })));
    expect(places).toHaveLength(3);
    for (const [i, [x, y]] of places.entries())
      for (const [a, b] of places.slice(i + 1)) expect(Math.hypot(a - x, b - y)).toBeGreaterThanOrEqual(4.2);
  });
});

describe('shownWords', () => {
  it('says what stands out, what is not there, and what reaches beyond the sheet', () => {
    const { state, i18n } = makeApp('lang=en');
    const [, sheet] = seriesSheets({ ...WANTED, denominator: 10_000 }, [
      { ...subject('a', 113), sites: ['x', 'y'], unplaced: 1 },
    ]);
    if (sheet === undefined) throw new Error('no sheet');
    expect(shownWords(i18n.value, state, sheet, 'all')).toBe(
      '“A” stands out, 2 points; filter: none. All else is pale. · 1 of its records has no position · “A” reaches beyond the sheet at this scale',
    );
  });
});

describe('nextFit', () => {
  it('sets what does not fit smaller, then goes on elsewhere', () => {
    expect(nextFit('plain', 20, 20)).toEqual({ step: 'done', dense: false, shown: 20 });
    expect(nextFit('plain', 14, 20)).toEqual({ step: 'dense' });
    expect(nextFit('dense', 20, 20)).toEqual({ step: 'done', dense: true, shown: 20 });
    expect(nextFit('dense', 18, 20)).toEqual({ step: 'cutting' });
    expect(nextFit('cutting', 17, 20)).toEqual({ step: 'done', dense: true, shown: 17 });
    // What is larger than a sheet is cut, for the rest must go on.
    expect(nextFit('cutting', 0, 20)).toEqual({ step: 'done', dense: true, shown: 1 });
  });
});

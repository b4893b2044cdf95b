import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../src/domain/chart-layout.ts';
import type { LineChart } from '../../src/domain/line-layout.ts';
import { lineOfCluster, lineOfSite, MOST_ROWS, runsOf, spanOf } from '../../src/domain/line-of-time.ts';
import { byEms } from '../../src/domain/stage-layout.ts';
import { testBase } from '../fixtures/data.ts';

const { sites } = await testBase();
const [first] = sites;
const siteOf = (milestones: object[]) => ({ ...first, milestones }) as never;

describe('a date on the line', () => {
  it('is as long as it is coarse', () => {
    expect(spanOf('2021')).toEqual({ from: 2021, to: 2022 });
    expect(spanOf('2021-07')).toEqual({ from: 2021.5, to: 2021.5 + 1 / 12 });
    const day = spanOf('2021-07-01');
    expect(day.to - day.from).toBeLessThan(0.01);
  });
});

describe('the line of time of a record', () => {
  const source = 's';
  const line = lineOfSite(
    siteOf([
      { event: 'started', plannedDate: '2019', source },
      { event: 'started', date: '2020-04', source },
      { event: 'operating', plannedDate: '2027-03', source },
      { event: 'seen', state: 'operating', date: '2023', source },
      { event: 'ended', date: '2024', source, withdrawn: { date: '2025', source } },
    ]),
    2025,
  );

  it('has plans beside what came, and goes on to what is planned for later', () => {
    const [, started, operating] = line.rows;
    expect(started?.marks.map(({ planned }) => planned)).toEqual([true, false]);
    expect(operating?.marks).toEqual([{ ...spanOf('2027-03'), planned: true }]);
    expect(line.end).toBe(2028);
  });

  it('says of every year how it stood at its end, and does not know what nothing is known of', () => {
    expect(runsOf(line.rows[0]?.states ?? [], line.first)).toEqual([
      { status: 'unknown', from: 2018, to: 2019 },
      { status: 'under-construction', from: 2020, to: 2022 },
      { status: 'operating', from: 2023, to: 2025 },
    ]);
  });

  it('shows nothing of what was withdrawn', () => {
    expect(line.rows).toHaveLength(3);
  });

  it('begins with the first date where that is before the first year', () => {
    const early = lineOfSite(siteOf([{ event: 'started', date: '2007-08', source }]), 2025);
    expect(early.first).toBe(2007);
    expect(early.rows[0]?.states).toHaveLength(2025 - 2007 + 1);
  });
});

describe('the line of time of a cluster', () => {
  it('has its records, the earliest first, and says how many found no room', () => {
    const line = lineOfCluster(sites, 'auto', 2025);
    const records = sites.filter(({ industryCluster, parent }) => industryCluster === 'auto' && parent === null);
    expect((line?.rows.length ?? 0) + (line?.more ?? 0)).toBe(records.length);
    expect(line?.rows.length).toBeLessThanOrEqual(MOST_ROWS);
    expect(lineOfCluster([], 'auto', 2025)).toBeNull();
  });
});

describe('the layout of a line of time', () => {
  const chart: LineChart = {
    ...{ form: 'line', title: '时间线', from: 2018, to: 2026, lit: null, note: '' },
    rows: [
      {
        ...{ name: '每年年底', said: '', spoken: '2018–2020: 不明', marks: [] },
        stretches: [
          { from: 2018, to: 2021, look: 'unknown' },
          { from: 2021, to: 2026, look: 'fill' },
        ],
      },
      {
        ...{ name: '开工', said: '2019年 · 计划2018年', spoken: '', stretches: [] },
        marks: [{ from: 2019, to: 2020, planned: false }],
      },
    ],
    keys: [
      { look: 'fill', name: '运行' },
      { look: 'unknown', name: '不明' },
    ],
  };
  const at = { x: 10, y: 20, w: 590 };

  it('keeps within its width, and gives unknown years no bar but a question mark', () => {
    const { rows, swatches } = layoutChart(chart, at, 10, byEms);
    const [, states] = rows;
    for (const { rects } of rows)
      for (const rect of rects) {
        expect(rect.x).toBeGreaterThanOrEqual(at.x - 0.01);
        expect(rect.x + rect.w).toBeLessThanOrEqual(at.x + at.w + 0.01);
      }
    expect(states?.rects.map(({ look }) => look)).toEqual(['line', 'fill']);
    expect(states?.texts.flatMap(({ lines }) => lines)).toContain('?');
    expect(states?.spoken).toBe('2018–2020: 不明');
    expect(swatches.map(({ look }) => look)).toEqual(['fill']);
  });
});

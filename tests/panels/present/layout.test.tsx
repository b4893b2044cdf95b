import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/domain/chart-parts.ts';
import { stageFrame } from '../../../src/domain/stage-frame.ts';
import { byEms, layoutColumn, type StopContent } from '../../../src/domain/stage-layout.ts';
import { emsOf } from '../../../src/domain/tour.ts';
import { chartRefOf, chartRows } from '../../../src/domain/tour-chart.ts';
import type { Tour, TourStop } from '../../../src/domain/tour-schema.ts';
import { saidOf } from '../../../src/panels/present/said.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp } from '../../fixtures/app.tsx';

const SIZES = [
  [1920, 1080],
  [1280, 720],
  [1024, 768],
  [600, 900],
] as const;
const CLUSTERS = ['装备制造', '泛家居', '汽车及新能源', '军民融合及电子信息', '智能制造装备及机器人', '新材料'];

const isWithin = (inner: Box, outer: Box) =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.w <= outer.x + outer.w + 0.5 &&
  inner.y + inner.h <= outer.y + outer.h + 0.5;
const isApart = (a: Box, b: Box) =>
  a.x + a.w <= b.x + 0.5 || b.x + b.w <= a.x + 0.5 || a.y + a.h <= b.y + 0.5 || b.y + b.h <= a.y + 0.5;

const toursOf = (lang: string) => {
  const app = makeApp(`lang=${lang}`);
  app.need.statistics();
  const { overview, policy, clusters, districts } = presentationOf(app).builtIn.value;
  const chosen = clusters.filter(({ id }) => /-(auto|food)$/.test(id));
  return { app, tours: [overview, policy, ...chosen, ...districts.filter(({ id }) => id.endsWith('-shunde'))] };
};

/** With a legend as long as any: eight classes and both remarks. */
function contentOf(app: ReturnType<typeof makeApp>, tour: Tour, stop: TourStop): StopContent {
  const { selection, clusters, clause } = stop.show;
  const long = selection === null && clusters === null && clause === null;
  return {
    ...saidOf(app, tour, stop),
    legend: long ? CLUSTERS : CLUSTERS.slice(0, 1),
    remarks: ['Pale: all others'],
    ...{ foot: [], mark: '' },
  };
}

describe.each(['zh-Hans', 'en'])('every stop in %s', (lang) => {
  const { app, tours } = toursOf(lang);

  it.each(SIZES)('has all its words in its room, apart and large enough, at %i × %i', (width, height) => {
    for (const tour of tours)
      for (const stop of tour.stops) {
        const name = `${tour.id}/${stop.id}`;
        const content = contentOf(app, tour, stop);
        const ref = chartRefOf(stop);
        const rows = ref === null ? 0 : chartRows(ref, presentationOf(app).world.value, app.state.statistics.value);
        const { inner, unit, column } = stageFrame(width, height, {
          ems: emsOf(content.quote?.text ?? ''),
          chart: ref === null ? null : { kind: ref.kind, rows },
        });
        const layout = layoutColumn(content, inner, unit);
        const { blocks, chart, legend } = layout;
        expect(layout.fits, name).toBe(true);
        for (const block of blocks) {
          expect(isWithin(block, inner), `${name} ${block.role}`).toBe(true);
          for (const line of block.lines) {
            // A sign that ends a line may hang over its end, within the column.
            const wide = byEms(line, block.size, block.weight);
            expect(block.x + wide, `${name} ${line}`).toBeLessThanOrEqual(column.x + column.w);
          }
        }
        const boxes = [...blocks, ...legend.map(({ text }) => text), ...(chart === null ? [] : [chart])];
        boxes.forEach((a, at) => {
          for (const b of boxes.slice(at + 1)) expect(isApart(a, b), `${name} ${JSON.stringify([a, b])}`).toBe(true);
        });
        for (const part of chart?.rows.flatMap(({ texts, rects }) => [...texts, ...rects]) ?? [])
          expect(isWithin(part, inner), `${name} chart`).toBe(true);
        // What a stop counts is seen: its chart goes only where words would be too small beside it.
        expect(chart === null, name).toBe(content.chart === null);
        const sizeOf = (role: string) => blocks.find((block) => block.role === role)?.size ?? Number.POSITIVE_INFINITY;
        const lines = Math.min(width, height);
        expect(sizeOf('title'), name).toBeGreaterThanOrEqual(Math.max(16, lines * 0.022));
        expect(sizeOf('words'), name).toBeGreaterThanOrEqual(Math.max(11, lines * 0.016));
        // An upright screen is read from near, and gives a long clause most of its height.
        const least = height > width ? (16 * height) / 900 : Math.max(11, lines * 0.014);
        expect(sizeOf('quote'), name).toBeGreaterThanOrEqual(least);
        expect(sizeOf('source'), name).toBeGreaterThanOrEqual(7);
      }
  });
});

describe('a long clause beside the map', () => {
  const long = { ems: 450, chart: null };
  it('has a broader column where the map has width to spare, and the map is no narrower than high', () => {
    const [plain, read] = [stageFrame(1280, 720), stageFrame(1280, 720, long)];
    expect(read.inner.w).toBeGreaterThan(plain.inner.w * 1.2);
    expect(read.room.w).toBeGreaterThanOrEqual(0.9 * 720);
    expect(stageFrame(1280, 720, { ems: 100, chart: null })).toEqual(plain);
    expect(stageFrame(1024, 768, long)).toEqual(stageFrame(1024, 768));
  });

  it('has more of an old projector’s screen, whose column is as broad at every stop', () => {
    const share = (width: number, height: number) => stageFrame(width, height).column.w / width;
    expect(share(1024, 768)).toBeGreaterThan(share(1280, 720) + 0.08);
    expect(share(1920, 1080)).toBeCloseTo(share(1280, 720), 5);
  });
});

describe('an upright screen', () =>
  it('has a chart of many rows under the words and their short figure, and bars where no pyramid fits', () => {
    const said = {
      ...{ tour: 'Tour', title: 'Shunde', words: 'Two records', quote: null, image: null, remarks: [], source: 'S' },
      ...{ figure: { value: '1–2', label: 'records', known: true }, legend: [], foot: [], mark: '' },
    };
    const pyramid = {
      ...{ form: 'pyramid' as const, title: 'Records', lit: null, note: '', said: Array(9).fill('1') },
      categories: Array(9).fill('Telecommunicationsequipmentmaking'),
      series: [{ key: 'count' as const, name: 'Records', values: Array(9).fill(1) }],
      tiers: [2, 2, 4, 1].map((count) => ({ name: '', count })),
    };
    const { inner, unit } = stageFrame(600, 900, { ems: 0, chart: { kind: 'bars', rows: 9 } });
    const parted = {
      ...said,
      figure: { ...said.figure, value: 'over 300 billion yuan' },
      chart: { ...pyramid, categories: Array(9).fill('Vehicles') },
    };
    const { chart: wide, blocks: words } = layoutColumn(
      { ...parted, chart: { ...parted.chart, form: 'bars', tiers: [] } },
      inner,
      unit,
    );
    expect(wide?.w).toBeCloseTo(inner.w, 0);
    expect(words.find(({ role }) => role === 'value')?.lines).toEqual(['over 300', 'billion yuan']);
    const { chart, blocks } = layoutColumn({ ...said, chart: pyramid }, inner, unit);
    expect(chart?.w).toBeCloseTo(inner.w, 0);
    expect(new Set(chart?.rows.map(({ rects }) => rects[0]?.x)).size).toBe(1);
    const [title, value] = ['title', 'value'].map((role) => blocks.find((block) => block.role === role));
    expect(value?.x).toBeGreaterThan((title?.x ?? 0) + (title?.w ?? 0));
    expect(chart?.y).toBeGreaterThan(value?.y ?? 0);
  }));

describe('a low and broad room', () => {
  const content: StopContent = {
    ...{
      tour: '逐条看文件',
      title: '“2+2+4”实施意见',
      words: '这份文件有22条：目标、集群、任务和保障。\n佛山市人民政府',
    },
    ...{ quote: null, figure: { value: '22', label: '条', known: true }, image: null, chart: null },
    ...{ legend: CLUSTERS, remarks: [], source: '来源', foot: [], mark: '' },
  };

  it('has the figure beside the words rather than both small, and the legend in as many columns as hold its names', () => {
    const { inner, unit } = stageFrame(600, 900);
    const low = layoutColumn(content, { ...inner, h: inner.h * 0.8 }, unit);
    const [title, value] = ['title', 'value'].map((role) => low.blocks.find((block) => block.role === role));
    expect(value?.x).toBeGreaterThan((title?.x ?? 0) + (title?.w ?? 0));
    expect(low.rule?.h).toBeGreaterThan(low.rule?.w ?? 0);
    expect(low.step).toBeGreaterThan(0.68);
    expect(new Set(low.legend.map(({ sign }) => sign.y)).size).toBeLessThanOrEqual(2);
    const high = layoutColumn(content, { ...inner, w: inner.h, h: inner.w }, unit);
    expect(high.blocks.find(({ role }) => role === 'value')?.x).toBe(inner.x);
  });
});

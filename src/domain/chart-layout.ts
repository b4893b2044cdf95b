/**
 * Where the parts of a stop's chart stand: one answer for the stage, a picture, a film, a handout and slides. All in
 * pixels from the top left of what the chart is drawn on. Pure.
 */
import {
  type At,
  BAR,
  type Box,
  breakLines,
  type ChartParts,
  type ChartRect,
  type ChartText,
  evenLines,
  GAP,
  LEADING,
  type Measure,
  type Rows,
  TYPE,
  textAt,
} from './chart-parts.ts';
import { type LineChart, lineRows } from './line-layout.ts';
import type { Series } from './tour-chart.ts';

/** Bars, shares or the pyramid, with the names of their parts. */
export interface ValueChart {
  readonly form: 'bars' | 'shares' | 'pyramid';
  /** What it counts, with its unit. */
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly key: Series;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
  /** What stands at the end of each row. */
  readonly said: readonly string[];
  /** Of the pyramid: names of the tiers, the highest first, and how many categories stand in each; else empty. */
  readonly tiers: readonly { readonly name: string; readonly count: number }[];
  readonly lit: number | null;
  /** What of it is only a bound, and what is not known; empty where all is exact and known. */
  readonly note: string;
}

export interface TableChart {
  readonly form: 'table';
  readonly title: string;
  readonly columns: readonly string[];
  /** The first cell names the row. */
  readonly rows: readonly (readonly string[])[];
  readonly lit: number | null;
  readonly note: string;
}

export type NamedChart = ValueChart | TableChart | LineChart;

/** Rows with values, which are bars, shares or blocks. */
export const isValued = (chart: NamedChart): chart is ValueChart => chart.form !== 'table' && chart.form !== 'line';

/** Certain and possible records in one bar; other series stand beside each other. */
export const isStacked = (chart: NamedChart): boolean =>
  isValued(chart) && chart.series.some(({ key }) => key === 'open');

export interface ChartLayout extends Box {
  readonly title: readonly ChartText[];
  readonly swatches: readonly ChartRect[];
  /** One for each category, or each row of a table, in reading order. */
  readonly rows: readonly (ChartParts & {
    readonly lit: boolean;
    /** What the row shows without words, for who cannot see it; empty where its texts say all. */
    readonly spoken: string;
  })[];
  readonly note: ChartText | null;
}

const STACKED = 1.5;
/** Shares of the width: of names at most, of bars at least. */
const NAMES = 0.48;
const BARS = 0.2;

/** A chart in a width. @param unit px that its type is a multiple of. @param room px of height that may be used up */
export function layoutChart(
  chart: NamedChart,
  at: { readonly x: number; readonly y: number; readonly w: number },
  unit: number,
  measure: Measure,
  room = 0,
): ChartLayout {
  const head = headOf(chart, at, unit, measure);
  const top = head.bottom + GAP.title * unit;
  const body =
    chart.form === 'table'
      ? tableRows(chart, at, top, unit, measure)
      : chart.form === 'pyramid'
        ? pyramidRows(chart, at, top, unit, measure)
        : chart.form === 'line'
          ? lineRows(chart, at, top, unit, measure)
          : barRows(chart, at, top, unit, measure);
  const noteLines = chart.note === '' ? [] : breakLines(chart.note, at.w, TYPE.note * unit, 400, measure);
  const noteHeight = noteLines.length === 0 ? 0 : noteLines.length * TYPE.note * unit * LEADING + GAP.note * unit;
  const height = body.bottom + noteHeight - at.y;
  // Rows stand wider apart where there is room, up to twice their height.
  const spare = Math.max(0, Math.min(room - height, body.bottom - top));
  const spread = body.rows.length < 2 || chart.form === 'pyramid' ? 0 : spare / body.rows.length;
  const isTable = chart.form === 'table';
  // The first row names the columns, or the years.
  const offset = isValued(chart) ? 0 : 1;
  const rows = body.rows.map((row, n) => ({
    spoken: chart.form === 'line' ? (chart.rows[n - offset]?.spoken ?? '') : '',
    lit: n >= offset && (chart.lit === null || chart.lit === n - offset),
    texts: row.texts.map((text) => ({ ...text, y: text.y + spread * n })),
    // The line under a row of a table stands in the middle of what parts it from the next.
    rects: row.rects.map((rect) => ({
      ...rect,
      y: rect.y + spread * (n + (isTable && n + 1 < body.rows.length ? 0.5 : 0)),
    })),
  }));
  const bottom = body.bottom + spread * Math.max(0, rows.length - 1);
  const note =
    noteLines.length === 0
      ? null
      : textAt(noteLines, at.x, bottom + GAP.note * unit, at.w, TYPE.note * unit, { tone: 'muted' });
  return {
    ...{ x: at.x, y: at.y, w: at.w, h: bottom + noteHeight - at.y },
    ...{ title: head.texts, swatches: head.rects, rows, note },
  };
}

/** The title, and behind it what each series is. */
function headOf(chart: NamedChart, { x, y, w }: At, unit: number, measure: Measure): ChartParts & { bottom: number } {
  const size = TYPE.title * unit;
  const lines = evenLines(chart.title, w, size, 400, measure);
  const texts = [textAt(lines, x, y, w, size, { tone: 'muted' })];
  const rects: ChartRect[] = [];
  let bottom = y + lines.length * size * LEADING;
  const keys =
    chart.form === 'line'
      ? chart.keys
      : isValued(chart) && chart.series.length > 1
        ? chart.series.map(({ key, name }) => ({ look: lookOf(key, true), name }))
        : [];
  if (keys.length > 0) {
    let left = x + measure(lines.at(-1) ?? '', size, 400) + 1.6 * unit;
    const wideOf = ({ name }: { readonly name: string }) => 2.2 * unit + measure(name, size, 400);
    const all = keys.reduce((sum, key) => sum + wideOf(key), (keys.length - 1) * 1.6 * unit);
    // They stay together where a line of their own holds them.
    if (left + all > x + w && all <= w) {
      left = x;
      bottom += size * LEADING;
    }
    for (const { look, name } of keys) {
      const wide = wideOf({ name });
      if (left + wide > x + w && left > x) {
        left = x;
        bottom += size * LEADING;
      }
      const line = bottom - size * LEADING;
      const box = { x: left, y: line + 0.65 * unit, w: 1.6 * unit, h: BAR * unit };
      if (look === 'unknown')
        texts.push(textAt(['?'], left, line, 1.6 * unit, size, { tone: 'muted', align: 'middle' }));
      else rects.push({ ...box, look });
      texts.push(textAt([name], left + 2.2 * unit, line, measure(name, size, 400) + 1, size, { tone: 'muted' }));
      left += wide + 1.6 * unit;
    }
  }
  return { texts, rects, bottom };
}

const lookOf = (key: Series, lit: boolean): ChartRect['look'] => {
  const outlined = key === 'actual' || key === 'open';
  if (lit) return outlined ? 'outline' : 'fill';
  return outlined ? 'pale-outline' : 'pale';
};

function barRows(chart: ValueChart, { x, w }: At, top: number, unit: number, measure: Measure): Rows {
  const size = TYPE.row * unit;
  const gap = GAP.column * unit;
  const stacked = isStacked(chart);
  const weightOf = (n: number) => (chart.lit === null || chart.lit === n ? 600 : 400);
  const widest = (words: readonly string[]) => Math.max(0, ...words.map((said) => measure(said, size, 600)));
  const saidW = Math.min(widest(chart.said) + 1, w * (1 - BARS - NAMES / 2));
  const nameW = Math.min(widest(chart.categories) + 1, w * NAMES, w * (1 - BARS) - saidW - 2 * gap);
  const barsW = w - nameW - saidW - 2 * gap;
  const sums = chart.categories.map((_, n) => {
    const values = chart.series.map(({ values: all }) => all[n] ?? 0);
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  const most = Math.max(...sums, 1);
  let y = top;
  const rows = chart.categories.map((name, n): ChartParts => {
    const weight = weightOf(n);
    const lit = weight === 600;
    const tone = lit ? 'ink' : 'muted';
    const names = evenLines(name, nameW, size, weight, measure);
    const bars = stacked ? STACKED * unit : chart.series.length * BAR * unit + chart.series.length - 1;
    const height = Math.max(names.length * size * LEADING, size * LEADING, bars);
    const middle = (h: number) => y + (height - h) / 2;
    let left = x + nameW + gap;
    const rects = chart.series.flatMap(({ key, values }, at): ChartRect[] => {
      const wide = (barsW * (values[n] ?? 0)) / most;
      if (wide <= 0) return [];
      const rect = stacked
        ? { x: left, y: middle(bars), w: wide, h: bars }
        : { x: left, y: middle(bars) + at * (BAR * unit + 1), w: wide, h: BAR * unit };
      if (stacked) left += wide;
      return [{ ...rect, look: lookOf(key, lit) }];
    });
    const texts = [
      textAt(names, x, middle(names.length * size * LEADING), nameW, size, { weight, tone }),
      textAt([chart.said[n] ?? ''], x + w - saidW, middle(size * LEADING), saidW, size, { weight, tone }),
    ];
    y += height + GAP.row * unit;
    return { texts, rects };
  });
  return { rows, bottom: y - GAP.row * unit };
}

/** Tiers of equal blocks, the highest first and alone at the top, so that they stand on one another. */
function pyramidRows(chart: ValueChart, { x, w }: At, top: number, unit: number, measure: Measure): Rows {
  const size = TYPE.row * unit;
  const gap = 0.5 * unit;
  const inset = 0.6 * unit;
  const most = Math.max(1, ...chart.tiers.map(({ count }) => count));
  const block = (w - gap * (most - 1)) / most;
  const rows: ChartParts[] = [];
  let [y, first] = [top, 0];
  for (const { name, count } of chart.tiers) {
    const tier = TYPE.tier * unit;
    const heading = breakLines(name, w, tier, 400, measure);
    // What serves several clusters is the ground of them all.
    const one = name === '' && count === 1 ? w : block;
    const wide = count * one + (count - 1) * gap;
    const left = x + (w - wide) / 2;
    const shown = chart.categories.slice(first, first + count);
    const names = shown.map((each) => evenLines(each, one - 2 * inset, size, 600, measure));
    const high = Math.max(1, ...names.map((lines) => lines.length)) * size * LEADING + size * LEADING + 2 * inset;
    const texts = [textAt(heading, x, y, w, tier, { tone: 'muted', align: 'middle' })];
    if (heading.length > 0) y += heading.length * tier * LEADING + 0.3 * unit;
    names.forEach((lines, n) => {
      const at = first + n;
      const lit = chart.lit === null || chart.lit === at;
      const place = { x: left + n * (one + gap), w: one };
      const tone = lit ? 'on-accent' : 'ink';
      rows.push({
        rects: [{ ...place, y, h: high, look: lit ? 'fill' : 'outline' }],
        texts: [
          ...(n === 0 ? texts : []),
          textAt(lines, place.x + inset, y + inset, one - 2 * inset, size, { weight: 600, tone, align: 'middle' }),
          textAt([chart.said[at] ?? ''], place.x + inset, y + high - inset - size * LEADING, one - 2 * inset, size, {
            ...{ tone, align: 'middle' },
          }),
        ],
      });
    });
    y += high + 0.8 * unit;
    first += count;
  }
  return { rows, bottom: y - 0.8 * unit };
}

function tableRows(chart: TableChart, { x, w }: At, top: number, unit: number, measure: Measure): Rows {
  const size = TYPE.row * unit;
  const gap = GAP.column * unit;
  const all = [chart.columns, ...chart.rows];
  const wished = chart.columns.map((_, column) =>
    Math.max(...all.map((row) => measure(row[column] ?? '', size, 600) + 1)),
  );
  const widths = shared(wished, w - gap * (chart.columns.length - 1));
  let y = top;
  const rows = all.map((row, n): ChartParts => {
    const head = n === 0;
    const lit = !head && (chart.lit === null || chart.lit === n - 1);
    let left = x;
    const texts = row.map((cell, column): ChartText => {
      const weight = head || column > 0 ? 400 : lit ? 600 : 400;
      const wide = widths[column] ?? 0;
      const lines = evenLines(cell, wide, size, weight, measure);
      const text = textAt(lines, left, y, wide, size, { weight, tone: lit ? 'ink' : 'muted' });
      left += wide + gap;
      return text;
    });
    const height = Math.max(...texts.map(({ h }) => h), size * LEADING);
    const line = { x, y: y + height + 0.3 * unit, w, h: Math.max(1, 0.1 * unit), look: 'line' } as const;
    y += height + GAP.row * unit;
    return { texts, rects: [line] };
  });
  return { rows, bottom: y };
}

/** Widths that add up to a room: who wants less than a fair share gets it, the others share what is left. */
export function shared(wished: readonly number[], room: number): number[] {
  const given = new Map<number, number>();
  let [left, open] = [room, wished.map((_, at) => at)];
  for (;;) {
    const fair = left / Math.max(1, open.length);
    const modest = open.filter((at) => (wished[at] ?? 0) <= fair);
    if (modest.length === 0) {
      for (const at of open) given.set(at, fair);
      break;
    }
    for (const at of modest) {
      given.set(at, wished[at] ?? 0);
      left -= wished[at] ?? 0;
    }
    open = open.filter((at) => !modest.includes(at));
    if (open.length === 0) break;
  }
  return wished.map((_, at) => given.get(at) ?? 0);
}

/** Where the parts of a line of time stand. Pixels from the top left of what it is drawn on. Pure. */
import {
  type At,
  BAR,
  breakLines,
  type ChartParts,
  type ChartRect,
  type ChartText,
  GAP,
  LEADING,
  type LineLook,
  type Measure,
  type Rows,
  TYPE,
  textAt,
} from './chart-parts.ts';

/** Rows over years: how each stood, and what was planned beside what came. */
export interface LineChart {
  readonly form: 'line';
  readonly title: string;
  /** The years of the line; a place on it is a year and its part. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly {
    readonly name: string;
    /** Small beneath the name; may be empty. */
    readonly said: string;
    /** All of the row in words, for who cannot see it. */
    readonly spoken: string;
    readonly stretches: readonly { readonly from: number; readonly to: number; readonly look: LineLook }[];
    readonly marks: readonly { readonly from: number; readonly to: number; readonly planned: boolean }[];
  }[];
  /** What looks mean, those that are drawn. */
  readonly keys: readonly { readonly look: LineLook; readonly name: string }[];
  readonly lit: number | null;
  readonly note: string;
}

/** Share of the width that names take. */
const NAMES = 0.36;
/** Of a mark, so that a day is seen. */
const LEAST_MARK = 0.5;

/** The years first, then a row each: its name, how it stood, and beneath that plans beside what came. */
export function lineRows(chart: LineChart, { x, w }: At, top: number, unit: number, measure: Measure): Rows {
  const size = TYPE.row * unit;
  const small = TYPE.note * unit;
  const nameW = w * NAMES;
  const left = x + nameW + GAP.column * unit;
  const lineW = x + w - left;
  const years = Math.max(1, chart.to - chart.from);
  const place = (year: number) => left + (lineW * (year - chart.from)) / years;
  const head = yearsAbove(chart, place, top, unit, measure);
  let y = top + small * LEADING + GAP.row * unit;
  const rows = chart.rows.map(({ name, said, stretches, marks }, n): ChartParts => {
    const lit = chart.lit === null || chart.lit === n;
    const [weight, tone] = lit ? ([600, 'ink'] as const) : ([400, 'muted'] as const);
    const names = textAt(breakLines(name, nameW, size, weight, measure), x, y, nameW, size, { weight, tone });
    const saying = said === '' ? [] : breakLines(said, nameW, small, 400, measure);
    const below = textAt(saying, x, y + names.h, nameW, small, { tone: 'muted' });
    const lanes = [stretches.length > 0 ? 1.3 * unit : 0, marks.length > 0 ? BAR * unit : 0] as const;
    const lanesH = lanes[0] + lanes[1] + (lanes[0] > 0 && lanes[1] > 0 ? 0.25 * unit : 0);
    const height = Math.max(names.h + below.h, lanesH, size * LEADING);
    // Beside the first line of the name.
    const from = y + Math.max(0, (Math.min(height, size * LEADING) - lanesH) / 2);
    const states = stretches.map((stretch) => stretchAt(stretch, place, from, lanes[0], unit));
    const rects = [
      ...states.flatMap(({ rects: all }) => all),
      ...marks.map(
        ({ from: start, to, planned }): ChartRect => ({
          x: place(start),
          y: from + lanesH - lanes[1],
          w: Math.max(LEAST_MARK * unit, place(to) - place(start)),
          h: lanes[1],
          look: planned ? 'outline' : 'fill',
        }),
      ),
    ];
    y += height + GAP.row * unit;
    return { rects, texts: [names, ...(saying.length === 0 ? [] : [below]), ...states.flatMap(({ texts }) => texts)] };
  });
  return { rows: [head, ...rows], bottom: y - GAP.row * unit };
}

/** As many years as there is room for, each over the beginning of its own. */
function yearsAbove(
  { from, to }: LineChart,
  place: (year: number) => number,
  top: number,
  unit: number,
  measure: Measure,
): ChartParts {
  const size = TYPE.note * unit;
  const wide = measure('2000', size, 400) + 0.6 * unit;
  const step = Math.max(1, Math.ceil(wide / Math.max(1, place(from + 1) - place(from))));
  const shown = Array.from({ length: Math.ceil((to - from) / step) }, (_, at) => from + at * step);
  return {
    texts: shown
      .filter((year) => place(year) + wide <= place(to) + 0.6 * unit)
      .map((year) => textAt([String(year)], place(year), top, wide, size, { tone: 'muted' })),
    rects: [
      {
        x: place(from),
        y: top + size * LEADING + 0.1 * unit,
        w: place(to) - place(from),
        h: Math.max(1, 0.1 * unit),
        look: 'line',
      },
    ],
  };
}

/** A stretch of years of one state; of an unknown one a question mark over a thin line. */
function stretchAt(
  { from, to, look }: LineChart['rows'][number]['stretches'][number],
  place: (year: number) => number,
  y: number,
  h: number,
  unit: number,
): ChartParts {
  const gap = 0.1 * unit;
  const box = { x: place(from) + gap / 2, w: Math.max(1, place(to) - place(from) - gap) };
  if (look !== 'unknown') return { rects: [{ ...box, y, h, look }], texts: [] };
  const size = TYPE.note * unit;
  const mark: ChartText = textAt(['?'], box.x, y + (h - size * LEADING) / 2, box.w, size, {
    tone: 'muted',
    align: 'middle',
  });
  return { rects: [{ ...box, y: y + h, h: Math.max(1, 0.1 * unit), look: 'line' }], texts: [mark] };
}

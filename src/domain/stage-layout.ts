/**
 * How a stop is laid out: one function of its words, the size and a measure of text stands behind the stage, the
 * picture, the film, the handout and the slides, so that what a room saw is what is printed. Pixels from the top left.
 * Pure.
 */
import { type ChartLayout, layoutChart, type NamedChart } from './chart-layout.ts';
import { type Box, type Measure, unorphaned } from './chart-parts.ts';
import { type LegendPlace, legendAbove, type SetText } from './stage-legend.ts';
import { TITLE, titleLines, titlePx, valueLines } from './stage-title.ts';
import { emsOf } from './tour.ts';

/** Everything that a stop says, in one language. */
export interface StopContent {
  readonly tour: string;
  readonly title: string;
  readonly words: string;
  /** Verbatim words of a clause; null where the stop shows none. */
  readonly quote: Quote | null;
  readonly figure: { readonly value: string; readonly label: string; readonly known: boolean } | null;
  /** A picture of the author's own. */
  readonly image: ShownImage | null;
  readonly chart: NamedChart | null;
  /** Of each sign of the legend. */
  readonly legend: readonly string[];
  /** What the legend says without a sign. */
  readonly remarks: readonly string[];
  readonly source: string;
  /** What a picture that leaves must carry, small at its foot, and its mark; empty on the stage, which has them elsewhere. */
  readonly foot: readonly string[];
  readonly mark: string;
}

export interface ShownImage {
  /** As the address of a picture holds it. */
  readonly data: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface Quote {
  readonly text: string;
  /** As the document has it; else what it says in short. */
  readonly verbatim: boolean;
  /** What it names: offsets from where to where, in order, apart. */
  readonly named: readonly (readonly [start: number, end: number])[];
}

export type Role = 'tour' | 'title' | 'words' | 'quote' | 'value' | 'label' | 'remarks' | 'source' | 'foot' | 'mark';

/** With what is said in it. */
export interface TextBlock extends SetText {
  readonly role: Role;
}

export interface ColumnLayout {
  readonly blocks: readonly TextBlock[];
  /** The line above the figure; null without one. */
  readonly rule: Box | null;
  /** Null where the stop has none. */
  readonly image: Box | null;
  /** Null where the stop has none, or there is no room for it. */
  readonly chart: ChartLayout | null;
  readonly legend: readonly LegendPlace[];
  /** Px that type and spaces are multiples of, after it stepped down; and the share of the full size. */
  readonly unit: number;
  readonly step: number;
  /** Whether all that must be said is in its room. */
  readonly fits: boolean;
}

/** Width by ems: for where nothing is there to measure with. A little too wide rather than too narrow. */
export const byEms: Measure = (text, size, weight) => emsOf(text) * size * (weight >= 600 ? 1.08 : 1.02);

const TYPE = {
  tour: { size: 1.9, weight: 400, leading: 1.35 },
  title: TITLE,
  words: { size: 2.7, weight: 400, leading: 1.45 },
  quote: { size: 3, weight: 400, leading: 1.42 },
  value: { size: 9, weight: 700, leading: 1.1 },
  label: { size: 2.2, weight: 400, leading: 1.35 },
  remarks: { size: 1.9, weight: 400, leading: 1.3 },
  source: { size: 1.5, weight: 400, leading: 1.4 },
  foot: { size: 1.25, weight: 400, leading: 1.35 },
  mark: { size: 1.7, weight: 650, leading: 1.35 },
} as const satisfies Readonly<Record<Role, { size: number; weight: number; leading: number }>>;

/** Units between what stands above one another. */
const GAP = {
  words: 1.8,
  quote: 2.2,
  rule: 3,
  figure: 2.2,
  label: 0.6,
  chart: 2.2,
  foot: 1.4,
  tour: 1.4,
  beside: 4,
};
/** Share of the width that words take beside a chart. */
const SIDE = 0.47;
/** Beside a chart the value needs no more than to be found; what is not known is said, not shouted. */
const BESIDE_CHART = 6;
const UNKNOWN_SIZE = 5;
/** Units of a picture's height: more is not needed, and with less type steps down. */
const IMAGE = { least: 16, most: 44 };

/** Type grows where the column would be half empty, and steps down until all is in its room: words are never cut. */
const STEPS = [1.3, 1.2, 1.1, 1, 0.92, 0.84, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.54, 0.48, 0.42];
/** A chart goes before the words would be smaller than so. */
const SMALLEST_WITH_CHART = 0.68;
const SMALLEST_SOURCE = 0.6;
/** Share of the width that words take beside a figure, where the two have no room above one another. */
const FIGURE_SIDE = 0.56;
/** A short figure stands beside the words before both would be smaller than so. */
const SMALLEST_STACKED = 0.92;
/** Least units of a value beside the words above a chart, in a broad and in a high room; a broad one's chart is rather so small than half as broad. */
const ABOVE = { broad: 2, high: 4.5, step: 0.68 };

/**
 * @param box what the column may fill: nothing stands outside of it
 * @param unit px at the full size
 * @param grows whether type may be larger than its full size
 */
export function layoutColumn(
  content: StopContent,
  box: Box,
  unit: number,
  measure: Measure = byEms,
  grows = true,
): ColumnLayout {
  // A picture has the room that type would grow into.
  const steps = grows && content.image === null ? STEPS : STEPS.filter((step) => step <= 1);
  const plain = { ...content, chart: null };
  const large = steps.filter((each) => each >= SMALLEST_WITH_CHART);
  const isWide = box.w > box.h && content.figure !== null && content.image === null;
  // A short figure loses nothing beside the words.
  const beside = box.w * (1 - FIGURE_SIDE) - GAP.beside * unit;
  const isShort = isWide && measure(content.figure.value, TYPE.value.size * unit, TYPE.value.weight) <= beside;
  const above = standsAbove(content, box, beside, unit, measure);
  const isBroad = ({ step, aside }: { step: number; aside: boolean }) => box.w > box.h && aside && step >= ABOVE.step;
  const tries = [
    ...[content, ...asBars(content)].flatMap((said) =>
      (said.chart === null ? [] : large)
        .flatMap((step) => (above ? [false, true] : [false]).map((aside) => ({ said, step, aside })))
        .sort((a, b) => Number(isBroad(b)) - Number(isBroad(a))),
    ),
    ...large
      .filter((step) => !isShort || step >= SMALLEST_STACKED)
      .map((step) => ({ said: plain, step, aside: false })),
    // Where the room is low, the figure stands beside the words rather than all being small.
    ...(isWide ? steps.map((step) => ({ said: plain, step, aside: true })) : []),
    ...steps.map((step) => ({ said: plain, step, aside: false })),
  ];
  let last: ColumnLayout | null = null;
  for (const { said, step, aside } of tries) {
    last = columnAt(said, box, unit, step, measure, aside);
    if (last.fits) return last;
  }
  return last ?? columnAt(plain, box, unit, 1, measure);
}

/** Whether the value has room beside the words, above a chart: in a broad room in two lines too. */
function standsAbove(
  { figure, image }: StopContent,
  box: Box,
  beside: number,
  unit: number,
  measure: Measure,
): boolean {
  if (figure === null || image !== null) return false;
  const { weight } = TYPE.value;
  if (box.w <= box.h) return measure(figure.value, ABOVE.high * unit, weight) <= beside;
  const { size } = valueLines(figure.value, beside, BESIDE_CHART * SMALLEST_WITH_CHART * unit, weight, measure);
  return size >= ABOVE.broad * unit;
}

/** Where a block of the pyramid is narrower than a word, bars in its order show the same. */
const asBars = (content: StopContent): readonly StopContent[] =>
  content.chart?.form === 'pyramid' ? [{ ...content, chart: { ...content.chart, form: 'bars', tiers: [] } }] : [];

/** A sign that ends a line may hang over its end. */
const unhung = (line: string) => line.replace(/[，。、；：！？）》”’·]$/, '');

/** @param aside whether the figure stands beside the words */
function columnAt(
  content: StopContent,
  box: Box,
  unit: number,
  step: number,
  measure: Measure,
  aside = false,
): ColumnLayout {
  const v = unit * step;
  // Where the column is wider than high a chart stands beside the words.
  const beside = (content.chart !== null || content.image !== null) && box.w > box.h && !aside;
  const side = box.w * (beside ? SIDE : aside ? FIGURE_SIDE : 1);
  /** What is small already steps down no further than so. */
  const px = (role: Role) => TYPE[role].size * (role === 'source' ? Math.max(v, SMALLEST_SOURCE * unit) : v);
  const lines = (text: string, role: Role, size: number = px(role), width = box.w) =>
    unorphaned(text, width, size, TYPE[role].weight, measure);
  const block = (role: Role, said: readonly string[], y: number, size: number = px(role)): TextBlock => {
    const { weight, leading } = TYPE[role];
    return {
      role,
      lines: said,
      x: box.x,
      y,
      w: box.w,
      h: said.length * size * leading,
      size,
      weight,
      leading: size * leading,
    };
  };
  // From below: the foot, the source, the legend.
  let bottom = box.y + box.h;
  const blocks: TextBlock[] = [];
  const standing = (role: Role, text: string) => {
    if (text === '') return;
    const made = block(role, lines(text, role), 0);
    bottom -= made.h;
    blocks.push({ ...made, y: bottom });
  };
  standing('mark', content.mark);
  standing('foot', content.foot.join('\n'));
  if (blocks.length > 0) bottom -= 0.6 * v;
  standing('source', content.source);
  bottom -= GAP.foot * v;
  standing('remarks', content.remarks.join(' · '));
  if (content.remarks.length > 0) bottom -= 0.6 * v;
  const legend = legendAbove(content.legend, box, bottom, { v, most: unit, type: TYPE.remarks }, measure);
  bottom = legend.top - GAP.foot * v;

  // From above: the tour; what is said stands in the middle of what is left, a little above it.
  const tour = block('tour', lines(content.tour, 'tour'), box.y);
  blocks.push(tour);
  const top = tour.y + tour.h + GAP.tour * v;
  const said: TextBlock[] = [];
  let y = top;
  const say = (role: Role, text: string, gap: number, size?: number) => {
    if (text === '') return;
    if (said.length > 0) y += gap * v;
    const made = { ...block(role, lines(text, role, size, side), y, size), w: side };
    said.push(made);
    y += made.h;
  };
  const titleAt = titlePx(content.title, side, v, measure, beside || aside ? 3 : 2);
  if (content.title !== '') {
    const made = { ...block('title', titleLines(content.title, side, titleAt, measure), y, titleAt), w: side };
    said.push(made);
    y += made.h;
  }
  say('words', content.words, GAP.words);
  if (content.quote !== null) say('quote', content.quote.text, GAP.quote);
  let rule: Box | null = null;
  let broad = true;
  if (content.figure !== null) {
    const { value, label, known } = content.figure;
    const x = aside ? box.x + side + GAP.beside * v : box.x;
    const w = aside ? box.x + box.w - x : side;
    const thin = Math.max(1, 0.25 * v);
    const most = (known ? (content.chart === null ? TYPE.value.size : BESIDE_CHART) : UNKNOWN_SIZE) * v;
    const set = valueLines(value, w, most, TYPE.value.weight, measure);
    const { size } = set;
    broad = size >= TYPE.label.size * v;
    const from = aside ? top : y + (GAP.rule + GAP.figure) * v;
    const valueBlock = { ...block('value', set.lines, from, size), x, w };
    const under = from + valueBlock.h + GAP.label * v;
    const labelBlock = { ...block('label', label === '' ? [] : lines(label, 'label', px('label'), w), under), x, w };
    said.push(valueBlock, ...(label === '' ? [] : [labelBlock]));
    const high = label === '' ? under - GAP.label * v : under + labelBlock.h;
    rule = aside
      ? { x: x - (GAP.beside / 2) * v, y: top, w: thin, h: Math.max(y, high) - top }
      : { x, y: y + GAP.rule * v, w, h: thin };
    y = Math.max(y, high);
  }
  let image: Box | null = null;
  /** Below what a picture beside the words leaves. */
  let besideTop = top;
  if (content.image !== null) {
    const x = beside ? box.x + side + GAP.beside * v : box.x;
    const from = beside ? top : y + GAP.chart * v;
    image = imageBox(
      content.image,
      { x, y: from, w: box.x + box.w - x },
      (bottom - from) * (content.chart === null ? 1 : 0.5),
      v,
    );
    if (beside) besideTop = image.y + image.h + GAP.chart * v;
    else y = image.y + image.h;
    const whole = (content.image.height / content.image.width) * (box.x + box.w - x);
    broad &&= image.h >= Math.min(IMAGE.least * v, whole) - 0.5;
  }
  let chart: ChartLayout | null = null;
  if (content.chart !== null && beside) {
    const x = box.x + side + GAP.beside * v;
    chart = layoutChart(content.chart, { x, y: besideTop, w: box.x + box.w - x }, v, measure, bottom - besideTop);
    y = Math.max(y, chart.y + chart.h);
  } else if (content.chart !== null) {
    y += GAP.chart * v;
    chart = layoutChart(content.chart, { x: box.x, y, w: box.w }, v, measure, (bottom - y) * 0.92);
    y = chart.y + chart.h;
  }
  const spare = bottom - y;
  const drop = Math.max(0, spare * 0.42);
  const lowered = <T extends { readonly y: number }>(each: T): T => ({ ...each, y: each.y + drop });
  const wide = [...blocks, ...said, ...(chart?.rows.flatMap(({ texts }) => texts) ?? [])].every((each) =>
    each.lines.every((line) => measure(unhung(line), each.size, each.weight) <= each.w + 0.5),
  );
  return {
    blocks: [...blocks, ...said.map(lowered)].sort((a, b) => a.y - b.y),
    rule: rule === null ? null : lowered(rule),
    image: image === null ? null : lowered(image),
    chart: chart === null ? null : moved(chart, drop),
    legend: legend.places,
    unit: v,
    step,
    fits: spare >= 0 && wide && broad,
  };
}

/** As broad as its room, unless it would be too high. */
function imageBox({ width, height }: ShownImage, { x, y, w }: Omit<Box, 'h'>, room: number, v: number): Box {
  const h = Math.max(0, Math.min((w * height) / width, IMAGE.most * v, room));
  return { x, y, w: (h * width) / height, h };
}

/** A line of a quote in pieces, those that name something apart. @param lines of the whole text, in order */
export function piecesOf(
  lines: readonly string[],
  { text, named }: Quote,
): readonly (readonly { readonly text: string; readonly named: boolean }[])[] {
  let from = 0;
  return lines.map((line) => {
    const start = text.indexOf(line, from);
    from = start + line.length;
    const cuts = named.flatMap((range) => range.map((at) => Math.min(Math.max(at - start, 0), line.length)));
    const edges = [...new Set([0, ...cuts, line.length])].sort((a, b) => a - b);
    return edges.slice(1).map((end, n) => {
      const begin = edges[n] ?? 0;
      const within = named.some(([first, last]) => first <= start + begin && start + end <= last);
      return { text: line.slice(begin, end), named: within };
    });
  });
}

function moved(chart: ChartLayout, by: number): ChartLayout {
  const down = <T extends { readonly y: number }>(each: T): T => ({ ...each, y: each.y + by });
  return {
    ...down(chart),
    title: chart.title.map(down),
    swatches: chart.swatches.map(down),
    rows: chart.rows.map((row) => ({ ...row, texts: row.texts.map(down), rects: row.rects.map(down) })),
    note: chart.note === null ? null : down(chart.note),
  };
}

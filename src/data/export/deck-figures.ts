/** Charts, tables, pyramids and lines of time of a slide, as what PowerPoint edits. */
import type PptxGenJS from 'pptxgenjs';
import { type ChartLayout, isStacked, isValued, type NamedChart, type ValueChart } from '../../domain/chart-layout.ts';
import type { ChartRect } from '../../domain/chart-parts.ts';

/** CSS pixels an inch, and points a pixel. */
export const PX = 96;
export const POINTS = 0.75;
export const INK = '25292E';
export const MUTED = '565A60';
export const ACCENT = '1B3A63';
/** Bars and shares with their numbers on them, which are as dark as the words. */
const UNDER_WORDS = '7FA3CC';
const PALE = 'C3CCD8';

interface Fonts {
  readonly font: string;
  readonly lang: string;
}

/** What PowerPoint draws of its own; null for tables, pyramids and lines of time, and where there is no room. */
export function nativeChart(chart: NamedChart | null, place: ChartLayout | null): ValueChart | null {
  if (chart === null || place === null || !isValued(chart) || chart.form === 'pyramid') return null;
  return chart;
}

/** Bars are drawn from below. */
export function drawn(chart: ValueChart): ValueChart {
  return {
    ...chart,
    categories: [...chart.categories].reverse(),
    series: chart.series.map((series) => ({ ...series, values: [...series.values].reverse() })),
    lit: chart.lit === null ? null : chart.categories.length - 1 - chart.lit,
  };
}

/** A chart where the layout has it. */
export function addFigure(
  pptx: PptxGenJS,
  slide: PptxGenJS.Slide,
  chart: NamedChart,
  place: ChartLayout,
  fonts: Fonts,
): void {
  const native = nativeChart(chart, place);
  if (native !== null) addChart(pptx, slide, native, place, fonts);
  else if (chart.form === 'table') addTable(slide, chart, place, fonts);
  else addShapes(pptx, slide, chart, place, fonts);
}

const inches = ({ x, y, w, h }: ChartLayout['rows'][number]['rects'][number] | ChartLayout['title'][number]) => ({
  ...{ x: x / PX, y: y / PX, w: w / PX, h: h / PX },
});

/** The words that lines were broken from, of which a line keeps no blank at its end. */
function unbroken(lines: readonly string[], words: readonly string[]): string {
  const squeezed = (text: string) => text.replace(/\s+/g, '');
  const said = squeezed(lines.join(''));
  return words.find((each) => squeezed(each) === said) ?? lines.join(' ');
}

/** What stands in the rows of a chart. */
function wordsOf(chart: Exclude<NamedChart, { form: 'table' }>): readonly string[] {
  if (chart.form === 'line') return chart.rows.flatMap(({ name, said }) => [name, said]);
  return [...chart.categories, ...chart.said, ...chart.tiers.map(({ name }) => name)];
}

const SHAPES: Readonly<Record<ChartRect['look'], PptxGenJS.ShapeProps>> = {
  fill: { fill: { color: ACCENT } },
  pale: { fill: { color: UNDER_WORDS } },
  outline: { fill: { color: 'FFFFFF' }, line: { color: ACCENT } },
  'pale-outline': { fill: { color: 'FFFFFF' }, line: { color: PALE } },
  line: { fill: { color: PALE } },
};

/** A pyramid or a line of time: boxes with their words, which can be moved and edited one by one. */
function addShapes(
  pptx: PptxGenJS,
  slide: PptxGenJS.Slide,
  given: Exclude<NamedChart, { form: 'table' }>,
  chart: ChartLayout,
  { font, lang }: Fonts,
): void {
  const words = [given.title, given.note, ...wordsOf(given)];
  const write = (text: ChartLayout['title'][number]) =>
    slide.addText(unbroken(text.lines, words), {
      ...inches(text),
      ...{ margin: 0, fontFace: font, lang, fontSize: text.size * POINTS, bold: text.weight >= 600, fit: 'shrink' },
      ...{ align: text.align === 'middle' ? 'center' : 'left', valign: 'middle' },
      color: text.tone === 'on-accent' ? 'FFFFFF' : text.tone === 'muted' ? MUTED : INK,
    });
  for (const { rects, texts } of chart.rows) {
    for (const rect of rects)
      slide.addShape(pptx.ShapeType.rect, {
        ...inches(rect),
        ...SHAPES[rect.look],
      });
    for (const text of texts) write(text);
  }
  for (const swatch of chart.swatches)
    slide.addShape(pptx.ShapeType.rect, { ...inches(swatch), ...SHAPES[swatch.look] });
  for (const text of [...chart.title, ...(chart.note === null ? [] : [chart.note])]) write(text);
}

/** Points a line of the fonts that stand in is high at most, of one of its type; and of a cell's margin, above and below. */
const LINE = 1.4;
const CELL = 2 * 0.02 * 72;

/** Points at which a table keeps within its place: its lines are higher than those of the stage. */
function tableSize({ y, h, rows }: ChartLayout): number {
  const wished = (rows[0]?.texts[0]?.size ?? 12) * POINTS;
  const room = (y + h - (rows[0]?.texts[0]?.y ?? y)) * POINTS;
  const lines = rows.reduce((sum, { texts }) => sum + Math.max(1, ...texts.map(({ lines: of }) => of.length)), 0);
  return Math.min(wished, Math.floor(((room - rows.length * CELL) / (lines * LINE)) * 10) / 10);
}

function addTable(
  slide: PptxGenJS.Slide,
  { title, columns, rows }: Extract<NamedChart, { form: 'table' }>,
  place: ChartLayout,
  { font, lang }: Fonts,
): void {
  const size = tableSize(place);
  const first = place.rows[0]?.texts ?? [];
  slide.addText(title, {
    ...{ x: place.x / PX, y: place.y / PX, w: place.w / PX, h: (1.4 * size) / 72, margin: 0, fontFace: font, lang },
    ...{ fontSize: size, color: MUTED, valign: 'top' },
  });
  const cell = (text: string, bold: boolean): PptxGenJS.TableCell => ({
    text,
    options: { bold, color: bold ? INK : MUTED, fontFace: font, fontSize: size, margin: 0.02, valign: 'top' },
  });
  slide.addTable(
    [columns.map((name) => cell(name, false)), ...rows.map((row) => row.map((each, at) => cell(each, at === 0)))],
    {
      ...{ x: place.x / PX, y: (place.rows[0]?.texts[0]?.y ?? place.y) / PX, w: place.w / PX },
      colW: columns.map((_, at) => ((first[at + 1]?.x ?? place.x + place.w) - (first[at]?.x ?? place.x)) / PX),
      border: { type: 'solid', pt: 0.5, color: PALE },
    },
  );
}

function addChart(
  pptx: PptxGenJS,
  slide: PptxGenJS.Slide,
  given: ValueChart,
  place: ChartLayout,
  { font, lang }: Fonts,
): void {
  const [x, y, w, h] = [place.x / PX, place.y / PX, place.w / PX, place.h / PX];
  const chart = drawn(given);
  const noted = chart.note === '' ? 0 : 0.3;
  const data = chart.series.map(({ name, values }) => ({
    name,
    labels: [...chart.categories],
    // Typed as numbers alone; what is not a number leaves a gap: see mended.
    values: values.map((value) => value ?? Number.NaN),
  }));
  const one = data.length === 1;
  // Many rows stand close.
  const small = chart.categories.length > 5 ? 7 : 9;
  const common: PptxGenJS.IChartOpts = {
    ...{ x: x - 0.05, y, w: w + 0.1, h: h - noted, altText: altOf(given) },
    ...{ showTitle: true, title: chart.title, titleFontFace: font, titleFontSize: 10, titleColor: MUTED },
    ...{ showLegend: !one, legendPos: 'b', legendFontFace: font, legendFontSize: 7 },
    ...{
      dataLabelFontFace: font,
      dataLabelFontSize: small,
      dataLabelColor: INK,
      dataLabelFormatCode: isStacked(chart) ? '#,##0.##;;' : '#,##0.##',
    },
    chartColors: one
      ? chart.categories.map((_, at) => (chart.lit === null || chart.lit === at ? ACCENT : PALE))
      : [isStacked(chart) ? UNDER_WORDS : ACCENT, PALE],
  };
  slide.addChart(pptx.ChartType.bar, data, {
    ...common,
    ...{
      barDir: 'bar',
      barGrouping: isStacked(chart) ? 'stacked' : 'clustered',
      barGapWidthPct: 30,
      showValue: true,
    },
    ...{
      catAxisLabelFontFace: font,
      catAxisLabelFontSize: small,
      catAxisLabelFrequency: '1',
      catGridLine: { style: 'none' },
    },
    ...{ valAxisHidden: true, valGridLine: { style: 'none' }, valAxisMinVal: 0 },
  });
  if (noted > 0) {
    slide.addText(chart.note, {
      ...{ x, y: y + h - noted, w, h: noted, margin: 0, fontFace: font, lang },
      ...{ fontSize: 8, color: MUTED, valign: 'top', fit: 'shrink' },
    });
  }
}

/** All of a chart in words. */
function altOf({ title, categories, series, note }: ValueChart): string {
  const rows = categories.map((name, at) => `${name}: ${series.map(({ values }) => values[at] ?? '–').join(' / ')}`);
  return [title, series.map(({ name }) => name).join(' / '), ...rows, note].filter((part) => part !== '').join('; ');
}

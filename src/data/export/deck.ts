/**
 * Slides as a PPTX: words, charts and tables that can be edited, the map as a picture, notes for the speaker. By
 * pptxgenjs, which comes with the first deck.
 */
import { strFromU8, strToU8, unzipSync, type ZippableFile, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import { type ChartLayout, isStacked, isValued, type NamedChart, type ValueChart } from '../../domain/chart-layout.ts';
import type { ChartRect } from '../../domain/chart-parts.ts';
import type { ColumnLayout, Quote, Role, ShownImage } from '../../domain/stage-layout.ts';
import { workbookOf } from './workbook.ts';
import { zipTime } from './zip-time.ts';

/** A picture as a `data:` address, and what it shows in words. */
export interface DeckPicture {
  readonly data: string;
  readonly alt: string;
}

export interface DeckSlide {
  /** Above the title: which tour, which stop. */
  readonly above: string;
  /** Words of the column, whole; each stands where the layout has it. */
  readonly title: string;
  readonly words: string;
  readonly quote: Quote | null;
  readonly figure: { readonly value: string; readonly label: string } | null;
  /** A picture of the author's own, where the layout has it. */
  readonly image: ShownImage | null;
  /** Drawn where the layout has room for it. */
  readonly chart: NamedChart | null;
  /** In CSS pixels of the slide, 96 an inch. */
  readonly layout: ColumnLayout;
  /** Of the size `DECK.map`. */
  readonly map: DeckPicture;
  readonly legend: readonly { readonly sign: DeckPicture; readonly label: string }[];
  readonly code: DeckPicture | null;
  readonly codeWords: string;
  readonly source: string;
  /** Datum, data version and credits, small at the foot. */
  readonly foot: readonly string[];
  /** Approval number, or the mark of internal reference. */
  readonly mark: string;
  /** What the speaker says, without sources. */
  readonly notes: string;
}

export interface Deck {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly slides: readonly DeckSlide[];
}

/** Inches. The map's box has the share of its picture. */
export const DECK = {
  width: 40 / 3,
  height: 7.5,
  map: { x: 5.05, y: 0.35, w: 7.93, h: 5.55 },
  column: { x: 0.4, y: 0.35, w: 4.4, h: 6.3 },
} as const;

/** Signs under the map, row by row; the classes come first. */
const LEGEND = { y: 5.97, columns: 5, rows: 4, row: 0.155 };
/** CSS pixels an inch, and points a pixel. */
const PX = 96;
const POINTS = 0.75;
const INK = '25292E';
const MUTED = '565A60';
const ACCENT = '1B3A63';
/** Bars and shares with their numbers on them, which are as dark as the words. */
const UNDER_WORDS = '7FA3CC';
const PALE = 'C3CCD8';
/** Where those that open the file have none of it, their own stands in. */
const FONTS: Readonly<Record<string, string>> = {
  'zh-Hans': 'Microsoft YaHei',
  'zh-Hant': 'Microsoft JhengHei',
  en: 'Arial',
};

/** @returns bytes of a .pptx. Sizes are points, places inches. */
export async function deckBytes(deck: Deck): Promise<Uint8Array<ArrayBuffer>> {
  const { pptx, font } = emptyDeck(deck);
  for (const slide of deck.slides) addSlide(pptx, slide, font, deck.lang);
  return writtenDeck(pptx, deck.slides.flatMap((slide) => nativeChart(slide) ?? []).map(drawn));
}

/** A deck without slides, of the size of `DECK`, and the font of its language (BCP 47). */
export function emptyDeck({ title, lang }: { readonly title: string; readonly lang: string }) {
  const pptx = new PptxGenJS();
  const font = FONTS[lang] ?? 'Arial';
  pptx.defineLayout({ name: 'STAGE', width: DECK.width, height: DECK.height });
  pptx.layout = 'STAGE';
  pptx.title = title;
  pptx.theme = { headFontFace: font, bodyFontFace: font };
  return { pptx, font };
}

/** @param charts those that PowerPoint draws of its own, in the order of the slides */
export async function writtenDeck(pptx: PptxGenJS, charts: readonly ValueChart[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = await pptx.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('the slides came in another form than was asked for');
  return mended(written, charts);
}

const SHEET = /^ppt\/embeddings\/.*?(\d+)\.xlsx$/;
const CHART = /^ppt\/charts\/chart\d+\.xml$/;
const GAP = /<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g;
const TYPES = '[Content_Types].xml';
const PART = /<Override PartName="\/([^"]*)"[^>]*\/>/g;
/** What is packed already. */
const PACKED = /\.(jpe?g|png|xlsx)$/;

/**
 * The library writes what is not known as a value without digits, and the data behind a chart with neither noughts nor
 * gaps told apart: the point is left out, and the data is our own workbook, which people edit under "edit data". It also lists
 * a master for each slide, of which there is one.
 */
function mended(bytes: Uint8Array, charts: readonly ValueChart[]): Uint8Array<ArrayBuffer> {
  const mtime = zipTime();
  const files = unzipSync(bytes);
  const sheets = Object.keys(files)
    .filter((name) => SHEET.test(name))
    .sort((a, b) => Number(SHEET.exec(a)?.[1]) - Number(SHEET.exec(b)?.[1]));
  if (sheets.length !== charts.length) throw new Error(`${charts.length} charts have ${sheets.length} sheets of data`);
  const made = ([name, content]: [string, Uint8Array]): Uint8Array => {
    const chart = charts[sheets.indexOf(name)];
    if (chart !== undefined) return sheetOf(chart);
    if (name === TYPES)
      return edited(content, (text) => text.replaceAll(PART, (all, part) => (part in files ? all : '')));
    return CHART.test(name) ? edited(content, (text) => text.replaceAll(GAP, '')) : content;
  };
  return zipSync(
    Object.fromEntries(
      Object.entries(files)
        .filter(([name]) => !name.endsWith('/'))
        .map((file): [string, ZippableFile] => [file[0], [made(file), { mtime, level: PACKED.test(file[0]) ? 0 : 6 }]]),
    ),
  );
}

const edited = (content: Uint8Array, edit: (text: string) => string): Uint8Array => strToU8(edit(strFromU8(content)));

function sheetOf({ categories, series }: ValueChart): Uint8Array {
  const rows = [
    ['', ...series.map(({ name }) => name)],
    ...categories.map((name, at) => [name, ...series.map(({ values }) => values[at] ?? null)]),
  ];
  const columns = [{ width: 28 }, ...series.map(() => ({ width: 16 }))];
  return workbookOf([{ name: 'Sheet1', rows, columns, headed: true }]);
}

/** What PowerPoint draws of its own; null for tables, pyramids and lines of time, and where there is no room. */
function nativeChart({ chart, layout }: DeckSlide): ValueChart | null {
  if (chart === null || layout.chart === null || !isValued(chart) || chart.form === 'pyramid') return null;
  return chart;
}

/** Bars are drawn from below. */
function drawn(chart: ValueChart): ValueChart {
  if (chart.form === 'shares') return chart;
  return {
    ...chart,
    categories: [...chart.categories].reverse(),
    series: chart.series.map((series) => ({ ...series, values: [...series.values].reverse() })),
    lit: chart.lit === null ? null : chart.categories.length - 1 - chart.lit,
  };
}

function addSlide(pptx: PptxGenJS, said: DeckSlide, font: string, lang: string): void {
  const slide = pptx.addSlide();
  const { column, map } = DECK;
  const text = (
    words: string | PptxGenJS.TextProps[],
    y: number,
    h: number,
    options: PptxGenJS.TextPropsOptions = {},
  ) =>
    slide.addText(words, {
      ...{ x: column.x, y, w: column.w, h, margin: 0, valign: 'top', fontFace: font, lang, color: INK, fit: 'shrink' },
      ...options,
    });
  const whole: Partial<Record<Role, string | PptxGenJS.TextProps[]>> = {
    tour: said.above,
    title: said.title,
    words: said.words,
    quote: said.quote === null ? '' : quoted(said.quote),
    value: said.figure?.value ?? '',
    label: said.figure?.label ?? '',
    source: said.source,
  };
  for (const { role, y, h, size } of said.layout.blocks) {
    const words = whole[role];
    if (words !== undefined && words !== '') text(words, y / PX, h / PX, { fontSize: size * POINTS, ...STYLES[role] });
  }
  const own = said.layout.image;
  if (own !== null && said.image !== null) {
    const { data, alt } = said.image;
    slide.addImage({ x: own.x / PX, y: own.y / PX, w: own.w / PX, h: own.h / PX, data, altText: alt });
  }
  const chart = nativeChart(said);
  const place = said.layout.chart;
  if (place !== null && chart !== null) addChart(pptx, slide, chart, { y: place.y / PX, h: place.h / PX, font, lang });
  else if (place !== null && said.chart?.form === 'table') addTable(slide, said.chart, place, { font, lang });
  else if (place !== null) addShapes(pptx, slide, place, { font, lang });
  slide.addImage({ ...map, data: said.map.data, altText: said.map.alt });
  const width = map.w / LEGEND.columns;
  said.legend.slice(0, LEGEND.columns * LEGEND.rows).forEach(({ sign, label }, at) => {
    const x = map.x + (at % LEGEND.columns) * width;
    const top = LEGEND.y + Math.floor(at / LEGEND.columns) * LEGEND.row;
    slide.addImage({ x, y: top + 0.01, w: 0.13, h: 0.13, data: sign.data, altText: sign.alt });
    text(label, top, LEGEND.row, { x: x + 0.18, w: width - 0.22, fontSize: 7, valign: 'middle' });
  });
  if (said.code !== null) {
    slide.addImage({
      x: DECK.width - 0.35 - 0.8,
      y: 6.6,
      w: 0.8,
      h: 0.8,
      data: said.code.data,
      altText: said.code.alt,
    });
  }
  text(said.mark, 6.7, 0.2, { fontSize: 10, bold: true, valign: 'middle' });
  text(said.foot.join('\n'), 6.92, 0.5, { w: 9.6, fontSize: 7, color: MUTED });
  text(said.codeWords, 6.6, 0.8, { x: 10.2, w: 1.85, fontSize: 8, color: MUTED, align: 'right', valign: 'middle' });
  slide.addNotes([said.notes, said.source, ...said.foot, said.mark].filter((part) => part !== '').join('\n\n'));
}

const STYLES: Partial<Record<Role, PptxGenJS.TextPropsOptions>> = {
  tour: { color: MUTED },
  title: { bold: true, valign: 'middle' },
  value: { bold: true, color: ACCENT, valign: 'middle' },
  label: { color: MUTED },
  source: { color: MUTED, valign: 'bottom' },
};

/** The words of a clause, what it names apart. */
function quoted({ text, named }: Quote): PptxGenJS.TextProps[] {
  const edges = [...new Set([0, ...named.flat(), text.length])].sort((a, b) => a - b);
  return edges.slice(1).map((end, at) => {
    const start = edges[at] ?? 0;
    const lit = named.some(([first, last]) => first <= start && end <= last);
    return { text: text.slice(start, end), options: lit ? { color: ACCENT, underline: { style: 'sng' } } : {} };
  });
}

interface Fonts {
  readonly font: string;
  readonly lang: string;
}

const inches = ({ x, y, w, h }: ChartLayout['rows'][number]['rects'][number] | ChartLayout['title'][number]) => ({
  ...{ x: x / PX, y: y / PX, w: w / PX, h: h / PX },
});

const SHAPES: Readonly<Record<ChartRect['look'], PptxGenJS.ShapeProps>> = {
  fill: { fill: { color: ACCENT } },
  pale: { fill: { color: UNDER_WORDS } },
  outline: { fill: { color: 'FFFFFF' }, line: { color: ACCENT } },
  'pale-outline': { fill: { color: 'FFFFFF' }, line: { color: PALE } },
  line: { fill: { color: PALE } },
};

/** A pyramid or a line of time: boxes with their words, which can be moved and edited one by one. */
function addShapes(pptx: PptxGenJS, slide: PptxGenJS.Slide, chart: ChartLayout, { font, lang }: Fonts): void {
  const write = (text: ChartLayout['title'][number]) =>
    slide.addText(text.lines.join(''), {
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

function addTable(
  slide: PptxGenJS.Slide,
  { title, columns, rows }: Extract<NamedChart, { form: 'table' }>,
  place: ChartLayout,
  { font, lang }: Fonts,
): void {
  const size = (place.rows[0]?.texts[0]?.size ?? 12) * POINTS;
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
  { y, h, font, lang }: { readonly y: number; readonly h: number; readonly font: string; readonly lang: string },
): void {
  const { column } = DECK;
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
    ...{ x: column.x - 0.05, y, w: column.w + 0.1, h: h - noted, altText: altOf(given) },
    ...{ showTitle: true, title: chart.title, titleFontFace: font, titleFontSize: 10, titleColor: MUTED },
    ...{ showLegend: !one || chart.form === 'shares', legendPos: 'b', legendFontFace: font, legendFontSize: 7 },
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
  if (chart.form === 'shares') {
    slide.addChart(pptx.ChartType.doughnut, data, {
      ...common,
      ...{
        holeSize: 55,
        showPercent: false,
        showValue: true,
        showLabel: false,
        chartColors: [UNDER_WORDS, PALE, 'E4E8EE'],
      },
    });
  } else {
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
  }
  if (noted > 0) {
    slide.addText(chart.note, {
      ...{ x: column.x, y: y + h - noted, w: column.w, h: noted, margin: 0, fontFace: font, lang },
      ...{ fontSize: 8, color: MUTED, valign: 'top', fit: 'shrink' },
    });
  }
}

/** All of a chart in words. */
function altOf({ title, categories, series, note }: ValueChart): string {
  const rows = categories.map((name, at) => `${name}: ${series.map(({ values }) => values[at] ?? '–').join(' / ')}`);
  return [title, series.map(({ name }) => name).join(' / '), ...rows, note].filter((part) => part !== '').join('; ');
}

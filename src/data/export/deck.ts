/**
 * Slides as a PPTX: words, charts and tables that can be edited, the map as a picture, notes for the speaker. By
 * pptxgenjs, which comes with the first deck.
 */
import { strFromU8, strToU8, unzipSync, type ZippableFile, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { NamedChart, ValueChart } from '../../domain/chart-layout.ts';
import type { ColumnLayout, Quote, Role, ShownImage } from '../../domain/stage-layout.ts';
import { emsOf } from '../../domain/tour.ts';
import { ACCENT, addFigure, drawn, INK, MUTED, nativeChart, POINTS, PX } from './deck-figures.ts';
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
const LEGEND = { y: 5.97, rows: 4, row: 0.155, sign: 0.18, gap: 0.15, points: 7, least: 4 };
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
  return writtenDeck(
    pptx,
    deck.slides.flatMap(({ chart, layout }) => nativeChart(chart, layout.chart) ?? []).map(drawn),
  );
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
  const place = said.layout.chart;
  if (place !== null && said.chart !== null) addFigure(pptx, slide, said.chart, place, { font, lang });
  slide.addImage({ ...map, data: said.map.data, altText: said.map.alt });
  const { places, size } = legendPlaces(said.legend.map(({ label }) => label));
  said.legend.forEach(({ sign, label }, at) => {
    const place = places[at];
    if (place === undefined || place.row >= LEGEND.rows) return;
    const [x, top] = [map.x + place.left, LEGEND.y + place.row * LEGEND.row];
    slide.addImage({ x, y: top + 0.01, w: 0.13, h: 0.13, data: sign.data, altText: sign.alt });
    const box = { x: x + LEGEND.sign, w: place.width - LEGEND.sign };
    text(label, top, LEGEND.row, { ...box, fontSize: size, valign: 'middle', wrap: false });
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

interface LegendPlace {
  /** Inches from the left of the map. */
  readonly left: number;
  readonly width: number;
  readonly row: number;
}

/** Entries one behind the other, in as large a type as keeps them within their rows. */
function legendPlaces(labels: readonly string[]): { readonly places: readonly LegendPlace[]; readonly size: number } {
  for (let size: number = LEGEND.points; ; size -= 0.5) {
    let [left, row] = [0, 0];
    const places = labels.map((label): LegendPlace => {
      // A tenth more than reckoned: fonts differ.
      const width = LEGEND.sign + (emsOf(label) * 1.1 * size) / 72;
      if (left > 0 && left + width > DECK.map.w) [left, row] = [0, row + 1];
      const place = { left, width, row };
      left += width + LEGEND.gap;
      return place;
    });
    if (row < LEGEND.rows || size <= LEGEND.least) return { places, size };
  }
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

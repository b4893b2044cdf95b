/** The pack as slides: the same words as its pages, and the pictures that its pages have. */

import { CRITERION_IDS } from '../../../analysis/invest/types.ts';
import {
  BOARD,
  type BoardDeck,
  type BoardLine,
  type BoardPart,
  type BoardSlide,
} from '../../../data/export/board-deck.ts';
import type { DeckPicture } from '../../../data/export/deck.ts';
import { aboutMap } from '../../paper/about-map.ts';
import { drawScaleBar } from '../../paper/draw.ts';
import { scaleEnds } from '../method-scales.tsx';
import type { PackMatter } from './matter.ts';
import { type RankLine, weighed } from './pack.ts';
import type { PackShot } from './pack-map.tsx';

const BAR_PX = 110;
/** Offers and rows of a comparison that a slide holds in type that can be read. */
const OFFERS_A_SLIDE = 7;
const ROWS_A_SLIDE = 9;

const plain = (text: string): BoardLine => ({ text, form: 'plain' });
const bold = (text: string): BoardLine => ({ text, form: 'bold' });
const item = (text: string): BoardLine => ({ text, form: 'item' });
const small = (text: string): BoardLine => ({ text, form: 'small' });

export function packDeck(matter: PackMatter, grey: boolean): BoardDeck {
  const { pack, i18n, choices } = matter;
  const { t, date } = i18n;
  return {
    title: pack.title,
    lang: i18n.lang,
    letterhead: choices.letterhead,
    foot: `${pack.foot} · ${t('exportDate')} ${date(matter.today)} · ${t('printDatum')}`,
    mark: pack.mark,
    slides: [
      coverSlide(matter),
      rankingSlide(matter, grey),
      ...comparisonSlides(matter),
      ...pack.candidates.map((_, at) => candidateSlide(matter, at, grey)),
      ...offerSlides(matter),
      methodSlide(matter),
    ],
  };
}

function coverSlide({ pack, i18n: { t }, choices, link }: PackMatter): BoardSlide {
  const { lines } = choices.letterhead;
  const half = BOARD.w / 2 - 0.2;
  return {
    title: pack.title,
    parts: [
      {
        kind: 'words',
        box: { ...BOARD, w: half },
        points: 14,
        lines: [
          bold(t('packVerdict')),
          ...pack.verdict.map(plain),
          ...(pack.decides === null ? [] : [plain(pack.decides)]),
          small(t('packCaution')),
          ...(lines === '' ? [] : [small(lines)]),
        ],
      },
      {
        kind: 'table',
        box: { ...BOARD, x: BOARD.x + half + 0.4, w: half },
        points: 12,
        widths: [1, 2.4],
        rows: [[t('packNeedTitle'), ''], ...pack.need.map(({ label, value }) => [label, value]), [t('sendLink'), link]],
      },
    ],
  };
}

function rankingSlide(matter: PackMatter, grey: boolean): BoardSlide {
  const { pack, i18n, ranking } = matter;
  const { t } = i18n;
  const picture = pictureOf(matter, ranking, pack.lines, grey);
  const w = 5.9;
  return {
    title: t('packRanking'),
    parts: [
      ...(picture === null ? [] : [pictureIn(picture, { ...BOARD, w })]),
      {
        kind: 'table',
        box: { ...BOARD, x: BOARD.x + w + 0.3, w: BOARD.w - w - 0.3 },
        points: 10,
        widths: [0.7, 3.2, 1, 1, 0.9, 0.9],
        rows: [
          [
            t('packColPlace'),
            t('packColName'),
            t('packColScore'),
            t('packColSpread'),
            t('packColRange'),
            t('packColKnown'),
          ],
          ...pack.lines.map(({ place, name, score, spread, range, known }) => [
            place,
            name,
            score,
            spread,
            range,
            known,
          ]),
        ],
      },
      {
        kind: 'words',
        box: { ...BOARD, y: BOARD.y + 3.5, w, h: 1.6 },
        points: 11,
        lines: [small(t('packRankingKey')), ...(pack.more === 0 ? [] : [small(t('packMore', { n: pack.more }))])],
      },
    ],
  };
}

/** Of a table that one slide cannot hold, the head stands on each. */
function chunks<T>(rows: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

function comparisonSlides({ pack, i18n }: PackMatter): BoardSlide[] {
  const { t, name, number } = i18n;
  const { comparison, compared } = pack;
  if (comparison === null) return [];
  const head = ['', ...compared.map((site) => name(site))];
  const rows = comparison.rows.map(({ label, cells, best }) => [
    label,
    ...cells.map(({ text, aside, behind }, at) =>
      [
        text ?? `${t('cmpUnknown')}${aside === null ? '' : `: ${aside}`}`,
        ...(best === at ? [t('cmpBest')] : []),
        ...(behind != null && behind >= 0.05 ? [t('cmpBehind', { n: number(behind, 1) })] : []),
      ].join(' · '),
    ),
  ]);
  return chunks(rows, ROWS_A_SLIDE).map((some) => ({
    title: t('packComparison'),
    parts: [
      {
        kind: 'table',
        box: BOARD,
        points: 11,
        widths: [1.2, ...compared.map(() => 2.4)],
        rows: [head, ...some],
      },
    ],
  }));
}

function candidateSlide(matter: PackMatter, at: number, grey: boolean): BoardSlide {
  const { pack, i18n, shots } = matter;
  const { t, lang } = i18n;
  const one = pack.candidates[at];
  if (one === undefined) throw new Error(`no candidate ${at}`);
  const { line, standing, reasons, risks, asks, clauses, note } = one;
  const picture = pictureOf(matter, shots.get(line.site.id), [], grey);
  const left = 6.2;
  const right = { ...BOARD, x: BOARD.x + left + 0.3, w: BOARD.w - left - 0.3 };
  return {
    title: line.name,
    parts: [
      {
        kind: 'words',
        box: { ...BOARD, w: left },
        points: 12,
        lines: [
          bold(standing),
          plain(reasons),
          bold(t('packRisks')),
          ...risks.map(item),
          ...clauses.flatMap(({ cite, brief, text }) => [
            bold(cite),
            ...(lang === 'en' && brief !== '' ? [plain(`${t('packBrief')} ${brief}`)] : []),
            plain(text),
          ]),
          ...(note === '' ? [] : [bold(t('packNote')), plain(note)]),
        ],
      },
      ...(picture === null ? [] : [pictureIn(picture, { ...right, h: 2.4 })]),
      {
        kind: 'words',
        box: picture === null ? right : { ...right, y: right.y + 2.6, h: right.h - 2.6 },
        points: 11,
        lines: [bold(t('packAsk')), ...asks.flatMap(({ whom, questions }) => [bold(whom), ...questions.map(item)])],
      },
    ],
  };
}

function offerSlides({ pack, i18n: { t, lang } }: PackMatter): BoardSlide[] {
  const rows = pack.offers.flatMap(({ topic, offers }) =>
    offers.map(({ gloss, quote, cite }) => [topic, lang === 'en' ? `${gloss}\n${quote}` : quote, cite]),
  );
  return chunks(rows, OFFERS_A_SLIDE).map((some) => ({
    title: t('packOffers'),
    parts: [
      {
        kind: 'table',
        box: BOARD,
        points: 11,
        widths: [1.4, 6, 1.6],
        rows: [[t('offersTopics'), t('packOffers'), t('cmpClauses')], ...some],
      },
    ],
  }));
}

function methodSlide({ pack, i18n, finder }: PackMatter): BoardSlide {
  const { t, number } = i18n;
  const half = BOARD.w / 2 - 0.2;
  const ends = (id: string) => {
    const built = CRITERION_IDS.find((one) => one === id);
    const found = built === undefined ? t('methodOwn') : scaleEnds(i18n, built);
    return typeof found === 'string' ? [found, ''] : found;
  };
  return {
    title: t('packMethod'),
    parts: [
      { kind: 'words', box: { ...BOARD, w: half }, points: 10, lines: pack.method.map(plain) },
      {
        kind: 'table',
        box: { ...BOARD, x: BOARD.x + half + 0.4, w: half },
        points: 9,
        widths: [2, 0.9, 1, 1.8, 1.4],
        rows: [
          [t('methodCriterion'), t('methodWeight'), t('packMethodPoints'), t('methodBest'), t('methodWorst')],
          ...weighed(i18n, finder).map(({ id, name, weight, most }) => [
            name,
            number(weight),
            number(most, 1),
            ...ends(id),
          ]),
        ],
      },
    ],
  };
}

interface Drawn extends DeckPicture {
  /** Width by height. */
  readonly ratio: number;
}

/** As large as its box allows, with its own shape. */
function pictureIn(
  picture: Drawn,
  box: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
): BoardPart {
  const w = Math.min(box.w, box.h * picture.ratio);
  return { kind: 'picture', picture, box: { ...box, w, h: w / picture.ratio } };
}

/** The picture of the page with its scale and, where it shows several, their ranks; null where there is none. */
function pictureOf(
  { state, i18n }: PackMatter,
  shot: PackShot,
  lines: readonly RankLine[],
  grey: boolean,
): Drawn | null {
  if (shot === undefined || typeof shot === 'string') return null;
  const { picture } = shot;
  const { width, height, pixelRatio } = picture;
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width * pixelRatio, height: height * pixelRatio });
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  context.drawImage(picture.canvas, 0, 0, canvas.width, canvas.height);
  if (grey) makeGrey(context, canvas);
  context.scale(pixelRatio, pixelRatio);
  drawScaleBar(context, aboutMap(state, i18n, picture, BAR_PX), i18n.t('printScaleBar'), 12, height - 12);
  for (const { site, place } of lines) {
    const at = picture.points.get(site.id);
    if (at !== undefined) drawRank(context, place, at);
  }
  return {
    data: canvas.toDataURL('image/jpeg', 0.9),
    alt: i18n.t('packRankingAlt', { names: lines.map(({ place, name }) => `${place} ${name}`).join(', ') }),
    ratio: width / height,
  };
}

/** By brightness as the eye has it (Rec. 709). */
function makeGrey(context: CanvasRenderingContext2D, { width, height }: HTMLCanvasElement): void {
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  for (let at = 0; at < data.length; at += 4) {
    const grey = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    data[at] = data[at + 1] = data[at + 2] = grey;
  }
  context.putImageData(image, 0, 0);
}

/** As the pages show it: above the symbol, so that it does not cover it. */
function drawRank(context: CanvasRenderingContext2D, place: string, [x, y]: readonly [number, number]): void {
  const [middle, radius] = [y - 23, 10];
  context.beginPath();
  context.arc(x, middle, radius, 0, 2 * Math.PI);
  context.fillStyle = '#fff';
  context.fill();
  context.strokeStyle = '#000';
  context.lineWidth = 1.2;
  context.stroke();
  context.fillStyle = '#000';
  context.font = 'bold 11px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(place, x, middle);
}

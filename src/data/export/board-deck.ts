/** An investor's pack as a PPTX: words and tables that can be edited, the maps as pictures, under a letterhead. */
import type PptxGenJS from 'pptxgenjs';
import { DECK, type DeckPicture, emptyDeck, writtenDeck } from './deck.ts';

/** Inches. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface BoardLine {
  readonly text: string;
  readonly form: 'plain' | 'bold' | 'item' | 'small';
}

export type BoardPart =
  | { readonly kind: 'words'; readonly box: Box; readonly lines: readonly BoardLine[]; readonly points: number }
  /** The first row is the head; widths are shares of the box's. */
  | {
      readonly kind: 'table';
      readonly box: Box;
      readonly rows: readonly (readonly string[])[];
      readonly widths: readonly number[];
      readonly points: number;
    }
  | { readonly kind: 'picture'; readonly box: Box; readonly picture: DeckPicture };

export interface BoardSlide {
  readonly title: string;
  readonly parts: readonly BoardPart[];
}

export interface BoardDeck {
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  readonly letterhead: { readonly name: string; readonly logo: string | null };
  /** Sources, data version and dates, small at the foot. */
  readonly foot: string;
  /** Approval number, or the mark of internal reference. */
  readonly mark: string;
  readonly slides: readonly BoardSlide[];
}

/** What the parts of a slide may fill. */
export const BOARD: Box = { x: 0.5, y: 1.15, w: DECK.width - 1, h: 5.55 };
const INK = '25292E';
const MUTED = '565A60';
const LINE = 'BBBBBB';

/** @returns bytes of a .pptx. */
export async function boardDeckBytes(deck: BoardDeck): Promise<Uint8Array<ArrayBuffer>> {
  const { pptx, font } = emptyDeck(deck);
  deck.slides.forEach((said, at) => {
    const slide = pptx.addSlide();
    const common = { margin: 0, fontFace: font, lang: deck.lang, color: INK } as const;
    slide.addText(said.title, {
      ...common,
      ...{ x: BOARD.x, y: 0.35, w: 9.4, h: 0.65, fontSize: 24, bold: true, valign: 'middle', fit: 'shrink' },
    });
    addLetterhead(slide, deck, common);
    for (const part of said.parts) addPart(slide, part, common);
    slide.addText(deck.mark, { ...common, x: BOARD.x, y: 6.85, w: 4, h: 0.22, fontSize: 10, bold: true });
    slide.addText(deck.foot, { ...common, x: BOARD.x, y: 7.08, w: 11.4, h: 0.3, fontSize: 7, color: MUTED });
    slide.addText(`${at + 1} / ${deck.slides.length}`, {
      ...common,
      ...{ x: DECK.width - 1.5, y: 6.85, w: 1, h: 0.22, fontSize: 10, align: 'right' },
    });
  });
  return writtenDeck(pptx, []);
}

type Common = Pick<PptxGenJS.TextPropsOptions, 'margin' | 'fontFace' | 'lang' | 'color'>;

function addLetterhead(slide: PptxGenJS.Slide, { letterhead: { name, logo } }: BoardDeck, common: Common): void {
  const box = { x: 10.1, y: 0.3, w: DECK.width - 10.6, h: 0.45 };
  if (logo !== null)
    slide.addImage({ ...box, data: logo, altText: name, sizing: { type: 'contain', w: box.w, h: box.h } });
  if (name !== '')
    slide.addText(name, { ...common, ...box, y: logo === null ? 0.45 : 0.78, h: 0.25, fontSize: 10, align: 'right' });
}

function addPart(slide: PptxGenJS.Slide, part: BoardPart, common: Common): void {
  const { box } = part;
  if (part.kind === 'picture') {
    slide.addImage({ ...box, data: part.picture.data, altText: part.picture.alt });
    return;
  }
  if (part.kind === 'words') {
    slide.addText(
      part.lines.map(({ text, form }) => ({
        text,
        options: {
          breakLine: true,
          ...(form === 'bold' ? { bold: true } : {}),
          ...(form === 'item' ? { bullet: { indent: 10 } } : {}),
          ...(form === 'small' ? { color: MUTED, fontSize: part.points - 2 } : {}),
        },
      })),
      { ...common, ...box, fontSize: part.points, valign: 'top', fit: 'shrink', paraSpaceAfter: 3 },
    );
    return;
  }
  const all = part.widths.reduce((sum, width) => sum + width, 0);
  slide.addTable(
    part.rows.map((row, at) => row.map((text) => ({ text, options: { bold: at === 0 } }))),
    {
      ...{ x: box.x, y: box.y, w: box.w, colW: part.widths.map((width) => (box.w * width) / all) },
      ...{ fontFace: common.fontFace ?? 'Arial', fontSize: part.points, color: INK, margin: 0.04, valign: 'top' },
      border: { type: 'solid', pt: 0.5, color: LINE },
    },
  );
}

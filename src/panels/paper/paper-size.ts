/** Paper and what of it the map gets. Millimetres; CSS counts 96 pixels an inch of 25.4 mm. */

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const SHORT: Record<Paper, number> = { A4: 210, A3: 297 };
const LONG: Record<Paper, number> = { A4: 297, A3: 420 };
const MARGIN = 10;
/** What the sheet says of itself, along its foot, and the gap above. */
const STRIP = 34;
const STRIP_GAP = 2;
/** The legend: a column beside the map, or a band under it; each with the gap before the map. */
const SIDE = 53;
const SIDE_GAP = 5;
const BAND = 46;
const BAND_GAP = 3;

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  /** What the map gets, labels of coordinates included. */
  readonly map: { readonly width: number; readonly height: number };
  readonly strip: number;
  /** Of a landscape page in its strip, of a portrait one in its band. */
  readonly inset: { readonly width: number; readonly height: number };
}

/** Sizes in millimetres. */
export function pageSize(paper: Paper, orientation: Orientation): PageSize {
  const [width, height] = orientation === 'landscape' ? [LONG[paper], SHORT[paper]] : [SHORT[paper], LONG[paper]];
  const beside = orientation === 'landscape';
  const inner = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - STRIP - STRIP_GAP };
  return {
    width,
    height,
    margin: MARGIN,
    map: {
      width: inner.width - (beside ? SIDE + SIDE_GAP : 0),
      height: inner.height - (beside ? 0 : BAND + BAND_GAP),
    },
    strip: STRIP,
    inset: { width: SIDE, height: beside ? STRIP : BAND },
  };
}

/**
 * The box of one sheet, as a style. `--page-fraction` is what print takes off its height (paper.css).
 *
 * @param size millimetres
 */
export function sheetBox({ width, height, margin }: Pick<PageSize, 'width' | 'height' | 'margin'>) {
  return {
    width: `${width}mm`,
    height: `calc(${height}mm - var(--page-fraction, 0px))`,
    padding: `${margin}mm`,
  };
}

export const mmToPx = (mm: number): number => Math.round((mm * 96) / 25.4);

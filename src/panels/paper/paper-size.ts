/** Paper and what of it the map gets. Millimetres; CSS counts 96 pixels an inch of 25.4 mm. */

export const PAPERS = ['A4', 'A3'] as const;
export type Paper = (typeof PAPERS)[number];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

const SHORT: Record<Paper, number> = { A4: 210, A3: 297 };
const LONG: Record<Paper, number> = { A4: 297, A3: 420 };
const MARGIN = 10;
/** Title and foot, with the gaps around the map. */
const HEAD = 15;
const FOOT = 24;
/** The legend: a column beside the map, or a band under it. */
const LEGEND_WIDTH = 58;
const LEGEND_HEIGHT = 56;

export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly map: { readonly width: number; readonly height: number };
}

/** Sizes in millimetres. */
export function pageSize(paper: Paper, orientation: Orientation): PageSize {
  const [width, height] = orientation === 'landscape' ? [LONG[paper], SHORT[paper]] : [SHORT[paper], LONG[paper]];
  const beside = orientation === 'landscape';
  return {
    width,
    height,
    margin: MARGIN,
    map: {
      width: width - 2 * MARGIN - (beside ? LEGEND_WIDTH : 0),
      height: height - 2 * MARGIN - HEAD - FOOT - (beside ? 0 : LEGEND_HEIGHT),
    },
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

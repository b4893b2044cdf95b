/** How a stage of some size is parted: the caption's column, the map's room, and what no name may lie under. Pure. */
import type { Box } from './chart-parts.ts';
import type { ChartRef } from './tour-schema.ts';

/** What the stage leaves to the map, and what lies over it. */
export interface StageFrame {
  /** Px that type and spaces on the stage are multiples of. */
  readonly unit: number;
  /** The caption lies under the map instead of beside it. */
  readonly upright: boolean;
  /** The caption's ground, without where it fades out; and what its words may fill. */
  readonly column: Box;
  readonly inner: Box;
  /** What is left to the map. */
  readonly room: Box;
  /** What no name of the map may lie under: the column, the mark, the scale and the credits. */
  readonly keepOuts: readonly Box[];
}

/** What of a stop needs room beneath an upright map. */
export interface ToRead {
  /** Of the words of a clause, in their own type; 0 where there are none. */
  readonly ems: number;
  readonly chart: { readonly kind: ChartRef['kind']; readonly rows: number } | null;
}

/** Units of the column's width; it fades out into the map over the last of them. */
const COLUMN = 66;
export const FADE = 7;
/** An old projector's screen is narrow for its type, and its map higher than the city needs: from one shape to the other the column takes so many units more. */
const NARROW = { from: 1.6, to: 4 / 3, more: 8 } as const;
/** Share of the height that the caption takes where it lies under the map, at least; and what charts need to be read. */
const CAPTION_SHARE = 0.46;
const CHART_SHARES: Readonly<Record<ChartRef['kind'], number>> = {
  ...{ shares: CAPTION_SHARE, bars: 0.56, pyramid: 0.64, table: 0.7, line: 0.8 },
};
/** Of many bars; and of a table, which takes so much with a row, up to its share. */
const MANY_BARS = { more: 6, share: 0.64 } as const;
const TABLE = { none: 0.42, row: 0.035 } as const;
/** The caption takes more of an upright screen until the words of a clause are so large, px at 900 lines. */
const READ = { px: 19, lines: 900, share: 0.74 } as const;
/** Units of what stands around them: title, words, legend, source. */
const AROUND = 36;
/** Beside the map a long clause has a broader column; the map keeps this many times its height. */
const MAP_WIDTH = 0.95;
/** Units of a clause's type in that column. */
const READ_UNITS = 3;
/** From line to line, in their size; a line breaks before its end. */
const READ_LEADING = 1.42;
const FILLED = 0.94;
/** Units of the width that words have. */
export const INNER_UNITS = COLUMN - FADE - 4;
const EDGE = { x: 4, top: 4.4, bottom: 4 } as const;

/** Type of the credits, px, and the share of the shorter side that it is in between; the margin of their two lines; and how long they are in their own type. */
export const CREDITS = { least: 10, share: 0.011, most: 24, margin: 12, ems: 78 } as const;
const creditsType = (shortSide: number) => Math.min(CREDITS.most, Math.max(CREDITS.least, CREDITS.share * shortSide));
/** Lines of credits at the lower edge with their margin, px: what a stop looks at keeps clear of them. */
export const creditsPx = (shortSide: number): number => Math.round(3 * creditsType(shortSide) + CREDITS.margin);

/** Share of the height that the caption takes under the map. */
function captionShare(width: number, height: number, unit: number, { ems, chart }: ToRead): number {
  const size = (READ.px * height) / READ.lines;
  const lines = Math.ceil((ems * size) / ((width - 2 * EDGE.x * unit) * FILLED));
  const read = ems === 0 ? 0 : (lines * size * READ_LEADING + AROUND * unit) / height;
  return Math.max(CAPTION_SHARE, Math.min(READ.share, read), chart === null ? 0 : chartShare(chart));
}

function chartShare({ kind, rows }: NonNullable<ToRead['chart']>): number {
  const share = CHART_SHARES[kind];
  if (kind === 'table') return Math.min(share, TABLE.none + TABLE.row * rows);
  return kind === 'bars' && rows > MANY_BARS.more ? MANY_BARS.share : share;
}

/** Units of the column's width: more where a clause would be small in it and the map has room to spare. */
function columnUnits(width: number, height: number, unit: number, ems: number): number {
  const { from, to, more } = NARROW;
  const base = COLUMN + more * Math.min(1, Math.max(0, (from - width / height) / (from - to)));
  const lines = (height / unit - EDGE.top - EDGE.bottom - AROUND) / (READ_UNITS * READ_LEADING);
  const wished = (ems * READ_UNITS) / (lines * FILLED) + COLUMN - INNER_UNITS;
  return Math.max(base, Math.min(wished, (width - MAP_WIDTH * height) / unit));
}

/** `width` and `height` of the stage, CSS pixels. */
export function stageFrame(width: number, height: number, toRead: ToRead = { ems: 0, chart: null }): StageFrame {
  const upright = height > width;
  const unit = upright
    ? Math.min(width * 0.0145, (height * CAPTION_SHARE) / 46)
    : Math.min(height * 0.01, width * 0.0064);
  const lower = Math.round(height * captionShare(width, height, unit, toRead));
  const column = upright
    ? { x: 0, y: height - lower, w: width, h: lower }
    : { x: 0, y: 0, w: columnUnits(width, height, unit, toRead.ems) * unit, h: height };
  const inner = upright
    ? { x: EDGE.x * unit, y: column.y + EDGE.x * unit, w: width - 2 * EDGE.x * unit, h: lower - 6.4 * unit }
    : {
        ...{ x: EDGE.x * unit, y: EDGE.top * unit },
        ...{ w: column.w - (COLUMN - INNER_UNITS) * unit, h: height - (EDGE.top + EDGE.bottom) * unit },
      };
  const type = creditsType(Math.min(width, height));
  const under = upright ? column.y : height;
  const credits = creditsPx(Math.min(width, height));
  const wide = Math.min(width - 140, Math.max(0.3 * width, 46 * type));
  // On a phone they take more lines, and reach higher.
  const lines = Math.max(2, Math.ceil((CREDITS.ems * type) / wide));
  const tall = Math.max(credits, Math.round(1.5 * lines * type + CREDITS.margin));
  const left = upright ? 0 : column.w - 4 * unit;
  return {
    ...{ unit, upright, column, inner },
    room: upright
      ? { x: 0, y: 0, w: width, h: column.y - credits }
      : { x: column.w, y: 0, w: width - column.w, h: height - credits },
    keepOuts: [
      column,
      { x: width - 22 * unit, y: 1.6 * unit, w: 22 * unit, h: 4.6 * unit },
      { x: left, y: under - credits, w: 12 * type, h: credits },
      { x: width - wide - 10, y: under - tall, w: wide + 10, h: tall },
    ],
  };
}

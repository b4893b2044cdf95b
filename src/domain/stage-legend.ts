/** The legend of a stop: each sign with its name, in as many columns as hold every name in one line. Pure. */
import { type Box, evenLines, type Measure } from './chart-parts.ts';

/** Lines of one size, from the upper edge of the first; `h` is all of them. */
export interface SetText extends Box {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: number;
  /** From line to line, px. */
  readonly leading: number;
}

export interface LegendPlace {
  /** The sign, a square. */
  readonly sign: Box;
  readonly text: SetText;
}

interface LegendType {
  /** Px that its type and spaces are multiples of; of a long one at most `most`. */
  readonly v: number;
  readonly most: number;
  /** Its type, in multiples of that, and from line to line in multiples of its size. */
  readonly type: { readonly size: number; readonly weight: number; readonly leading: number };
}

/** One of more signs stands in columns. */
const LONG = 4;
const COLUMNS = [4, 3, 2, 1] as const;
/** Between its lines. */
const GAP = 0.7;

/**
 * @param bottom lower edge, px
 */
export function legendAbove(
  labels: readonly string[],
  box: Box,
  bottom: number,
  { v: unit, most, type: { size: units, weight, leading } }: LegendType,
  measure: Measure,
): { readonly places: readonly LegendPlace[]; readonly top: number } {
  const isLong = labels.length > LONG;
  const v = isLong ? Math.min(unit, most) : unit;
  const size = units * v;
  const side = 2.6 * v;
  const widthOf = (columns: number) => (box.w - (columns - 1) * 2 * v) / columns;
  const innerOf = (columns: number) => widthOf(columns) - side - 0.8 * v;
  // As many as hold every name in one line.
  const columns =
    COLUMNS.filter((count) => (isLong ? count > 1 : box.w > box.h || count === 1)).find((count) =>
      labels.every((label) => measure(label, size, weight) <= innerOf(count)),
    ) ?? (isLong ? 2 : 1);
  const width = widthOf(columns);
  const inner = innerOf(columns);
  const set = labels.map((label) => evenLines(label, inner, size, weight, measure));
  const rows = Array.from({ length: Math.ceil(labels.length / columns) }, (_, row) =>
    Math.max(side, ...set.slice(row * columns, (row + 1) * columns).map((lines) => lines.length * size * leading)),
  );
  const height = rows.reduce((sum, row) => sum + row + GAP * v, 0);
  const top = bottom - height;
  let y = top;
  const places = rows.flatMap((high, row): LegendPlace[] => {
    const made = set.slice(row * columns, (row + 1) * columns).map((lines, column): LegendPlace => {
      const x = box.x + column * (width + 2 * v);
      const h = lines.length * size * leading;
      return {
        sign: { x, y: y + (high - side) / 2, w: side, h: side },
        text: {
          ...{ lines, x: x + side + 0.8 * v, y: y + (high - h) / 2, w: inner, h },
          ...{ size, weight, leading: size * leading },
        },
      };
    });
    y += high + GAP * v;
    return made;
  });
  return { places, top };
}

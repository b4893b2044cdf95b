/**
 * Hatches that tell areas apart without colour: parallel strokes, or dots. One table; the map's shader, the legends of
 * the page and those of pictures and prints are made from it.
 */

/** Strokes at an angle, or dots in rows at it. */
export interface HatchLines {
  /** Of the strokes, degrees counter-clockwise from the level. */
  readonly angle: 0 | 45 | 90 | 135;
  /** From the middle of one stroke to that of the next, px. */
  readonly every: number;
  /** Of a stroke, or the diameter of a dot, px. */
  readonly width: number;
}

/** In the order in which the classes of a set take them: each differs plainly from those before. */
export const HATCHES = {
  slant: { dots: false, lines: [{ angle: 45, every: 8, width: 1.6 }] },
  level: { dots: false, lines: [{ angle: 0, every: 6, width: 1.6 }] },
  dots: { dots: true, lines: [{ angle: 0, every: 6, width: 3 }] },
  back: { dots: false, lines: [{ angle: 135, every: 8, width: 1.6 }] },
  cross: {
    dots: false,
    lines: [
      { angle: 0, every: 9, width: 1.4 },
      { angle: 90, every: 9, width: 1.4 },
    ],
  },
  upright: { dots: false, lines: [{ angle: 90, every: 6, width: 1.6 }] },
  lattice: {
    dots: false,
    lines: [
      { angle: 45, every: 9, width: 1.4 },
      { angle: 135, every: 9, width: 1.4 },
    ],
  },
  bars: { dots: false, lines: [{ angle: 45, every: 13, width: 5 }] },
  dense: { dots: false, lines: [{ angle: 135, every: 4, width: 1.4 }] },
  discs: { dots: true, lines: [{ angle: 0, every: 11, width: 6 }] },
  bands: { dots: false, lines: [{ angle: 0, every: 12, width: 5 }] },
} as const satisfies Record<string, { readonly dots: boolean; readonly lines: readonly HatchLines[] }>;

export type HatchId = keyof typeof HATCHES;

export const isHatch = (id: string): id is HatchId => Object.hasOwn(HATCHES, id);

export const HATCH_IDS: readonly HatchId[] = Object.keys(HATCHES).filter(isHatch);

/** The hatch of a class by its place among the classes; null beyond the last hatch. */
export const hatchOfClass = (at: number): HatchId | null => HATCH_IDS[at] ?? null;

/** What of an area stays filled between the strokes of its hatch. */
export const BETWEEN_STROKES = 0.6;

/** A stroke from `[x, y]` to `[x, y]`, or a dot where both are one point, px from the upper left of a box. */
export type HatchStroke = readonly [x1: number, y1: number, x2: number, y2: number, width: number];

/** The strokes of a hatch over a box, for whoever draws with paths; they may reach beyond it. */
export function hatchStrokes(id: HatchId, width: number, height: number): HatchStroke[] {
  const { dots, lines } = HATCHES[id];
  return lines.flatMap(({ angle, every, width: thick }) =>
    dots ? dotsOver(width, height, every, thick) : linesOver(width, height, angle, every, thick),
  );
}

function dotsOver(width: number, height: number, every: number, thick: number): HatchStroke[] {
  const out: HatchStroke[] = [];
  for (let x = every / 2; x < width + every; x += every)
    for (let y = every / 2; y < height + every; y += every) out.push([x, y, x, y, thick]);
  return out;
}

function linesOver(width: number, height: number, angle: number, every: number, thick: number): HatchStroke[] {
  const turn = (angle * Math.PI) / 180;
  // y grows downward.
  const [along, across] = [
    [Math.cos(turn), -Math.sin(turn)],
    [Math.sin(turn), Math.cos(turn)],
  ] as const;
  const reach = width + height;
  const out: HatchStroke[] = [];
  for (let at = -Math.ceil(reach / every) * every + every / 2; at <= reach; at += every) {
    const [x, y] = [across[0] * at, across[1] * at];
    out.push([x - along[0] * reach, y - along[1] * reach, x + along[0] * reach, y + along[1] * reach, thick]);
  }
  return out;
}

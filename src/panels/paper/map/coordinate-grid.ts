/** Lines of coordinates over a map on paper, with ticks and labels at its edges: degrees, or a grid in metres. Pure. */
import { gridLabel, multiples } from '../../../domain/graticule.ts';
import type { LngLat } from '../../../domain/position.ts';
import type { Extent } from './true-scale.ts';

export const COORDINATES = ['none', 'degrees-ticks', 'degrees-lines', 'gk-ticks', 'gk-lines'] as const;
export type Coordinates = (typeof COORDINATES)[number];

/** Millimetres from the upper left of the map. */
export type Mm = readonly [x: number, y: number];

/** The map on paper. */
export interface PaperGround extends Extent {
  mmOf(position: LngLat): Mm;
  positionAt(x: number, y: number): LngLat;
}

/** Coordinates of a system: seconds of arc, or metres. */
export interface GridSystem {
  to(position: LngLat): readonly [x: number, y: number];
  from(x: number, y: number): LngLat;
  /** From line to line, the finest first. */
  readonly steps: readonly number[];
  label(value: number, step: number, axis: 'x' | 'y'): string;
}

type Side = 'top' | 'right' | 'bottom' | 'left';

export interface GridMarks {
  readonly lines: readonly (readonly Mm[])[];
  /** Short strokes from the edge inwards. */
  readonly ticks: readonly (readonly [Mm, Mm])[];
  /** Where two lines meet, inside the map. */
  readonly crosses: readonly (readonly [Mm, Mm])[];
  readonly labels: readonly { readonly side: Side; readonly at: number; readonly text: string }[];
}

/** Lines are no closer than this, nor are labels, mm. */
const APART = 32;
const TICK = 2.5;
const CROSS = 1.5;
/** A line is bent so little that this many pieces show it. */
const PIECES = 16;
/** Lines reach beyond the map by this share, so that they cross its edges. */
const BEYOND = 0.03;
/** Labels at a corner would meet. */
const CORNER = 4;

const MINUTE = 60;
const DEGREE_STEPS = [1, 2, 5, 10, 15, 30, MINUTE, 120, 300, 600, 900, 1800, 3600];
const METRE_STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000];

/** Degrees of CGCS2000, which WGS-84 is to some centimetres. */
export const DEGREES: GridSystem = {
  to: ([lng, lat]) => [lng * 3600, lat * 3600],
  from: (x, y) => [x / 3600, y / 3600],
  steps: DEGREE_STEPS,
  label: (value, step, axis) => gridLabel(value, step, axis === 'x' ? 'lng' : 'lat'),
};

/** The zone of 3° that a longitude is in, by its number. */
export const zoneOf = (lng: number): number => Math.round(lng / 3);

/** Of a zone of Gauss-Krüger in metres, eastings with the zone's number before them; labels are whole kilometres, or tenths. */
export function metreGrid(to: GridSystem['to'], from: GridSystem['from']): GridSystem {
  return {
    to,
    from,
    steps: METRE_STEPS,
    label: (value, step) => (value / 1000).toFixed(step < 1000 ? 1 : 0),
  };
}

export function gridMarks(ground: PaperGround, system: GridSystem): GridMarks {
  const { width, height } = ground;
  const at = (x: number, y: number): Mm => ground.mmOf(system.from(x, y));
  const rim = rimOf(ground).map(([x, y]) => system.to(ground.positionAt(x, y)));
  const [xs, ys] = [rim.map(([x]) => x), rim.map(([, y]) => y)];
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const perMm = Math.max((east - west) / width, (north - south) / height);
  const step = system.steps.find((one) => one >= APART * perMm) ?? system.steps.at(-1) ?? 1;
  const [columns, rows] = [multiples(west, east, step), multiples(south, north, step)];
  const along = (from: number, to: number, place: (value: number) => Mm): Mm[] => {
    const [start, length] = [from - BEYOND * (to - from), (1 + 2 * BEYOND) * (to - from)];
    return Array.from({ length: PIECES + 1 }, (_, i) => place(start + (length * i) / PIECES));
  };
  const inside = ([x, y]: Mm): boolean => x > 0 && x < width && y > 0 && y < height;
  const lines = [
    ...columns.map((x) => ({ axis: 'x' as const, value: x, line: along(south, north, (y) => at(x, y)) })),
    ...rows.map((y) => ({ axis: 'y' as const, value: y, line: along(west, east, (x) => at(x, y)) })),
  ];
  const ends = lines.flatMap(({ axis, value, line }) =>
    edgesOf(line, ground, axis).map((end) => ({ ...end, text: system.label(value, step, axis) })),
  );
  const arm = CROSS * perMm;
  return {
    lines: lines.map(({ line }) => line),
    ticks: ends.map(({ from, to }) => [from, to]),
    crosses: columns.flatMap((x) =>
      rows.flatMap((y): [Mm, Mm][] =>
        inside(at(x, y))
          ? [
              [at(x - arm, y), at(x + arm, y)],
              [at(x, y - arm), at(x, y + arm)],
            ]
          : [],
      ),
    ),
    labels: ends.flatMap(({ side, from: [x, y], text }) => {
      const [place, length] = side === 'top' || side === 'bottom' ? [x, width] : [y, height];
      return place < CORNER || place > length - CORNER ? [] : [{ side, at: place, text }];
    }),
  };
}

/** Places along the edges. */
function rimOf({ width, height }: Extent): Mm[] {
  const shares = Array.from({ length: PIECES + 1 }, (_, i) => i / PIECES);
  return shares.flatMap((share): Mm[] => [
    [share * width, 0],
    [share * width, height],
    [0, share * height],
    [width, share * height],
  ]);
}

/** Where a line of constant x leaves the map above and below, or one of constant y left and right, with its tick. */
function edgesOf(line: readonly Mm[], { width, height }: Extent, axis: 'x' | 'y') {
  const [across, limit, other] = axis === 'x' ? ([1, height, width] as const) : ([0, width, height] as const);
  const sides: readonly (readonly [Side, number])[] =
    axis === 'x'
      ? [
          ['top', 0],
          ['bottom', limit],
        ]
      : [
          ['left', 0],
          ['right', limit],
        ];
  return sides.flatMap(([side, edge]) =>
    line.flatMap((b, i) => {
      const a = line[i - 1];
      if (a === undefined || (a[across] - edge) * (b[across] - edge) > 0 || a[across] === b[across]) return [];
      const point = (value: number): Mm => {
        const share = (value - a[across]) / (b[across] - a[across]);
        return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      };
      const from = point(edge);
      const beside = from[1 - across] ?? 0;
      if (beside < 0 || beside > other) return [];
      return [{ side, from, to: point(edge === 0 ? TICK : limit - TICK) }];
    }),
  );
}

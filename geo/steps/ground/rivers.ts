/**
 * Rivers from pieces of their area: the middle of the pieces, with the width that the pieces have along it, both evened
 * out. Where the pieces end, the river fades.
 */
import { apart, resampled } from './curve.ts';
import { FADES } from './ends.ts';
import { depths, emptyMask, fillHoles, fillPolygon, type Grid, indexOf, type Mask, type Point, stamp } from './grid.ts';
import { middleOf, type NetworkRules } from './network.ts';
import { type Outline, type OutlineRules, outlinesOf, stampRings } from './outline.ts';
import type { Stroke } from './strokes.ts';

export interface RiverRules extends NetworkRules, OutlineRules {
  /** The least half width that is drawn. */
  readonly leastHalfM: number;
}

export interface River extends Stroke {
  /** Half the width at each point, metres. */
  halves: number[];
}

const STEP_M = 100;
/** Over how many steps to either side the middle and the width are evened out. */
const EVEN_MIDDLE = 9;
const EVEN_WIDTH = 20;
/** How much wider than it is a river may be drawn to either side. */
const WIDER_M = 140;
/** … and by how much more with every step from its ends. */
const TAPER_M = 15;

/** `areas`: polygons of rings. */
export function riversOf(grid: Grid, areas: readonly (readonly (readonly Point[])[])[], rules: RiverRules): River[] {
  const mask = emptyMask(grid);
  for (const rings of areas) {
    fillPolygon(grid, mask, rings);
    stampRings(grid, mask, rings, rules.mergeM);
  }
  fillHoles(grid, mask, rules.holeM2);
  const deep = depths(grid, mask);
  return middleOf(grid, mask, rules).map(({ points, loose }) => {
    const middle = resampled(points, STEP_M);
    const halves = middle.map((point) => ((deep[indexOf(grid, point)] ?? 0) * grid.cell) / 3 - rules.mergeM);
    return {
      points: evened(middle, rules.smoothM),
      halves: halves.map((half, i) => {
        const even = mean(halves.slice(Math.max(0, i - EVEN_WIDTH), i + EVEN_WIDTH + 1));
        return Math.max(
          rules.leastHalfM,
          Math.min(even, half + Math.min(WIDER_M, TAPER_M * Math.min(i, halves.length - 1 - i))),
        );
      }),
      loose,
    };
  });
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Each point moved to the mean of its neighbours, by `withinM` at most; the ends stay. */
function evened(points: readonly Point[], withinM: number): Point[] {
  return points.map((point, i) => {
    const reach = Math.min(EVEN_MIDDLE, i, points.length - 1 - i);
    const near = points.slice(i - reach, i + reach + 1);
    const to: Point = [mean(near.map(([x]) => x)), mean(near.map(([, y]) => y))];
    const share = Math.min(1, withinM / (apart(point, to) || 1));
    return [point[0] + (to[0] - point[0]) * share, point[1] + (to[1] - point[1]) * share];
  });
}

/** Areas of rivers by opacity: whole, and the last stretches on top of each other; see FADES. */
export function riverAreas(
  grid: Grid,
  rivers: readonly River[],
  rules: RiverRules,
  fadeM: (end: Point) => number,
): { fade: number; outlines: Outline[]; mask: Mask }[] {
  const whole = emptyMask(grid);
  const faded = FADES.map(() => emptyMask(grid));
  for (const river of rivers) {
    const out = fromEnd(river, fadeM);
    river.points.forEach((point, i) => {
      const previous = Math.max(0, i - 1);
      const strength = Math.min(out[i] ?? 1, out[previous] ?? 1);
      const draw = (mask: Mask): void => {
        stamp(grid, mask, river.points[previous] ?? point, point, river.halves[previous] ?? 0, river.halves[i] ?? 0);
      };
      if (strength >= 1) draw(whole);
      // The faded pieces reach a little under the whole river, so that no seam shows between them.
      if (strength < 1.15) faded.filter((_, k) => strength >= k / FADES.length).forEach(draw);
    });
  }
  return [
    { fade: 1, mask: whole, outlines: outlinesOf(grid, whole, rules) },
    ...FADES.map((fade, k) => {
      const mask = faded[k] ?? emptyMask(grid);
      return { fade, mask, outlines: outlinesOf(grid, mask, { ...rules, leastM2: 0 }) };
    }),
  ];
}

/** For each point, how far it lies from the nearest loose end, in stretches that fade: 1 and more is whole. */
function fromEnd({ points, loose }: River, fadeM: (end: Point) => number): number[] {
  const along = points.map(() => 0);
  points.forEach((point, i) => {
    along[i] = (along[i - 1] ?? 0) + apart(points[i - 1] ?? point, point);
  });
  const total = along.at(-1) ?? 0;
  const stretch = (at: 0 | 1): number => {
    const end = at === 0 ? points[0] : points.at(-1);
    return loose[at] && end !== undefined ? Math.min(fadeM(end), total * 0.35) : 0;
  };
  const [first, last] = [stretch(0), stretch(1)];
  const share = (way: number, of: number): number => (of === 0 ? Number.POSITIVE_INFINITY : way / of);
  return along.map((way) => Math.min(share(way, first), share(total - way, last)));
}

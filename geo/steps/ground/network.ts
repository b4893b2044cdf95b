/**
 * Lines drawn for one scale: those that lie side by side are one, gaps of a few cells close, short ends and lone scraps
 * go, ends that nearly meet another line are tied to it, bends are curves.
 */
import { apart, rounded, simplified, withoutSpikes } from './curve.ts';
import { nearestWithin } from './ends.ts';
import { emptyMask, fillHoles, type Grid, type Mask, type Point, stampLine } from './grid.ts';
import { lengthOf, pruned, type Stroke, strokesOf } from './strokes.ts';
import { edgesOf, thin } from './thin.ts';

export interface NetworkRules {
  /** Lines nearer to each other than twice this are one. */
  readonly mergeM: number;
  /** What is enclosed by lines that should be one, at most. */
  readonly holeM2: number;
  readonly spurM: number;
  readonly pieceM: number;
  /** How far a point may be moved when the line is straightened, and again when a corner becomes a curve. */
  readonly smoothM: number;
}

/** Sharper than this no line turns; see ground-rules.ts. */
const SHARPEST = 60;

/** Strokes of the middle of a mask, as they come from the grid. */
export function middleOf(grid: Grid, mask: Mask, { spurM, pieceM }: NetworkRules): Stroke[] {
  thin(grid, mask);
  return strokesOf(pruned(edgesOf(grid, mask), spurM, pieceM));
}

export function strokesOfLines(grid: Grid, lines: readonly (readonly Point[])[], rules: NetworkRules): Stroke[] {
  const mask = emptyMask(grid);
  for (const line of lines) stampLine(grid, mask, line, rules.mergeM);
  fillHoles(grid, mask, rules.holeM2);
  return middleOf(grid, mask, rules).map(({ points, loose }) => ({ points: straightened(points, rules), loose }));
}

function straightened(points: readonly Point[], { smoothM }: NetworkRules): Point[] {
  return withoutSpikes(simplified(points, smoothM), SHARPEST);
}

interface Tied extends Stroke {
  group: string;
}

/** Loose ends within `withinM` of another stroke, of any group, reach it and are loose no longer, where they `may`. */
export function tied<T extends Tied>(strokes: readonly T[], withinM: number, may: (end: Point) => boolean): T[] {
  const lines = strokes.map((stroke) => ({ points: stroke.points, of: stroke }));
  return strokes.map((stroke) => {
    const points = [...stroke.points];
    const loose: Stroke['loose'] = [...stroke.loose];
    for (const at of [0, 1] as const) {
      const end = at === 0 ? points[0] : points.at(-1);
      if (!loose[at] || end === undefined || !may(end)) continue;
      const near = nearestWithin(end, lines, withinM, (other) => other !== stroke);
      if (near === undefined) continue;
      loose[at] = false;
      if (at === 0) points.unshift(near);
      else points.push(near);
    }
    return { ...stroke, loose, points: withoutSpikes(points, SHARPEST) };
  });
}

/** Curves for corners; then the ends that met another line meet it again where its curve now runs, or are loose. */
export function smoothed<T extends Tied>(strokes: readonly T[], { smoothM }: NetworkRules): T[] {
  const curved = strokes.map((stroke) => ({ ...stroke, points: rounded(stroke.points, smoothM) }));
  // What the first round tied to an end that then moved on, the second one ties again.
  return metAgain(metAgain(curved, 5 * smoothM), 5 * smoothM);
}

function metAgain<T extends Tied>(strokes: readonly T[], withinM: number): T[] {
  // Where two ends meet each other, the second one goes to where the first one has gone.
  const lines = strokes.map((stroke) => ({ points: stroke.points, of: stroke }));
  return strokes.map((stroke, i) => {
    const points = [...stroke.points];
    const loose: Stroke['loose'] = [...stroke.loose];
    for (const side of [0, 1] as const) {
      const at = side === 0 ? 0 : points.length - 1;
      const end = points[at];
      if (end === undefined || loose[side]) continue;
      const near = nearestWithin(end, lines, withinM, (other) => other !== stroke);
      loose[side] = near === undefined && !closes(points);
      points[at] = near ?? end;
    }
    const moved = withoutSpikes(points, SHARPEST);
    lines[i] = { points: moved, of: stroke };
    return { ...stroke, loose, points: moved };
  });
}

/** Without what hangs together with nothing and is shorter than `pieceM`, and without short loose ends. */
export function withoutScraps<T extends Tied>(strokes: readonly T[], { pieceM, spurM }: NetworkRules): T[] {
  return strokes.filter(({ points, loose }) => {
    const length = lengthOf(points);
    if (closes(points)) return length >= spurM;
    return loose[0] && loose[1] ? length >= pieceM : !loose[0] && !loose[1] ? true : length >= spurM;
  });
}

function closes(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  return first !== undefined && last !== undefined && apart(first, last) < 1;
}

/** The middle of what a mask marks, one cell wide, and the lines that it is made of. */
import type { Grid, Mask, Point } from './grid.ts';
import { cellsOf, pointOf } from './grid.ts';

/**
 * Takes cells off the edges until lines one cell wide are left (Zhang and Suen, 1984), in two halves that take turns.
 * A half looks again only at cells next to one that went since it looked last: nothing else can have changed.
 */
export function thin({ width }: Grid, mask: Mask): void {
  const around = [width, width + 1, 1, 1 - width, -width, -width - 1, -1, width - 1];
  const marked = cellsOf(mask);
  const halves = [halfOf(mask, marked), halfOf(mask, marked)] as const;
  for (let [turn, idle] = [0, 0]; idle < 2; turn = 1 - turn) {
    const half = halves[turn === 0 ? 0 : 1];
    const gone = half.take().filter((index) => mask[index] === 1 && mayGo(mask, index, around, turn === 1));
    for (const index of gone) mask[index] = 0;
    for (const index of gone) for (const step of around) for (const each of halves) each.lookAt(index + step);
    idle = gone.length === 0 ? idle + 1 : 0;
  }
}

/** The cells that one half has to look at, each once; at first all that are marked. */
function halfOf(mask: Mask, marked: readonly number[]) {
  const isWaiting = mask.slice();
  let waiting = [...marked];
  return {
    lookAt(index: number): void {
      if (isWaiting[index] === 1 || mask[index] !== 1) return;
      isWaiting[index] = 1;
      waiting.push(index);
    },
    take(): readonly number[] {
      const taken = waiting;
      for (const index of taken) isWaiting[index] = 0;
      waiting = [];
      return taken;
    },
  };
}

function mayGo(mask: Mask, index: number, around: readonly number[], second: boolean): boolean {
  let [count, rises] = [0, 0];
  for (let k = 0; k < 8; k++) {
    const here = mask[index + (around[k] ?? 0)] ?? 0;
    count += here;
    if (here === 0 && mask[index + (around[(k + 1) % 8] ?? 0)] === 1) rises += 1;
  }
  if (count < 2 || count > 6 || rises !== 1) return false;
  const on = (k: number): boolean => mask[index + (around[k] ?? 0)] === 1;
  const [n, e, s, w] = [on(0), on(2), on(4), on(6)];
  return second ? !(n && e && w) && !(n && s && w) : !(n && e && s) && !(e && s && w);
}

/** A line between two places where lines end or meet; the places have numbers. */
export interface Edge {
  from: number;
  to: number;
  points: Point[];
}

/** The lines of a thinned mask. */
export function edgesOf(grid: Grid, mask: Mask): Edge[] {
  const neighbours = neighboursIn(grid, mask);
  const cells = cellsOf(mask);
  const nodes = new Set(cells.filter((index) => neighbours(index).length !== 2));
  const walked = new Set<string>();
  const paths: number[][] = [];
  const walk = (start: number, second: number): void => {
    if (walked.has(`${start} ${second}`)) return;
    const path = [start, second];
    while (!nodes.has(path.at(-1) ?? -1) && path.at(-1) !== start) {
      const next = neighbours(path.at(-1) ?? -1).find((index) => index !== path.at(-2));
      if (next === undefined) break;
      path.push(next);
    }
    walked.add(`${path.at(-1)} ${path.at(-2)}`).add(`${start} ${second}`);
    paths.push(path);
  };
  for (const node of nodes) for (const next of neighbours(node)) walk(node, next);
  const onPath = new Set(paths.flat());
  for (const index of cells) {
    if (onPath.has(index) || nodes.has(index)) continue;
    // What no end and no meeting leads to is a loop; it begins anywhere.
    const [next] = neighbours(index);
    if (next === undefined) continue;
    walk(index, next);
    for (const other of paths.at(-1) ?? []) onPath.add(other);
  }
  return contracted(paths, (index) => pointOf(grid, index));
}

/** Straight neighbours, and those across a corner that no straight one leads to. */
function neighboursIn({ width }: Grid, mask: Mask): (index: number) => number[] {
  return (index) => {
    const found: number[] = [];
    for (const step of [1, -1, width, -width]) if (mask[index + step] === 1) found.push(index + step);
    for (const along of [1, -1])
      for (const across of [width, -width]) {
        const corner = mask[index + along + across] === 1;
        if (corner && mask[index + along] !== 1 && mask[index + across] !== 1) found.push(index + along + across);
      }
    return found;
  };
}

/** Meetings nearer than this, in cells, are one: a crossing comes out of the thinning as two forks. */
const ONE_MEETING = 9;
/** Cells next to a meeting that bend towards where it was. */
const BENT = 5;

/** Paths of up to `ONE_MEETING` cells between two meetings vanish, and their ends become one place in the middle. */
function contracted(paths: readonly number[][], at: (index: number) => Point): Edge[] {
  const ends = new Map<number, number>();
  for (const path of paths) {
    for (const end of endsOf(path)) ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const same = new Map<number, number>();
  const root = (index: number): number => {
    const next = same.get(index);
    return next === undefined ? index : root(next);
  };
  const members = new Map<number, number[]>();
  const left: number[][] = [];
  for (const path of [...paths].sort((a, b) => a.length - b.length)) {
    const [a, b] = endsOf(path).map(root);
    const meets = endsOf(path).every((end) => (ends.get(end) ?? 0) > 1);
    if (path.length > ONE_MEETING || !meets || a === undefined || b === undefined) left.push(path);
    else if (a !== b) {
      same.set(a, b);
      members.set(b, [...(members.get(b) ?? [b]), ...(members.get(a) ?? [a])]);
    }
  }
  const place = (node: number): Point => {
    const points = (members.get(node) ?? [node]).map(at);
    const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
    return [mean(0), mean(1)];
  };
  return left.map((path) => {
    const [from, to] = endsOf(path).map(root);
    const bent = (node = -1) => ((ends.get(node) ?? 0) > 1 ? Math.min(BENT, Math.floor(path.length / 3)) : 1);
    const between = path.slice(bent(path[0]), path.length - bent(path.at(-1)));
    return { from: from ?? -1, to: to ?? -1, points: [place(from ?? -1), ...between.map(at), place(to ?? -1)] };
  });
}

const endsOf = (path: readonly number[]): number[] => [path[0] ?? -1, path.at(-1) ?? -1];

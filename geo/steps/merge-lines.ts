/** Lines that go on as each other: a road or a river is drawn, thinned and named as one, not way by way. */
import type { Position } from 'geojson';

const keyOf = (point: Position | undefined): string => `${point?.[0]},${point?.[1]}`;

/**
 * Joins lines where exactly two ends meet; where three do it is not known which goes on. Directions may differ.
 * Closed lines stay as they are.
 */
export function mergeLines(lines: readonly (readonly Position[])[]): Position[][] {
  const ends = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    for (const end of [line[0], line.at(-1)]) {
      const key = keyOf(end);
      const there = ends.get(key);
      if (there === undefined) ends.set(key, [index]);
      else there.push(index);
    }
  }
  const used = new Set<number>();
  /** The one other line that ends where this one does. */
  const nextAt = (end: Position | undefined, from: number): number | null => {
    const there = ends.get(keyOf(end)) ?? [];
    const [a, b] = there;
    if (there.length !== 2 || a === undefined || b === undefined || a === b) return null;
    const other = a === from ? b : a;
    return used.has(other) ? null : other;
  };
  /** Lines that follow on from the end of one, each turned to go on. */
  const follow = (start: readonly Position[], index: number): Position[] => {
    const path: Position[] = [];
    let end = start.at(-1);
    let from = index;
    for (let next = nextAt(end, from); next !== null; next = nextAt(end, from)) {
      used.add(next);
      const line = lines[next] ?? [];
      const turned = keyOf(line[0]) === keyOf(end) ? line : [...line].reverse();
      for (const point of turned.slice(1)) path.push(point);
      end = turned.at(-1);
      from = next;
    }
    return path;
  };
  return lines.flatMap((line, index): Position[][] => {
    if (used.has(index)) return [];
    used.add(index);
    const forth = follow(line, index);
    const back = follow([...line].reverse(), index).reverse();
    return [[...back, ...line, ...forth]];
  });
}

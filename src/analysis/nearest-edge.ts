/** The nearest place on lines in a plane, for thousands of questions about thousands of edges. */
import type { Place } from './plane.ts';

/** Edges that lie side by side along their line share a box. */
const GROUP = 16;

export interface Foot {
  readonly at: Place;
  /** Metres. */
  readonly distance: number;
}

export type NearestEdge = (x: number, y: number) => Foot;

/** x1, y1, x2, y2 of every edge, metres. */
function edgesOf(lines: readonly (readonly Place[])[]): Float64Array {
  const edges = new Float64Array(4 * lines.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0));
  let at = 0;
  for (const line of lines) {
    line.forEach((to, i) => {
      const from = line[i - 1];
      if (from === undefined) return;
      edges.set([...from, ...to], at);
      at += 4;
    });
  }
  return edges;
}

/** West, south, east, north of each group. */
function boxesOf(edges: Float64Array): Float64Array {
  const boxes = new Float64Array(4 * Math.ceil(edges.length / 4 / GROUP));
  for (let group = 0; group < boxes.length / 4; group++) {
    const part = edges.subarray(4 * GROUP * group, 4 * GROUP * (group + 1));
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < part.length; i += 2) {
      const [x, y] = [part[i] ?? 0, part[i + 1] ?? 0];
      [west, east] = [Math.min(west, x), Math.max(east, x)];
      [south, north] = [Math.min(south, y), Math.max(north, y)];
    }
    boxes.set([west, south, east, north], 4 * group);
  }
  return boxes;
}

export function nearestEdge(lines: readonly (readonly Place[])[]): NearestEdge {
  const edges = edgesOf(lines);
  const boxes = boxesOf(edges);
  const groups = boxes.length / 4;
  /** Questions follow each other along an outline: where the last foot was the next is near. */
  let last = 0;
  return (x, y) => {
    let [best, footX, footY] = [Infinity, Number.NaN, Number.NaN];
    const look = (group: number) => {
      for (let e = 4 * GROUP * group; e < Math.min(edges.length, 4 * GROUP * (group + 1)); e += 4) {
        const [ax, ay] = [edges[e] ?? 0, edges[e + 1] ?? 0];
        const [vx, vy] = [(edges[e + 2] ?? 0) - ax, (edges[e + 3] ?? 0) - ay];
        const length = vx * vx + vy * vy;
        const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * vx + (y - ay) * vy) / length));
        const [px, py] = [ax + t * vx, ay + t * vy];
        const squared = (x - px) ** 2 + (y - py) ** 2;
        if (squared < best) [best, footX, footY, last] = [squared, px, py, group];
      }
    };
    const first = last;
    look(first);
    for (let group = 0; group < groups; group++) {
      if (group === first) continue;
      const dx = Math.max(0, (boxes[4 * group] ?? 0) - x, x - (boxes[4 * group + 2] ?? 0));
      const dy = Math.max(0, (boxes[4 * group + 1] ?? 0) - y, y - (boxes[4 * group + 3] ?? 0));
      if (dx * dx + dy * dy < best) look(group);
    }
    return { at: [footX, footY], distance: Math.sqrt(best) };
  };
}

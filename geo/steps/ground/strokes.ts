/** Edges of a network without their short ends, joined to strokes: lines that run straight through every meeting. */
import type { Point } from './grid.ts';
import type { Edge } from './thin.ts';

export interface Stroke {
  points: Point[];
  /** Whether nothing else meets the first and the last point. */
  loose: [start: boolean, end: boolean];
}

export const lengthOf = (points: readonly Point[]): number =>
  points.reduce((sum, [x, y], i) => {
    const [px, py] = points[i - 1] ?? [x, y];
    return sum + Math.hypot(x - px, y - py);
  }, 0);

/** Without branches shorter than `spurM`, shortest first, and without lone lines shorter than `pieceM`. */
export function pruned(edges: readonly Edge[], spurM: number, pieceM: number): Edge[] {
  let left = [...edges];
  for (;;) {
    left = merged(left);
    const degree = degrees(left);
    const loose = (node: number): boolean => degree.get(node) === 1;
    const short = left
      .map((edge) => ({ edge, length: lengthOf(edge.points), ends: Number(loose(edge.from)) + Number(loose(edge.to)) }))
      .filter(({ ends, length }) => ends > 0 && length < (ends === 2 ? pieceM : spurM))
      .sort((a, b) => a.length - b.length);
    // A fork loses its shorter arm only; the longer one may then be part of a longer line.
    const taken = new Set<number>();
    const gone = new Set<Edge>();
    for (const { edge } of short) {
      if (taken.has(edge.from) || taken.has(edge.to)) continue;
      taken.add(edge.from).add(edge.to);
      gone.add(edge);
    }
    if (gone.size === 0) return left;
    left = left.filter((edge) => !gone.has(edge));
  }
}

function degrees(edges: readonly Edge[]): Map<number, number> {
  const degree = new Map<number, number>();
  for (const { from, to } of edges) for (const node of [from, to]) degree.set(node, (degree.get(node) ?? 0) + 1);
  return degree;
}

const reversed = ({ from, to, points }: Edge): Edge => ({ from: to, to: from, points: [...points].reverse() });

function joined(a: Edge, b: Edge, node: number): Edge {
  const first = a.to === node ? a : reversed(a);
  const second = b.from === node ? b : reversed(b);
  return { from: first.from, to: second.to, points: [...first.points, ...second.points.slice(1)] };
}

/** Edges that meet nothing but each other are one. */
function merged(edges: readonly Edge[]): Edge[] {
  return throughNodes(edges, (at) => (at.length === 2 ? [[0, 1]] : []));
}

/** Joins edges in the pairs that `pairs` chooses of those that meet in a node. */
function throughNodes(
  edges: readonly Edge[],
  pairs: (at: readonly { edge: Edge; away: Point }[]) => readonly (readonly [number, number])[],
): Edge[] {
  const left = new Map<number, Edge>(edges.map((edge, i) => [i, edge]));
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const meeting = new Map<number, Set<number>>();
  const note = (id: number, edge: Edge): void => {
    for (const node of [edge.from, edge.to]) meeting.set(node, (meeting.get(node) ?? new Set()).add(id));
  };
  for (const [id, edge] of left) note(id, edge);
  let next = edges.length;
  for (const node of nodes) {
    const ids = [...(meeting.get(node) ?? [])];
    const at = ids.flatMap((id) => {
      const edge = left.get(id);
      return edge === undefined || edge.from === edge.to ? [] : [{ id, edge, away: heading(edge, node) }];
    });
    for (const [i, j] of pairs(at)) {
      const [a, b] = [at[i], at[j]];
      if (a === undefined || b === undefined) continue;
      const whole = joined(a.edge, b.edge, node);
      for (const { id, edge } of [a, b]) {
        left.delete(id);
        for (const end of [edge.from, edge.to]) meeting.get(end)?.delete(id);
      }
      left.set(next, whole);
      note(next, whole);
      next += 1;
    }
  }
  return [...left.values()];
}

/** Where an edge leads from a node, over its first 300 m; a unit vector. */
function heading(edge: Edge, node: number): Point {
  const points = edge.from === node ? edge.points : [...edge.points].reverse();
  const [x0, y0] = points[0] ?? [0, 0];
  const far = points.find(([x, y]) => Math.hypot(x - x0, y - y0) > 300) ?? points.at(-1) ?? [x0 + 1, y0];
  const length = Math.hypot(far[0] - x0, far[1] - y0) || 1;
  return [(far[0] - x0) / length, (far[1] - y0) / length];
}

/** Two edges are one stroke where they turn by less than 60°, the straightest pairs first. */
export function strokesOf(edges: readonly Edge[]): Stroke[] {
  const degree = degrees(edges);
  const whole = throughNodes(edges, (at) => {
    const pairs = at.flatMap((a, i) =>
      at.slice(i + 1).map((b, k) => ({ i, j: i + 1 + k, turn: a.away[0] * b.away[0] + a.away[1] * b.away[1] })),
    );
    const used = new Set<number>();
    return pairs
      .filter(({ turn }) => turn < -0.5)
      .sort((a, b) => a.turn - b.turn)
      .flatMap(({ i, j }): [number, number][] => {
        if (used.has(i) || used.has(j)) return [];
        used.add(i).add(j);
        return [[i, j]];
      });
  });
  return whole.map(({ from, to, points }) => ({ points, loose: [degree.get(from) === 1, degree.get(to) === 1] }));
}

import { expect, it } from 'vitest';
import { stepWhileMoving } from '../../src/domain/set-look.ts';
import { edgesOf, fewCorners } from '../../src/map/overlay/shape-columns.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

it('keeps every so manieth line or area whole, its rim and its filling, and the others not at all', () => {
  const rows = Array.from({ length: 5 }, (_, n) => ({ rings: [rectangle(113 + n, 23, 113.5 + n, 23.5)] }));
  const { geometries } = shapedSet([
    ...rows,
    {
      line: [
        [112, 22],
        [112.5, 22.5],
      ] as const,
    },
  ]);
  if (geometries === undefined) throw new Error('no areas');
  const all = { edges: edgesOf(geometries), triangles: geometries.triangles };
  const few = fewCorners(geometries, all, 2);
  // Rows 0, 2 and 4: four pieces of a rim and two triangles each.
  expect([few.edges.length, few.triangles.length]).toEqual([3 * 4 * 2, 3 * 2 * 3]);
  const wests = new Set([...few.edges, ...few.triangles].map((at) => Math.floor(geometries.positions[2 * at] ?? 0)));
  expect([...wests].sort()).toEqual([113, 115, 117]);
  expect(fewCorners(geometries, all, 1)).toEqual(all);
});

it('draws all of a set of some thousand parcels, and a share of a large one', () => {
  const corners = (n: number) => ({ positions: new Float64Array(2 * n) });
  expect([stepWhileMoving(corners(11_000)), stepWhileMoving(corners(1_100_000))]).toEqual([1, 19]);
});

import { describe, expect, it } from 'vitest';
import { BLOCK_ROWS, buildIndex, chordsToBlock } from '../../src/analysis/spatial-index.ts';
import { isPlaced } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const rowsWhere = (count: number, keep: (row: number) => boolean): number[] =>
  Array.from({ length: count }, (_, row) => row).filter(keep);

describe('buildIndex', () => {
  it.each([[0], [1], [BLOCK_ROWS], [BLOCK_ROWS + 1], [5000]])(
    'holds each placed row of %i once, the others as unplaced',
    (count) => {
      const set = randomSet({ seed: count + 1, count, unplacedShare: 0.2, spread: 'mixed' });
      const { rows, unplaced, blocks } = buildIndex(set);
      expect([...rows].sort((a, b) => a - b)).toEqual(rowsWhere(count, (row) => isPlaced(set, row)));
      expect([...unplaced]).toEqual(rowsWhere(count, (row) => !isPlaced(set, row)));
      expect(blocks.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(rows.length);
    },
  );

  it('bounds each block by its rows and their errors', () => {
    const set = randomSet({ seed: 3, count: 3000 });
    const { rows, xyz, blocks } = buildIndex(set);
    for (const block of blocks) {
      for (let i = block.start; i < block.end; i++) {
        const row = rows[i] ?? 0;
        const [lng, lat, radius] = [
          set.positions[2 * row] ?? 0,
          set.positions[2 * row + 1] ?? 0,
          set.radiusM[row] ?? -1,
        ];
        expect(lng >= block.west && lng <= block.east && lat >= block.south && lat <= block.north).toBe(true);
        expect(radius >= block.minRadius && radius <= block.maxRadius).toBe(true);
        const [near, far] = chordsToBlock(block, xyz.subarray(3 * i, 3 * i + 3));
        expect(near).toBe(0);
        expect(far).toBeGreaterThan(0);
      }
    }
  });

  it('keeps neighbours together: a block of an even set is far smaller than the set', () => {
    const { blocks } = buildIndex(randomSet({ seed: 4, count: 20_000, unplacedShare: 0 }));
    const meanArea = blocks.reduce((sum, b) => sum + (b.east - b.west) * (b.north - b.south), 0) / blocks.length;
    expect(meanArea).toBeLessThan((3 * 0.9) / blocks.length);
  });

  it('takes a row without a latitude as not placed, and an error not stated as endless', () => {
    const set = randomSet({ seed: 5, count: 3, unplacedShare: 0 });
    set.positions[1] = Number.NaN;
    set.radiusM[1] = Number.NaN;
    const { rows, unplaced, radius } = buildIndex(set);
    expect([...unplaced]).toEqual([0]);
    expect(radius[rows.indexOf(1)]).toBe(Infinity);
  });
});

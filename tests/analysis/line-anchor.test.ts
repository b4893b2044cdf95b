import { describe, expect, it } from 'vitest';
import { lineAnchor } from '../../src/analysis/line-anchor.ts';
import { type Corner, shapedSet } from '../fixtures/shaped-set.ts';

function anchorOf(line: readonly Corner[]) {
  const { geometries } = shapedSet([{ at: [113, 23] }, { line }]);
  if (geometries === undefined) throw new Error('there is no line');
  return lineAnchor(geometries, 1);
}

describe('words of a line', () => {
  it('stand half way along its longest straight run, and lie as it does', () => {
    // Two kilometres east, then five north: the run to the north has them.
    const bent = anchorOf([
      [113, 23],
      [113.02, 23],
      [113.02, 23.05],
    ]);
    expect(bent?.at[0]).toBeCloseTo(113.02, 6);
    expect(bent?.at[1]).toBeCloseTo(23.025, 3);
    expect(bent?.angle).toBeCloseTo(90, 6);
    // What wavers by a few metres is straight.
    const wavering = anchorOf(Array.from({ length: 41 }, (_, n): Corner => [113 + n / 400, 23 + (n % 2) / 10_000]));
    expect(wavering?.at[0]).toBeCloseTo(113.05, 2);
    expect(Math.abs(wavering?.angle ?? 90)).toBeLessThan(0.2);
  });

  it('are upright whichever way the line was drawn', () => {
    const corners: Corner[] = [
      [113, 23],
      [113.1, 23.1],
    ];
    const [there, back] = [anchorOf(corners), anchorOf([...corners].reverse())];
    // Mercator stretches north by 1 / cos 23°, so that the run rises at 47.4 degrees.
    expect(there?.angle).toBeCloseTo(-47.4, 1);
    expect(back?.angle).toBeCloseTo(-47.4, 1);
    expect(there?.at[0]).toBeCloseTo(113.05, 4);
  });

  it('are none of points and areas', () => {
    const { geometries } = shapedSet([
      {
        rings: [
          [
            [113, 23],
            [113.1, 23],
            [113.1, 23.1],
          ],
        ],
      },
    ]);
    expect(geometries === undefined ? undefined : lineAnchor(geometries, 0)).toBeNull();
  });
});

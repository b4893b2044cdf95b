import { describe, expect, it } from 'vitest';
import { clipLine } from '../../geo/steps/planar.ts';

describe('roads', () => {
  it('are cut where they leave the box, and come back as a new part', () => {
    const box = [0, 0, 10, 10] as const;
    expect(
      clipLine(
        [
          [-5, 5],
          [5, 5],
          [15, 5],
          [15, 8],
          [5, 8],
        ],
        box,
      ),
    ).toEqual([
      [
        [0, 5],
        [5, 5],
        [10, 5],
      ],
      [
        [10, 8],
        [5, 8],
      ],
    ]);
    expect(
      clipLine(
        [
          [11, 0],
          [12, 5],
        ],
        box,
      ),
    ).toEqual([]);
  });
});

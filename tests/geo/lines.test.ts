import { describe, expect, it } from 'vitest';
import { clipLine } from '../../geo/steps/planar.ts';
import { joinLines } from '../../geo/steps/roads.ts';

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

  it('are joined without losing or doubling a segment, and not across a junction', () => {
    const [a, b, c, d] = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 1],
    ];
    expect(
      joinLines([
        [b, c],
        [a, b],
        [c, d],
      ]),
    ).toEqual([[a, b, c, d]]);
    expect(
      joinLines([
        [a, b],
        [b, c],
        [b, d],
      ]),
    ).toEqual([
      [a, b],
      [b, c],
      [b, d],
    ]);
    expect(
      joinLines([
        [a, b],
        [b, c],
        [c, a],
      ]),
    ).toEqual([[a, b, c, a]]);
  });
});

/** The mean that scores a distance, followed with a pencil. */
import { describe, expect, it } from 'vitest';
import { apartAt, DISC, DISC_RINGS, meanOf } from '../../../src/analysis/invest/disc.ts';
import { linear } from '../../../src/analysis/invest/scales.ts';

describe('the points of the disc', () => {
  it('are the middle, six at 0.459 and twelve at 0.827 of the radius', () => {
    expect(DISC).toHaveLength(19);
    expect(DISC_RINGS.map(({ share, points, from }) => [share, points, from])).toEqual([
      [0, 1, 0],
      [0.459, 6, 0],
      [0.827, 12, 15],
    ]);
    expect(DISC[1]).toEqual([0.459, 0]);
    // 60° from east: half as far east, and √3/2 north.
    expect(DISC[2]?.map((share) => share.toFixed(4))).toEqual(['0.2295', '0.3975']);
    expect(DISC.map(([east, north]) => Math.hypot(east, north).toFixed(3)).slice(7)).toEqual(
      Array.from({ length: 12 }, () => '0.827'),
    );
  });

  it('have their middle in the middle of the disc, whichever end moves', () => {
    const sum = DISC.reduce(([x, y], [east, north]) => [x + east, y + north], [0, 0]);
    expect(sum.map((share) => Math.abs(share) < 1e-9)).toEqual([true, true]);
  });

  it('spread as an even disc does: the mean square of its distance from the middle is half its radius’s', () => {
    expect(
      meanOf(
        DISC.map(([east, north]) => east ** 2 + north ** 2),
        (square) => square,
      ),
    ).toBeCloseTo(0.5, 2);
  });
});

describe('the mean over them', () => {
  // Five kilometres to the north, with errors of two together: 918 m and 1,654 m are the rings' radii.
  const five = DISC.map((point) => apartAt({ eastM: 0, northM: 5000, errorM: 2000 }, point));

  it('is taken of nineteen distances', () => {
    expect(five.map(Math.round)).toEqual([
      ...[5000, 5084, 5813, 5813, 5084, 4230, 4230],
      ...[5658, 6279, 6612, 6612, 6279, 5658, 4843, 4005, 3429, 3429, 4005, 4843],
    ]);
    // Their sum is 96,906 m: (12,000 − 5,100.3) ÷ 11,000.
    expect(meanOf(five, (d) => linear({ best: 1000, worst: 12_000 }, d))).toBeCloseTo(0.6272, 4);
  });

  it('is the scale at the point itself where nothing errs', () => {
    const exact = DISC.map((point) => apartAt({ eastM: 0, northM: 5000, errorM: 0 }, point));
    expect(new Set(exact)).toEqual(new Set([5000]));
  });
});

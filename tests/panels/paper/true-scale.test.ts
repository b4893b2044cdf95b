import { describe, expect, it } from 'vitest';
import { distanceM } from '../../../src/analysis/geodesic.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { cameraOfGround } from '../../../src/map/capture.ts';
import { NO_PADDING, placesOf } from '../../../src/map/off-screen.ts';
import { fits, fittingScale, readScale, scaleError, trueFrame } from '../../../src/panels/paper/map/true-scale.ts';

const FRAME = { width: 219, height: 154 };

/** Where positions are on paper, mm, by the map's own camera and projection. */
function onPaper(denominator: number, [lng, lat]: readonly [number, number]) {
  const { size, metresPerPixel, paper } = trueFrame(FRAME, denominator, lat);
  const { zoom } = cameraOfGround({ centre: [lng, lat], metresPerPixel });
  const { pixelOf } = placesOf({
    ...size,
    zoom,
    centre: wgs84(lng, lat),
    bearing: 0,
    padding: NO_PADDING,
    still: true,
  });
  return {
    paper,
    mmOf(position: readonly [number, number]): [number, number] {
      const [x, y] = pixelOf(position);
      return [(x * paper.width) / size.width, (y * paper.height) / size.height];
    },
  };
}

describe('trueFrame', () => {
  it.each([10_000, 50_000, 500_000])('is true east to west and south to north at the centre, 1:%d', (denominator) => {
    const [lng, lat] = [113.1, 23];
    const { mmOf } = onPaper(denominator, [lng, lat]);
    // A tenth of a sheet each way.
    const degrees = denominator / 1e7;
    const pairs = [
      [wgs84(lng - degrees, lat), wgs84(lng + degrees, lat)],
      [wgs84(lng, lat - degrees), wgs84(lng, lat + degrees)],
      [wgs84(lng - degrees, lat - degrees), wgs84(lng + degrees, lat + degrees)],
    ] as const;
    for (const [a, b] of pairs) {
      const [[ax, ay], [bx, by]] = [mmOf(a), mmOf(b)];
      const paper = Math.hypot(bx - ax, by - ay);
      expect(paper).toBeGreaterThan(15);
      expect((paper * denominator) / 1000 / distanceM(a, b)).toBeCloseTo(1, 4);
    }
  });

  it('fills the frame, and is cut by less than a pixel', () => {
    const { paper } = onPaper(50_000, [113.1, 23]);
    expect(paper.width).toBe(219);
    expect(paper.height).toBeGreaterThanOrEqual(154 - 1e-9);
    expect(paper.height).toBeLessThan(154 + 0.27);
  });
});

describe('scaleError', () => {
  it('is no smaller than what a ruler finds at the edge', () => {
    const denominator = 500_000;
    const { mmOf } = onPaper(denominator, [113.1, 23]);
    const edge = 23 + (FRAME.height * denominator) / 2000 / 110_750;
    const [a, b] = [wgs84(113, edge), wgs84(113.2, edge)];
    const [[ax, ay], [bx, by]] = [mmOf(a), mmOf(b)];
    const found = (Math.hypot(bx - ax, by - ay) * denominator) / 1000 / distanceM(a, b) - 1;
    expect(Math.abs(found)).toBeGreaterThan(0.002);
    expect(scaleError(FRAME, denominator, 23)).toBeGreaterThanOrEqual(Math.abs(found) - 1e-5);
    expect(scaleError(FRAME, denominator, 23)).toBeLessThan(0.003);
    expect(scaleError(FRAME, 10_000, 23)).toBeLessThan(0.0001);
  });
});

describe('fittingScale', () => {
  it('is the largest of the offered that leaves a tenth of air', () => {
    // 0.1° are 10.25 km here from west to east: 197.1 mm, nine tenths of the frame, at 1:52,000; 219 mm at 1:46,800.
    const box = [113, 23, 113.1, 23.01] as const;
    expect(fittingScale(box, FRAME)).toBe(75_000);
    expect(fits(box, FRAME, 50_000)).toBe(true);
    expect(fits(box, FRAME, 40_000)).toBe(false);
  });

  it('is never larger than the largest, nor bound to the smallest', () => {
    expect(fittingScale([113, 23, 113, 23], FRAME)).toBe(10_000);
    // 1° is 102.5 km: nine tenths of the frame at 1:520,000.
    expect(fittingScale([112.5, 23, 113.5, 23], FRAME)).toBe(600_000);
    expect(fittingScale([110, 23, 115, 23], FRAME)).toBe(1_000_000);
  });
});

describe('readScale', () => {
  it.each([
    ['50000', 50_000],
    ['1:50,000', 50_000],
    [' 1 : 125 000 ', 125_000],
    ['１：５００００', 50_000],
    ['5万', 50_000],
    ['12.5万', 125_000],
    ['10000', 10_000],
    ['500000', 500_000],
  ])('reads %s', (text, scale) => {
    expect(readScale(text)).toBe(scale);
  });

  it.each(['', '9999', '500001', 'abc', '1:', '-50000', '5e4'])('refuses “%s”', (text) => {
    expect(readScale(text)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { degreeDigits, measuredArea, measuredLine, pixelM, roundedBy, tenBelow } from '../../src/analysis/measured.ts';

describe('what is measured by hand', () => {
  it('knows the ground under a pixel', () => {
    // The equator, 40,075 km, is 512 pixels at zoom 0; half as much a pixel at 60 degrees.
    expect(pixelM(0, 0)).toBeCloseTo(78_271.5, 1);
    expect(pixelM(10, 60)).toBeCloseTo(78_271.517 / 1024 / 2, 3);
  });

  it('is geodesic: a degree of the meridian at 23 degrees is 110.75 km, of the equator 111.32 km', () => {
    const meridian = measuredLine(
      [
        [113, 22.5],
        [113, 23.5],
      ],
      12,
    );
    expect(meridian.lengthM / 1000).toBeCloseTo(110.75, 1);
    expect(meridian).toMatchObject({ lastM: meridian.lengthM, stepM: 10 });
    const bent = measuredLine(
      [
        [113, 0],
        [114, 0],
        [114, 0.5],
      ],
      0.4,
    );
    expect(bent.lengthM).toBeCloseTo(111_319.49 + 55_287.15, 0);
    expect(bent.lastM).toBeCloseTo(55_287.15, 0);
    expect(bent.stepM).toBe(1);
  });

  it('knows an area no better than its outline moved by half a pixel', () => {
    const square = measuredArea(
      [
        [113, 23],
        [113.01, 23],
        [113.01, 23.01],
        [113, 23.01],
      ],
      20,
    );
    // 1025.2 m by 1107.5 m.
    expect(square.areaM2 / 1e6).toBeCloseTo(1.1353, 3);
    expect(square.outlineM).toBeCloseTo(4265, -1);
    expect([square.stepM, square.stepM2]).toEqual([10, 10_000]);
  });

  it('has as many digits as a pixel decides', () => {
    expect([150, 12, 1, 0.2, 0.001].map((pixel) => degreeDigits(pixel))).toEqual([3, 4, 6, 6, 6]);
    expect([0.2, 9.9, 10, 999].map(tenBelow)).toEqual([1, 1, 10, 100]);
    expect(roundedBy(12_345, 100)).toBe(12_300);
  });
});

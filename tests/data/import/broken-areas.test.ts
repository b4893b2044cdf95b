/** Areas whose edges cross: found, repaired and said, or one rejected row. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossingOf } from '../../../src/data/import/place/crossings.ts';
import { repaired } from '../../../src/data/import/place/repair.ts';
import { geometryAt, geometryKindAt } from '../../../src/domain/geometries.ts';
import { imported, textFile } from './helpers.ts';

const BOW_TIE = [113.1, 23, 113.2, 23.1, 113.2, 23, 113.1, 23.1, 113.1, 23];
const SQUARE = [113.1, 23, 113.2, 23, 113.2, 23.1, 113.1, 23.1, 113.1, 23];

const areaOf = (ring: readonly number[]) => {
  let twice = 0;
  for (let at = 0; at + 3 < ring.length; at += 2) {
    twice += (ring[at] ?? 0) * (ring[at + 3] ?? 0) - (ring[at + 2] ?? 0) * (ring[at + 1] ?? 0);
  }
  return Math.abs(twice / 2);
};

test.each([
  ['a square', [SQUARE], 'none'],
  ['a square that is not closed', [SQUARE.slice(0, -2)], 'none'],
  ['a bow tie', [BOW_TIE], 'crosses'],
  ['a bow tie that is not closed', [BOW_TIE.slice(0, -2)], 'crosses'],
  ['a hole inside', [SQUARE, [113.12, 23.02, 113.12, 23.04, 113.14, 23.04, 113.12, 23.02]], 'none'],
  ['a hole that touches the edge', [SQUARE, [113.1, 23.02, 113.12, 23.04, 113.12, 23.02, 113.1, 23.02]], 'none'],
  [
    'a hole that touches it but for rounding',
    [SQUARE, [113.09999999, 23.02, 113.12, 23.04, 113.12, 23.02, 113.09999999, 23.02]],
    'none',
  ],
  ['a hole that reaches out', [SQUARE, [113.05, 23.02, 113.12, 23.04, 113.12, 23.02, 113.05, 23.02]], 'crosses'],
  [
    'a ring that comes back to a corner',
    [[113.1, 23, 113.2, 23, 113.15, 23.05, 113.2, 23.1, 113.1, 23.1, 113.15, 23.05, 113.1, 23]],
    'none',
  ],
  ['a spike', [[113.1, 23, 113.2, 23, 113.2, 23.1, 113.2, 23.2, 113.2, 23.1, 113.1, 23.1, 113.1, 23]], 'none'],
])('%s: %#', (_, rings, crossing) => {
  expect(crossingOf(rings)).toBe(crossing);
});

test('a large ring is looked at whole, and one that cannot be is said to be too large', () => {
  const circle = Array.from({ length: 50_000 }, (_, at) => {
    const angle = (2 * Math.PI * at) / 50_000;
    return [113.1 + 0.1 * Math.cos(angle), 23 + 0.1 * Math.sin(angle)];
  }).flat();
  expect(crossingOf([circle])).toBe('none');
  // Teeth that all reach from west to east: every edge is beside every other.
  const teeth = Array.from({ length: 7000 }, (_, at) => [at % 2 === 0 ? 113 : 113.3, 22 + at / 1000]).flat();
  const comb = [...teeth, 113.4, 29.1, 113.4, 21.9];
  expect(crossingOf([comb])).toBe('too-large');
  expect(repaired({ lines: [], polygons: [[comb]] })).toMatchObject({ did: 'keep', parts: { polygons: [[comb]] } });
});

test('a bow tie becomes its two triangles, and a hole stays a hole', () => {
  const hole = [113.18, 23.04, 113.18, 23.05, 113.19, 23.05, 113.18, 23.04];
  const { parts, did } = repaired({ lines: [], polygons: [[BOW_TIE, hole]] });
  expect(did).toBe('repair');
  expect(parts?.polygons.map((rings) => rings.length).sort()).toEqual([1, 2]);
  const whole = parts?.polygons.map(([outer = []]) => areaOf(outer)) ?? [];
  expect(whole[0]).toBeCloseTo(0.0025, 9);
  expect(whole[1]).toBeCloseTo(0.0025, 9);
});

test('whatever ring comes, what is made of it crosses nowhere, or nothing is', () => {
  const corner = fc.tuple(
    fc.double({ min: 113, max: 113.3, noNaN: true }),
    fc.double({ min: 22.8, max: 23.1, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(corner, { minLength: 4, maxLength: 12 }), (corners) => {
      const { parts } = repaired({ lines: [], polygons: [[[...corners, ...corners.slice(0, 1)].flat()]] });
      for (const rings of parts?.polygons ?? []) expect(crossingOf(rings)).toBe('none');
    }),
    { numRuns: 200 },
  );
});

const wkt = (ring: readonly number[]) =>
  `"POLYGON ((${Array.from({ length: ring.length / 2 }, (_, at) => `${ring[2 * at]} ${ring[2 * at + 1]}`).join(', ')}))"`;

test('a file with a broken area comes in whole, and its receipt counts it', async () => {
  const text = `名称,wkt\n蝶形,${wkt(BOW_TIE)}\n方形,${wkt(SQUARE)}\n`;
  const { set, receipt } = await imported(textFile(text), 'a_wgs84.csv');
  expect(receipt.warnings).toContainEqual({ code: 'crossed-repaired', params: { count: 1 } });
  expect([0, 1].map((row) => geometryKindAt(set.geometries, row))).toEqual(['area', 'area']);
  expect(geometryAt(set.geometries, 0)).toMatchObject({ type: 'MultiPolygon', coordinates: [[{}], [{}]] });
  expect(geometryAt(set.geometries, 1)?.type).toBe('Polygon');
  expect(receipt.rejected.count).toBe(0);
});

test('an area of which nothing is left is one rejected row, with the reason', async () => {
  // There and the same way back: it goes round nothing.
  const back = [...BOW_TIE, 113.1, 23.1, 113.2, 23, 113.2, 23.1, 113.1, 23];
  const { set, receipt } = await imported(textFile(`名称,wkt\n乙,${wkt(back)}\n方形,${wkt(SQUARE)}\n`), 'a_wgs84.csv');
  expect(receipt.rejected.byReason).toEqual([{ code: 'crossed', count: 1 }]);
  expect(set.count).toBe(1);
});

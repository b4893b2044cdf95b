/** Where the one point of a shape is put, and what bounds it. */
import { describe, expect, test } from 'vitest';
import { noParts, type Parts, shapeOf, takeGeoJson } from '../../../src/data/import/place/geometry.ts';

const parts = (given: Partial<Parts>): Parts => ({ ...noParts(), ...given });

describe('the point of a shape', () => {
  test('lies inside a crescent, whose middle does not', () => {
    const crescent = [0, 0, 10, 0, 10, 10, 0, 10, 0, 8, 8, 8, 8, 2, 0, 2, 0, 0];
    expect(shapeOf(parts({ polygons: [[crescent]] }))).toMatchObject({ x: 9, y: 5, box: [0, 0, 10, 10] });
  });

  test('lies in the widest part on its line, and in the largest ring', () => {
    const notched = [0, 0, 10, 0, 10, 10, 4, 10, 4, 4, 2, 4, 2, 10, 0, 10, 0, 0];
    const small = [20, 20, 21, 20, 21, 21, 20, 21, 20, 20];
    expect(shapeOf(parts({ polygons: [[small], [notched]] }))).toMatchObject({ x: 7, y: 5, box: [0, 0, 21, 21] });
  });

  test('is the first corner of a ring without area', () => {
    expect(shapeOf(parts({ polygons: [[[1, 5, 3, 5, 2, 5, 1, 5]]] }))).toMatchObject({ x: 1, y: 5, box: [1, 5, 3, 5] });
  });

  test('is half way along a line, by its length and not by its corners', () => {
    expect(shapeOf(parts({ lines: [[0, 0, 1, 0, 10, 0]] }))).toMatchObject({ x: 5, y: 0, box: [0, 0, 10, 0] });
    expect(shapeOf(parts({ lines: [[2, 0, 2, 0, 2, 4]] }))).toMatchObject({ x: 2, y: 2 });
  });

  test('is the first of points, whose box is that of all', () => {
    expect(shapeOf(parts({ points: [3, 4] }))).toMatchObject({ x: 3, y: 4, box: null });
    expect(shapeOf(parts({ points: [3, 4, 1, 9] }))).toMatchObject({ x: 3, y: 4, box: [1, 4, 3, 9] });
    expect(shapeOf(noParts())).toBeNull();
  });
});

test('GeoJSON is taken apart whatever it holds', () => {
  const of = (geometry: unknown) => {
    const into = noParts();
    return { ...into, read: takeGeoJson(geometry, into) };
  };
  const none = { points: [], lines: [], polygons: [], read: true };
  expect(of(null)).toEqual(none);
  expect(of({ type: 'Point', coordinates: [] })).toEqual(none);
  expect(of({ type: 'Point', coordinates: [1, 'x'] })).toEqual({ ...none, points: [1, Number.NaN] });
  expect(of({ type: 'MultiPoint', coordinates: [[1, 2], 'x', [3, 4]] })).toEqual({ ...none, points: [1, 2, 3, 4] });
  expect(of({ type: 'MultiLineString', coordinates: [[[1, 2]], [[3, 4]]] })).toEqual({
    ...none,
    lines: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(of({ type: 'MultiPolygon', coordinates: [[[[1, 2]], [[5, 6]]], [[[3, 4]]]] })).toEqual({
    ...none,
    polygons: [
      [
        [1, 2],
        [5, 6],
      ],
      [[3, 4]],
    ],
  });
  const collected = { type: 'GeometryCollection', geometries: [{ type: 'LineString', coordinates: [[1, 2]] }, null] };
  expect(of(collected)).toEqual({ ...none, lines: [[1, 2]] });
});

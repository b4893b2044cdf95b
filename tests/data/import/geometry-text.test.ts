import { expect, test } from 'vitest';
import { parseGeometryText } from '../../../src/data/import/place/geometry-text.ts';
import { groupRings } from '../../../src/data/import/place/ring-groups.ts';

const point = { parts: { points: [113.1, 23], lines: [], polygons: [] } };
const le = (hex: string) => hex.replaceAll(' ', '');
const X = '6666666666465c40'; // 113.1
const Y = '0000000000003740'; // 23

test.each([
  ['POINT(113.1 23.0)', null],
  ['point z (113.1 23.0 5)', null],
  ['POINT(113.1 23.0 5)', null],
  ['POINTZM(113.1 23 5 6)', null],
  ['SRID=4490;POINT(113.1 23)', 4490],
  ['MULTIPOINT((113.1 23))', null],
  ['GEOMETRYCOLLECTION(POINT(113.1 23), POINT EMPTY)', null],
  [le(`01 01000000 ${X} ${Y}`), null],
  [le(`0x01 01000000 ${X} ${Y}`), null],
  [le(`01 01000020 E6100000 ${X} ${Y}`), 4326],
  [le(`01 E9030000 ${X} ${Y} 0000000000000000`), null],
  [le(`01 04000000 01000000 01 01000000 ${X} ${Y}`), null],
  ['{"type":"Point","coordinates":[113.1,23]}', null],
  ['{"type":"Feature","geometry":{"type":"Point","coordinates":[113.1,23,5]}}', null],
])('%s is a point', (text, srid) => {
  expect(parseGeometryText(text)).toEqual({ ...point, srid });
});

test('holes stay with their polygon', () => {
  const text = 'MULTIPOLYGON(((0 0,1 0,1 1,0 0),(0.1 0.1,0.2 0.1,0.2 0.2,0.1 0.1)),((5 5,6 5,6 6,5 5)))';
  expect(parseGeometryText(text)?.parts.polygons).toEqual([
    [
      [0, 0, 1, 0, 1, 1, 0, 0],
      [0.1, 0.1, 0.2, 0.1, 0.2, 0.2, 0.1, 0.1],
    ],
    [[5, 5, 6, 5, 6, 6, 5, 5]],
  ]);
});

test.each([
  'CIRCLE(1 2)',
  'POINT(113.1)',
  'POINT EMPTY',
  'POINT(1 2) and more',
  'POLYGON((1 2,3 4)',
  '{"type":"Point"',
  '{"a":1}',
  '0101000000',
  // A line of four thousand million positions.
  '0102000000ffffffff',
  `${'GEOMETRYCOLLECTION('.repeat(30)}POINT(1 2)${')'.repeat(30)}`,
])('%s is none', (text) => {
  expect(parseGeometryText(text)).toBeNull();
});

const square = (x: number, y: number, size: number): number[] => [
  x,
  y,
  x,
  y + size,
  x + size,
  y + size,
  x + size,
  y,
  x,
  y,
];
const backwards = (ring: readonly number[]) => {
  const out: number[] = [];
  for (let at = ring.length - 2; at >= 0; at -= 2) out.push(ring[at] ?? 0, ring[at + 1] ?? 0);
  return out;
};

test('a clockwise ring with a counter-clockwise one in it is a polygon with a hole', () => {
  const [outer, hole, apart] = [square(0, 0, 10), backwards(square(2, 2, 2)), square(20, 20, 3)];
  expect(groupRings([outer, hole, apart])).toEqual([[outer, hole], [apart]]);
});

test('the hole belongs to the smallest ring that holds it, in whatever order they come', () => {
  const [outer, lake, island, pond] = [
    square(0, 0, 20),
    backwards(square(2, 2, 12)),
    square(4, 4, 6),
    backwards(square(5, 5, 1)),
  ];
  expect(groupRings([pond, lake, outer, island])).toEqual([
    [outer, lake],
    [island, pond],
  ]);
});

test('rings wound the other way are outer ones, every second inwards a hole', () => {
  const [outer, hole, island] = [square(0, 0, 20), square(2, 2, 12), square(4, 4, 6)].map(backwards);
  expect(groupRings([outer ?? [], hole ?? [], island ?? []])).toEqual([[outer, hole], [island]]);
});

test('two counter-clockwise rings beside a clockwise one are areas of their own', () => {
  const [one, two, three] = [square(0, 0, 5), backwards(square(10, 0, 5)), backwards(square(20, 0, 5))];
  expect(groupRings([one, two, three])).toEqual([[one], [two], [three]]);
});

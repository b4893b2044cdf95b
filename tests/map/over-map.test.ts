import { expect, it } from 'vitest';
import { roomsIn } from '../../src/map/over-map.ts';

const box = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top },
  ...{ right: left + width, bottom: top + height },
});
const map = box(340, 52, 680, 848);

it('the rooms over a map are what of the boxes lies on it, from its upper left', () => {
  expect(roomsIn(map, [box(500, 64, 300, 36), box(980, 64, 80, 176)])).toEqual([
    { x: 160, y: 12, w: 300, h: 36 },
    { x: 640, y: 12, w: 40, h: 176 },
  ]);
});

it('what lies beside a map, has no size or covers most of it holds no room', () => {
  expect(roomsIn(map, [box(0, 60, 330, 36), box(500, 64, 0, 0), box(340, 52, 680, 848)])).toEqual([]);
});

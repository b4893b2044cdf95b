import { describe, expect, it } from 'vitest';
import { type Wgs84, wgs84 } from '../../src/domain/position.ts';
import { isWithin, prepareRings } from '../../src/domain/rings.ts';
import { toWorld } from '../../src/map/mercator.ts';
import { type NamedArea, placeNames } from '../../src/map/name-places.ts';
import type { MapPart } from '../../src/map/screen.ts';

const box = (west: number, south: number, east: number, north: number) =>
  prepareRings([
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]);
const area = (kind: NamedArea['kind'], rings: NamedArea['rings'], home: Wgs84, label = '顺德区'): NamedArea => ({
  kind,
  rings,
  home,
  label,
});
const NONE = { top: 0, right: 0, bottom: 0, left: 0 };
const view = (more: Partial<MapPart> = {}): MapPart => ({
  zoom: 10,
  centre: wgs84(113, 23),
  bearing: 0,
  width: 1000,
  height: 800,
  padding: NONE,
  still: false,
  ...more,
});
/** Distance on the screen at zoom 10, px. */
const apart = (a: Wgs84, b: Wgs84) => {
  const [p, q] = [toWorld(a, 10), toWorld(b, 10)];
  return Math.hypot(p.x - q.x, p.y - q.y);
};
/** The only name that is placed. */
function placed(of: NamedArea, obstacles: Parameters<typeof placeNames>[1] = [], more: Partial<MapPart> = {}) {
  const [at = null] = placeNames([of], obstacles, view(more));
  return at;
}

describe('the name of a district', () => {
  const home = wgs84(113, 23);
  const district = area('district', box(112.8, 22.9, 113.2, 23.1), home);

  it('stands at its place where that is free', () => {
    expect(placed(district)).toEqual(home);
  });

  it('stands elsewhere in the district where a symbol is in the way', () => {
    const at = placed(district, [{ at: home, radiusPx: 12 }]);
    expect(at).not.toBeNull();
    if (at === null) return;
    expect(isWithin(district.rings, at[0], at[1])).toBe(true);
    expect(apart(at, home)).toBeGreaterThan(20);
  });

  it('leaves the room beside a symbol to its name on a stage alone', () => {
    const beside = wgs84(112.95, 23);
    const named = { at: beside, radiusPx: 12, name: { w: 60, h: 12 } };
    const room = { x: 0, y: 760, w: 1000, h: 40 };
    expect(placed(district, [named])).toEqual(home);
    const [at = null] = placeNames([district], [named], view(), 1, [room]);
    expect(at).not.toBeNull();
    if (at !== null) expect(apart(at, home)).toBeGreaterThan(15);
    expect(placeNames([district], [{ at: beside, radiusPx: 12 }], view(), 1, [room])).toEqual([home]);
  });

  it('is rather not there on a stage than over the name of a site', () => {
    const small = area('district', box(112.99, 22.995, 113.03, 23.005), wgs84(113.01, 23));
    const site = { at: wgs84(112.99, 23), radiusPx: 12, name: { w: 200, h: 30 } };
    const keepOuts = [{ x: 0, y: 0, w: 10, h: 10 }];
    expect(placeNames([small], [site], view(), 1, keepOuts, true)).toEqual([null]);
    expect(placeNames([small], [{ ...site, name: { w: 4, h: 4 } }], view(), 1, keepOuts, true)).not.toEqual([null]);
  });

  it('moves to the part that is in sight, and stays at its place where none is', () => {
    const east = placed(district, [], { centre: wgs84(113.42, 23) });
    expect(east?.[0]).toBeGreaterThan(113.1);
    expect(placed(district, [], { centre: wgs84(115, 23) })).toEqual(home);
  });

  it('keeps off what panels cover, whichever way the map is turned', () => {
    for (const bearing of [0, 90, 200]) {
      const at = placed(district, [], { bearing, centre: wgs84(113.1, 23), padding: { ...NONE, left: 300 } });
      expect(at).not.toBeNull();
    }
  });

  it('is placed even where symbols stand all over it', () => {
    const crowd = Array.from({ length: 400 }, (_, i) => ({
      at: wgs84(112.8 + (i % 20) * 0.02, 22.9 + Math.floor(i / 20) * 0.01),
      radiusPx: 14,
    }));
    expect(placed(district, crowd)).not.toBeNull();
  });

  it('on the stage goes as far as it must to stand over no symbol', () => {
    // Everywhere but in the east of the district.
    const crowd = Array.from({ length: 300 }, (_, i) => ({
      at: wgs84(112.8 + (i % 30) * 0.01, 22.9 + Math.floor(i / 30) * 0.02),
      radiusPx: 16,
    }));
    const rooms = [{ x: 0, y: 0, w: 100, h: 800 }];
    const [at = null] = placeNames([district], crowd, view(), 1, rooms);
    if (at === null) throw new Error('it has room');
    const [name, symbols] = [toWorld(at, 10), crowd.map((each) => toWorld(each.at, 10))];
    // Three characters of 17 px at most.
    for (const symbol of symbols)
      expect(Math.abs(symbol.x - name.x) > 26 + 16 || Math.abs(symbol.y - name.y) > 8 + 16).toBe(true);
  });

  it('on the stage rather lies over the rims of symbols than over one whole', () => {
    // Two large ones leave no room for a name, and one small is at its place.
    const narrow = area('district', box(112.93, 22.99, 113.07, 23.01), home);
    const [west, east] = [112.955, 113.045].map((lng) => ({ at: wgs84(lng, 23), radiusPx: 36 }));
    if (west === undefined || east === undefined) throw new Error('two');
    const [at = null] = placeNames([narrow], [west, east], view(), 1, [{ x: 0, y: 0, w: 100, h: 800 }]);
    if (at === null) throw new Error('it has a place');
    const [name, ...middles] = [at, west.at, east.at].map((each) => toWorld(each, 10));
    for (const middle of middles) expect(Math.abs(middle.x - (name?.x ?? 0))).toBeGreaterThan(26);
  });

  it('keeps off another name', () => {
    const twin = area('district', district.rings, home, '南海区');
    const [first, second] = placeNames([district, twin], [], view());
    if (!first || !second) throw new Error('both have room');
    expect(apart(first, second)).toBeGreaterThan(25);
  });
});

describe('the name of a city around', () => {
  const west = area('neighbour', box(111, 22, 112.7, 24), wgs84(111.9, 23), '肇庆市');

  it('stands in what is in sight of it, toward its middle', () => {
    const at = placed(west, [], { centre: wgs84(112.9, 23) });
    expect(at).not.toBeNull();
    expect(at?.[0]).toBeLessThan(112.6);
  });

  it('is not there where it would touch the name of a district', () => {
    const home = wgs84(113, 23);
    const district = area('district', box(112.99, 22.99, 113.01, 23.01), home);
    const around = area('neighbour', box(112.97, 22.98, 113.03, 23.02), wgs84(113.001, 23), '广州市');
    expect(placeNames([district, around], [], view())[1]).toBeNull();
  });

  it('keeps off its border', () => {
    const rings = box(112.8, 22.9, 113.2, 23.1);
    const at = placed(area('neighbour', rings, wgs84(112.81, 23)));
    const [west] = rings.bbox;
    expect(at === null ? 0 : toWorld(at, 10).x - toWorld(wgs84(west, 23), 10).x).toBeGreaterThan(20);
  });

  it('is left out where it has no room in sight', () => {
    expect(placed(west, [], { centre: wgs84(113.35, 23) })).toBeNull();
    expect(placed(west, [], { centre: wgs84(114.5, 23) })).toBeNull();
  });
});

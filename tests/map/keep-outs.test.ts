import { describe, expect, it } from 'vitest';
import { wgs84 } from '../../src/domain/position.ts';
import { prepareRings } from '../../src/domain/rings.ts';
import { keepOutFeatures, keepOutImage } from '../../src/map/keep-outs.ts';
import { placeNames } from '../../src/map/name-places.ts';
import { screenOf } from '../../src/map/screen.ts';

const view = {
  ...{ zoom: 9, centre: wgs84(113, 23), bearing: 0, width: 1280, height: 720, still: false },
  padding: { left: 446, top: 0, right: 0, bottom: 45 },
};
const column = { x: 0, y: 0, w: 475, h: 720 };

describe('the rooms that names keep out of', () => {
  it('are nothing where nothing lies over the map, and where nothing is known of the view', () => {
    expect(keepOutFeatures([], view, true).features).toEqual([]);
    expect(keepOutFeatures([column], null, true).features).toEqual([]);
  });

  it('stand in the middle of each room, and on a stage along the four edges of the screen', () => {
    const { features } = keepOutFeatures([column], view, true);
    const of = screenOf(view).of;
    const at = features.map(({ geometry }) => {
      const [lng = 0, lat = 0] = geometry.type === 'Point' ? geometry.coordinates : [];
      const { x, y } = of(wgs84(lng, lat));
      return [Math.round(x), Math.round(y)];
    });
    expect(at).toEqual([
      [238, 360],
      [640, 0],
      [640, 720],
      [0, 360],
      [1280, 360],
    ]);
    expect(keepOutFeatures([column], view, false).features).toEqual(features.slice(0, 1));
    expect(features[0]?.properties).toEqual({ image: 'keep-out-60x90', anchor: 'center' });
    expect(features[4]?.properties).toEqual({ image: 'keep-out-12x90', anchor: 'left' });
  });

  it('have images of eight screen pixels a pixel, without a colour', () => {
    const drawn = keepOutImage('keep-out-60x90');
    expect(drawn).toMatchObject({ pixelRatio: 1 / 8, image: { width: 60, height: 90 } });
    expect(drawn?.image.data.every((value) => value === 0)).toBe(true);
    expect(keepOutImage('badge')).toBeNull();
  });

  it('hold no name of an area: one moves aside, a neighbour without room goes', () => {
    const land = prepareRings([
      [
        [112, 22],
        [114, 22],
        [114, 24],
        [112, 24],
        [112, 22],
      ],
    ]);
    const of = screenOf(view).of;
    const home = screenOf(view).back({ x: 600, y: 300 });
    const room = { x: 560, y: 280, w: 80, h: 40 };
    const area = { label: '南海区', kind: 'district', rings: land, home } as const;
    const [free = null] = placeNames([area], [], view, 1);
    const [aside = null] = placeNames([area], [], view, 1, [room]);
    expect(free).toEqual(home);
    const { x, y } = of(aside ?? home);
    expect(Math.abs(x - 600) > 50 || Math.abs(y - 300) > 25).toBe(true);
    const everything = { x: 0, y: 0, w: 1280, h: 720 };
    expect(placeNames([{ ...area, kind: 'neighbour' }], [], view, 1, [everything])).toEqual([null]);
    // On the stage a district's too: half of a name says less than none.
    expect(placeNames([area], [], view, 1, [everything], true)).toEqual([null]);
  });
});

import { describe, expect, it } from 'vitest';
import { converterOf } from '../../../src/data/import/place/convert.ts';
import {
  DEGREES,
  gridMarks,
  metreGrid,
  type PaperGround,
  zoneOf,
} from '../../../src/panels/paper/map/coordinate-grid.ts';

/** A flat map, north up: so many degrees a millimetre. */
const flat = (west: number, north: number, perMm: number): PaperGround => ({
  width: 200,
  height: 100,
  mmOf: ([lng, lat]) => [(lng - west) / perMm, (north - lat) / perMm],
  positionAt: (x, y) => [west + x * perMm, north - y * perMm],
});

function metres(zone: number) {
  const converter = converterOf(`epsg:${4488 + zone}`, null);
  if (converter === null) throw new Error('no converter');
  return metreGrid(([lng, lat]) => converter.inverse(lng, lat), converter.forward);
}

describe('gridMarks in degrees', () => {
  // 200 mm are 12 minutes: 2 minutes are 33.3 mm.
  const marks = gridMarks(flat(113 + 1 / 60, 23 + 5 / 60, 12 / 60 / 200), DEGREES);

  it('labels whole steps where their lines leave the map', () => {
    const along = (side: string) => marks.labels.filter((label) => label.side === side);
    expect(along('bottom').map(({ text }) => text)).toEqual([
      '113°02′E',
      '113°04′E',
      '113°06′E',
      '113°08′E',
      '113°10′E',
      '113°12′E',
    ]);
    expect(along('top').map(({ text }) => text)).toEqual(along('bottom').map(({ text }) => text));
    expect(along('left').map(({ text, at }) => [text, Math.round(at * 10) / 10])).toEqual([
      ['23°00′N', 83.3],
      ['23°02′N', 50],
      ['23°04′N', 16.7],
    ]);
    expect(along('bottom')[0]?.at).toBeCloseTo(100 / 6, 6);
  });

  it('has a tick inwards at each end, and a cross where two lines meet', () => {
    expect(marks.ticks).toHaveLength(2 * (6 + 3));
    for (const [[x1, y1], [x2, y2]] of marks.ticks) expect(Math.hypot(x2 - x1, y2 - y1)).toBeCloseTo(2.5, 6);
    expect(marks.crosses).toHaveLength(2 * 6 * 3);
  });
});

describe('gridMarks in metres', () => {
  it('draws the kilometres of the zone, with its number before the eastings', () => {
    const ground = flat(113, 23.05, 0.1 / 200);
    const { labels, lines } = gridMarks(ground, metres(38));
    // A degree west of the zone's meridian are 102.5 km at 23° N.
    const [x, y] = metres(38).to([113, 23]);
    expect(Math.abs(x - 38_397_500)).toBeLessThan(100);
    expect(Math.abs(y - 2_544_700)).toBeLessThan(200);
    const texts = labels.filter(({ side }) => side === 'bottom').map(({ text }) => text);
    expect(texts).toEqual(['38398', '38400', '38402', '38404', '38406']);
    expect(labels.filter(({ side }) => side === 'left').map(({ text }) => text)).toEqual(['2546', '2548', '2550']);
    // Off the meridian of the zone the lines lean: by 0.39° at 113°E.
    const [first, last] = [lines[0]?.[0], lines[0]?.at(-1)];
    expect(first).toBeDefined();
    expect(Math.abs((first?.[0] ?? 0) - (last?.[0] ?? 0))).toBeGreaterThan(0.3);
  });
});

describe('zoneOf', () => {
  it('is that of the nearest third meridian', () => {
    expect([112.4, 112.6, 113.4, 114, 115.6].map(zoneOf)).toEqual([37, 38, 38, 38, 39]);
  });
});

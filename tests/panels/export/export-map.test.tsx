import { describe, expect, it } from 'vitest';
import { distanceM } from '../../../src/analysis/geodesic.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import type { Site } from '../../../src/domain/site.ts';
import { cameraFor, uncoveredSize } from '../../../src/map/capture.ts';
import { aboutMap } from '../../../src/panels/paper/about-map.ts';
import { legendOf } from '../../../src/panels/paper/legend.ts';
import { mmToPx, pageSize } from '../../../src/panels/paper/paper-size.ts';
import { metresPerPixel, scaleBar, scaleDenominator } from '../../../src/panels/paper/scale.ts';
import { makeApp } from '../../fixtures/app.tsx';

/** Two positions 100 px apart around a centre, as MapLibre's Web Mercator of 512 px tiles has them. */
function rulerAt(
  lng: number,
  lat: number,
  zoom: number,
  bearing = 0,
): readonly [readonly [number, number], readonly [number, number]] {
  const world = 512 * 2 ** zoom;
  const turn = (bearing * Math.PI) / 180;
  const at = (px: number): readonly [number, number] => {
    const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    const north = y - ((px * Math.sin(turn)) / world) * 2 * Math.PI;
    return [
      lng + ((px * Math.cos(turn)) / world) * 360,
      ((2 * Math.atan(Math.exp(north)) - Math.PI / 2) * 180) / Math.PI,
    ];
  };
  return [at(-50), at(50)];
}

describe('scaleBar', () => {
  it.each([
    [8, 0],
    [9.6, 0],
    [12.3, 40],
    [16, 90],
  ])('is as long as it says, within one per cent, at zoom %f turned by %f°', (zoom, bearing) => {
    const perPixel = metresPerPixel({ ruler: rulerAt(113.1, 23.05, zoom, bearing) });
    const { metres, px } = scaleBar(perPixel, 180);
    expect(px).toBeLessThanOrEqual(180);
    expect(px).toBeGreaterThan(180 / 2.6);
    expect([1, 2, 5]).toContain(Number(String(metres)[0]));
    // The bar laid east to west on the ground of the picture's centre.
    const degrees = (px / (512 * 2 ** zoom)) * 360;
    const truth = distanceM(wgs84(113.1 - degrees / 2, 23.05), wgs84(113.1 + degrees / 2, 23.05));
    expect(Math.abs(truth - metres) / metres).toBeLessThan(0.01);
  });

  it('gives the denominator of a page printed at its size', () => {
    // 96 pixels are an inch of 25.4 mm: 100 m a pixel are 1 : 378,000.
    expect(scaleDenominator(100)).toBe(378_000);
  });
});

describe('cameraFor', () => {
  const camera = { lng: 113.1, lat: 23, zoom: 10, bearing: 20, pitch: 30 };

  it('shows the same ground in twice the size one zoom deeper, from straight above', () => {
    expect(cameraFor(camera, { width: 400, height: 300 }, { width: 800, height: 600 })).toEqual({
      ...camera,
      pitch: 0,
      zoom: 11,
    });
  });

  it('keeps all of the ground where the frame has another form', () => {
    expect(cameraFor(camera, { width: 400, height: 300 }, { width: 1600, height: 300 }).zoom).toBe(10);
  });

  it('leaves out what a sheet covers', () => {
    expect(uncoveredSize({ top: 0, right: 0, bottom: 400, left: 0 }, { width: 390, height: 800 })).toEqual({
      width: 390,
      height: 400,
    });
  });
});

describe('legendOf', () => {
  it('names the classes, forms and lines that are in the picture, and no others', () => {
    const { state, i18n } = makeApp();
    const food = state.sites.value.filter((site) => site.industryCluster === 'food' && site.position !== null);
    const legend = legendOf(state, i18n.value, {
      sites: new Set(food.map(({ id }) => id)),
      layers: new Set(['metro-lines', 'borders-outer', 'stacks']),
    });
    const classes = legend.flatMap(({ sign, label }) =>
      sign.form === 'mark' && sign.symbol.cluster !== 'cross' ? [label] : [],
    );
    expect(classes).toEqual([`食品饮料 (${food.length})`]);
    expect(legend.slice(-3).map(({ label }) => label)).toEqual([
      '点旁的数字：同一点上的行数',
      '市界',
      '地铁、有轨电车',
    ]);
  });

  it('shows what is placed coarsely in each form that it has', () => {
    const { state, i18n } = makeApp();
    const coarse = state.sites.value.filter(({ precision }) => precision === 'district');
    const forms = (sites: readonly Site[]) =>
      legendOf(state, i18n.value, { sites: new Set(sites.map(({ id }) => id)), layers: new Set() }).flatMap(
        ({ sign, label }) => (label === '只知道所在区' && sign.form === 'mark' ? [sign.symbol.form] : []),
      );
    expect(forms(coarse)).toEqual(['badge', 'ring']);
    expect(forms(coarse.filter(({ extent }) => extent === 'area'))).toEqual(['ring']);
    expect(forms(state.sites.value.filter(({ precision }) => precision === 'exact'))).toEqual([]);
  });

  it('of an empty map is empty', () => {
    const { state, i18n } = makeApp();
    expect(legendOf(state, i18n.value, { sites: new Set(), layers: new Set() })).toEqual([]);
  });
});

describe('aboutMap', () => {
  it('states datum, versions, sources and the mark, and how many have no position', () => {
    const { state, i18n } = makeApp('lang=en');
    const about = aboutMap(
      state,
      i18n.value,
      {
        ruler: rulerAt(113.1, 23, 10),
        sites: new Set(['jihua-laboratory']),
        layers: new Set(),
        credits: ['© City', '© OpenStreetMap contributors'],
      },
      180,
    );
    const unplaced = state.sites.value.filter(({ position }) => position === null).length;
    expect(about.shown).toBe(
      `1 point on the map; filter: none · ${unplaced} more records have no position and are not on the map (parts of others not counted)`,
    );
    expect(about.datum).toContain('WGS-84');
    expect(about.version).toContain(state.base.version.data);
    expect(about.sources).toContain(': © City · © OpenStreetMap contributors');
    expect(about.mark).toBe('For internal reference');
  });
});

describe('pageSize', () => {
  it.each([
    ['A4', 'landscape', 297, 210],
    ['A4', 'portrait', 210, 297],
    ['A3', 'landscape', 420, 297],
    ['A3', 'portrait', 297, 420],
  ] as const)('%s %s leaves the map most of the paper', (paper, orientation, width, height) => {
    const size = pageSize(paper, orientation);
    expect([size.width, size.height]).toEqual([width, height]);
    expect((size.map.width * size.map.height) / (width * height)).toBeGreaterThan(0.5);
    expect(size.map.width).toBeLessThanOrEqual(width - 2 * size.margin);
  });

  it('counts 96 pixels an inch', () => {
    expect(mmToPx(25.4)).toBe(96);
  });
});

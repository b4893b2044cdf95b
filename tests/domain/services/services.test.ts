import { describe, expect, it } from 'vitest';
import { refusalOf, shiftedDatum } from '../../../src/domain/basemap-refusal.ts';
import { Basemap } from '../../../src/domain/schema/basemap.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import {
  requestAddress,
  wmsMapAddress,
  wmtsTemplateAddress,
  wmtsTileAddress,
} from '../../../src/domain/services/address.ts';
import { serviceCrs } from '../../../src/domain/services/crs.ts';
import { gridOf, HALF_WORLD_M, levelFor } from '../../../src/domain/services/grid.ts';
import { redrawOf, redrawOfMap, tileBounds } from '../../../src/domain/services/redraw.ts';
import { tiandituAddress, tiandituGrid } from '../../../src/domain/services/tianditu.ts';

describe('coordinate systems of services', () => {
  it.each([
    ['EPSG:3857', 'mercator'],
    ['urn:ogc:def:crs:EPSG::900913', 'mercator'],
    ['urn:ogc:def:crs:EPSG:6.18.3:3857', 'mercator'],
    ['http://www.opengis.net/def/crs/EPSG/0/4490', 'geographic'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'geographic'],
    ['EPSG:4547', 'other'],
    ['EPSG:4610', 'other'],
    ['OSGEO:41001', 'other'],
  ])('%s is %s', (name, kind) => {
    expect(serviceCrs(name).kind).toBe(kind);
  });

  it('have the order of axes that the register gives them', () => {
    expect(serviceCrs('EPSG:4490')).toMatchObject({ latFirst: true });
    expect(serviceCrs('CRS:84')).toMatchObject({ latFirst: false });
  });
});

describe('the origin of a grid', () => {
  const origin = (corner: readonly [number, number], name = 'urn:ogc:def:crs:EPSG::4490') => {
    const one = {
      id: '0',
      scaleDenominator: 1e6,
      topLeft: corner,
      tileWidth: 256,
      tileHeight: 256,
      columns: 1,
      rows: 1,
    };
    const level = gridOf([one], serviceCrs(name))?.levels[0];
    return [level?.originX, level?.originY];
  };
  it('is read by numbers that leave no doubt, else by the order of axes', () => {
    expect(origin([90, -180])).toEqual([-180, 90]);
    expect(origin([-180, 90])).toEqual([-180, 90]);
    expect(origin([24.5, 112])).toEqual([112, 24.5]);
    expect(origin([50, 10])).toEqual([10, 50]);
    expect(origin([10, 50], 'CRS:84')).toEqual([10, 50]);
    expect(origin([HALF_WORLD_M, -HALF_WORLD_M], 'EPSG:900913')).toEqual([-HALF_WORLD_M, HALF_WORLD_M]);
  });
});

describe('a tile redrawn from degrees', () => {
  const grid = tiandituGrid('c');
  /** Row of our tile that a latitude falls in, by the formula of Web Mercator alone. */
  const rowOf = (lat: number, z: number, y: number, size: number) => {
    const phi = (lat * Math.PI) / 180;
    const world = (1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2;
    return (world * 2 ** z - y) * size;
  };

  it('takes each of its rows from the latitude that belongs there', () => {
    const tile = { z: 10, x: 833, y: 444 };
    const plan = redrawOf(grid, tile, 256);
    if (plan === null) throw new Error('the grid has this tile');
    const { level, tiles, edges } = plan;
    expect(level.id).toBe('10');
    const [first] = tiles;
    for (const row of [0, 1, 100, 255, 256]) {
      const top = (first?.row ?? 0) * 256 + (edges[row] ?? Number.NaN);
      const lat = 90 - top * level.unitsPerPixel;
      expect(rowOf(lat, tile.z, tile.y, 256)).toBeCloseTo(row, 6);
    }
    // Columns of both grids are the same at a zoom.
    expect([first?.column, plan.left, plan.across]).toEqual([833, 0, expect.closeTo(256, 6)]);
    expect(plan.height).toBe(tiles.length * 256);
  });

  it('covers the whole of it and asks for no tile that only touches', () => {
    for (const tile of [
      { z: 3, x: 6, y: 3 },
      { z: 8, x: 208, y: 111 },
      { z: 15, x: 26_673, y: 14_233 },
    ]) {
      const plan = redrawOf(grid, tile, 256);
      expect(plan?.edges[0]).toBeGreaterThanOrEqual(-1e-6);
      expect(plan?.edges[256]).toBeLessThanOrEqual((plan?.height ?? 0) + 1e-6);
      expect(plan?.width).toBe(256);
    }
  });

  it('beyond the grid is nothing, and finer than it takes the finest', () => {
    expect(levelFor(grid, 22)?.id).toBe('18');
    const local = gridOf(
      [{ id: 'a', scaleDenominator: 1e5, topLeft: [24, 112], tileWidth: 256, tileHeight: 256, columns: 4, rows: 4 }],
      serviceCrs('EPSG:4490'),
    );
    expect(local && redrawOf(local, { z: 12, x: 0, y: 0 }, 256)).toBeNull();
  });

  it('from one picture of its own bounds keeps the middle latitude where it belongs', () => {
    const tile = { z: 4, x: 13, y: 6 };
    const [, south, , north] = tileBounds(tile, 'geographic');
    const { edges } = redrawOfMap(tile, 256);
    expect([edges[0], edges[256]]).toEqual([expect.closeTo(0, 9), expect.closeTo(256, 9)]);
    const lat = north - ((edges[128] ?? 0) / 256) * (north - south);
    expect(rowOf(lat, 4, 6, 256)).toBeCloseTo(128, 6);
    // Parallels are wider apart to the north: the middle of ours lies above the middle of theirs.
    expect(edges[128]).not.toBeCloseTo(128, 0);
  });
});

describe('addresses', () => {
  it('of 天地图 are as it documents them, one host a tile', () => {
    expect(tiandituAddress('vec', 'w', ['10', 833, 444], 'KEY')).toBe(
      'https://t5.tianditu.gov.cn/vec_w/wmts?tk=KEY&SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=vec&STYLE=default&TILEMATRIXSET=w&FORMAT=tiles&TILEMATRIX=10&TILEROW=444&TILECOL=833',
    );
    expect(tiandituAddress('cia', 'c', ['1', 1, 0], 'K&Y')).toContain(
      'https://t1.tianditu.gov.cn/cia_c/wmts?tk=K%26Y&',
    );
  });

  it('keep what is not of the request, and set what is', () => {
    expect(
      requestAddress('https://m.example/cgi?map=/a.map&SERVICE=WMS&request=GetCapabilities', { REQUEST: 'GetMap' }),
    ).toBe('https://m.example/cgi?map=/a.map&REQUEST=GetMap');
    expect(requestAddress('https://m.example/ows', { LAYERS: 'a:b,c d' })).toBe(
      'https://m.example/ows?LAYERS=a:b,c%20d',
    );
  });

  const tile = {
    layer: 'a:b',
    style: '',
    format: 'image/png',
    matrixSet: 'EPSG:900913',
    matrix: 'EPSG:900913:3',
    row: 4,
    column: 5,
  };
  it('of tiles by parameters and by templates of either case', () => {
    expect(wmtsTileAddress('https://m.example/wmts?', tile)).toContain('TILEMATRIX=EPSG:900913:3&TILEROW=4&TILECOL=5');
    expect(
      wmtsTemplateAddress('https://m.example/{style}/{TileMatrixSet}/{tilematrix}/{TileRow}/{TILECOL}', tile),
    ).toBe('https://m.example//EPSG:900913/EPSG:900913:3/4/5');
  });

  const map = {
    layers: ['a', 'b'],
    styles: [],
    format: 'image/png',
    bounds: [112, 22, 113, 23],
    width: 256,
    height: 256,
  } as const;
  it.each([
    ['1.3.0', 'EPSG:4490', 'CRS=EPSG:4490&BBOX=22,112,23,113'],
    ['1.3.0', 'CRS:84', 'CRS=CRS:84&BBOX=112,22,113,23'],
    ['1.3.0', 'EPSG:3857', 'CRS=EPSG:3857&BBOX=112,22,113,23'],
    ['1.1.1', 'EPSG:4326', 'SRS=EPSG:4326&BBOX=112,22,113,23'],
    ['1.1.1', 'CRS:84', 'SRS=EPSG:4326&BBOX=112,22,113,23'],
  ] as const)('of WMS %s in %s have the axes in its order', (version, name, expected) => {
    const crs = serviceCrs(name);
    if (crs.kind === 'other') throw new Error(name);
    expect(wmsMapAddress('https://m.example/ows', { ...map, version, crs })).toContain(expected);
  });
});

describe('ground that is shifted', () => {
  it.each([
    ['https://webrd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}', 'GCJ-02'],
    ['https://wprd0{1-4}.is.autonavi.com/appmaptile?x={x}', 'GCJ-02'],
    ['https://rt0.map.gtimg.com/tile?z={z}', 'GCJ-02'],
    ['http://mt2.google.cn/vt/lyrs=m&x={x}', 'GCJ-02'],
    ['https://mt1.google.com/vt?lyrs=s&gl=cn&x={x}', 'GCJ-02'],
    ['https://map.geoq.cn/ArcGIS/rest/services/x/MapServer/tile/{z}/{y}/{x}', 'GCJ-02'],
    ['https://maponline{s}.bdimg.com/tile/?x={x}', 'BD-09'],
    ['https://t0.tianditu.gov.cn/vec_w/wmts', null],
    ['https://notamap.com.example/amap.com', null],
    ['tiles/{z}/{x}/{y}.png', null],
  ])('%s: %s', (address, datum) => {
    expect(shiftedDatum(address)).toBe(datum);
  });

  it('is refused whatever datum the entry states, and a datum that does not fit too', () => {
    const entry = { id: 'a', label: 'A', attribution: 'B', datum: 'CGCS2000' };
    const read = (part: object) => refusalOf(parseAs(Basemap, { ...entry, ...part }, 'a'));
    expect(read({ tiles: ['https://wprd01.is.autonavi.com/{z}'] })).toEqual({
      why: 'host',
      datum: 'GCJ-02',
      host: 'wprd01.is.autonavi.com',
    });
    expect(read({ kind: 'wms', url: 'https://m.example/', layers: ['a'], datum: 'BD-09' })).toEqual({
      why: 'datum',
      datum: 'BD-09',
    });
    expect(read({ kind: 'wmts', url: 'https://m.example/', layer: 'a' })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { askService, serviceOf } from '../../../src/data/services/capabilities.ts';
import type { MapService } from '../../../src/data/services/services.ts';
import { ServiceError } from '../../../src/domain/services/failure.ts';
import { sameTiles, zoomsOf } from '../../../src/domain/services/grid.ts';
import {
  EXCEPTION,
  GEOSERVER_WMS_130,
  GEOSERVER_WMTS,
  MAPSERVER_WMS_111,
  REST_WMTS,
  tiandituLike,
} from '../../fixtures/services/documents.ts';

const ASKED = 'https://maps.example/wmts?tk=KEY';
function wmts(text: string, asked = ASKED): Extract<MapService, { kind: 'wmts' }> {
  const service = serviceOf(text, asked);
  if (service?.kind !== 'wmts') throw new Error('a WMTS was expected');
  return service;
}
function wms(text: string, asked = 'https://maps.example/ows'): Extract<MapService, { kind: 'wms' }> {
  const service = serviceOf(text, asked);
  if (service?.kind !== 'wms') throw new Error('a WMS was expected');
  return service;
}
function failureOf(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof ServiceError) return error.failure;
  }
  throw new Error('a failure was expected');
}

describe('capabilities of a WMTS', () => {
  it('like 天地图’s give the grid that its tiles are in, whatever the size of its pixels', () => {
    const { layers, title, provider, address } = wmts(tiandituLike('c'));
    expect({ title, provider, address }).toEqual({ title: '在线地图服务', provider: '测绘中心', address: ASKED });
    const [layer] = layers;
    expect(layer).toMatchObject({ id: 'vec', styles: ['default'], formats: ['tiles'], box: [-180, -90, 180, 90] });
    const grid = layer?.sets[0]?.grid ?? null;
    expect(grid?.kind).toBe('geographic');
    expect(grid?.levels[0]).toMatchObject({ id: '1', originX: -180, originY: 90, columns: 2, rows: 1 });
    expect(grid?.levels[0]?.unitsPerPixel).toBeCloseTo(360 / 512, 9);
  });

  it('like 天地图’s in Web Mercator give tiles that are ours', () => {
    const grid = wmts(tiandituLike('w')).layers[0]?.sets[0]?.grid ?? null;
    if (grid === null) throw new Error('its grid can be drawn');
    expect(zoomsOf(grid)).toEqual({ minzoom: 1, maxzoom: 18 });
    expect([sameTiles(grid, 9)?.id, sameTiles(grid, 0)]).toEqual(['9', null]);
  });

  it('of GeoServer list what can be drawn and what cannot, the default style first', () => {
    const [layer] = wmts(GEOSERVER_WMTS).layers;
    expect(layer).toMatchObject({
      id: 'city:base',
      title: '城市 & 底图',
      styles: ['', 'night'],
      formats: ['image/png', 'image/jpeg'],
    });
    expect(layer?.sets.map(({ id, crs, grid }) => [id, crs.kind, grid === null])).toEqual([
      ['EPSG:4547', 'other', true],
      ['EPSG:900913', 'mercator', false],
    ]);
    // Its corner is a metre off, as GeoServer writes it.
    const grid = layer?.sets[1]?.grid;
    expect(grid && sameTiles(grid, 2)?.id).toBe('EPSG:900913:2');
    // Tiles are asked for where the document was, not at the host that it names.
    expect(layer?.templates.size).toBe(0);
  });

  it('that are a document of their own give templates, dimensions filled in', () => {
    const [layer] = wmts(REST_WMTS, 'https://tiles.example/WMTSCapabilities.xml').layers;
    expect([...(layer?.templates.values() ?? [])]).toEqual([
      'https://tiles.example/{Layer}/{Style}/2024/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.jpeg',
    ]);
  });
});

describe('capabilities of a WMS', () => {
  it('1.3.0: headings hand down their systems and their box', () => {
    const { version, formats, layers, provider, address } = wms(GEOSERVER_WMS_130);
    expect({ version, formats, provider, address }).toEqual({
      version: '1.3.0',
      formats: ['image/png', 'image/jpeg'],
      provider: '市局',
      address: 'https://maps.example/ows',
    });
    expect(layers.map(({ id, systems }) => [id, systems.map(({ code }) => code)])).toEqual([
      ['roads', ['EPSG:4490', 'CRS:84', 'EPSG:3857']],
      ['parcels', ['EPSG:4490', 'CRS:84', 'EPSG:4526']],
    ]);
    expect(layers[1]?.box).toEqual([112, 22, 114, 24]);
  });

  it('1.1.1: a document type is no hindrance, and systems may share an element', () => {
    const { version, formats, layers } = wms(MAPSERVER_WMS_111);
    expect([version, formats]).toEqual(['1.1.1', ['image/png', 'image/gif']]);
    expect(layers[0]?.systems.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      'EPSG:4326 geographic',
      'EPSG:2437 other',
    ]);
  });
});

describe('an answer that is none', () => {
  it('says what the service says, or that it describes none', () => {
    expect(failureOf(() => serviceOf(EXCEPTION, ASKED))).toMatchObject({
      reason: 'exception',
      said: 'Could not find layer x',
    });
    expect(failureOf(() => serviceOf('<!DOCTYPE html><html><p>Hello<br></html>', ASKED))).toMatchObject({
      reason: 'no-capabilities',
      host: 'maps.example',
      said: '',
    });
    expect(serviceOf('<kml/>', ASKED)).toBeNull();
  });

  it('is followed by the other kind of question, and the first failure is told', async () => {
    const asked: string[] = [];
    const ask: typeof fetch = (address) => {
      asked.push(String(address));
      return Promise.resolve(new Response(String(address).includes('WMTS') ? GEOSERVER_WMTS : EXCEPTION));
    };
    const found = await askService('https://maps.example/ows?map=a', null, { ask });
    expect(found.kind).toBe('wmts');
    expect(asked).toEqual([
      'https://maps.example/ows?map=a&SERVICE=WMS&REQUEST=GetCapabilities',
      'https://maps.example/ows?map=a&SERVICE=WMTS&REQUEST=GetCapabilities&VERSION=1.0.0',
    ]);
    const refused = askService('https://maps.example/x', null, {
      ask: () => Promise.resolve(new Response('{"msg":"非法Key","resolve":"请检查key"}', { status: 403 })),
    });
    await expect(refused).rejects.toMatchObject({
      failure: { reason: 'refused', status: 403, said: '非法Key 请检查key', host: 'maps.example' },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { mayHoldKey, withoutKeys } from '../../src/domain/map-keys.ts';
import { Basemap } from '../../src/domain/schema/basemap.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';

describe('an address', () => {
  it.each([
    'https://a.example/{z}/{x}/{y}.png?tk=abc',
    'https://a.example/wmts?service=WMTS&layer=vec&access_token=abc',
    'https://a.example/wms?authkey=1',
    'https://me:secret@a.example/{z}/{x}/{y}.png',
  ])('may hold a key: %s', (address) => expect(mayHoldKey(address)).toBe(true));
  it.each([
    'https://a.example/{z}/{x}/{y}.png',
    'https://a.example/wms?SERVICE=WMS&LAYERS=a&STYLES=',
    'https://a.example/t?x={x}&y={y}&z={z}',
    'https://a.example/a@b.png',
  ])('holds none: %s', (address) => expect(mayHoldKey(address)).toBe(false));
});

describe('a base map', () => {
  const common = { id: 'own-1', label: '甲', attribution: '©' };
  it('of a service goes without its key, and one whose address may hold a key does not go', () => {
    const tianditu = parseAs(Basemap, { ...common, kind: 'tianditu', set: 'vec', key: 'secret' }, 'test');
    expect(JSON.stringify(withoutKeys(tianditu))).not.toContain('secret');
    const tiles = (address: string) =>
      withoutKeys(
        parseAs(Basemap, { ...common, kind: 'tiles', layers: [{ tiles: [address] }], datum: 'WGS-84' }, 'test'),
      );
    expect(tiles('https://a.example/{z}/{x}/{y}?key=1')).toBeNull();
    expect(tiles('https://a.example/{z}/{x}/{y}')?.id).toBe('own-1');
    expect(withoutKeys(parseAs(Basemap, { ...common, kind: 'pmtiles', pmtiles: null }, 'test'))).toBeNull();
  });
});

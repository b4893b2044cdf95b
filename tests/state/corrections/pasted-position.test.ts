import { describe, expect, it } from 'vitest';
import type { InputDatum } from '../../../src/data/import/types.ts';
import { datumOfLink, pastedPosition } from '../../../src/state/corrections/pasted-position.ts';
import { toWgs84 } from '../../../src/state/corrections/to-wgs84.ts';

describe('pastedPosition', () => {
  it.each([
    '113.12345, 23.01234',
    '23.01234,113.12345',
    '113.12345 23.01234',
    'lat: 23.01234, lng: 113.12345',
    '东经113.12345° 北纬23.01234°',
    '(113.12345，23.01234)',
    'geo:23.01234,113.12345?z=16',
    'https://www.openstreetmap.org/#map=16/23.01234/113.12345',
    'https://www.openstreetmap.org/?mlat=23.01234&mlon=113.12345',
  ])('%s', (text) => {
    expect(pastedPosition(text, 'wgs84')).toEqual([113.12345, 23.01234]);
  });

  it('reads degrees, minutes and seconds', () => {
    expect(pastedPosition('23°00′44.4″N 113°07′24.4″E', 'wgs84')).toEqual([113.123444, 23.012333]);
  });

  it.each<InputDatum>(['gcj02', 'bd09'])('takes %s back to WGS-84', (datum) => {
    if (datum !== 'gcj02' && datum !== 'bd09') throw new Error(datum);
    expect(pastedPosition('113.12345, 23.01234', datum)).toEqual(toWgs84(113.12345, 23.01234, datum));
    expect(pastedPosition('23.01234, 113.12345', datum)).toEqual(toWgs84(113.12345, 23.01234, datum));
  });

  it('takes metres of a grid, whichever stands first', () => {
    // Central meridian 114°E: 0.9 degrees of longitude west of it.
    const found = pastedPosition('407763.2, 2546120.5', 'epsg:4547');
    expect(found?.[0]).toBeCloseTo(113.1, 1);
    expect(found?.[1]).toBeCloseTo(23.01, 1);
    expect(pastedPosition('2546120.5, 407763.2', 'epsg:4547')).toEqual(found);
  });

  it.each(['', 'Foshan', '113.1', '113.12345, 113.2', 'https://example.org/113', 'http://%E0%A4%A'])(
    'finds none in %o',
    (text) => {
      expect(pastedPosition(text, 'wgs84')).toBeNull();
    },
  );
});

describe('datumOfLink', () => {
  it.each([
    ['https://uri.amap.com/marker?position=113.1,23.0', 'gcj02'],
    ['https://apis.map.qq.com/uri/v1/marker?marker=coord:23.0,113.1', 'gcj02'],
    ['https://api.map.baidu.com/marker?location=23.0,113.1', 'bd09'],
    ['https://www.openstreetmap.org/#map=16/23.0/113.1', 'wgs84'],
    ['geo:23.0,113.1', 'wgs84'],
    ['https://example.org/?amap.com', null],
    ['113.1, 23.0', null],
    ['https://', null],
  ])('%s: %s', (text, datum) => {
    expect(datumOfLink(text)).toBe(datum);
  });
});

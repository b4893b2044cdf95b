import { describe, expect, test } from 'vitest';
import { parseAngle, parsePair } from '../../../src/data/import/place/position-text.ts';

const DMS = 113 + 6 / 60 + 18.7 / 3600;

describe('one coordinate', () => {
  test.each([
    ['113º06′18.7″'],
    ['113˚06′18.7″'],
    ['113°06′18.7〃'],
    ['113°06ˊ18.7〞'],
    ["113°06'18.7''"],
    ['113°06´18.7"'],
    ['113°06`18.7“'],
    ['113度06分18.7秒'],
    ['１１３°０６′１８．７″'],
    ['113.06.18.7'],
    ['113:06:18.7'],
    ['113-06-18.7'],
    ['113 06 18.7'],
    ['E113°06′18.7″'],
    ['113°06′18.7″E'],
    ['东经113°06′18.7″'],
    ['经度：113°06′18.7″'],
    ['113°06.311667′'],
    ['113d06m18.7s'],
    [`113 deg 6' 18.70" E`],
    ['113 degrees 6 min 18.7 sec'],
    ['113deg06min18.7sec'],
    ['="113°06′18.7″"'],
    ['\u200B113°06′18.7″\uFEFF'],
  ])('%s', (text) => {
    expect(parseAngle(text)?.value).toBeCloseTo(DMS, 6);
  });

  test.each([
    ['1.131052e+2', 113.1052],
    ['1.131052E2', 113.1052],
    ['113,1052', 113.1052],
    ['23,018', 23.018],
    ['\u202A113.1052\u202C', 113.1052],
    ['="113.1052"', 113.1052],
    ['W113.5', -113.5],
    ['南纬23.5', -23.5],
    ['2,546,888.59', 2546888.59],
    ['408,272', 408272],
  ])('%s is %f', (text, value) => {
    expect(parseAngle(text)?.value).toBeCloseTo(value, 9);
  });

  test.each(['113°66′', '113°06′61″', '2020-01', 'abc', '', '113°06.5′18″', '1.2.3.4.5', 'E', '°', 'N113E'])(
    '%s is none',
    (text) => {
      expect(parseAngle(text)).toBeNull();
    },
  );

  test('its error is half of the last digit that was written', () => {
    expect(parseAngle('1.131052e+2')?.rounding).toBeCloseTo(0.00005, 9);
    expect(parseAngle('113,1052')?.rounding).toBeCloseTo(0.00005, 9);
    expect(parseAngle('113.06.18.7')?.rounding).toBeCloseTo(0.05 / 3600, 9);
  });
});

describe('a pair in one cell', () => {
  test.each([
    ['113.1052/23.0187'],
    ['113.1052,23.0187'],
    ['113.1052，23.0187'],
    ['(113.1052, 23.0187)'],
    ['[113.1052,23.0187,12]'],
    ['113.1052 23.0187'],
    ['113.1052;23.0187'],
    ['113,1052;23,0187'],
    ['经度:113.1052,纬度:23.0187'],
    ['经度113.1052纬度23.0187'],
    ['lng=113.1052 lat=23.0187'],
    ['{"lng":113.1052,"lat":23.0187}'],
    ['E113.1052N23.0187'],
    ['113.1052E23.0187N'],
    ['x:113.1052;y:23.0187'],
  ])('%s', (text) => {
    const found = parsePair(text);
    expect([found?.first.value, found?.second.value]).toEqual([113.1052, 23.0187]);
  });

  test.each([
    ['东经113°06′19″北纬23°01′07″'],
    ['113°06′19″E23°01′07″N'],
    ['113°06′19″ 23°01′07″'],
    ['113 06 19 23 01 07'],
    ['113度6分19秒，23度1分7秒'],
  ])('%s', (text) => {
    const found = parsePair(text);
    expect(found?.first.value).toBeCloseTo(113 + 6 / 60 + 19 / 3600, 9);
    expect(found?.second.value).toBeCloseTo(23 + 1 / 60 + 7 / 3600, 9);
  });

  test('says which is which where the words do', () => {
    expect(parsePair('北纬23°01′07″东经113°06′19″')).toMatchObject({ first: { axis: 'y' }, second: { axis: 'x' } });
    expect(parsePair('纬度:23.0,经度:113.1')).toMatchObject({ first: { axis: 'y' }, second: { axis: 'x' } });
  });

  test.each(['113.1', '甲,乙', 'E113,E114', '', '1,2,3,4'])('%j is none', (text) => {
    expect(parsePair(text)).toBeNull();
  });
});

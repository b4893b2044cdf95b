/** Rows whose point and stated district disagree, each with where it lies and how far off that is. */
import { pointToLineDistance } from '@turf/turf';
import { expect, test } from 'vitest';
import { settled } from '../../../src/data/import/import-file.ts';
import { relocated } from '../../../src/data/import/place/locate.ts';
import { labelAt } from '../../../src/domain/point-set.ts';
import { DISTRICT_IDS, type DistrictId } from '../../../src/domain/vocabulary.ts';
import { byName, context, imported, textFile } from './helpers.ts';

/** By turf, on a sphere: half a percent off at most. */
function metresTo(id: DistrictId, at: readonly [number, number]): number {
  const area = context.districts.features.find(({ properties }) => properties.id === id);
  if (area === undefined) throw new Error(id);
  const { geometry } = area;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return Math.min(
    ...polygons.flat().map((ring) => {
      const coordinates = ring.map(([lng = 0, lat = 0]) => [lng, lat]);
      return pointToLineDistance([...at], { type: 'LineString', coordinates }) * 1000;
    }),
  );
}

const FILE =
  '名称,区,经度_wgs84,纬度_wgs84\n甲,禅城区,113.1052,23.0187\n乙,三水区,113.2934,22.8057\n丙,南海区,113.1052,23.0187\n丁,顺德区,113.264,23.129\n戊,,113.1431,23.0412\n己,高明区,,\n';

test('they are listed with the district of the point and the distance to the stated one', async () => {
  const result = await imported(textFile(FILE), 'a.csv');
  const { set, receipt } = result;
  const outside = receipt.outsideStated;
  const listed = [...(outside?.rows ?? [])];
  expect(listed.map((row) => labelAt(set, row))).toEqual(['乙', '丙', '丁']);
  expect([...(outside?.liesIn ?? [])].map((code) => DISTRICT_IDS[code] ?? null)).toEqual(['shunde', 'chancheng', null]);
  const expected = [
    metresTo('sanshui', [113.2934, 22.8057]),
    metresTo('nanhai', [113.1052, 23.0187]),
    metresTo('shunde', [113.264, 23.129]),
  ];
  expected.forEach((metres, at) => {
    const off = (outside?.metres[at] ?? 0) / metres;
    expect(Math.abs(off - 1)).toBeLessThan(0.01);
  });
  expect(receipt.warnings).toContainEqual({ code: 'outside-stated-district', params: { count: 3 } });
  expect(receipt.warnings).toContainEqual({ code: 'outside-city', params: { count: 1 } });
});

test('they are found anew when the user says the datum, and so is what the receipt says of them', async () => {
  // Some hundred metres within Nanhai as WGS-84, and beyond its border as BD-09.
  const border = context.districts.features.flatMap(({ properties, geometry }) => {
    if (properties.id !== 'nanhai') return [];
    const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
    return rings.flat();
  });
  const rows = border.filter((_, at) => at % 40 === 0).map(([x, y], at) => `${at},南海区,${x},${y}`);
  const file = textFile(`名称,区,经度,纬度\n${rows.slice(0, 4).join('\n')}\n`);
  const result = await imported(file, 'a.csv', { datum: 'wgs84', open: ['wgs84', 'bd09'] });
  const said = settled(result, 'bd09', context);
  const count = said.receipt.outsideStated?.rows.length ?? 0;
  expect(count).toBeGreaterThan(0);
  expect(said.receipt.warnings).toContainEqual({ code: 'outside-stated-district', params: { count } });
  expect(said.receipt.warnings.filter(({ code }) => code === 'outside-stated-district')).toHaveLength(1);
  expect(byName(said).size).toBe(4);
});

test('where every row lies in what it states there is no list', async () => {
  const { receipt } = await imported(textFile('名称,区,经度,纬度\n甲,禅城区,113.1052,23.0187\n'), 'a.csv');
  expect(receipt.outsideStated).toBeUndefined();
});

test('a set that was kept before its rows were located is located as if it came anew', async () => {
  const { set, receipt } = await imported(textFile(FILE), 'a.csv');
  const { located: _, datum: __, ...old } = set;
  const again = relocated({ set: old, receipt }, context);
  expect(again.set.located).toEqual(set.located);
});

import { describe, expect, test } from 'vitest';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { gazetteerOf } from '../../src/data/import/place/gazetteer.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { DistrictCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { Statistics } from '../../src/domain/schema/statistics.ts';
import { shippedBase, shippedFile } from './data.ts';

const { sites, towns } = await shippedBase();
const districts = parseAs(DistrictCollection, shippedFile('districts.geojson'), 'districts');
const { figures } = parseAs(Statistics, shippedFile('statistics.json'), 'statistics');
const gazetteer = gazetteerOf({ districts, towns });
const placed = towns.features.filter(({ geometry }) => geometry !== null);
const pointOf = (code: string) => {
  const point = gazetteer.townPoint(Number(code));
  if (point === null) throw new Error(`${code} has no point`);
  return point;
};

describe('the error of a row that is placed by its town', () => {
  test.each(placed.map((town) => [town.properties.nameZh, town] as const))('covers %s', (_, { properties }) => {
    const point = pointOf(properties.code);
    expect(point.precision).toBe('town');
    // Sites known closely that state this town.
    for (const site of sites) {
      if (site.position === null || (site.precision !== 'exact' && site.precision !== 'street')) continue;
      if (!site.towns.includes(properties.code)) continue;
      const [lng, lat] = site.position;
      expect(distanceM(wgs84(point.lng, point.lat), wgs84(lng, lat)), site.id).toBeLessThan(point.radiusM);
    }
    // A circle that is smaller than the town cannot cover it.
    const area = figures.find(({ key, scope }) => key === 'area' && scope.id === properties.code)?.value;
    if (typeof area === 'number') expect(Math.PI * point.radiusM ** 2).toBeGreaterThan(area);
  });

  test('never reaches beyond the farthest corner of the district by more than the error of the point', () => {
    for (const { properties } of placed) {
      const { lng, lat, radiusM } = pointOf(properties.code);
      const { geometry } = districts.features.find((f) => f.properties.id === properties.district) ?? {};
      const corners = (geometry?.type === 'Polygon' ? [geometry.coordinates] : (geometry?.coordinates ?? [])).flat(2);
      const far = Math.max(...corners.map(([x = 0, y = 0]) => distanceM(wgs84(lng, lat), wgs84(x, y))));
      expect(radiusM, properties.nameZh).toBeLessThan(far * 1.01 + 900 + properties.radiusM);
    }
  });

  test('is none where no source places the town', () => {
    const unplaced = towns.features.filter(({ geometry }) => geometry === null);
    for (const { properties } of unplaced) expect(gazetteer.townPoint(Number(properties.code))).toBeNull();
  });
});

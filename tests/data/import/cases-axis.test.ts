/** Files that state their grid and write north first. */
import { expect, test } from 'vitest';
import { converterOf } from '../../../src/data/import/place/convert.ts';
import { errorsOf, FIRMS, importCase } from './firms.ts';
import { imported, textFile } from './helpers.ts';

test('a grid whose north stands first is turned round by itself, and that is said', async () => {
  const result = await importCase('gj-crs-4547-axis.geojson');
  for (const error of errorsOf(result)) expect(error).toBeLessThan(0.1);
  expect(result.preview.datum).toMatchObject({ swapped: true, datum: 'epsg:4547', basis: 'stated' });
  expect(result.preview.warnings.map(({ code }) => code)).toContain('swapped');
  expect(result.receipt.swapped).toBe(true);
});

/** The firms as squares of ten metres in a grid, each position as `order` has it. */
function squares(code: number, order: (x: number, y: number) => readonly number[]): string {
  const converter = converterOf(`epsg:${code}`, null);
  const features = Object.entries(FIRMS).map(([name, [lng, lat]]) => {
    const [x, y] = converter?.inverse(lng, lat) ?? [Number.NaN, Number.NaN];
    const corners = [
      [-5, -5],
      [5, -5],
      [5, 5],
      [-5, 5],
      [-5, -5],
    ].map(([dx = 0, dy = 0]) => order(x + dx, y + dy));
    return { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [corners] } };
  });
  const crs = { type: 'name', properties: { name: `urn:ogc:def:crs:EPSG::${code}` } };
  return JSON.stringify({ type: 'FeatureCollection', crs, features });
}

test.each([4547, 4526, 32649, 3857, 4508])('areas in EPSG:%d too, whichever stands first', async (code) => {
  const east = await imported(textFile(squares(code, (x, y) => [x, y])), 'a.geojson');
  const north = await imported(textFile(squares(code, (x, y) => [y, x])), 'a.geojson');
  for (const error of [...errorsOf(east), ...errorsOf(north)]) expect(error).toBeLessThan(0.1);
  expect([east.receipt.swapped, north.receipt.swapped]).toEqual([false, true]);
  // From the middle to a corner.
  for (const radius of north.set.radiusM) expect(radius).toBeCloseTo(Math.hypot(5, 5), code === 3857 ? -1 : 1);
});

import gcoord, { CRSTypes } from 'gcoord';
import Papa from 'papaparse';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/data/export/csv.ts';
import { type GridId, gridOf, withCoordinates } from '../../../src/data/export/grid.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { CELLS, TABLE } from './fixture.ts';

const HERE = wgs84(113.1219, 23.0215);
const reference = (to: CRSTypes) => gcoord.transform<[number, number]>([HERE[0], HERE[1]], CRSTypes.WGS84, to);
const WORDS = { lng: '经度', lat: '纬度', easting: '东坐标', northing: '北坐标' };
const GK = '+proj=tmerc +lat_0=0 +lon_0=114 +k=1 +y_0=0 +a=6378137 +rf=298.257222101 +units=m +no_defs';

describe('gridOf', () => {
  it.each([
    ['gcj02', reference(CRSTypes.GCJ02), 1e-7],
    ['bd09', reference(CRSTypes.BD09), 1e-7],
    ['epsg:4547', proj4(`${GK} +x_0=500000`, [HERE[0], HERE[1]]), 2e-3],
    ['epsg:4526', proj4(`${GK} +x_0=38500000`, [HERE[0], HERE[1]]), 2e-3],
    ['epsg:3857', proj4('EPSG:3857', [HERE[0], HERE[1]]), 2e-3],
  ] as const)('%s agrees with the reference', async (id, expected, within) => {
    const [x, y] = (await gridOf(id)).from(HERE);
    expect(Math.abs(x - expected[0])).toBeLessThanOrEqual(within);
    expect(Math.abs(y - expected[1])).toBeLessThanOrEqual(within);
  });

  it('moves by hundreds of metres where the datum is offset, and not at all in WGS-84', async () => {
    const [lng] = (await gridOf('gcj02')).from(HERE);
    expect((lng - HERE[0]) * 102_000).toBeGreaterThan(300);
    expect((await gridOf('wgs84')).from(HERE)).toEqual([...HERE]);
  });
});

describe('withCoordinates', () => {
  it.each<[GridId, string]>([
    ['wgs84', '经度 (WGS-84)'],
    ['bd09', '经度 (BD-09)'],
    ['epsg:4526', '东坐标 (m, EPSG:4526)'],
  ])('names %s in the heading, and a CSV reads back equal', async (id, heading) => {
    const grid = await gridOf(id);
    const table = withCoordinates(TABLE, grid, WORDS);
    const rows = [table.columns.map(({ label }) => label), ...CELLS.map((_, index) => table.row(index))];
    const read = Papa.parse<string[]>(toCsv(rows).slice(1), { skipEmptyLines: true }).data;
    expect(read[0]?.at(-2)).toBe(heading);
    expect(read[1]?.slice(-2).map(Number)).toEqual(grid.from(TABLE.position(0) ?? HERE).map(Number));
    expect(read[2]?.slice(-2)).toEqual(['', '']);
    expect(read[1]?.[3]).toBe(`'${CELLS[0]?.[3]}`);
    expect(read[2]?.[4]).toBe('two\nlines');
  });
});

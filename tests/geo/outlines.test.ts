import { describe, expect, it } from 'vitest';
import { toWgs84 } from '../../geo/steps/datum.ts';
import { type FiledOutline, outlineCollection, outlinesOf, outlineText } from '../../geo/steps/outlines.ts';
import { siteFeature } from '../../geo/steps/register.ts';
import { areaOfFile, normalOutline, outlineDigest } from '../../src/domain/outline.ts';
import { OutlineCollection, OutlineFile } from '../../src/domain/schema/outline.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import type { SiteRecord } from '../../src/domain/schema/record.ts';
import { districts, site } from './record-fixtures.ts';

type Corner = [number, number];
const round = (degrees: number) => Number(degrees.toFixed(6));
const square = (west: number, south: number, size = 0.01): Corner[] => [
  [west, south],
  [round(west + size), south],
  [round(west + size), round(south + size)],
  [west, round(south + size)],
  [west, south],
];
const filed = (...rings: Corner[][]): FiledOutline => ({
  file: 'geo/register/outlines/east-park.geojson',
  content: { type: 'Feature', geometry: { type: 'Polygon', coordinates: rings } },
});
const OUTLINE: NonNullable<SiteRecord['outline']> = { date: '2024', datum: 'wgs84', source: 'notice', rights: 'clear' };

/** Whether a ring runs counter-clockwise. */
const turnsLeft = (ring: readonly Corner[]) =>
  ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
    return sum + x * ny - nx * y;
  }, 0) > 0;

function built(file: FiledOutline | null, part: Partial<SiteRecord> = {}) {
  const record = { ...site, outline: OUTLINE, ...part };
  const files = new Map(file === null ? [] : [[record.id, file]]);
  const { bySite, problems, remarks } = outlinesOf([{ file: 'geo/register/east-park.yaml', record }], files, districts);
  return { outline: bySite.get(record.id), reasons: problems.map(({ reason }) => reason), remarks, record };
}

describe('the outline of a site', () => {
  it('is shipped in one form, and the site says where it is from', () => {
    // Clockwise as it came; the hole counter-clockwise.
    const [outer, hole] = [square(113.195, 22.895).reverse(), square(113.2, 22.9, 0.002)];
    const { outline, reasons, record } = built(filed(outer, hole));
    expect(reasons).toEqual([]);
    expect(outline?.[0]).toHaveLength(2);
    expect(outline?.[0]?.[0]).toEqual(expect.arrayContaining(square(113.195, 22.895)));
    expect(outline?.[0]?.map(turnsLeft)).toEqual([true, false]);
    const { properties } = siteFeature(record, 'f.yaml', [], outline);
    expect(properties.outline).toEqual({
      date: '2024',
      source: 'notice',
      rights: 'clear',
      digest: outlineDigest(outline ?? []),
    });
    expect(siteFeature(site, 'f.yaml', []).properties).not.toHaveProperty('outline');
    const collection = parseAs(OutlineCollection, outlineCollection(new Map([['east-park', outline ?? []]])), 'out');
    expect(collection.features.map(({ properties: { id } }) => id)).toEqual(['east-park']);
  });

  it('comes in the datum that the record states', () => {
    const { outline } = built(filed(square(113.2, 22.9)), { outline: { ...OUTLINE, datum: 'gcj02' } });
    const [lng, lat] = toWgs84([113.2, 22.9], 'gcj02');
    expect(outline?.[0]?.[0]).toContainEqual([lng, lat]);
    expect(Math.abs(lng - 113.2)).toBeGreaterThan(0.004);
  });

  const broken: [string, FiledOutline | null, Partial<SiteRecord>, RegExp][] = [
    ['no file', null, {}, /has no readable file outlines\/east-park\.geojson/],
    [
      'a file that the record does not name',
      filed(square(113.2, 22.9)),
      { outline: undefined },
      /says nothing of this/,
    ],
    ['an unknown source', filed(square(113.2, 22.9)), { outline: { ...OUTLINE, source: 'rumour' } }, /source rumour/],
    ['an open ring', filed(square(113.2, 22.9).slice(0, 4)), {}, /not closed/],
    [
      'two corners',
      filed([
        [113.2, 22.9],
        [113.21, 22.9],
        [113.2, 22.9],
      ]),
      {},
      /fewer than three corners/,
    ],
    [
      'a bow tie',
      filed([
        [113.2, 22.9],
        [113.21, 22.91],
        [113.21, 22.9],
        [113.2, 22.91],
        [113.2, 22.9],
      ]),
      {},
      /cross/,
    ],
    ['latitude first', filed(square(113.2, 22.9).map(([x, y]): Corner => [y, x])), {}, /exchanged/],
    ['another city', filed(square(114.2, 22.9)), {}, /far outside Foshan/],
    ['another district', filed(square(113.15, 23.15)), {}, /touches none of the districts/],
    [
      'far from the point',
      filed(square(113.24, 22.9)),
      { location: { ...site.location, radiusM: 50 } },
      /farther from/,
    ],
  ];
  it.each(broken)('is refused for %s', (_, file, part, reason) => {
    expect(built(file, part).reasons.join('; ')).toMatch(reason);
  });

  it('of no record is a problem too', () => {
    const { problems } = outlinesOf([], new Map([['west-park', filed(square(113.2, 22.9))]]), districts);
    expect(problems.map(({ record, reason }) => `${record}: ${reason}`)).toEqual([
      'west-park: there is no record of this name',
    ]);
  });

  it('whose area is far from the stated one is built, and said', () => {
    // A hundredth of a degree square is 1.14 km² here.
    expect(built(filed(square(113.2, 22.9)), { areaKm2: 1.1 }).remarks).toEqual([]);
    const { reasons, remarks } = built(filed(square(113.2, 22.9)), { areaKm2: 3 });
    expect(reasons).toEqual([]);
    expect(remarks.join()).toMatch(/measures 1\.14 km², the record states 3 km²/);
  });

  it('is written as a file that reads back as it went', () => {
    const outline = normalOutline([[square(113.2, 22.9)]]);
    const text = outlineText('east-park', filed(square(113.2, 22.9)));
    const again = normalOutline(areaOfFile(parseAs(OutlineFile, JSON.parse(text), 'east-park.geojson')));
    expect(outlineDigest(again)).toBe(outlineDigest(outline));
  });
});

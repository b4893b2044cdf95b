/** What the import guesses, and why it says so. */
import { describe, expect, test } from 'vitest';
import { crsOfEpsg, crsOfName } from '../../../src/data/import/guess/crs.ts';
import { crsOfWkt } from '../../../src/data/import/guess/crs-wkt.ts';
import { clusterOfTerm, INDUSTRY_TERMS } from '../../../src/data/import/guess/industry-terms.ts';
import { openFile } from '../../../src/data/import/open-file.ts';
import { converterOf } from '../../../src/data/import/place/convert.ts';
import { gazetteerOf } from '../../../src/data/import/place/gazetteer.ts';
import { parseAngle, parsePair } from '../../../src/data/import/place/position-text.ts';
import type { InputDatum } from '../../../src/data/import/types.ts';
import { context, fixture, imported, textFile } from './helpers.ts';

const datumOf = async (file: Blob, name = 'a.csv') => (await openFile(file, name, context)).datum;

/** Points on both sides of the boundaries, each with the district it truly lies in, moved into a datum. */
function borderFile(datum: InputDatum): Blob {
  const converter = converterOf(datum, null);
  const lines = context.districts.features.flatMap(({ properties, geometry }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const ring = polygons[0]?.[0] ?? [];
    const [cx, cy] = properties.label;
    return ring.flatMap(([x = cx, y = cy], at) => {
      if (at % 7 > 0) return [];
      // A little way from the boundary towards the middle: some 300 metres.
      const k = 0.003 / Math.hypot(cx - x, cy - y);
      const [u, v] = converter?.inverse(x + k * (cx - x), y + k * (cy - y)) ?? [0, 0];
      return [`${properties.nameZh},${u.toFixed(6)},${v.toFixed(6)}`];
    });
  });
  return textFile(`所在区,经度,纬度\n${lines.join('\n')}\n`);
}

describe('datum', () => {
  test.each<InputDatum>(['wgs84', 'gcj02', 'bd09'])('%s is told by the districts that rows state', async (datum) => {
    const guess = await datumOf(borderFile(datum));
    expect(guess).toMatchObject({ datum, basis: 'shown', reason: { code: 'best-misfit' } });
    expect(guess.evidence.map((each) => each.datum)).toEqual(['wgs84', 'gcj02', 'bd09']);
    const own = guess.evidence.find((each) => each.datum === datum);
    expect(guess.evidence.filter((each) => each !== own && each.inside >= (own?.inside ?? 0))).toEqual([]);
  });

  test('where nothing tells, WGS-84 is assumed and called assumed', async () => {
    const guess = await datumOf(textFile('经度,纬度\n113.1,23.0\n'));
    expect(guess).toMatchObject({ datum: 'wgs84', basis: 'assumed', reason: { code: 'nothing-tells' } });
  });

  test('districts that hold the rows in every datum tell nothing', async () => {
    const rows = context.districts.features.map(({ properties: { nameZh, label } }) => `${nameZh},${label.join(',')}`);
    const guess = await datumOf(textFile(`所在区,经度,纬度\n${rows.join('\n')}\n`));
    expect(guess).toMatchObject({ datum: 'wgs84', basis: 'assumed', reason: { code: 'nothing-tells' } });
    expect(guess.evidence.map(({ inside, of }) => [inside, of])).toEqual(Array.from({ length: 3 }, () => [5, 5]));
  });

  test('a name of a column or the file is believed, and doubted where the districts contradict it', async () => {
    expect(await datumOf(fixture('bd09.csv'))).toMatchObject({ datum: 'bd09', basis: 'stated' });
    expect(await datumOf(textFile('经度,纬度\n113.1,23.0\n'), '高德.csv')).toMatchObject({ datum: 'gcj02' });
    const preview = await openFile(borderFile('bd09'), 'wgs84.csv', context);
    expect(preview.datum).toMatchObject({ datum: 'wgs84', basis: 'stated' });
    expect(preview.warnings.find(({ code }) => code === 'datum-doubt')?.params).toMatchObject({ datum: 'bd09' });
  });

  test('latitude before longitude is seen and said, and the places are right', async () => {
    const file = textFile('经度,纬度\n23.01365,113.06255\n22.9329,113.20668\n');
    const { preview, set } = await imported(file, 'a.csv');
    expect(preview.datum.swapped).toBe(true);
    expect(preview.warnings.map(({ code }) => code)).toContain('swapped');
    expect([...set.positions]).toEqual([113.06255, 23.01365, 113.20668, 22.9329]);
  });

  test.each([
    ['a city grid with a small origin', '31250.5,42100.7\n30000.1,41000.2\n'],
    ['a grid about the meridian of 113°', '2546356.6,506412.0\n2548584.0,514100.0\n2558056.5,502000.0\n'],
    ['a grid cut by its millions', '546356.6,3896.9\n548584.0,1446.6\n'],
  ])('%s is refused with its ranges', async (_, rows) => {
    const preview = await openFile(textFile(`X坐标,Y坐标\n${rows}`), 'a.csv', context);
    expect(preview.datum.datum).toBeNull();
    expect(preview.datum.refusal).toMatchObject({ code: 'local-grid' });
    expect(preview.datum.refusal?.params.xMin).toBeTypeOf('number');
  });

  test('Web Mercator is known by its range', async () => {
    // cs2cs to EPSG:3857 of 113.06255 E 23.01365 N.
    const { preview, set } = await imported(textFile('x,y\n12586065.4938,2633669.4577\n'), 'a.csv');
    expect(preview.datum.datum).toBe('epsg:3857');
    expect(set.positions[0]).toBeCloseTo(113.06255, 7);
    expect(set.positions[1]).toBeCloseTo(23.01365, 7);
  });
});

test('coordinates are found by their values under names that say nothing, and not under names alone', async () => {
  const rolesOf = async (text: string) =>
    (await openFile(textFile(text), 'a.csv', context)).roles.map(({ role, column, by }) => [role, column, by]);
  expect(await rolesOf('p,q,r\n7,113.1,23.0\n8,113.2,22.9\n9,113.3,23.1\n')).toEqual([
    ['x', 1, 'values'],
    ['y', 2, 'values'],
  ]);
  expect(await rolesOf('编号,坐标\n7,甲\n8,乙\n9,丙\n')).not.toContainEqual(['pair', 1, expect.anything()]);
});

describe('what files state', () => {
  test('names and numbers', () => {
    expect(crsOfName('urn:ogc:def:crs:EPSG::4547').datum).toBe('epsg:4547');
    expect(crsOfName('urn:ogc:def:crs:OGC:1.3:CRS84').datum).toBe('wgs84');
    expect(crsOfName('EPSG:4326').datum).toBe('wgs84');
    expect(crsOfName('GCJ-02')).toMatchObject({ datum: 'gcj02', refusal: null });
    expect(crsOfName('urn:x:BD09')).toMatchObject({ datum: 'bd09', refusal: null });
    expect(crsOfName('somewhere')).toMatchObject({ datum: null, refusal: { params: { name: 'somewhere' } } });
    expect(crsOfEpsg(4490).datum).toBe('wgs84');
    expect(crsOfEpsg(4610).refusal?.code).toBe('geographic-other');
    expect(crsOfEpsg(27700).refusal?.code).toBe('unknown-datum');
  });

  test('grids of CGCS2000 in zones of three and of six degrees, with the number of the zone and without', () => {
    const easting = (code: number) => converterOf(`epsg:${code}`, null)?.inverse(113, 23)[0] ?? Number.NaN;
    const plain = easting(4546);
    expect(plain).toBeGreaterThan(700_000);
    expect([4525, 4497, 4508].map((code) => Math.round(easting(code) - plain))).toEqual([37_000_000, 19_000_000, 0]);
  });

  const esri = (datum: string, meridian: number, easting: number, northing = 0) =>
    `PROJCS["P",GEOGCS["G",DATUM["${datum}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",${northing}],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

  test('a projection stated in full on a known datum is honoured, others are refused by what they are', () => {
    const known = crsOfWkt(esri('D_China_2000', 114, 38_500_000));
    expect(known.datum).toBe('file');
    const [lng, lat] = converterOf('file', known)?.forward(38_403_896.9177, 2_546_356.6193) ?? [];
    expect(lng).toBeCloseTo(113.06255, 8);
    expect(lat).toBeCloseTo(23.01365, 8);
    const mercator = esri('D_WGS_1984', 0, 0).replace('Gauss_Kruger', 'Mercator_Auxiliary_Sphere');
    expect(crsOfWkt(mercator).datum).toBe('epsg:3857');
    expect(crsOfWkt(mercator.replace('Mercator_Auxiliary_Sphere', 'Lambert')).refusal?.code).toBe('unknown-datum');
    expect(crsOfWkt(esri('D_Xian_1980', 114, 500_000)).refusal?.code).toBe('geographic-other');
    expect(crsOfWkt(esri('D_Beijing_1954', 114, 500_000)).refusal?.code).toBe('geographic-other');
    expect(crsOfWkt(esri('D_Foshan_2000', 114, 500_000)).refusal?.code).toBe('unknown-datum');
    expect(crsOfWkt(esri('D_China_2000', 113, 50_000, -2_500_000)).refusal?.code).toBe('local-grid');
    const shifted = esri('D_China_2000', 114, 500_000).replace('"Latitude_Of_Origin",0.0', '"Latitude_Of_Origin",22.0');
    expect(crsOfWkt(esri('D_China_2000', 114, 500_000, -2_000_000)).refusal?.code).toBe('local-grid');
    expect(crsOfWkt(shifted).refusal?.code).toBe('local-grid');
    expect(crsOfWkt('LOCAL_CS["佛山独立坐标系",UNIT["Meter",1.0]]').refusal).toMatchObject({
      code: 'local-grid',
      params: { name: '佛山独立坐标系' },
    });
  });
});

test('a file that states a datum we cannot honour is refused, also when WGS-84 is chosen', async () => {
  const text = JSON.stringify({
    type: 'FeatureCollection',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4610' } },
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [113.1, 23] } }],
  });
  const guess = await datumOf(textFile(text), 'a.geojson');
  expect(guess).toMatchObject({ datum: null, basis: 'stated', refusal: { code: 'geographic-other' } });
  const running = imported(textFile(text), 'a.geojson', { datum: 'wgs84' });
  await expect(running).rejects.toMatchObject({ code: 'geographic-other' });
});

describe('coordinates as people write them', () => {
  test.each([
    ['113.0625', 113.0625],
    ['113°03′45″', 113.0625],
    ['113°3\'45.0"E', 113.0625],
    ['东经113度3分45秒', 113.0625],
    ['E113°03′45″', 113.0625],
    ['113 03 45', 113.0625],
    ['１１３．０６２５', 113.0625],
    ['113.0625°', 113.0625],
    ['2,546,356.5', 2546356.5],
    ['113°3.75′', 113.0625],
  ])('%s', (text, value) => {
    expect(parseAngle(text)?.value).toBeCloseTo(value, 9);
  });

  test.each(['', 'abc', '113°75′', 'NaN', 'Infinity', '113.1.2', '--1'])('%s is none', (text) => {
    expect(parseAngle(text)).toBeNull();
  });

  test('pairs', () => {
    expect(parsePair('113.1,23.0')).toMatchObject({ first: { value: 113.1 }, second: { value: 23 } });
    expect(parsePair('(113.1， 23.0)')).toMatchObject({ first: { value: 113.1 }, second: { value: 23 } });
    expect(parsePair('北纬23°0′，东经113°6′')).toMatchObject({ first: { axis: 'y' }, second: { axis: 'x' } });
    expect(parsePair('佛山,禅城')).toBeNull();
  });

  test('a pair in one column, north first and marked, needs no swap', async () => {
    const file = textFile('名称\t坐标\n甲\t北纬23°00′49″，东经113°03′45″\n乙\t113.2,22.9\n');
    const { set, preview } = await imported(file, 'a.tsv');
    expect(preview.roles.map(({ role, column }) => [role, column])).toContainEqual(['pair', 1]);
    expect(set.positions[0]).toBeCloseTo(113.0625, 6);
    expect(set.positions[1]).toBeCloseTo(23.01361, 5);
    expect([...set.positions.slice(2)]).toEqual([113.2, 22.9]);
  });
});

describe('names of places and industries', () => {
  const gazetteer = gazetteerOf(context);
  test.each([
    ['禅城区', 'chancheng'],
    ['南海', 'nanhai'],
    ['佛山市顺德区', 'shunde'],
    ['Sanshui District', 'sanshui'],
    ['440608', 'gaoming'],
    ['广东省佛山市南海区狮山镇广云路1号', 'nanhai'],
    ['440606102', 'shunde'],
    ['天河区', null],
    ['440199', null],
  ])('district %s', (text, id) => expect(gazetteer.district(text)).toBe(id));

  test.each([
    ['北滘镇', 440606102],
    ['北滘', 440606102],
    ['Beijiao Town', 440606102],
    ['大良街道', 440606005],
    ['石湾镇街道', 440604010],
    ['石湾', 440604010],
    ['广东省佛山市南海区狮山镇广云路1号', 440605124],
    ['佛山市顺德区狮山镇', undefined],
    ['440604011', 440604011],
    ['小塘', undefined],
  ])('town %s', (text, code) => expect(gazetteer.town(text)?.code).toBe(code));

  test('every town goes by its name with and without its kind', () => {
    for (const { properties } of context.towns.features) {
      const short = properties.nameZh.replace(/(镇街道|街道|镇)$/, '');
      for (const name of [properties.nameZh, short, properties.nameEn, properties.code]) {
        expect(gazetteer.town(name)?.code, name).toBe(Number(properties.code));
      }
    }
  });

  test('every word of the table decides for its own cluster, and what none decides stays open', () => {
    for (const [cluster, words] of Object.entries(INDUSTRY_TERMS)) {
      for (const word of words) expect(clusterOfTerm(word)?.cluster, word).toBe(cluster);
    }
    expect(clusterOfTerm('房地产')).toBeNull();
    expect(clusterOfTerm('')).toBeNull();
    expect(clusterOfTerm('新能源汽车零部件制造')).toMatchObject({ cluster: 'auto', by: '新能源汽车' });
    expect(clusterOfTerm('跨集群')?.cluster).toBe('cross');
  });
});

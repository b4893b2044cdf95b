/** Seeded rows around the towns of Foshan: a table for the import, and the same as GeoJSON for the other pages. */
import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DistrictCollection, TownCollection } from '../../../src/domain/schema/area.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { seeded } from '../../fixtures/random-set.ts';

/** An industry as people write it, and the cluster that it belongs to. */
const INDUSTRIES = [
  ['家用电器制造', 'home'],
  ['汽车零部件', 'auto'],
  ['工业机器人', 'robotics'],
  ['食品加工', 'food'],
  ['医疗器械', 'health'],
  ['新材料', 'materials'],
] as const;
/** What the bench filters away. */
export const FILTERED = { id: 'home', nameZh: '泛家居' } as const;
const BATCH = 20_000;

export interface RowFiles {
  readonly csv: string;
  readonly geojson: string;
}

/** Writes `count` rows into the folder; the same rows every time, and only once. */
export async function writeRows(folder: string, count: number): Promise<RowFiles> {
  const files = { csv: join(folder, `rows-${count}.csv`), geojson: join(folder, `rows-${count}.geojson`) };
  const there = await Promise.all(Object.values(files).map((path) => stat(path).catch(() => null)));
  if (there.every((facts) => facts !== null)) return files;
  await mkdir(folder, { recursive: true });
  const [csv, geojson] = await Promise.all([open(files.csv, 'w'), open(files.geojson, 'w')]);
  try {
    await fill(csv, geojson, count);
  } finally {
    await Promise.all([csv.close(), geojson.close()]);
  }
  return files;
}

async function fill(csv: FileHandle, geojson: FileHandle, count: number): Promise<void> {
  const places = townPlaces();
  const random = seeded(224);
  await csv.write('编号,企业名称,所属区,行业,经度,纬度,员工数\n');
  await geojson.write('{"type":"FeatureCollection","features":[\n');
  for (let from = 0; from < count; from += BATCH) {
    const table: string[] = [];
    const features: string[] = [];
    for (let n = from; n < Math.min(count, from + BATCH); n++) {
      const place = places[n % places.length];
      const [term, cluster] = INDUSTRIES[Math.floor(random() * INDUSTRIES.length)] ?? INDUSTRIES[0];
      if (place === undefined) continue;
      // The sum of two gives a middle that is denser than the edge, as towns are.
      const lng = (place.lng + (random() + random() - 1) / 12).toFixed(6);
      const lat = (place.lat + (random() + random() - 1) / 12).toFixed(6);
      const staff = Math.floor(random() ** 3 * 2000);
      table.push(`F${n},第${n}号测试厂,${place.district},${term},${lng},${lat},${staff}\n`);
      const properties = `{"id":"F${n}","name":"第${n}号测试厂","district":"${place.district}","cluster":"${cluster}","staff":${staff}}`;
      features.push(
        `${n === 0 ? '' : ',\n'}{"type":"Feature","properties":${properties},"geometry":{"type":"Point","coordinates":[${lng},${lat}]}}`,
      );
    }
    await Promise.all([csv.write(table.join('')), geojson.write(features.join(''))]);
  }
  await geojson.write('\n]}\n');
}

function townPlaces(): { lng: number; lat: number; district: string }[] {
  const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
  const districts = parseAs(DistrictCollection, json('districts.geojson'), 'districts');
  const names = new Map(districts.features.map(({ properties }) => [properties.id, properties.nameZh]));
  return parseAs(TownCollection, json('towns.geojson'), 'towns').features.flatMap(({ geometry, properties }) =>
    geometry === null
      ? []
      : [
          {
            lng: geometry.coordinates[0],
            lat: geometry.coordinates[1],
            district: names.get(properties.district) ?? '',
          },
        ],
  );
}

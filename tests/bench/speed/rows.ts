/** Seeded rows around the towns of Foshan: a table for the import, and the same as GeoJSON for the other pages. */
import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { DistrictCollection, TownCollection } from '../../../src/domain/schema/area.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { seeded } from '../../fixtures/random-set.ts';
import type { SceneRows } from './options.ts';

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

/** Corners of a parcel, and the half of its width, degrees: some 60 m. */
const CORNERS = 10;
const PARCEL_DEG = 0.0006;

export interface RowFiles {
  /** What the product imports. */
  readonly file: string;
  /** Name, in the folder, of what the other pages load. */
  readonly geojson: string;
}

/** Writes the rows into the folder; the same every time, and only once. */
export async function writeRows(folder: string, { count, shape }: SceneRows): Promise<RowFiles> {
  if (shape === 'parcel') return writeParcels(folder, count);
  const files = { csv: join(folder, `rows-${count}.csv`), geojson: join(folder, `rows-${count}.geojson`) };
  const there = await Promise.all(Object.values(files).map((path) => stat(path).catch(() => null)));
  const given = { file: files.csv, geojson: basename(files.geojson) };
  if (there.every((facts) => facts !== null)) return given;
  await mkdir(folder, { recursive: true });
  const [csv, geojson] = await Promise.all([open(files.csv, 'w'), open(files.geojson, 'w')]);
  try {
    await fill(csv, geojson, count);
  } finally {
    await Promise.all([csv.close(), geojson.close()]);
  }
  return given;
}

/** Parcels around the towns, as both pages read them. */
async function writeParcels(folder: string, count: number): Promise<RowFiles> {
  const name = `parcels-${count}.geojson`;
  const given = { file: join(folder, name), geojson: name };
  if ((await stat(given.file).catch(() => null)) !== null) return given;
  await mkdir(folder, { recursive: true });
  const places = townPlaces();
  const random = seeded(225);
  const file = await open(given.file, 'w');
  try {
    await file.write('{"type":"FeatureCollection","features":[\n');
    for (let from = 0; from < count; from += BATCH) {
      const features: string[] = [];
      for (let n = from; n < Math.min(count, from + BATCH); n++) {
        const place = places[n % places.length];
        const [term, cluster] = INDUSTRIES[Math.floor(random() * INDUSTRIES.length)] ?? INDUSTRIES[0];
        if (place === undefined) continue;
        const lng = place.lng + (random() + random() - 1) / 12;
        const lat = place.lat + (random() + random() - 1) / 12;
        const properties = `{"id":"P${n}","行业":"${term}","cluster":"${cluster}","面积亩":${Math.floor(random() ** 3 * 900)}}`;
        features.push(
          `${n === 0 ? '' : ',\n'}{"type":"Feature","properties":${properties},"geometry":{"type":"Polygon","coordinates":[${JSON.stringify(ringAbout(random, lng, lat))}]}}`,
        );
      }
      await file.write(features.join(''));
    }
    await file.write('\n]}\n');
  } finally {
    await file.close();
  }
  return given;
}

function ringAbout(random: () => number, lng: number, lat: number): [number, number][] {
  const ring = Array.from({ length: CORNERS }, (_, i): [number, number] => {
    const [angle, reach] = [(2 * Math.PI * i) / CORNERS, PARCEL_DEG * (0.6 + 0.4 * random())];
    return [Number((lng + reach * Math.cos(angle)).toFixed(7)), Number((lat + reach * Math.sin(angle)).toFixed(7))];
  });
  return [...ring, ...ring.slice(0, 1)];
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

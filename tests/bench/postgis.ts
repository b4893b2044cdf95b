/**
 * Whether a view costs the same whatever lies on the server: PostGIS behind a tile server, from 100 thousand rows to
 * 10 million, read by the code that the map reads it with. Run by hand:
 *
 *   apt-get install postgresql postgresql-15-postgis-3
 *   npm run bench postgis [rows …]
 */
import { readFile } from 'node:fs/promises';
import { createRemoteViews } from '../../src/data/remote/read-view.ts';
import type { RemoteView } from '../../src/data/remote/types.ts';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { startPostgis } from './postgis-server.ts';

const SIZES = process.argv.slice(2).map(Number);
const sizes = SIZES.length > 0 ? SIZES : [100_000, 1_000_000, 10_000_000];
const RUNS = 5;
const VIEWS: Readonly<Record<string, RemoteView>> = {
  city: { bbox: [112.38, 22.63, 113.42, 23.56], zoom: 9.4 },
  district: { bbox: [113.0, 22.8, 113.3, 23.0], zoom: 11.5 },
  street: { bbox: [113.1, 22.95, 113.13, 22.97], zoom: 14.5 },
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(`geo/out/${file}`, 'utf8'));

const context = {
  districts: parseAs(DistrictCollection, await json('districts.geojson'), 'districts.geojson'),
  towns: parseAs(TownCollection, await json('towns.geojson'), 'towns.geojson'),
};
const server = await startPostgis();
const table: Record<string, string | number>[] = [];
try {
  for (const rows of sizes) {
    const begun = performance.now();
    await server.fill(rows);
    console.log(`${rows} rows loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    for (const [name, view] of Object.entries(VIEWS)) {
      const runs: { ms: number; bytes: number; shown: number }[] = [];
      for (let run = 0; run <= RUNS; run++) {
        // A reader of its own each time: nothing is kept from the run before.
        const read = createRemoteViews();
        const source = {
          id: 'b',
          label: 'b',
          url: server.url,
          format: 'tilejson',
          layer: 'firms',
          attribution: null,
        } as const;
        const from = performance.now();
        const answer = await read(source, view, context);
        const ms = performance.now() - from;
        const shown = answer.kind === 'rows' ? answer.imported.set.count : answer.about;
        if (run > 0) runs.push({ ms, bytes: answer.cost.bytes, shown });
      }
      table.push({
        rows,
        view: name,
        'rows shown': runs[0]?.shown ?? 0,
        'KiB read': Math.round(median(runs.map(({ bytes }) => bytes)) / 1024),
        'ms (median)': Math.round(median(runs.map(({ ms }) => ms))),
        'ms (min–max)': `${Math.round(Math.min(...runs.map(({ ms }) => ms)))}–${Math.round(Math.max(...runs.map(({ ms }) => ms)))}`,
      });
    }
  }
} finally {
  await server.stop();
}
console.table(table);
console.log(JSON.stringify(table));

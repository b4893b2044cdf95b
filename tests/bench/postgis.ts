/**
 * Whether a view costs the same whatever lies on the server: PostGIS behind a tile server, points and parcels, from 100
 * thousand rows to 10 million, read by the code that the map reads it with; without a filter, with filters and with
 * class limits that the database takes. Run by hand:
 *
 *   apt-get install postgresql postgresql-15-postgis-3
 *   npm run bench postgis [firms|parcels] [rows …]
 */
import { readFile } from 'node:fs/promises';
import { pushDownQuery } from '../../src/data/remote/push-down.ts';
import { createRemoteViews } from '../../src/data/remote/read-view.ts';
import type { RemoteSource, RemoteView } from '../../src/data/remote/types.ts';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { startPostgis, TABLES, type Table } from './postgis-server.ts';

const words = process.argv.slice(2);
const SIZES = words.map(Number).filter(Number.isInteger);
const sizes = SIZES.length > 0 ? SIZES : [100_000, 1_000_000, 10_000_000];
const named = TABLES.filter((table) => words.includes(table));
const tables = named.length > 0 ? named : TABLES;
const RUNS = 5;
const VIEWS: Readonly<Record<string, RemoteView>> = {
  city: { bbox: [112.38, 22.63, 113.42, 23.56], zoom: 9.4 },
  district: { bbox: [113.0, 22.8, 113.3, 23.0], zoom: 11.5 },
  street: { bbox: [113.1, 22.95, 113.13, 22.97], zoom: 14.5 },
};

/** What the map asks with: nothing, two filters that a twentieth of the rows pass, own limits of classes. */
const QUESTIONS: Readonly<Record<string, string>> = {
  all: '',
  filtered: pushDownQuery(
    [
      { kind: 'number', column: 'staff', from: 375, to: null, blank: false },
      { kind: 'category', column: 'industry', values: ['陶瓷制品'] },
    ],
    null,
  ),
  classes: pushDownQuery([], { kind: 'number', column: 'staff', method: 'own', ramp: 'heat', breaks: [50, 200, 490] }),
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(`geo/out/${file}`, 'utf8'));

const context = {
  districts: parseAs(DistrictCollection, await json('districts.geojson'), 'districts.geojson'),
  towns: parseAs(TownCollection, await json('towns.geojson'), 'towns.geojson'),
};
const server = await startPostgis();

/** Medians of one view. */
async function measured(from: Table, view: RemoteView): Promise<Record<string, string | number>> {
  const source: RemoteSource = {
    id: 'b',
    label: 'b',
    url: server.url(from),
    format: 'tilejson',
    layer: null,
    attribution: null,
    pushDown: true,
  };
  const runs: { ms: number; bytes: number; shown: number }[] = [];
  for (let run = 0; run <= RUNS; run++) {
    // A reader of its own each time: nothing is kept from the run before.
    const read = createRemoteViews();
    const begun = performance.now();
    const answer = await read(source, view, context);
    const ms = performance.now() - begun;
    const shown = answer.kind === 'rows' ? answer.imported.set.count : answer.about;
    if (run > 0) runs.push({ ms, bytes: answer.cost.bytes, shown });
  }
  const times = runs.map(({ ms }) => ms);
  return {
    'rows shown': runs[0]?.shown ?? 0,
    'KiB read': Math.round(median(runs.map(({ bytes }) => bytes)) / 1024),
    'ms (median)': Math.round(median(times)),
    'ms (min–max)': `${Math.round(Math.min(...times))}–${Math.round(Math.max(...times))}`,
  };
}

const table: Record<string, string | number>[] = [];
try {
  for (const from of tables)
    for (const rows of sizes) {
      const begun = performance.now();
      await server.fill(from, rows);
      console.log(`${rows} ${from} loaded in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
      for (const [name, view] of Object.entries(VIEWS))
        for (const [question, query] of Object.entries(QUESTIONS))
          table.push({ table: from, rows, view: name, asked: question, ...(await measured(from, { ...view, query })) });
    }
} finally {
  await server.stop();
}
console.table(table);
console.log(JSON.stringify(table));

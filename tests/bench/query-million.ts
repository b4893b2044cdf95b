/**
 * A million rows: what the index costs to build and what a question costs, beside kdbush and flatbush.
 * Run with `npm run bench query-million`; not part of the tests, because it times the machine.
 */
import Flatbush from 'flatbush';
import KDBush from 'kdbush';
import { hexagonBins } from '../../src/analysis/bins.ts';
import { classify } from '../../src/analysis/classify.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { crossTable } from '../../src/analysis/cross-table.ts';
import { nearestRows } from '../../src/analysis/nearest-rows.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { tally } from '../../src/analysis/tally.ts';
import { withinPolygon } from '../../src/analysis/within-polygon.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet } from '../fixtures/random-set.ts';

const COUNT = 1_000_000;
const RUNS = 9;

interface Timed<T> {
  /** Median and least of the runs, milliseconds: the least is what the work costs on a machine that does nothing else. */
  readonly ms: readonly [median: number, least: number];
  readonly result: T;
}

function timed<T>(work: () => T, runs = RUNS): Timed<T> {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    result = work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { ms: [times[Math.floor(runs / 2)] ?? Number.NaN, times[0] ?? Number.NaN], result };
}

function say(what: string, [median, least]: Timed<unknown>['ms'], found?: number): void {
  console.log(
    `${what.padEnd(52)} ${median.toFixed(1).padStart(8)} ms, least ${least.toFixed(1).padStart(7)} ms${found === undefined ? '' : `  ${found} rows`}`,
  );
}

const set = randomSet({ seed: 1, count: COUNT, unplacedShare: 0.02, spread: 'mixed' });
const { positions } = set;
const built = timed(() => buildIndex(set), 3);
const index = built.result;
const placed = index.rows.slice().sort();
say('build', built.ms);
const others = timed(() => {
  const kd = new KDBush(index.rows.length);
  for (const row of placed) kd.add(positions[2 * row] ?? 0, positions[2 * row + 1] ?? 0);
  return kd.finish();
}, 1);
say('build, kdbush', others.ms);
const boxes = timed(() => {
  const flat = new Flatbush(index.rows.length);
  for (const row of placed) flat.add(positions[2 * row] ?? 0, positions[2 * row + 1] ?? 0);
  flat.finish();
  return flat;
}, 1);
say('build, flatbush', boxes.ms);

const centre = wgs84(113.05, 23);
for (const km of [1, 5, 20, 50, 200]) {
  const { ms, result } = timed(() => withinRadius(set, index, centre, 100, km * 1000));
  say(`within ${km} km, certain and possible`, ms, result.possible.length);
  const [dx, dy] = [km / 102.5, km / 110.7];
  const kd = timed(() => others.result.range(113.05 - dx, 23 - dy, 113.05 + dx, 23 + dy), 3);
  say(`  kdbush, candidates by box alone, no distances`, kd.ms, kd.result.length);
  const flat = timed(() => boxes.result.search(113.05 - dx, 23 - dy, 113.05 + dx, 23 + dy), 3);
  say(`  flatbush, the same`, flat.ms, flat.result.length);
}
for (const k of [10, 1000]) {
  const { ms, result } = timed(() => nearestRows(set, index, centre, 100, k));
  say(`nearest ${k}`, ms, result.near.length + result.asNear);
}
const drawn = [
  [
    [112.9, 22.9],
    [113.2, 22.85],
    [113.25, 23.1],
    [113.05, 23.02],
    [112.95, 23.15],
  ],
];
const polygon = timed(() =>
  withinPolygon(countedImport(set), index, { type: 'Polygon', coordinates: drawn }, { districts: new Map() }),
);
say('within a polygon of five corners', polygon.ms, polygon.result.possible.length);

const counted = countedImport(set);
const everything = withinRadius(set, index, centre, 100, 200_000);
say(
  'counts by cluster and status of all of them',
  timed(() => tally(counted, everything), 3).ms,
  everything.possible.length,
);
say('cross table, cluster by district', timed(() => crossTable([{ counted }], 'cluster', 'district'), 3).ms, set.count);
const bins = timed(() => hexagonBins([{ counted }], 2000), 3);
say('hexagons of 2 km', bins.ms, bins.result.counted);
const values = Array.from({ length: set.count }, (_, row) => set.radiusM[row] ?? 0);
say('natural breaks, five classes', timed(() => classify(values, 5, 'natural'), 1).ms, set.count);

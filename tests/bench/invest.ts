/**
 * Five thousand rows of the user's own as candidates: how soon a moved weight, a new need and the ranges of ranks show.
 * Run with `npm run bench invest`; not part of the tests, because it times the machine.
 */
import { signal } from '@preact/signals';
import { directDraws } from '../../src/analysis/invest/client.ts';
import { markOf } from '../../src/analysis/invest/own-columns.ts';
import { shortMark } from '../../src/analysis/invest/own-rows.ts';
import { loadBase } from '../../src/data/load.ts';
import { loadContext } from '../../src/data/load-context.ts';
import { loadPlaces, loadStations, loadTerms } from '../../src/data/load-later.ts';
import { type PointSet, packText } from '../../src/domain/point-set.ts';
import { CLUSTER_IDS, PRECISIONS } from '../../src/domain/vocabulary.ts';
import { createFinder } from '../../src/state/invest/finder.ts';
import { sourceOf } from '../fixtures/data.ts';
import { smallSet } from '../fixtures/imported.ts';
import { seeded } from '../fixtures/random-set.ts';

const COUNT = 5000;
const source = sourceOf('geo/out');
const random = seeded(19);

/** Plots over the city, known to 50 m or to 3 km, some of a stated cluster, with a price. */
function plots(): PointSet {
  const each = (of: (row: number) => number) => Float64Array.from({ length: COUNT }, (_, row) => of(row));
  return {
    ...smallSet('plots', 'plots'),
    count: COUNT,
    positions: Float64Array.from({ length: 2 * COUNT }, (_, i) =>
      i % 2 === 0 ? 112.6 + 0.7 * random() : 22.7 + 0.6 * random(),
    ),
    radiusM: Float32Array.from({ length: COUNT }, () => (random() < 0.5 ? 50 : 3000)),
    precision: new Uint8Array(COUNT).fill(PRECISIONS.indexOf('street')),
    cluster: Uint8Array.from({ length: COUNT }, () => Math.floor(random() * (CLUSTER_IDS.length + 1))),
    district: new Uint8Array(COUNT).fill(255),
    town: new Uint32Array(COUNT),
    siteKind: new Uint8Array(COUNT).fill(255),
    status: new Uint8Array(COUNT),
    label: packText(
      'plot',
      Array.from({ length: COUNT }, (_, row) => `plot ${row}`),
    ),
    columns: [{ kind: 'number', name: 'price (10k CNY/mu)', values: each(() => 30 + Math.round(80 * random())) }],
  };
}

const base = await loadBase(source);
const [terms, stations, places, roads] = await Promise.all([
  loadTerms(source),
  loadStations(source),
  loadPlaces(source),
  loadContext(source, 'roads.geojson'),
]);

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what.padEnd(58)} ${(performance.now() - start).toFixed(0).padStart(8)} ms`);
  return result;
}

/** When the ranges of a question came, by the number of draws: the thread of the bench stands in for the worker. */
const direct = directDraws();
let asked = 0;
const arrived = new Map<number, number>();
let told: (draws: number) => void = () => undefined;
const thread = {
  ...direct,
  ranges: async (question: Parameters<typeof direct.ranges>[0]) => {
    const known = await direct.ranges(question);
    if (known !== null) {
      arrived.set(known.draws, performance.now() - asked);
      told(known.draws);
    }
    return known;
  },
};
const refined = () => new Promise<void>((resolve) => (told = (draws) => draws === 500 && resolve()));

const need = signal('hydrogen valves');
const weights = signal<string | null>(`${markOf('price (10k CNY/mu)')}:-3,of:${shortMark('plots')}`);
const limits = signal<string | null>(null);
asked = performance.now();
const finder = timed(`${COUNT} rows become candidates, all is measured`, () =>
  createFinder(
    {
      ...{ sites: signal(base.sites), selectedSite: signal(null), need, weights, limits },
      ask: (change) => {
        if (change.need !== undefined) need.value = change.need;
        if (change.weights !== undefined) weights.value = change.weights;
        if (change.limits !== undefined) limits.value = change.limits;
      },
      ...{ sets: signal([{ name: 'plots', set: plots() }]), today: base.version.date, day: '2026-01-01' },
    },
    { terms, stations, places, roads },
    thread,
    (error) => {
      throw error;
    },
  ),
);
const ranked = finder.ranking.value.candidates.filter(({ standing }) => standing === 'ranked').length;
console.log(`${finder.ranking.value.candidates.length} candidates, ${ranked} ranked`);
const print = (what: string) => {
  for (const [draws, ms] of arrived)
    console.log(`${`  ${what}: ranges of ${draws} draws, after`.padEnd(58)} ${ms.toFixed(0).padStart(8)} ms`);
  arrived.clear();
};
await refined();
print('the first question');

for (const weight of [5, 1, 4]) {
  const wait = refined();
  asked = performance.now();
  timed(`a weight moves (${weight}): scores and order`, () => {
    finder.setWeight('station', weight);
    return finder.ranking.value;
  });
  await wait;
  print('the weight');
}
for (const words of ['soy sauce', 'industrial robots', 'hydrogen valves']) {
  const wait = refined();
  asked = performance.now();
  timed(`a new need (${words}): scores and order`, () => {
    need.value = words;
    return finder.ranking.value;
  });
  await wait;
  print('the need');
}
finder.stop();

/**
 * Parcels of ten corners: what a question costs that reads their shapes, beside turf's own test of each.
 * Run with `npm run bench areas`; not part of the tests, because it times the machine.
 */
import { booleanIntersects, polygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { withinPolygon } from '../../src/analysis/within-polygon.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { seeded } from '../fixtures/random-set.ts';
import { type Corner, shapedSet } from '../fixtures/shaped-set.ts';

const RUNS = 5;

function median(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(RUNS / 2)] ?? Number.NaN;
}

/** A ring of so many corners about a place. */
function ring(random: () => number, lng: number, lat: number, size: number, corners: number): Corner[] {
  return Array.from({ length: corners }, (_, i) => {
    const [angle, reach] = [(2 * Math.PI * i) / corners, size * (0.6 + 0.4 * random())];
    return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
  });
}

const closed = (corners: readonly Corner[]) => [...corners, ...corners.slice(0, 1)].map((corner) => [...corner]);

for (const count of [1000, 20_000, 100_000]) {
  const random = seeded(count);
  const rings = Array.from({ length: count }, () =>
    ring(random, 112.7 + 0.6 * random(), 22.8 + 0.5 * random(), 0.001, 10),
  );
  const set = shapedSet(rings.map((corners) => ({ rings: [corners], radiusM: 1 })));
  const counted = countedImport(set);
  const index = buildIndex(set);
  const outline: Polygon = { type: 'Polygon', coordinates: [closed(ring(random, 113, 23, 0.12, 40))] };
  const ours = median(() => withinPolygon(counted, index, outline, { districts: new Map() }));
  const circle = median(() => withinRadius(set, index, wgs84(113, 23), 0, 10_000));
  const features = rings.slice(0, 1000).map((corners) => polygon([closed(corners)]));
  const turf = (median(() => features.filter((each) => booleanIntersects(each, outline))) * count) / features.length;
  console.log(
    `${count} parcels: outline ${ours.toFixed(1)} ms, circle ${circle.toFixed(1)} ms, turf's intersects ${turf.toFixed(0)} ms (${(turf / ours).toFixed(0)} ×)`,
  );
}

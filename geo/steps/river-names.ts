/** Names of rivers along the middle of what is drawn of them. */
import type { Feature, MultiLineString } from 'geojson';
import type { InferOutput } from 'valibot';
import { apart, resampled, rounded, simplified } from './ground/curve.ts';
import { nearestWithin } from './ground/ends.ts';
import { type Point, pointsOf, positionsOf } from './ground/grid.ts';
import { lengthOf } from './ground/strokes.ts';
import type { Problem } from './problem.ts';
import type { RiverRecords } from './records.ts';

/** A name along a river; it is written there, never drawn. */
export type RiverName = Feature<MultiLineString, { kind: 'river-name'; nameZh: string; nameEn: string }>;

export const RIVER_NAMES = 'geo/sources/rivers.yaml';

/** How far the rough course may lie from the river. */
const NEAR_M = 1500;
const STEP_M = 250;
/** Points to either side over which the line is evened out: words do not follow every bend. */
const EVEN = 4;
/** A shorter stretch holds no name. */
const LEAST_M = 2500;

/** `drawn`: middles of areas and centre lines, in metres. A river that lies along none of them is a problem. */
export function riverNames(
  rivers: InferOutput<typeof RiverRecords>,
  drawn: readonly (readonly Point[])[],
): { names: RiverName[]; problems: Problem[] } {
  const lines = drawn.map((points) => ({ points, of: null }));
  const names: RiverName[] = [];
  const problems: Problem[] = [];
  for (const { nameZh, nameEn, course } of rivers) {
    const stretches = stretchesOf(pointsOf(course), (point) => nearestWithin(point, lines, NEAR_M, () => true));
    const coordinates = stretches.map((points) => positionsOf(rounded(simplified(points, 60), 60), 4));
    if (coordinates.length === 0)
      problems.push({ file: RIVER_NAMES, record: nameZh, reason: 'nothing is drawn along its course' });
    else
      names.push({
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates },
        properties: { kind: 'river-name', nameZh, nameEn },
      });
  }
  return { names, problems };
}

function stretchesOf(course: readonly Point[], snap: (point: Point) => Point | undefined): Point[][] {
  const stretches: Point[][] = [[]];
  for (const point of resampled(course, STEP_M)) {
    const at = snap(point);
    const last = stretches.at(-1)?.at(-1);
    if (at === undefined) stretches.push([]);
    else if (last === undefined || apart(last, at) > STEP_M / 4) stretches.at(-1)?.push(at);
  }
  return stretches.map(evened).filter((points) => points.length > 1 && lengthOf(points) >= LEAST_M);
}

function evened(points: readonly Point[]): Point[] {
  return points.map((_, i): Point => {
    const reach = Math.min(EVEN, i, points.length - 1 - i);
    const near = points.slice(i - reach, i + reach + 1);
    const sum = (k: 0 | 1) => near.reduce((total, point) => total + point[k], 0);
    return [sum(0) / near.length, sum(1) / near.length];
  });
}

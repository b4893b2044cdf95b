/** Which rows lie within a distance of a place, when both ends are known only to a radius. */
import { rowBoxes } from '../domain/geometries.ts';
import { type PointSet, wholeGeometries } from '../domain/point-set.ts';
import { type Wgs84, wgs84 } from '../domain/position.ts';
import { type Answer, answerOf, CERTAIN, INSIDE, NO, POSSIBLE } from './answer.ts';
import { surelyBeyond, surelyWithin, writeXyz } from './chord.ts';
import { distanceM } from './geodesic.ts';
import { boxAt, PARTLY, relationToCircle, verdictOf, widened } from './shape-relations.ts';
import { chordsToBlock, type SpatialIndex } from './spatial-index.ts';

/** Karney's distance from a centre; many rows share one town's position, so the last one is kept. */
export function distancesFrom(set: PointSet, centre: Wgs84): (row: number) => number {
  let [lng, lat, kept] = [Number.NaN, Number.NaN, Number.NaN];
  return (row) => {
    const [x, y] = [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
    if (x !== lng || y !== lat) [lng, lat, kept] = [x, y, distanceM(centre, wgs84(x, y))];
    return kept;
  };
}

/**
 * Rows within `withinM` metres of a centre that is known to `centreRadiusM` metres: certain when
 * d + r ≤ R, inside when d ≤ R, possible when d − r ≤ R, the radii of both ends added. Rows without a position are in
 * `cannotTell`. The same rows as if every distance were computed by Karney's method.
 */
export function withinRadius(
  set: PointSet,
  index: SpatialIndex,
  centre: Wgs84,
  centreRadiusM: number,
  withinM: number,
): Answer {
  const verdict = new Uint8Array(set.count);
  const at = new Float64Array(3);
  writeXyz(centre[0], centre[1], at, 0);
  const [cx = 0, cy = 0, cz = 0] = at;
  const distance = distancesFrom(set, centre);
  const sure = withinM - centreRadiusM;
  const reach = withinM + centreRadiusM;
  const { rows, xyz, radius } = index;
  const [within, beyond] = [surelyWithin(withinM), surelyBeyond(withinM)];

  for (const block of index.blocks) {
    const [near, far] = chordsToBlock(block, at);
    if (near > surelyBeyond(reach + block.maxRadius)) continue;
    const whole = wholeBlock(near, far, { sure, withinM, reach }, block);
    if (whole !== null) {
      for (let i = block.start; i < block.end; i++) verdict[rows[i] ?? 0] = whole;
      continue;
    }
    let r = Number.NaN;
    let [in1, out1, in2, out2] = [0, 0, 0, 0];
    for (let i = block.start; i < block.end; i++) {
      const own = radius[i] ?? Infinity;
      if (own !== r) {
        r = own;
        [in1, out1] = [surelyWithin(sure - r), surelyBeyond(sure - r)];
        [in2, out2] = [surelyWithin(reach + r), surelyBeyond(reach + r)];
      }
      const dx = (xyz[3 * i] ?? 0) - cx;
      const dy = (xyz[3 * i + 1] ?? 0) - cy;
      const dz = (xyz[3 * i + 2] ?? 0) - cz;
      const chord = dx * dx + dy * dy + dz * dz;
      if (chord > out2) continue;
      const row = rows[i] ?? 0;
      if (chord <= in1) verdict[row] = CERTAIN;
      else if (chord > out1 && chord <= in2 && chord <= within) verdict[row] = INSIDE;
      else if (chord > out1 && chord <= in2 && chord > beyond) verdict[row] = POSSIBLE;
      else {
        const d = distance(row);
        verdict[row] = d + r <= sure ? CERTAIN : d <= withinM ? INSIDE : d - r <= reach ? POSSIBLE : NO;
      }
    }
  }
  const partly = askShapes(set, index, { centre, centreRadiusM, withinM }, verdict);
  return answerOf(verdict, undefined, index.unplaced, partly);
}

/** Lines and areas by their whole shape, in place of their point; the rows that are partly inside, ascending. */
function askShapes(
  set: PointSet,
  { unplaced }: SpatialIndex,
  { centre, centreRadiusM, withinM }: { centre: Wgs84; centreRadiusM: number; withinM: number },
  verdict: Uint8Array,
): Uint32Array {
  const { positions, radiusM, count } = set;
  const geometries = wholeGeometries(set);
  if (geometries === undefined) return unplaced.subarray(0, 0);
  const boxes = rowBoxes(geometries);
  const [lng, lat] = centre;
  const partly: number[] = [];
  for (let row = 0; row < count; row++) {
    if (geometries.kind[row] === 0) continue;
    const error = centreRadiusM + (radiusM[row] ?? 0);
    const [west, south, east, north] = widened(boxAt(boxes, row), withinM + error);
    if (lng < west || lng > east || lat < south || lat > north) {
      verdict[row] = NO;
      continue;
    }
    const relation = relationToCircle(geometries, row, centre, withinM, error);
    if (relation === PARTLY) partly.push(row);
    const at = wgs84(positions[2 * row] ?? Number.NaN, positions[2 * row + 1] ?? Number.NaN);
    verdict[row] = verdictOf(relation, relation === PARTLY && distanceM(centre, at) <= withinM);
  }
  return Uint32Array.from(partly);
}

/** The verdict that holds for every row of a block, or null where they differ or it is not clear. */
function wholeBlock(
  near: number,
  far: number,
  { sure, withinM, reach }: { sure: number; withinM: number; reach: number },
  { minRadius, maxRadius }: { minRadius: number; maxRadius: number },
): number | null {
  if (far <= surelyWithin(sure - maxRadius)) return CERTAIN;
  if (near <= surelyBeyond(sure - minRadius) || far > surelyWithin(reach + minRadius)) return null;
  if (far <= surelyWithin(withinM)) return INSIDE;
  return near > surelyBeyond(withinM) ? POSSIBLE : null;
}

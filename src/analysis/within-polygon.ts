/** Which rows lie in a drawn polygon. */

import { booleanIntersects } from '@turf/turf';
import type * as GeoJson from 'geojson';
import { rowBoxes } from '../domain/geometries.ts';
import { type PointSet, wholeGeometries } from '../domain/point-set.ts';
import { EARTH_M } from '../domain/position.ts';
import { isInside, ringsOf } from '../domain/rings.ts';
import type { DistrictId } from '../domain/vocabulary.ts';
import { type Answer, answerOf, CERTAIN, INSIDE, NO, POSSIBLE } from './answer.ts';
import { type CountedSet, districtOfTown } from './counted-set.ts';
import { edgesBeside, type Polygon, piecesNear, preparePolygon, touches } from './polygon.ts';
import { boxAt, edgesWithin, joinedBox, PARTLY, relationToOutline, verdictOf, widened } from './shape-relations.ts';
import type { Block, SpatialIndex } from './spatial-index.ts';

type Area = GeoJson.Polygon | GeoJson.MultiPolygon;

/** Areas that a row without a position may be in. Where a town has no known boundary its district stands for it. */
export interface KnownAreas {
  readonly districts: ReadonlyMap<DistrictId, Area>;
  readonly towns?: ReadonlyMap<number, Area>;
}

const NO_ROWS = new Uint32Array();

/** Beyond this a circle of error says nothing about a place. */
const ENDLESS_M = 2e6;

/** The chord of a geodesic of `r` metres; for the radii of circles of error, to a tenth of a millimetre at 20 km. */
function chordOf(r: number): number {
  return r > ENDLESS_M ? Infinity : 2 * EARTH_M * Math.sin(r / (2 * EARTH_M));
}

/**
 * Rows in an area: certain when their circle of error is inside, possible when it touches, to a centimetre; inside
 * when their point is. A line or an area is certain when all of it is inside with its error, possible when any of it
 * is. A row without a position is possible, and listed in `byAreaOnly`, when a town or district that it states touches;
 * with neither it is in `cannotTell`.
 *
 * @param blurred of an outline whose place has an error: how much, metres, and the outline with that about it
 */
export function withinPolygon(
  counted: CountedSet,
  index: SpatialIndex,
  area: Area,
  areas: KnownAreas,
  blurred?: { readonly accuracyM: number; readonly widened: Area },
): Answer {
  const { verdict, partly } = verdictsInPolygon(counted.set, index, area, blurred?.accuracyM);
  const { byAreaOnly, cannotTell } = askUnplaced(counted, index.unplaced, blurred?.widened ?? area, areas, verdict);
  return answerOf(verdict, byAreaOnly, cannotTell, partly);
}

/**
 * Of every row that has a position: its verdict, and the lines and areas that are partly inside.
 *
 * @param accuracyM error of the outline itself, metres
 */
export function verdictsInPolygon(
  set: PointSet,
  index: SpatialIndex,
  area: Area,
  accuracyM = 0,
): { readonly verdict: Uint8Array; readonly partly: Uint32Array } {
  const polygon = preparePolygon(ringsOf(area));
  const verdict = new Uint8Array(set.count);
  for (const block of index.blocks) askBlock(set, index, polygon, accuracyM, block, verdict);
  return { verdict, partly: askShapes(set, index, polygon, accuracyM, verdict) };
}

/** Lines and areas by their whole shape, in place of their point; the rows that are partly inside, ascending. */
function askShapes(
  set: PointSet,
  { blocks, rows, radius }: SpatialIndex,
  polygon: Polygon,
  accuracyM: number,
  verdict: Uint8Array,
): Uint32Array {
  const { positions } = set;
  const geometries = wholeGeometries(set);
  if (geometries === undefined) return NO_ROWS;
  const boxes = rowBoxes(geometries);
  const partly: number[] = [];
  for (const block of blocks) {
    const shaped: number[] = [];
    for (let i = block.start; i < block.end; i++) if (geometries.kind[rows[i] ?? 0] !== 0) shaped.push(i);
    if (shaped.length === 0) continue;
    // A degree of latitude is not as long everywhere in the block: by far less than this.
    const margin = (block.maxRadius + accuracyM) * 1.01;
    const around = widened(joinedBox(boxes, rows, shaped), margin);
    const edges = edgesWithin(polygon.edges, around);
    const beside = edgesBeside(polygon, around[0], around[1], around[3]);
    const inside = (lng: number, lat: number) => isInside(beside, lng, lat);
    for (const i of shaped) {
      const row = rows[i] ?? 0;
      const error = (radius[i] ?? Infinity) + accuracyM;
      const near = edges.length === 0 ? edges : edgesWithin(edges, widened(boxAt(boxes, row), error));
      const isPointInside = inside(positions[2 * row] ?? Number.NaN, positions[2 * row + 1] ?? Number.NaN);
      // Where no edge comes near its box, all of it is where its point is.
      if (near.length === 0) {
        verdict[row] = isPointInside ? CERTAIN : NO;
        continue;
      }
      const relation = relationToOutline(geometries, row, near, inside, error);
      if (relation === PARTLY) partly.push(row);
      verdict[row] = verdictOf(relation, isPointInside);
    }
  }
  return Uint32Array.from(partly).sort();
}

function askBlock(
  set: PointSet,
  { rows, xyz, radius }: SpatialIndex,
  polygon: Polygon,
  accuracyM: number,
  block: Block,
  verdict: Uint8Array,
): void {
  const near = piecesNear(polygon, block.min, block.max, chordOf(block.maxRadius + accuracyM));
  const [west, south, east, north] = polygon.bbox;
  const apart = block.west > east || block.east < west || block.south > north || block.north < south;
  if (apart && near.length === 0) return;
  const edges = edgesBeside(polygon, block.west, block.south, block.north);
  for (let i = block.start; i < block.end; i++) {
    const row = rows[i] ?? 0;
    const r = (radius[i] ?? Infinity) + accuracyM;
    const edge =
      r > 0 && near.length > 0 && touches(near, xyz[3 * i] ?? 0, xyz[3 * i + 1] ?? 0, xyz[3 * i + 2] ?? 0, chordOf(r));
    const inside = isInside(edges, set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0);
    if (inside) verdict[row] = edge ? INSIDE : CERTAIN;
    else if (edge) verdict[row] = POSSIBLE;
  }
}

function askUnplaced(counted: CountedSet, unplaced: Uint32Array, asked: Area, areas: KnownAreas, verdict: Uint8Array) {
  const known = new Map<Area, boolean>();
  const touched = (area: Area): boolean => {
    const answer = known.get(area) ?? booleanIntersects(asked, area);
    known.set(area, answer);
    return answer;
  };
  const byAreaOnly: number[] = [];
  const cannotTell: number[] = [];
  for (const row of unplaced) {
    const stated = statedAreas(counted, row, areas);
    if (stated.length === 0) cannotTell.push(row);
    else if (stated.some(touched)) {
      byAreaOnly.push(row);
      verdict[row] = POSSIBLE;
    }
  }
  return { byAreaOnly: Uint32Array.from(byAreaOnly), cannotTell: Uint32Array.from(cannotTell) };
}

/** The towns of a row where it states any, else its districts. */
function statedAreas({ townsOf, districtsOf }: CountedSet, row: number, { districts, towns }: KnownAreas): Area[] {
  const ofDistrict = (id: DistrictId | null): Area | undefined => (id === null ? undefined : districts.get(id));
  const ofTowns = townsOf(row).map((code) => towns?.get(code) ?? ofDistrict(districtOfTown(code)));
  const { known, possible } = districtsOf(row);
  const found = ofTowns.length > 0 ? ofTowns : known ? possible.map(ofDistrict) : [];
  return found.filter((area) => area !== undefined);
}

/**
 * Geometries of FlatGeobuf taken apart. Its parts are found by offsets, which may point to the same part again
 * and again, or back to the whole: depth and the sum of all that is read are bounded.
 */
import type { Geometry } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import type { Parts } from '../place/geometry.ts';

/** An honest file holds each of its bytes once; some damaged features may claim the same ones again. */
const TIMES = 4;
const SPARE = 16 * 1024 * 1024;

/** Bytes that may be read in all. */
export class Budget {
  private readonly size: number;
  private left: number;
  constructor(size: number) {
    this.size = size;
    this.left = TIMES * size + SPARE;
  }
  /**
   * @throws RangeError for a claim that no file of this size can hold, which costs the one feature
   * @throws ImportError where the whole is read over and over again
   */
  spend(bytes: number): void {
    if (bytes < 0 || bytes > this.size) throw new RangeError('claim');
    this.left -= bytes;
    if (this.left < 0) throw new ImportError('fgb-damaged');
  }
}

const PART = 4;

function pairsOf(geometry: Geometry, budget: Budget): Float64Array {
  const length = geometry.xyLength();
  budget.spend(8 * length);
  return geometry.xyArray() ?? new Float64Array();
}

/** Lines or rings by the index of the pair behind each of them; without such indices all is one. */
function linesOf(geometry: Geometry, budget: Budget): number[][] {
  const xy = pairsOf(geometry, budget);
  budget.spend(4 * geometry.endsLength());
  const ends = geometry.endsArray() ?? new Uint32Array();
  if (ends.length === 0) return [Array.from(xy)];
  const lines: number[][] = [];
  let from = 0;
  for (const end of ends) {
    lines.push(Array.from(xy.subarray(2 * from, 2 * end)));
    from = Math.max(from, end);
  }
  return lines;
}

/**
 * @param stated type of all geometries of the file, or Unknown where each states its own.
 * @returns false where collections nest too deep.
 * @throws RangeError or ImportError where it points out of the file.
 */
export function takeFlatGeobuf(
  geometry: Geometry | null,
  stated: GeometryType,
  into: Parts,
  budget: Budget,
  depth = 0,
): boolean {
  if (geometry === null) return true;
  const type = stated === GeometryType.Unknown ? geometry.type() : stated;
  if (type === GeometryType.GeometryCollection || type === GeometryType.MultiPolygon) {
    if (depth >= LIMITS.geometryDepth) return false;
    const inner = type === GeometryType.MultiPolygon ? GeometryType.Polygon : GeometryType.Unknown;
    for (let at = 0; at < geometry.partsLength(); at++) {
      budget.spend(PART);
      if (!takeFlatGeobuf(geometry.parts(at), inner, into, budget, depth + 1)) return false;
    }
    return true;
  }
  if (type === GeometryType.Point || type === GeometryType.MultiPoint) {
    for (const each of pairsOf(geometry, budget)) into.points.push(each);
  }
  if (type === GeometryType.LineString) into.lines.push(Array.from(pairsOf(geometry, budget)));
  if (type === GeometryType.MultiLineString) for (const line of linesOf(geometry, budget)) into.lines.push(line);
  if (type === GeometryType.Polygon) into.polygons.push(linesOf(geometry, budget));
  return true;
}

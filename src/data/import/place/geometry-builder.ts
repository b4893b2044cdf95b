/** Lines and areas as rows are placed, one after the other. */
import earcut from 'earcut';
import type { Geometries } from '../../../domain/geometries.ts';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import type { Flat, LinesAndAreas } from '../readers/source.ts';
import { GrowingBytes, GrowingFloat64, GrowingUint32 } from './growing.ts';

const LINE = 1;
const AREA = 2;

/** Twice the signed area; above zero counter-clockwise. */
function twiceArea(ring: Flat): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  }
  return twice;
}

/** Closed, and wound as RFC 7946 has it. */
function asRing(flat: Flat, outer: boolean): Flat {
  const [x, y] = flat;
  const closed =
    x === undefined || y === undefined || (x === flat.at(-2) && y === flat.at(-1)) ? flat : [...flat, x, y];
  if (twiceArea(closed) > 0 === outer) return closed;
  const turned: number[] = [];
  for (let at = closed.length - 2; at >= 0; at -= 2)
    turned.push(closed[at] ?? Number.NaN, closed[at + 1] ?? Number.NaN);
  return turned;
}

/** Corners of the triangles that fill a polygon, counted from its first vertex. */
function trianglesOf(rings: readonly Flat[]): number[] {
  const holes: number[] = [];
  let vertices = 0;
  for (const ring of rings) {
    if (vertices > 0) holes.push(vertices);
    vertices += ring.length / 2;
  }
  const [only = []] = rings;
  return rings.length > 1 ? earcut(rings.flat(), holes) : earcut(only);
}

export class GeometryBuilder {
  private readonly kind = new GrowingBytes();
  private readonly partOffsets = new GrowingUint32();
  private readonly ringOffsets = new GrowingUint32();
  private readonly vertexOffsets = new GrowingUint32();
  private readonly positions = new GrowingFloat64();
  private readonly triangles = new GrowingUint32();
  private some = false;

  constructor() {
    for (const offsets of [this.partOffsets, this.ringOffsets, this.vertexOffsets]) offsets.push(0);
  }

  /**
   * The next row: the areas of a geometry, where it has none its lines, else a point.
   *
   * @throws ImportError where all rows together have more vertices than are held
   */
  add(parts: LinesAndAreas | null): void {
    const areas = parts?.polygons.filter(([outer = []]) => outer.length >= 6) ?? [];
    const lines = areas.length > 0 ? [] : (parts?.lines.filter((line) => line.length >= 4) ?? []);
    for (const [outer = [], ...holes] of areas) {
      const rings = [
        asRing(outer, true),
        ...holes.filter(({ length }) => length >= 6).map((hole) => asRing(hole, false)),
      ];
      const start = this.positions.length / 2;
      this.part(rings);
      for (const corner of trianglesOf(rings)) this.triangles.push(start + corner);
    }
    for (const line of lines) this.part([line]);
    this.kind.push(areas.length > 0 ? AREA : lines.length > 0 ? LINE : 0);
    this.partOffsets.push(this.ringOffsets.length - 1);
    this.some ||= areas.length > 0 || lines.length > 0;
  }

  private part(rings: readonly Flat[]): void {
    for (const ring of rings) {
      if ((this.positions.length + ring.length) / 2 > LIMITS.vertices) {
        throw new ImportError('too-many-vertices', { rows: this.kind.length, vertices: LIMITS.vertices });
      }
      for (const value of ring) this.positions.push(value);
      this.vertexOffsets.push(this.positions.length / 2);
    }
    this.ringOffsets.push(this.vertexOffsets.length - 1);
  }

  /** Undefined where every row is a point. */
  finish(): Geometries | undefined {
    if (!this.some) return undefined;
    return {
      kind: this.kind.finish(),
      partOffsets: this.partOffsets.finish(),
      ringOffsets: this.ringOffsets.finish(),
      vertexOffsets: this.vertexOffsets.finish(),
      positions: this.positions.finish(),
      triangles: this.triangles.finish(),
    };
  }
}

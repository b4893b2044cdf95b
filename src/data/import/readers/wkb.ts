/**
 * Well-known binary, in the dress of ISO (1001 for a point with height) and of PostGIS (flags for height, measure and
 * an SRID). Written here, since what reads it must believe no count before it has looked whether so many bytes follow.
 */
import { LIMITS } from '../guards/limits.ts';
import type { Parts } from '../place/geometry.ts';

const HAS_Z = 0x80000000;
const HAS_M = 0x40000000;
const HAS_SRID = 0x20000000;

interface Head {
  readonly little: boolean;
  /** 1 point, 2 line, 3 polygon, 4 to 6 several of them, 7 a collection. */
  readonly type: number;
  /** Numbers a position. */
  readonly width: number;
  readonly srid: number | null;
}

class WkbReader {
  private at = 0;
  private readonly view: DataView;
  srid: number | null = null;

  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private uint(little: boolean): number {
    const value = this.view.getUint32(this.at, little);
    this.at += 4;
    return value;
  }

  /** @throws RangeError where fewer bytes follow than so many things of at least `size` bytes need */
  private count(little: boolean, size: number): number {
    const count = this.uint(little);
    if (count * size > this.view.byteLength - this.at) throw new RangeError('count');
    return count;
  }

  private head(): Head {
    const little = this.view.getUint8(this.at++) === 1;
    const raw = this.uint(little);
    const plain = raw & 0x1fffffff;
    const thousands = Math.floor(plain / 1000);
    const z = (raw & HAS_Z) !== 0 || thousands === 1 || thousands === 3;
    const m = (raw & HAS_M) !== 0 || thousands === 2 || thousands === 3;
    const srid = (raw & HAS_SRID) !== 0 ? this.uint(little) : null;
    return { little, type: plain % 1000, width: 2 + Number(z) + Number(m), srid };
  }

  private position({ little, width }: Head, into: number[]): void {
    into.push(this.view.getFloat64(this.at, little), this.view.getFloat64(this.at + 8, little));
    this.at += 8 * width;
  }

  private line(head: Head): number[] {
    const flat: number[] = [];
    for (let left = this.count(head.little, 8 * head.width); left > 0; left--) this.position(head, flat);
    return flat;
  }

  /** False where collections nest too deep. */
  geometry(into: Parts, depth = 0): boolean {
    const head = this.head();
    if (depth === 0) this.srid = head.srid;
    switch (head.type) {
      case 1: {
        const point: number[] = [];
        this.position(head, point);
        // A point without numbers is how this form writes an empty one.
        if (!point.every(Number.isNaN)) into.points.push(...point);
        return true;
      }
      case 2:
        into.lines.push(this.line(head));
        return true;
      case 3: {
        const rings: number[][] = [];
        for (let left = this.count(head.little, 4); left > 0; left--) rings.push(this.line(head));
        into.polygons.push(rings);
        return true;
      }
      case 4:
      case 5:
      case 6:
      case 7:
        if (depth >= LIMITS.geometryDepth) return false;
        for (let left = this.count(head.little, 5); left > 0; left--) if (!this.geometry(into, depth + 1)) return false;
        return true;
      default:
        throw new RangeError('type');
    }
  }
}

/**
 * Takes a geometry apart.
 *
 * @returns the SRID that it carries, if any, and whether all of it was read: false where collections nest too deep
 * @throws RangeError where the bytes end before the geometry does, or are none
 */
export function takeWkb(bytes: Uint8Array, into: Parts): { readonly whole: boolean; readonly srid: number | null } {
  const reader = new WkbReader(bytes);
  const whole = reader.geometry(into);
  return { whole, srid: reader.srid };
}

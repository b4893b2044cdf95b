/** Geometries of a .shp file, record by record. */

import { ImportError } from '../guards/notes.ts';
import { noParts, type Parts, shapeOf } from '../place/geometry.ts';
import { groupRings } from '../place/ring-groups.ts';
import type { Shape } from './source.ts';

const POINTS = new Set([1, 11, 21]);
const MULTIPOINTS = new Set([8, 18, 28]);
const LINES = new Set([3, 13, 23]);
const POLYGONS = new Set([5, 15, 25]);

export interface ShpRecord {
  /** Index from 0, as that of the attribute record. */
  readonly index: number;
  readonly shape: Shape | null;
  readonly readable: boolean;
}

/** @throws RangeError where there are fewer than that */
function pairs(view: DataView, from: number, count: number, flat: number[] = []): number[] {
  if (count < 0 || from + 16 * count > view.byteLength) throw new RangeError('pairs');
  for (let n = 0; n < 2 * count; n++) flat.push(view.getFloat64(from + 8 * n, true));
  return flat;
}

/** @throws RangeError where the record is shorter than it says. */
function partsOf(view: DataView): Parts {
  const parts = noParts();
  const type = view.getInt32(0, true);
  if (POINTS.has(type)) pairs(view, 4, 1, parts.points);
  else if (MULTIPOINTS.has(type)) pairs(view, 40, view.getInt32(36, true), parts.points);
  else if (LINES.has(type) || POLYGONS.has(type)) {
    const count = view.getInt32(36, true);
    const total = view.getInt32(40, true);
    const start = 44 + 4 * count;
    const rings: number[][] = [];
    let end = 0;
    for (let n = 0; n < count; n++) {
      const from = view.getInt32(44 + 4 * n, true);
      const to = n + 1 < count ? view.getInt32(48 + 4 * n, true) : total;
      // Parts that overlap would let a small file unfold without end.
      if (from < end) throw new RangeError('parts');
      end = to;
      const flat = pairs(view, start + 16 * from, to - from);
      if (LINES.has(type)) parts.lines.push(flat);
      else rings.push(flat);
    }
    parts.polygons.push(...groupRings(rings));
  }
  return parts;
}

const MAGIC = 9994;

/** @throws ImportError where the file is not one, or ends before its header. */
export function* shpRecords(bytes: Uint8Array<ArrayBuffer>): Generator<ShpRecord> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 100 || view.getInt32(0) !== MAGIC) throw new ImportError('shp-damaged', { what: 'shp' });
  let at = 100;
  for (let index = 0; at + 12 <= bytes.length; index++) {
    const length = 2 * view.getInt32(at + 4);
    if (length < 4) throw new ImportError('shp-damaged', { what: 'shp', record: index + 1 });
    const end = at + 8 + length;
    try {
      const record = new DataView(bytes.buffer, bytes.byteOffset + at + 8, Math.min(length, bytes.length - at - 8));
      yield { index, shape: shapeOf(partsOf(record)), readable: end <= bytes.length };
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      yield { index, shape: null, readable: false };
    }
    at = end;
  }
}

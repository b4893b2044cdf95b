/** The coordinates that a row states, in the file's own datum, before anything is judged or converted. */

import type { RejectionCode } from '../guards/rejections.ts';
import type { LinesAndAreas, Shape, SourceRow } from '../readers/source.ts';
import type { Cell, Role } from '../types.ts';
import { shapeOf } from './geometry.ts';
import { parseGeometryText } from './geometry-text.ts';
import { type Angle, parseAngle, parsePair } from './position-text.ts';

export interface Stated {
  readonly x: number;
  readonly y: number;
  /** Half of the last digit written, of the finer of the two; 0 for geometries. */
  readonly rounding: number;
  /** The text itself says which is which. */
  readonly marked: boolean;
  readonly box: readonly [number, number, number, number] | null;
  /** The line or area that is there. */
  readonly parts: LinesAndAreas | null;
  /** As a `Shape` has it. */
  readonly isMixed?: true;
}
export interface Fault {
  readonly code: RejectionCode;
  readonly detail: string;
  /** One coordinate is there and usable, the other is not. */
  readonly isHalf?: boolean;
}
/** Null where the row states none. */
export type Coordinates = Stated | Fault | null;

export const isFault = (found: Stated | Fault): found is Fault => 'code' in found;

const empty = (cell: Cell | undefined) =>
  cell === null ||
  cell === undefined ||
  (typeof cell === 'string' && /^[\s\-—/]*$|^(null|none|无|空|暂无)$/i.test(cell));

/** JSON can write 1e999, and binary formats any double. */
const isFinitely = ({ x, y, box }: Shape) =>
  Number.isFinite(x) && Number.isFinite(y) && (box === null || box.every(Number.isFinite));

function paired(first: Angle, second: Angle): Stated {
  const turned = first.axis === 'y' || second.axis === 'x';
  const [x, y] = turned ? [second, first] : [first, second];
  const marked = first.axis !== null || second.axis !== null;
  return { x: x.value, y: y.value, rounding: Math.min(x.rounding, y.rounding), marked, box: null, parts: null };
}

function fromPair(cell: Cell): Stated | Fault {
  const pair = parsePair(cell);
  return pair === null ? { code: 'not-a-number', detail: String(cell) } : paired(pair.first, pair.second);
}

function fromGeometry(cell: Cell): Stated | Fault {
  const found = parseGeometryText(cell);
  const shape = found === null ? null : shapeOf(found.parts);
  if (shape === null || !isFinitely(shape)) return { code: 'not-a-number', detail: String(cell) };
  return { ...shape, rounding: 0, marked: false };
}

function fromTwo(x: Cell | undefined, y: Cell | undefined): Coordinates {
  if (empty(x) && empty(y)) return null;
  const first = parseAngle(x);
  const second = parseAngle(y);
  const isHalf = (first === null) !== (second === null);
  if (empty(x) || empty(y)) return { code: 'half-coordinate', detail: String((empty(x) ? y : x) ?? ''), isHalf };
  if (first === null || second === null) return { code: 'not-a-number', detail: `${x}, ${y}`, isHalf };
  return paired(first, second);
}

/**
 * A cell with a line or an area goes before columns that hold but a point of it; these before a geometry of the row's
 * own.
 */
export function coordinatesOf(row: SourceRow, roles: Partial<Record<Role, number>>): Coordinates {
  const { x, y, pair, wkt } = roles;
  const wktCell = wkt === undefined ? null : (row.cells[wkt] ?? null);
  const inCell = empty(wktCell) ? null : fromGeometry(wktCell);
  if (inCell !== null && !isFault(inCell) && inCell.parts !== null) return inCell;
  if (x !== undefined && y !== undefined) {
    const found = fromTwo(row.cells[x], row.cells[y]);
    if (found !== null) return found;
  }
  const pairCell = pair === undefined ? null : (row.cells[pair] ?? null);
  if (!empty(pairCell)) return fromPair(pairCell);
  if (inCell !== null) return inCell;
  const { shape } = row;
  if (shape === null) return null;
  if (!isFinitely(shape)) return { code: 'not-a-number', detail: `${shape.x}, ${shape.y}` };
  return { ...shape, rounding: 0, marked: false };
}

/** A short mark of a row's line or area, by which it is found again after other rows were taken out. */
import { type Geometries, geometryKindAt, verticesOf } from '../domain/geometries.ts';

/** FNV-1a over the corners, 32 bits as digits and letters: it tells rows of one set apart and says nothing of where they are. */
export function shapeMark(geometries: Geometries, row: number): string {
  const [from, to] = verticesOf(geometries, row);
  const { buffer, byteOffset } = geometries.positions;
  const bytes = new Uint8Array(buffer, byteOffset + 16 * from, 16 * (to - from));
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The row of a mark: the one that was told if it has it, else the first that does; null where none does. */
export function rowOfMark(geometries: Geometries, row: number, mark: string): number | null {
  const has = (at: number) => geometryKindAt(geometries, at) !== 'point' && shapeMark(geometries, at) === mark;
  if (has(row)) return row;
  for (let at = 0; at < geometries.kind.length; at++) if (has(at)) return at;
  return null;
}

/** The buffers of an import, each once: handed from thread to thread they are not copied. */
import type { CodedText, Column, PackedText } from '../../domain/point-set.ts';
import type { Imported } from './types.ts';

function ofColumn(column: Column | PackedText | CodedText): ArrayBufferLike[] {
  if (column.kind === 'number') return [column.values.buffer];
  return column.kind === 'coded' ? [column.codes.buffer] : [column.bytes.buffer, column.offsets.buffer];
}

export function buffersOf({ set, receipt }: Imported): ArrayBuffer[] {
  const { positions, radiusM, precision, cluster, district, town, siteKind, status } = set;
  const { byCoordinates, ownRadiusM, ownPrecision } = set.datum ?? {};
  const { kind, partOffsets, ringOffsets, vertexOffsets, positions: vertices, triangles } = set.geometries ?? {};
  const places = [set.located?.codes, set.located?.disagreeing];
  const parts = [kind, partOffsets, ringOffsets, vertexOffsets, vertices, triangles];
  const own = [byCoordinates, ownRadiusM, ownPrecision, ...places, ...parts].filter((array) => array !== undefined);
  const arrays = [positions, radiusM, precision, cluster, district, town, siteKind, status, ...own];
  const { rows, codes, details } = receipt.rejected;
  const all = [
    ...arrays.map(({ buffer }) => buffer),
    ...[set.label, ...set.columns, details].flatMap(ofColumn),
    rows.buffer,
    codes.buffer,
  ];
  return [...new Set(all)].filter((buffer) => buffer instanceof ArrayBuffer);
}

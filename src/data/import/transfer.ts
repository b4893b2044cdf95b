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
  const { rows, liesIn, metres } = receipt.outsideStated ?? {};
  const own = [byCoordinates, ownRadiusM, ownPrecision, set.sites?.codes, rows, liesIn, metres].filter(
    (array) => array !== undefined,
  );
  const arrays = [positions, radiusM, precision, cluster, district, town, siteKind, status, ...own];
  const lists = [receipt.rejected, receipt.unjoined].filter((list) => list !== undefined);
  const all = [
    ...arrays.map(({ buffer }) => buffer),
    ...[set.label, ...set.columns].flatMap(ofColumn),
    ...lists.flatMap((list) => [list.rows.buffer, list.codes.buffer, ...ofColumn(list.details)]),
  ];
  return [...new Set(all)].filter((buffer) => buffer instanceof ArrayBuffer);
}

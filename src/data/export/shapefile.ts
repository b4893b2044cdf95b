/**
 * Zipped Shapefile of points: .shp, .shx, .dbf, .prj, .cpg, and beside them a text for what the format has no
 * room for, and a CSV with all cells whole where any had to be cut. A row without a point keeps its attributes and has a null shape.
 */
import { strToU8, zipSync } from 'fflate';
import { toCsv } from './csv.ts';
import { dbfOf } from './dbf.ts';
import type { Grid } from './grid.ts';
import { PRJ } from './prj.ts';
import { type ExportTable, type MetaEntry, uniqueNames } from './table.ts';
import { zipTime } from './zip-time.ts';

const HEADER = 100;
const POINT = 1;

export interface ShapefileWords {
  /** Heading of the list of field names. */
  readonly fields: string;
  /** "{n} cells cut to 254 bytes", for one field. */
  cut(n: number): string;
}

interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

function writeHeader(view: DataView, bytes: number, box: Box | null): void {
  view.setInt32(0, 9994);
  view.setInt32(24, bytes / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, POINT, true);
  if (box === null) return;
  for (const [at, edge] of [box.minX, box.minY, box.maxX, box.maxY].entries()) view.setFloat64(36 + 8 * at, edge, true);
}

/** Both files: records of 28 bytes for a point, 12 for none. */
function shapes(points: readonly (readonly [number, number] | null)[]): { shp: Uint8Array; shx: Uint8Array } {
  const total = points.reduce((sum, point) => sum + (point === null ? 12 : 28), HEADER);
  const shp = new DataView(new ArrayBuffer(total));
  const shx = new DataView(new ArrayBuffer(HEADER + 8 * points.length));
  let box: Box | null = null;
  let at = HEADER;
  points.forEach((point, index) => {
    const words = point === null ? 2 : 10;
    shx.setInt32(HEADER + 8 * index, at / 2);
    shx.setInt32(HEADER + 8 * index + 4, words);
    shp.setInt32(at, index + 1);
    shp.setInt32(at + 4, words);
    if (point !== null) {
      const [x, y] = point;
      shp.setInt32(at + 8, POINT, true);
      shp.setFloat64(at + 12, x, true);
      shp.setFloat64(at + 20, y, true);
      box ??= { minX: x, minY: y, maxX: x, maxY: y };
      box.minX = Math.min(box.minX, x);
      box.minY = Math.min(box.minY, y);
      box.maxX = Math.max(box.maxX, x);
      box.maxY = Math.max(box.maxY, y);
    }
    at += 8 + 2 * words;
  });
  writeHeader(shp, total, box);
  writeHeader(shx, shx.byteLength, box);
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

/** @param base name of the files in the archive, without an ending; @param date YYYY-MM-DD. */
export function shapefileOf(
  table: ExportTable,
  grid: Grid,
  meta: readonly MetaEntry[],
  { base, date, words }: { readonly base: string; readonly date: string; readonly words: ShapefileWords },
): Uint8Array<ArrayBuffer> {
  const points = Array.from({ length: table.count }, (_, index) => {
    const position = table.position(index);
    return position === null ? null : grid.from(position);
  });
  const { shp, shx } = shapes(points);
  const keys = uniqueNames(table.columns.map(({ key }) => key));
  const dbf = dbfOf({ names: keys, count: table.count, row: (index) => table.row(index), date });
  const about = [
    ...meta.map(({ label, value }) => `${label}: ${value}`),
    '',
    `${words.fields}:`,
    ...keys.map((key, at) => {
      const cut = dbf.cut[at] ?? 0;
      return `${dbf.names[at] ?? ''} = ${key} · ${table.columns[at]?.label ?? ''}${cut === 0 ? '' : ` · ${words.cut(cut)}`}`;
    }),
    '',
  ].join('\r\n');
  const whole = dbf.cut.some((n) => n > 0)
    ? {
        [`${base}-whole.csv`]: strToU8(
          toCsv([keys, ...Array.from({ length: table.count }, (_, index) => table.row(index))]),
        ),
      }
    : {};
  return zipSync(
    {
      ...whole,
      [`${base}.shp`]: shp,
      [`${base}.shx`]: shx,
      [`${base}.dbf`]: dbf.bytes,
      [`${base}.prj`]: strToU8(PRJ[grid.id]),
      [`${base}.cpg`]: strToU8('UTF-8'),
      [`${base}.txt`]: strToU8(`\uFEFF${about}`),
    },
    { level: 6, mtime: zipTime() },
  );
}

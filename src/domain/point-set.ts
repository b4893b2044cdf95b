/**
 * Rows in columns: what an imported file becomes, and the one interface through which every analysis, layer
 * and export reads the register and imported rows alike. A million rows fit because nothing here is an object
 * a row: numbers are typed arrays, text is packed UTF-8 or a dictionary.
 */
import type { ComputedColumn } from './computed-column.ts';
import type { Geometries } from './geometries.ts';
import { plainLine } from './plain-line.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  KINDS,
  type Kind,
  PRECISIONS,
  type Precision,
  STATUSES,
  type Status,
} from './vocabulary.ts';

/** In a coded column: the row states nothing. */
export const NOT_STATED = 255;

interface AnyColumn {
  readonly name: string;
  /** Rows whose cell the user has written; absent where none is. */
  readonly edited?: ReadonlySet<number>;
  /** The workbook that it comes from counts its days from 1904. */
  readonly from1904?: boolean;
  /** Name of the table that it came from, by a key; absent of a column of the file. */
  readonly joined?: string;
}
/** Many different strings: UTF-8 bytes, row i from `offsets[i]` to `offsets[i + 1]`. */
export interface PackedText extends AnyColumn {
  readonly kind: 'text';
  readonly bytes: Uint8Array;
  /** Length `count + 1`. */
  readonly offsets: Uint32Array;
}
/** Few different strings, each row an index into `values`. */
export interface CodedText extends AnyColumn {
  readonly kind: 'coded';
  readonly codes: Uint32Array;
  readonly values: readonly string[];
}
/** NaN is "no number". */
export interface Numbers extends AnyColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
  /** How it was worked out; absent of a column of the file. */
  readonly computed?: ComputedColumn;
}
export type Column = PackedText | CodedText | Numbers;

/** A column that was worked out from others. */
export type ComputedNumbers = Numbers & { readonly computed: ComputedColumn };

export const isComputed = (column: Column): column is ComputedNumbers =>
  column.kind === 'number' && column.computed !== undefined;

/** Datums that Chinese maps give longitude and latitude in. */
export const OFFSET_DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;
export type OffsetDatum = (typeof OFFSET_DATUMS)[number];

/**
 * What is known of the datum that a set's longitudes and latitudes came in. As long as it is assumed, radius and
 * precision of the rows cover every datum that the evidence leaves open; what they are without that is kept here, so
 * that the rows need not be read again once the user says which it is.
 */
export interface SetDatum {
  /** What the positions were converted from. */
  readonly taken: OffsetDatum;
  /** Where it is assumed: all that it may be, the taken one included. Empty once it is known. */
  readonly open: readonly OffsetDatum[];
  /** 1 for rows that their coordinates placed, 0 for those that a town or a district did. */
  readonly byCoordinates: Uint8Array;
  /** Metres, without the error of the assumption. */
  readonly ownRadiusM: Float32Array;
  /** Index into PRECISIONS, without it. */
  readonly ownPrecision: Uint8Array;
}

/** Of which districts the rows of an import are, found once they are placed. */
export interface Located {
  /** As `packDistricts` of row-districts.ts writes it. */
  readonly codes: Uint16Array;
  /** Rows whose place and statement disagree, ascending. */
  readonly disagreeing: Uint32Array;
  /** Version of the data whose boundaries decided; absent of a set that was kept before this was noted. */
  readonly data?: string;
}

/** Whether the set's datum is assumed, so that its rows may lie up to a kilometre from where they are drawn. */
export const isDatumAssumed = ({ datum }: PointSet): boolean => (datum?.open.length ?? 0) > 1;

/** Which sites of the register the rows of a list stand for. */
export interface SetSites {
  readonly ids: readonly string[];
  /** Index into `ids` plus one; 0 where the row names no site. */
  readonly codes: Uint32Array;
}

export interface PointSet {
  /** `register` for the register, else the id of the import. */
  readonly id: string;
  readonly name: string;
  readonly origin: 'register' | 'import';
  readonly count: number;
  /** lng, lat, lng, lat … degrees, WGS-84; NaN where the row is not placed. Length `2 · count`. */
  readonly positions: Float64Array;
  /** Error bound of each position, metres. */
  readonly radiusM: Float32Array;
  /** Index into PRECISIONS. */
  readonly precision: Uint8Array;
  /** Index into CLUSTER_OR_CROSS_IDS or NOT_STATED. */
  readonly cluster: Uint8Array;
  /** Index into DISTRICT_IDS or NOT_STATED: what the row states, never what its position suggests. */
  readonly district: Uint8Array;
  /** Nine-digit town code, 0 where not stated. */
  readonly town: Uint32Array;
  /** Index into KINDS or NOT_STATED. */
  readonly siteKind: Uint8Array;
  /** Index into STATUSES. */
  readonly status: Uint8Array;
  /** What a row is called. */
  readonly label: PackedText | CodedText;
  /** The file's own columns, as they came. */
  readonly columns: readonly Column[];
  /** Absent where positions came from a grid, or from a file that was read before this was kept. */
  readonly datum?: SetDatum;
  /** Absent of the register, whose records state their districts, and of sets kept before it was found. */
  readonly located?: Located;
  /** Lines and areas of the rows; absent where every row is a point. A row's position is a point inside, or half way. */
  readonly geometries?: Geometries;
  /** Its lines and areas are pieces that tiles were cut into: drawn and chosen, never measured, shared or exported. */
  readonly isCut?: true;
  /** Absent where no row names a site. A row that does stands at its site's position, with its radius and precision. */
  readonly sites?: SetSites;
}

/** Lines and areas as wholes, which can be measured; those of tiles are none, and their rows count as points. */
export const wholeGeometries = ({ geometries, isCut }: PointSet): Geometries | undefined =>
  isCut === true ? undefined : geometries;

const decoder = new TextDecoder();

/** Text of a row; the empty string where there is none. */
export function textAt(column: PackedText | CodedText, row: number): string {
  if (column.kind === 'coded') return column.values[column.codes[row] ?? 0] ?? '';
  return decoder.decode(column.bytes.subarray(column.offsets[row] ?? 0, column.offsets[row + 1] ?? 0));
}

/** What a row is called, as it is shown. */
export const labelAt = (set: PointSet, row: number): string => plainLine(textAt(set.label, row));

/** A cell as text or number; null where it is empty. */
export function valueAt(column: Column, row: number): string | number | null {
  if (column.kind === 'number') {
    const value = column.values[row] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  }
  const text = textAt(column, row);
  return text === '' ? null : text;
}

/** Packs strings; the inverse of `textAt`. */
export function packText(name: string, texts: readonly string[]): PackedText {
  const encoder = new TextEncoder();
  const parts = texts.map((text) => encoder.encode(text));
  const offsets = new Uint32Array(parts.length + 1);
  parts.forEach((part, row) => {
    offsets[row + 1] = (offsets[row] ?? 0) + part.length;
  });
  const bytes = new Uint8Array(offsets[parts.length] ?? 0);
  parts.forEach((part, row) => {
    bytes.set(part, offsets[row]);
  });
  return { kind: 'text', name, bytes, offsets };
}

export function isPlaced(set: PointSet, row: number): boolean {
  return !Number.isNaN(set.positions[2 * row] ?? Number.NaN);
}

/** Id of the site of the register that a row stands for; null where it names none. */
export const siteIdAt = ({ sites }: PointSet, row: number): string | null =>
  sites?.ids[(sites.codes[row] ?? 0) - 1] ?? null;

export const clusterAt = (set: PointSet, row: number): ClusterOrCross | null =>
  CLUSTER_OR_CROSS_IDS[set.cluster[row] ?? NOT_STATED] ?? null;
export const districtAt = (set: PointSet, row: number): DistrictId | null =>
  DISTRICT_IDS[set.district[row] ?? NOT_STATED] ?? null;
export const kindAt = (set: PointSet, row: number): Kind | null => KINDS[set.siteKind[row] ?? NOT_STATED] ?? null;
export const statusAt = (set: PointSet, row: number): Status => STATUSES[set.status[row] ?? NOT_STATED] ?? 'unknown';
export const precisionAt = (set: PointSet, row: number): Precision =>
  PRECISIONS[set.precision[row] ?? NOT_STATED] ?? 'unknown';

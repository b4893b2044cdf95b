/** The columns of a point set as rows are placed, one after the other. */
import { NOT_STATED, type PointSet } from '../../../domain/point-set.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  PRECISIONS,
  type Precision,
  STATUSES,
} from '../../../domain/vocabulary.ts';
import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import { RejectionLog } from '../guards/rejections.ts';
import type { LinesAndAreas } from '../readers/source.ts';
import type { Cell, Imported } from '../types.ts';
import { ColumnBuilder } from './columns.ts';
import { GeometryBuilder } from './geometry-builder.ts';
import { GrowingBytes, GrowingFloat32, GrowingFloat64, GrowingUint32 } from './growing.ts';

export interface Placed {
  /** What placed it. */
  readonly by: 'coordinates' | 'site' | 'town' | 'district';
  /** Id of the site of the register that it stands for. */
  readonly site: string | null;
  /** NaN where the site has no known place. */
  readonly lng: number;
  readonly lat: number;
  readonly precision: Precision;
  readonly radiusM: number;
  /** Error from the digits that were written, metres; 0 where none applies. */
  readonly roundingM: number;
  readonly cluster: ClusterOrCross | null;
  readonly district: DistrictId | null;
  /** Nine digits, or 0. */
  readonly town: number;
  /** The line or area that stands there, degrees, WGS-84; null for a point. */
  readonly parts: LinesAndAreas | null;
}

const indexOr = (index: number) => (index < 0 ? NOT_STATED : index);
/** Numbers drop the zeros at their end: up to this factor a coarser coordinate may be as fine as the others. */
const LOST_ZEROS = 101;

/** What a position stands for, by its error. */
export function precisionOf(errorM: number): Precision {
  if (errorM <= 100) return 'exact';
  if (errorM <= 1000) return 'street';
  return errorM <= 5000 ? 'town' : 'district';
}

export class SetBuilder {
  private readonly positions = new GrowingFloat64();
  private readonly radius = new GrowingFloat32();
  private readonly rounding = new GrowingFloat32();
  private readonly precision = new GrowingBytes();
  private readonly byCoordinates = new GrowingBytes();
  private readonly cluster = new GrowingBytes();
  private readonly district = new GrowingBytes();
  private readonly town = new GrowingUint32();
  private readonly geometries = new GeometryBuilder();
  private readonly site = new GrowingUint32();
  private readonly siteCodes = new Map<string, number>();
  private readonly columns: ColumnBuilder[] = [];
  private chars = 0;
  count = 0;

  /** @param finest error of the finest coordinates of the file, metres, where other rows of it are known */
  constructor(private finest = Infinity) {}

  get finestM(): number {
    return this.finest;
  }

  /** @throws ImportError where the table outgrows the memory there is. */
  add(placed: Placed, cells: readonly Cell[]): void {
    this.positions.push(placed.lng);
    this.positions.push(placed.lat);
    this.radius.push(placed.radiusM);
    this.rounding.push(placed.roundingM);
    if (placed.roundingM > 0) this.finest = Math.min(this.finest, placed.roundingM);
    this.precision.push(PRECISIONS.indexOf(placed.precision));
    this.byCoordinates.push(placed.by === 'coordinates' ? 1 : 0);
    this.cluster.push(indexOr(placed.cluster === null ? -1 : CLUSTER_OR_CROSS_IDS.indexOf(placed.cluster)));
    this.district.push(indexOr(placed.district === null ? -1 : DISTRICT_IDS.indexOf(placed.district)));
    this.town.push(placed.town);
    this.geometries.add(placed.parts);
    this.site.push(placed.site === null ? 0 : this.siteCode(placed.site));
    while (this.columns.length < cells.length) this.columns.push(new ColumnBuilder(this.count));
    this.columns.forEach((column, at) => {
      const cell = cells[at] ?? null;
      if (typeof cell === 'string') this.chars += cell.length;
      column.push(cell);
    });
    this.count++;
    if (this.count * this.columns.length > LIMITS.cells || this.chars > LIMITS.textChars) {
      throw new ImportError('too-large', { rows: this.count, columns: this.columns.length, cells: LIMITS.cells });
    }
  }

  private siteCode(id: string): number {
    const code = this.siteCodes.get(id) ?? this.siteCodes.size + 1;
    this.siteCodes.set(id, code);
    return code;
  }

  /** Adds the error of rounding; rows that stay coarse for it are no longer exact. */
  private settle(precision: Uint8Array, radiusM: Float32Array): void {
    const rounding = this.rounding.finish();
    rounding.forEach((own, row) => {
      if (own === 0) return;
      const error = own <= this.finest * LOST_ZEROS ? this.finest : own;
      radiusM[row] = (radiusM[row] ?? 0) + error;
      const known = precisionOf(radiusM[row] ?? 0);
      precision[row] = Math.max(precision[row] ?? 0, PRECISIONS.indexOf(known));
    });
  }

  /** Rows that their coordinates placed: 1 each. To be asked once. */
  placedByCoordinates(): Uint8Array {
    return this.byCoordinates.finish();
  }

  /** @param label index of the column that names a row, or null. */
  finish(id: string, name: string, names: readonly string[], label: number | null): PointSet {
    const radiusM = this.radius.finish();
    const precision = this.precision.finish();
    this.settle(precision, radiusM);
    const columns = this.columns.map((column, at) => column.finish(names[at] ?? `#${at + 1}`));
    const labelled = label === null ? undefined : columns[label];
    const geometries = this.geometries.finish();
    return {
      id,
      name,
      origin: 'import',
      count: this.count,
      positions: this.positions.finish(),
      radiusM,
      precision,
      cluster: this.cluster.finish(),
      district: this.district.finish(),
      town: this.town.finish(),
      siteKind: new Uint8Array(this.count).fill(NOT_STATED),
      status: new Uint8Array(this.count).fill(STATUSES.indexOf('unknown')),
      label:
        labelled === undefined || labelled.kind === 'number'
          ? label === null
            ? unnamed(this.count)
            : this.textOf(label)
          : labelled,
      columns,
      ...(geometries === undefined ? {} : { geometries }),
      ...(this.siteCodes.size === 0 ? {} : { sites: { ids: [...this.siteCodes.keys()], codes: this.site.finish() } }),
    };
  }

  private textOf(column: number) {
    return this.columns[column]?.finishText('label') ?? unnamed(this.count);
  }
}

function unnamed(count: number) {
  return { kind: 'coded', name: 'label', codes: new Uint32Array(count), values: [''] } as const;
}

/** A set before its first row, with the receipt of nothing. */
export function noRows(id: string, name: string): Imported {
  return {
    set: new SetBuilder().finish(id, name, [], null),
    receipt: {
      setId: id,
      fileName: name,
      format: 'flatgeobuf',
      encoding: null,
      part: null,
      rowsRead: 0,
      placed: 0,
      byPrecision: { exact: 0, street: 0, town: 0, district: 0, city: 0, unknown: 0 },
      placedBy: { coordinates: 0, town: 0, district: 0 },
      rejected: new RejectionLog().finish(),
      datumIn: 'wgs84',
      swapped: false,
      conversion: note('none-needed'),
      residual: { maxM: 0, checked: 0 },
      warnings: [],
    },
  };
}

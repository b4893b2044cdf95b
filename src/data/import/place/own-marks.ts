/** Rows that an export of ours has marked: they come back as they went, as long as nobody has moved them since. */
import type { PointSet, SetDatum } from '../../../domain/point-set.ts';
import { PRECISIONS } from '../../../domain/vocabulary.ts';
import { MARK_COLUMN, type MarkedDatum, parseMark, type RowMark } from '../../row-mark.ts';
import { isSameShape, shapeMarkOf } from '../../shape-mark.ts';
import { type Note, note } from '../guards/notes.ts';
import { GRIDS } from '../guess/crs.ts';
import type { Flat, LinesAndAreas, RowSource, SourceRow } from '../readers/source.ts';
import type { InputDatum, Receipt, Role } from '../types.ts';
import { converterOf } from './convert.ts';
import { coordinatesOf, isFault } from './coordinates.ts';
import { GrowingBytes, GrowingFloat32 } from './growing.ts';
import { planarMetres } from './planar.ts';
import type { Placed } from './set-builder.ts';

/** Exports round to 1e-7 degrees or a millimetre: who stands farther from its mark was moved, metres. */
const SAME_PLACE_M = 0.05;
/** Formula texts that an export of CSV made safe. */
const MADE_SAFE = /^'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))/;
const NOT_OURS = 255;

/**
 * What conversions bend: the mean of the vertices of an area of one kilometre, converted, lies some centimetres beside
 * that of the converted vertices, and goes with the square of the size. Metres a square metre.
 */
const BEND = 1e-7;

const ringsOf = ({ lines, polygons }: LinesAndAreas): readonly Flat[] =>
  polygons.length > 0 ? polygons.flat() : lines;

/** Whether nobody has moved the row, its shape included, since it went. */
function isUnmoved({ lng, lat, parts }: Placed, mark: RowMark): boolean {
  if (mark.shape === null) return planarMetres(mark.lng, mark.lat, lng, lat) <= SAME_PLACE_M;
  return parts !== null && isSameShape(shapeMarkOf(ringsOf(parts)), mark.shape, SAME_PLACE_M);
}

/** Marks of rows as they come; null where a row has none. The column may appear late, as those of GeoJSON do. */
export function marksIn(source: RowSource): (row: SourceRow) => RowMark | null {
  let [column, known] = [-1, 0];
  return ({ cells }) => {
    const names = source.columns();
    if (column < 0 && names.length > known) column = names.indexOf(MARK_COLUMN);
    known = names.length;
    return column < 0 ? null : parseMark(cells[column]);
  };
}

type Roles = Partial<Record<Role, number>>;

/** Marked rows that are tried: where the first of a file stand, the others do too. */
const TRIED = 200;

/** A place in the file's own coordinates, and where that must be once they are converted. */
interface Expected {
  readonly x: number;
  readonly y: number;
  readonly lng: number;
  readonly lat: number;
  /** Metres. */
  readonly within: number;
}

/** Of a point itself, of what is more the mean of its vertices; null where the row has not what its mark says. */
function expectedOf(row: SourceRow, roles: Roles, { lng, lat, shape }: RowMark): Expected | null {
  const found = coordinatesOf(row, roles);
  if (found === null || isFault(found)) return null;
  if (shape === null) return { x: found.x, y: found.y, lng, lat, within: SAME_PLACE_M };
  if (found.parts === null) return null;
  const [x, y] = shapeMarkOf(ringsOf(found.parts)).mean;
  const size = planarMetres(...shape.southWest, ...shape.northEast);
  return { x, y, lng: shape.mean[0], lat: shape.mean[1], within: SAME_PLACE_M + BEND * size ** 2 };
}

interface Fit {
  readonly datum: InputDatum;
  readonly roles: Roles;
  readonly mark: MarkedDatum;
}

/** The datum and the columns under which most rows stand where their marks say; null where none do. */
export function markedDatum(source: RowSource, rows: readonly SourceRow[], choices: readonly Roles[]): Fit | null {
  const markOf = marksIn(source);
  const marked = rows
    .flatMap((row) => {
      const mark = markOf(row);
      return mark === null ? [] : [{ row, mark }];
    })
    .slice(0, TRIED);
  const [first] = marked;
  if (first === undefined) return null;
  const stated = source.crs?.datum ?? null;
  const datums: InputDatum[] = ['wgs84', 'gcj02', 'bd09', ...GRIDS.map(({ datum }) => datum)];
  let [best, most]: [Fit | null, number] = [null, 0];
  for (const roles of choices) {
    const points = marked.flatMap(({ row, mark }) => {
      const expected = expectedOf(row, roles, mark);
      return expected === null ? [] : [expected];
    });
    for (const datum of stated === null ? datums : [stated, ...datums]) {
      const converter = converterOf(datum, source.crs);
      if (converter === null) continue;
      const fits = points.filter(
        ({ x, y, lng, lat, within }) => planarMetres(lng, lat, ...converter.forward(x, y)) <= within,
      ).length;
      if (fits > most) [best, most] = [{ datum, roles, mark: first.mark.datum }, fits];
      if (fits === marked.length) return best;
    }
  }
  return best;
}

/** Cells as they were before an export of ours made them safe for spreadsheets. */
export const unmadeSafe = (cells: SourceRow['cells']): SourceRow['cells'] =>
  cells.map((cell) => (typeof cell === 'string' ? cell.replace(MADE_SAFE, '') : cell));

/** What one set makes of the marks of its rows. */
export class OwnMarks {
  private readonly states = new Map<string, { readonly datum: MarkedDatum; rows: number }>();
  private readonly stateOf = new GrowingBytes();
  private readonly ownRadius = new GrowingFloat32();
  private readonly ownPrecision = new GrowingBytes();
  private ours = 0;
  private lost = 0;

  /** The row as it went; `placed` itself where it has no mark, or has been moved since. */
  take(placed: Placed, mark: RowMark | null): Placed {
    if (mark === null || !isUnmoved(placed, mark)) {
      this.lost++;
      if (this.any) this.push(NOT_OURS, Number.NaN, NOT_OURS);
      return placed;
    }
    // Files of others have no marks at all, and cost nothing here.
    if (!this.any) for (let row = 0; row < this.lost; row++) this.push(NOT_OURS, Number.NaN, NOT_OURS);
    this.ours++;
    const { lng, lat, radiusM, precision, by, cluster, district, town, site, datum } = mark;
    const { ownRadiusM, ownPrecision } =
      datum.kind === 'assumed' ? datum : { ownRadiusM: radiusM, ownPrecision: precision };
    this.push(this.count(datum), ownRadiusM, PRECISIONS.indexOf(ownPrecision));
    const area = precision === 'town' ? 'town' : 'district';
    return {
      by: by === 'area' ? area : by,
      lng,
      lat,
      radiusM,
      precision,
      roundingM: 0,
      cluster,
      district,
      town,
      site,
      parts: placed.parts,
    };
  }

  private push(state: number, radius: number, precision: number): void {
    this.stateOf.push(state);
    this.ownRadius.push(radius);
    this.ownPrecision.push(precision);
  }

  /** Number of what is known of a datum, from 0. */
  private count(datum: MarkedDatum): number {
    const key = [
      datum.kind,
      ...(datum.kind === 'stated' ? [] : [datum.taken]),
      ...(datum.kind === 'assumed' ? datum.open : []),
    ].join(' ');
    const known = this.states.get(key) ?? { datum, rows: 0 };
    known.rows++;
    this.states.set(key, known);
    return [...this.states.keys()].indexOf(key);
  }

  get any(): boolean {
    return this.ours > 0;
  }

  warnings(): Note[] {
    if (!this.any) return [];
    const most = Math.max(...[...this.states.values()].map(({ rows }) => rows));
    return [
      ...(this.lost > 0 ? [note('marks-lost', { count: this.lost })] : []),
      ...(this.ours > most ? [note('marks-differ', { count: this.ours - most })] : []),
    ];
  }

  /**
   * The set with what most of its marked rows say of their datum; those that say otherwise keep their place, whatever
   * is said of the datum later.
   */
  finish(set: PointSet, byCoordinates: Uint8Array): PointSet {
    const columns = set.columns.filter(({ name }) => name !== MARK_COLUMN);
    const [state, most] = [...this.states.values()].reduce<[number, MarkedDatum]>(
      (best, { datum, rows }, at, all) => (rows > (all[best[0]]?.rows ?? 0) ? [at, datum] : best),
      [-1, { kind: 'stated' }],
    );
    if (most.kind === 'stated') return { ...set, columns };
    const states = this.stateOf.finish();
    const [radius, precision] = [this.ownRadius.finish(), this.ownPrecision.finish()];
    const datum: SetDatum = {
      taken: most.taken,
      open: most.kind === 'assumed' ? most.open : [],
      byCoordinates: byCoordinates.map((by, row) => (states[row] === state ? by : 0)),
      ownRadiusM: set.radiusM.map((metres, row) => (states[row] === NOT_OURS ? metres : (radius[row] ?? metres))),
      ownPrecision: set.precision.map((code, row) => (states[row] === NOT_OURS ? code : (precision[row] ?? code))),
    };
    return { ...set, columns, datum };
  }
}

/** What a receipt says of the datum of a set that came with marks. */
export function markedReceipt({ taken, open }: SetDatum): Partial<Receipt> {
  const converter = converterOf(taken, null);
  return {
    datumIn: taken,
    datumOpen: open,
    ...(open.length === 0 ? { datumSaid: true } : {}),
    ...(converter === null ? {} : { conversion: converter.how }),
  };
}

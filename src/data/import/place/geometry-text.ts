/** A geometry in one cell: well-known text, well-known binary in hexadecimal, or GeoJSON. */

import { LIMITS } from '../guards/limits.ts';
import { takeWkb } from '../readers/wkb.ts';
import type { Cell } from '../types.ts';
import { noParts, type Parts, takeGeoJson } from './geometry.ts';

export interface GeometryText {
  readonly parts: Parts;
  /** EPSG number that the cell itself states, as PostGIS writes it; null where it states none. */
  readonly srid: number | null;
}

const SRID = /^SRID=(\d{1,6});\s*/i;
const WKT_TYPE =
  /^(MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|POINT|LINESTRING|POLYGON|GEOMETRYCOLLECTION)\s*(?:ZM|Z|M)?\s*(?=\(|EMPTY)/i;
/** Two numbers; heights and measures behind them are passed over. */
const POSITION =
  /^\s*\(?\s*([+-]?[\d.]+(?:e[+-]?\d+)?)\s+([+-]?[\d.]+(?:e[+-]?\d+)?)(?:\s+[+-]?[\d.eE+-]+){0,2}\s*\)?\s*$/i;

/** Reads well-known text from the left; every step takes something away or throws. */
class WktReader {
  private rest: string;
  constructor(text: string) {
    this.rest = text;
  }

  /** @throws RangeError for what is no geometry. False where collections nest too deep. */
  geometry(into: Parts, depth = 0): boolean {
    this.rest = this.rest.trimStart();
    const match = WKT_TYPE.exec(this.rest);
    if (match === null) throw new RangeError('type');
    const type = (match[1] ?? '').toUpperCase();
    this.rest = this.rest.slice(match[0].length);
    if (/^EMPTY/i.test(this.rest)) {
      this.rest = this.rest.slice(5);
      return true;
    }
    if (type === 'GEOMETRYCOLLECTION') {
      if (depth >= LIMITS.geometryDepth) return false;
      let whole = true;
      this.list(() => {
        whole = this.geometry(into, depth + 1) && whole;
      });
      return whole;
    }
    if (type.endsWith('POINT')) this.positions(into.points);
    else if (type === 'LINESTRING') this.positions(this.added(into.lines));
    else if (type === 'MULTILINESTRING') this.list(() => this.positions(this.added(into.lines)));
    else if (type === 'POLYGON') this.rings(into);
    else this.list(() => this.rings(into));
    return true;
  }

  get done(): boolean {
    return this.rest.trim() === '';
  }

  private rings(into: Parts): void {
    const polygon: number[][] = [];
    this.list(() => this.positions(this.added(polygon)));
    into.polygons.push(polygon);
  }

  private added(lists: number[][]): number[] {
    const list: number[] = [];
    lists.push(list);
    return list;
  }

  /** `(each, each, …)` */
  private list(each: () => void): void {
    this.take('(');
    do each();
    while (this.next(','));
    this.take(')');
  }

  /** `(x y, x y, …)`, also with a parenthesis around each position, as points of several are written. */
  private positions(into: number[]): void {
    this.rest = this.rest.trimStart();
    const end = /^\((?:[^()]|\([^()]*\))*\)/.exec(this.rest)?.[0];
    if (end === undefined) throw new RangeError('positions');
    for (const text of end.slice(1, -1).split(',')) {
      const [, x, y] = POSITION.exec(text) ?? [];
      if (x === undefined || y === undefined) throw new RangeError('position');
      into.push(Number(x), Number(y));
    }
    this.rest = this.rest.slice(end.length);
  }

  private next(mark: string): boolean {
    this.rest = this.rest.trimStart();
    if (!this.rest.startsWith(mark)) return false;
    this.rest = this.rest.slice(1);
    return true;
  }
  private take(mark: string): void {
    if (!this.next(mark)) throw new RangeError(mark);
  }
}

function ofWkt(text: string): GeometryText | null {
  const srid = SRID.exec(text);
  const body = srid === null ? text : text.slice(srid[0].length);
  if (!WKT_TYPE.test(body)) return null;
  const parts = noParts();
  const reader = new WktReader(body);
  return reader.geometry(parts) && reader.done ? { parts, srid: srid === null ? null : Number(srid[1]) } : null;
}

/** A byte order, then a type of geometry: what other text of these letters does not begin with. */
const HEX = /^(?:0x|\\x)?(0[01][0-9a-f]{8}[0-9a-f]*)$/i;

function ofHex(text: string): GeometryText | null {
  const hex = HEX.exec(text)?.[1];
  if (hex === undefined || hex.length % 2 !== 0) return null;
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
  const parts = noParts();
  const { whole, srid } = takeWkb(bytes, parts);
  return whole ? { parts, srid } : null;
}

function ofJson(text: string): GeometryText | null {
  if (!text.startsWith('{')) return null;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const geometry = 'geometry' in value ? value.geometry : value;
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return null;
  const parts = noParts();
  return takeGeoJson(geometry, parts) ? { parts, srid: null } : null;
}

/** Null where the cell is no geometry, or one that is empty. */
export function parseGeometryText(cell: Cell | undefined): GeometryText | null {
  if (typeof cell !== 'string' || cell.length > LIMITS.cellChars) return null;
  const text = cell.trim();
  try {
    const found = ofWkt(text) ?? ofHex(text) ?? ofJson(text);
    if (found === null) return null;
    const { points, lines, polygons } = found.parts;
    return points.length + lines.length + polygons.length === 0 ? null : found;
  } catch {
    // Whatever is wrong with it, it is no geometry.
    return null;
  }
}

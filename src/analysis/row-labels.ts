/** Which rows of the shown sets have their words written beside them: all of a small set, of a large one a fair few. */
import { geometryKindAt } from '../domain/geometries.ts';
import { plainLine } from '../domain/plain-line.ts';
import { isPlaced, type PointSet, textAt, valueAt } from '../domain/point-set.ts';
import type { Bbox, LngLat } from '../domain/position.ts';
import type { RowLabelling } from '../domain/set-look.ts';
import { columnNamed } from './column-classes.ts';
import { lineAnchor } from './line-anchor.ts';

export interface RowLabel {
  readonly at: LngLat;
  readonly text: string;
  /** Diameter of the point that the words stand beside, px; 0 of an area, in which they stand, and of a line, along which they lie. */
  readonly px: number;
  /** Of a line: how the words are turned to lie along it, degrees clockwise; null of areas and points. */
  readonly angle: number | null;
}

/** A set with what is shown of it. */
export interface LabelledSet {
  readonly set: PointSet;
  /** Ascending; undefined where all are. */
  readonly rows: Uint32Array | undefined;
  readonly labelBy: RowLabelling;
  /** Diameter of a row's point, px. */
  readonly pxOf: (row: number) => number;
}

/** The ground that a map shows, and its zoom. */
export interface LabelView {
  readonly bbox: Bbox;
  readonly zoom: number;
}

/** Up to so many rows all words are handed over, whatever the map looks at, and it finds room for those that fit. */
export const ALL_UP_TO = 2000;
/** Of more rows one for each cell of so many px at the present whole zoom: what stands closer could not be read. */
const CELL_PX = { x: 64, y: 28 } as const;
/** Words of so many rows of one set at most. */
const MOST_LABELS = 4000;
/** Longer words are cut: they would take the room of all others. */
const MOST_LETTERS = 40;

/** What is written beside a row; null where its cell is empty, or there is no such column. */
export function labelText(set: PointSet, labelBy: RowLabelling): (row: number) => string | null {
  const column = labelBy.of === 'column' ? columnNamed(set, labelBy.column) : undefined;
  if (labelBy.of === 'column' && column === undefined) return () => null;
  return (row) => {
    const value = column === undefined ? textAt(set.label, row) : valueAt(column, row);
    const letters = [...plainLine(String(value ?? '')).trim()];
    if (letters.length === 0) return null;
    return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('');
  };
}

/** The view with half as much again on every side: a map that moves a little finds its words there. */
function around([west, south, east, north]: Bbox): Bbox {
  const [dx, dy] = [(east - west) / 2, (north - south) / 2];
  return [west - dx, south - dy, east + dx, north + dy];
}

/** Number of the cell of a place; fixed to the ground, so that a moving map keeps its words. */
function cellOf(zoom: number): (lng: number, lat: number) => number {
  const size = 512 * 2 ** Math.floor(zoom);
  const across = Math.ceil(size / CELL_PX.x);
  return (lng, lat) => {
    const x = (lng / 360 + 0.5) * size;
    const y = (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * size;
    return Math.floor(y / CELL_PX.y) * across + Math.floor(x / CELL_PX.x);
  };
}

/** Words of one set; none of a large one as long as the view is not known. */
export function rowLabels(labelled: LabelledSet, view: LabelView | null): RowLabel[] {
  const { set, rows, labelBy, pxOf } = labelled;
  const total = rows?.length ?? set.count;
  const all = total <= ALL_UP_TO;
  if (!all && view === null) return [];
  const textOf = labelText(set, labelBy);
  const [west, south, east, north] = view === null ? [-180, -90, 180, 90] : around(view.bbox);
  const cell = cellOf(view?.zoom ?? 0);
  const taken = new Set<number>();
  const out: RowLabel[] = [];
  for (let i = 0; i < total && out.length < MOST_LABELS; i++) {
    const row = rows?.[i] ?? i;
    if (!isPlaced(set, row)) continue;
    const at: LngLat = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0];
    if (!all) {
      if (at[0] < west || at[0] > east || at[1] < south || at[1] > north) continue;
      const own = cell(...at);
      if (taken.has(own)) continue;
      taken.add(own);
    }
    const text = textOf(row);
    if (text === null) continue;
    const line = set.geometries === undefined ? null : lineAnchor(set.geometries, row);
    const px = geometryKindAt(set.geometries, row) === 'point' ? pxOf(row) : 0;
    out.push({ at: line?.at ?? at, text, px, angle: line?.angle ?? null });
  }
  return out;
}

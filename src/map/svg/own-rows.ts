/** The user's own sets on the plain map, up to so many rows: points, lines, areas and hexagons; a density as its points. Pure. */
import type { Position } from 'geojson';
import { MOST_PX } from '../../analysis/column-sizes.ts';
import { rowTest } from '../../analysis/set-rows.ts';
import { BASE_COLOURS } from '../../domain/base-colours.ts';
import type { Rgb, Theme } from '../../domain/colours.ts';
import { REST_COLOUR } from '../../domain/column-look.ts';
import { geometryKindAt, partsAt } from '../../domain/geometries.ts';
import { COUNT_RAMP, FILL_OPACITY, opacityOf } from '../../domain/set-look.ts';
import type { ImportedSet, RowRef } from '../../state/imports/imported-set.ts';
import { hexagonsOf, sizesOf } from '../../state/imports/set-counts.ts';
import type { WorldPoint } from '../mercator.ts';
import { rowColours } from '../overlay/columns.ts';
import { nearestRow } from '../overlay/nearest-row.ts';
import { shapeAt } from '../overlay/shape-columns.ts';
import type { Screen } from '../screen.ts';
import type { Frame } from './frame.ts';
import { node, px, type SvgNode } from './node.ts';

/** Rows of all sets together that are drawn: each is an element of the page. */
export const PLAIN_ROWS = 5000;

export interface OwnRows {
  readonly sets: readonly ImportedSet[];
  readonly chosen: RowRef | null;
}

interface Drawing {
  readonly areas: SvgNode[];
  readonly points: SvgNode[];
}

const css = ([r, g, b]: Rgb): string => `rgb(${r} ${g} ${b})`;

/** Rows of a set that pass its filter, as many as are left to be drawn. */
function* rowsOf({ set, rows }: ImportedSet, most: number): Generator<number> {
  const count = Math.min(most, rows?.length ?? set.count);
  for (let at = 0; at < count; at++) yield rows?.[at] ?? at;
}

/** How many rows the sets have that pass their filters. */
export const countShown = (sets: readonly ImportedSet[]): number =>
  sets.reduce((sum, { rows, set }) => sum + (rows?.length ?? set.count), 0);

/** From below: what is beneath the register's names and what is among its points. */
export function ownRowNodes({ sets, chosen }: OwnRows, frame: Frame, theme: Theme): Drawing {
  const all: Drawing = { areas: [], points: [] };
  let left = PLAIN_ROWS;
  for (const item of sets) {
    const pale = opacityOf(item.look);
    const one: Drawing = { areas: [], points: [] };
    if (item.look.display === 'hexagons') one.areas.push(...hexagonNodes(item, frame, theme));
    else addRows(item, left, frame, theme, one);
    left -= Math.min(left, item.rows?.length ?? item.set.count);
    if (one.areas.length > 0) all.areas.push(node('g', { opacity: pale }, one.areas));
    if (one.points.length > 0) all.points.push(node('g', { opacity: pale }, one.points));
  }
  const item = chosen === null ? undefined : sets.find(({ id }) => id === chosen.setId);
  if (item !== undefined && chosen !== null) all.points.push(...chosenNodes(item, chosen.row, frame, theme));
  return all;
}

function hexagonNodes(item: ImportedSet, frame: Frame, theme: Theme): SvgNode[] {
  return hexagonsOf(item, frame.zoom).hexagons.map(({ ring, level }) =>
    node('path', {
      d: frame.path({ type: 'Polygon', coordinates: [ring.map(([lng, lat]) => [lng, lat])] }),
      fill: css((level === null ? undefined : COUNT_RAMP[theme][level]) ?? REST_COLOUR[theme]),
      'fill-opacity': 0.75,
    }),
  );
}

function addRows(item: ImportedSet, most: number, frame: Frame, theme: Theme, into: Drawing): void {
  const { set, look } = item;
  const colourOf = rowColours(set, look, theme);
  const sizes = sizesOf(set, look);
  for (const row of rowsOf(item, most)) {
    const colour = css(colourOf(row));
    const kind = geometryKindAt(set.geometries, row);
    if (kind !== 'point' && set.geometries !== undefined) {
      const d = shapePath(partsAt(set.geometries, row), kind === 'area', frame);
      const fill: SvgNode['attrs'] =
        kind === 'area' ? { fill: colour, 'fill-opacity': FILL_OPACITY[theme] } : { fill: 'none' };
      if (d !== '')
        into.areas.push(node('path', { d, ...fill, stroke: colour, 'stroke-width': 1.6, 'fill-rule': 'evenodd' }));
      continue;
    }
    const point = placeOf(item, row, frame);
    const radius = (sizes?.px[row] ?? look.size) / 2;
    if (point === null || !frame.holds(point, radius)) continue;
    into.points.push(
      node('circle', {
        cx: px(point.x),
        cy: px(point.y),
        r: px(radius),
        fill: colour,
        stroke: BASE_COLOURS[theme].halo,
      }),
    );
  }
}

function placeOf({ set }: ImportedSet, row: number, frame: Frame) {
  const [lng, lat] = [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
  return Number.isNaN(lng) || Number.isNaN(lat) ? null : frame.at([lng, lat]);
}

function shapePath(parts: readonly Position[][][], closed: boolean, frame: Frame): string {
  return frame.path(
    closed ? { type: 'MultiPolygon', coordinates: [...parts] } : { type: 'MultiLineString', coordinates: parts.flat() },
  );
}

/** A rim that sets one row off from all others. */
function chosenNodes(item: ImportedSet, row: number, frame: Frame, theme: Theme): SvgNode[] {
  const { accent, halo } = BASE_COLOURS[theme];
  const { set, look } = item;
  const rim = (attrs: SvgNode['attrs'], tag: string): SvgNode[] =>
    (
      [
        [halo, 6],
        [accent, 3],
      ] as const
    ).map(([stroke, width]) => node(tag, { ...attrs, fill: 'none', stroke, 'stroke-width': width }));
  const kind = geometryKindAt(set.geometries, row);
  if (kind !== 'point' && set.geometries !== undefined)
    return rim({ d: shapePath(partsAt(set.geometries, row), kind === 'area', frame) }, 'path');
  const point = placeOf(item, row, frame);
  if (point === null) return [];
  return rim({ cx: px(point.x), cy: px(point.y), r: px((sizesOf(set, look)?.px[row] ?? look.size) / 2 + 3) }, 'circle');
}

/** The row drawn within `reach` px of a point, the topmost set's first; null for none. */
export function rowAt({ sets }: OwnRows, { back }: Screen, { x, y }: WorldPoint, reach: number): RowRef | null {
  const [lng, lat] = back({ x, y });
  for (const item of [...sets].reverse()) {
    const { set, look, filter, id } = item;
    if (look.display !== 'points') continue;
    const sizes = sizesOf(set, look);
    const degrees = (px: number): readonly [number, number] => {
      const [east, south] = back({ x: x + px, y: y + px });
      return [Math.abs(east - lng), Math.abs(south - lat)];
    };
    const passes = rowTest(set, filter);
    const row =
      nearestRow(set, lng, lat, ...degrees(reach + (sizes === null ? look.size : MOST_PX) / 2), passes) ??
      (set.geometries === undefined
        ? null
        : shapeAt(set.geometries, lng, lat, ...degrees(reach + look.size / 2), passes));
    if (row !== null) return { setId: id, row };
  }
  return null;
}

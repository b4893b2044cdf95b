/**
 * Editing a shape that is there, an outline or a sketch: terra-draw has its corners for the pointer, the keyboard goes
 * from one to the next, and both have one history.
 */
import type { LineString, Point, Polygon } from 'geojson';
import type { TerraDraw } from 'terra-draw';
import type { LngLat } from '../domain/position.ts';
import { rounded } from '../state/address/plan-address.ts';
import { distinct, withCorner, withNewCorner, withoutCorner } from '../state/plan/outline.ts';
import type { DrawControl } from '../state/plan/plan.ts';
import { type DrawCursor, STEPS } from './draw-cursor.ts';

export interface ShapeForm {
  /** As terra-draw calls it. */
  readonly mode: 'point' | 'linestring' | 'polygon';
  /** The last corner is followed by the first. */
  readonly isClosed: boolean;
  /** So many corners stay. */
  readonly least: number;
  readonly geometryOf: (corners: readonly LngLat[]) => Point | LineString | Polygon;
  /** Corners that are no such shape are not taken. */
  readonly isFit: (corners: readonly LngLat[]) => boolean;
}

type Shape = Point | LineString | Polygon;

const place = ([lng = 0, lat = 0]: readonly number[]): LngLat => rounded([lng, lat]);

/** Places of a geometry, without the one that closes it and those that repeat the one before. */
export function placesOf(geometry: Shape | undefined): LngLat[] {
  switch (geometry?.type) {
    case 'Point':
      return [place(geometry.coordinates)];
    case 'LineString': {
      const all = geometry.coordinates.map(place);
      return all.filter(([x, y], i) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
    }
    case 'Polygon':
      return distinct((geometry.coordinates[0] ?? []).slice(0, -1).map(place));
    case undefined:
      return [];
  }
}

/** What of terra-draw and of the cursor an editor needs. */
type Tool = Pick<TerraDraw, 'addFeatures' | 'selectFeature' | 'getSnapshotFeature' | 'updateFeatureGeometry'>;
type Cursor = Pick<DrawCursor, 'put' | 'beside'>;

export type ShapeEditor = ReturnType<typeof editShape>;

/** @param onDraft is told the corners after every change */
export function editShape(
  draw: Tool,
  { mode, isClosed, least, geometryOf, isFit }: ShapeForm,
  start: readonly LngLat[],
  cursor: Cursor,
  onDraft: (corners: readonly LngLat[]) => void,
) {
  const [added] = draw.addFeatures([{ type: 'Feature', geometry: geometryOf(start), properties: { mode } }]);
  const id = added?.id;
  const history: LngLat[][] = [[...start]];
  let at = 0;
  let corner = 0;
  if (id !== undefined) draw.selectFeature(id);
  const corners = (): LngLat[] => (id === undefined ? [] : placesOf(draw.getSnapshotFeature(id)?.geometry));
  const show = (shape: readonly LngLat[]): void => {
    corner = Math.min(corner, shape.length - 1);
    const here = shape[corner];
    if (here !== undefined) cursor.put(here);
    onDraft(shape);
  };
  const keep = (shape: LngLat[]): void => {
    history.splice(at + 1, history.length, shape);
    at = history.length - 1;
    show(shape);
  };
  const set = (shape: LngLat[]): void => {
    if (id === undefined || !isFit(shape)) return;
    draw.updateFeatureGeometry(id, geometryOf(shape));
    keep(shape);
  };
  const go = (to: number): void => {
    const shape = history[to];
    if (shape === undefined || id === undefined) return;
    at = to;
    draw.updateFeatureGeometry(id, geometryOf(shape));
    show(shape);
  };
  show(start);
  return {
    corners,
    /** The pointer has moved something. */
    moved: () => keep(corners()),
    undo: () => go(at - 1),
    redo: () => go(at + 1),
    choose(by: number) {
      const shape = corners();
      corner = (corner + by + shape.length) % shape.length;
      show(shape);
    },
    move(step: readonly [number, number], fine: boolean) {
      const shape = corners();
      const from = shape[corner];
      if (from !== undefined) set(withCorner(shape, corner, cursor.beside(from, step, fine)));
    },
    insert() {
      const before = corners();
      const next = withNewCorner(before, corner, isClosed).map(rounded);
      if (next.length === before.length) return;
      // At the end of a line the new one stands before the last.
      corner = isClosed ? corner + 1 : Math.min(corner + 1, before.length - 1);
      set(next);
    },
    remove: () => set(withoutCorner(corners(), corner, least)),
  };
}

/** What a key does while a shape is edited; false where it is none of the editor's. */
export function editKeys(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  editing: ShapeEditor,
  { finish, undo, redo }: DrawControl,
  onCancel: () => void,
): boolean {
  const step = STEPS[event.key];
  const again = event.ctrlKey || event.metaKey;
  if (step !== undefined) editing.move(step, event.shiftKey);
  else if (event.key === 'Enter' && event.shiftKey) finish();
  else if (event.key === 'Enter') editing.insert();
  else if (event.key === 'Escape') onCancel();
  else if (event.key === 'Backspace' || event.key === 'Delete') editing.remove();
  else if (again && event.key.toLowerCase() === 'z') (event.shiftKey ? redo : undo)();
  else if (again && event.key.toLowerCase() === 'y') redo();
  else if (event.key === 'PageDown' || event.key === 'PageUp') editing.choose(event.key === 'PageDown' ? 1 : -1);
  else return false;
  return true;
}

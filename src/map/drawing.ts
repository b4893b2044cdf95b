/**
 * Drawing and editing an outline: terra-draw takes the pointer; the keyboard has a cursor of its own whose
 * Enter is a click at that place, so that both hands work on one outline and one history.
 */
import type { Feature, Polygon } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { BASE_COLOURS, type Theme } from '../domain/colours.ts';
import type { LngLat } from '../domain/position.ts';
import { rounded } from '../state/address/plan-address.ts';
import { crossesItself, distinct, withCorner, withNewCorner, withoutCorner } from '../state/plan/outline.ts';
import type { DrawControl } from '../state/plan/plan.ts';
import { DrawCursor, STEPS } from './draw-cursor.ts';
import { FINISH, finishShape, takeKeys } from './draw-keys.ts';
import { centreOf } from './interaction.ts';

export interface DrawingOptions {
  readonly map: MapLibreMap;
  readonly theme: Theme;
  readonly mode: 'draw' | 'edit';
  /** The outline to edit, or the corners that are drawn already. */
  readonly corners: readonly LngLat[];
  /** Corners so far, after every change. */
  onDraft(ring: readonly LngLat[]): void;
  /** The outline is closed, or its editing done. */
  onFinish(ring: readonly LngLat[]): void;
  onCancel(): void;
}

interface Drawing {
  readonly control: DrawControl;
  /** Corners that are set, without the one that follows the pointer. */
  corners(): readonly LngLat[];
  stop(): void;
}

function outlineOf(draw: TerraDraw): { readonly corners: LngLat[]; readonly set: number } {
  const outline = draw.getSnapshot().find(({ geometry }) => geometry.type === 'Polygon');
  if (outline?.geometry.type !== 'Polygon') return { corners: [], set: 0 };
  const corners = cornersOf(outline.geometry).map(rounded);
  const { committedCoordinateCount: set } = outline.properties;
  return { corners, set: typeof set === 'number' ? set : corners.length };
}

function ringOf(draw: TerraDraw): LngLat[] {
  return distinct(outlineOf(draw).corners);
}

/**
 * Sets corners as clicks would, so that each can be taken back. A click near the first corner closes the
 * outline: from close by, none of the others is near it.
 */
function setCorners(map: MapLibreMap, cursor: DrawCursor, corners: readonly LngLat[]): void {
  const [first] = corners;
  if (first === undefined) return;
  const view = { center: map.getCenter(), zoom: map.getZoom() };
  map.jumpTo({ center: [...first], zoom: map.getMaxZoom() });
  for (const corner of corners) {
    cursor.put(corner);
    cursor.click();
  }
  map.jumpTo(view);
}

function polygonOf(ring: readonly LngLat[]): Polygon {
  const [first] = ring;
  return { type: 'Polygon', coordinates: [[...ring, ...(first === undefined ? [] : [first])].map((at) => [...at])] };
}

function makeDraw(map: MapLibreMap, theme: Theme): TerraDraw {
  const { accent, halo } = BASE_COLOURS[theme];
  const point = (name: string, width: number) => ({
    [`${name}Color`]: halo,
    [`${name}OutlineColor`]: accent,
    [`${name}Width`]: width,
    [`${name}OutlineWidth`]: 2,
  });
  const validation = (feature: Feature, { updateType }: { updateType: string }) =>
    (updateType === 'finish' || updateType === 'commit') &&
    feature.geometry.type === 'Polygon' &&
    crossesItself(cornersOf(feature.geometry))
      ? { valid: false, reason: 'crosses itself' }
      : { valid: true };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [
      new TerraDrawPolygonMode({
        keyEvents: { cancel: null, finish: FINISH },
        showCoordinatePoints: true,
        validation,
        styles: {
          fillColor: hex(accent),
          fillOpacity: 0.08,
          outlineColor: hex(accent),
          outlineWidth: 2,
          ...point('closingPoint', 5),
          ...point('coordinatePoint', 4),
        },
      }),
      new TerraDrawSelectMode({
        keyEvents: null,
        allowManualDeselection: false,
        flags: {
          polygon: {
            feature: {
              validation,
              draggable: true,
              selfIntersectable: false,
              coordinates: { midpoints: true, draggable: true, deletable: true },
            },
          },
        },
        styles: {
          selectedPolygonColor: hex(accent),
          selectedPolygonFillOpacity: 0.08,
          selectedPolygonOutlineColor: hex(accent),
          selectedPolygonOutlineWidth: 2,
          ...point('selectionPoint', 5),
          ...point('midPoint', 3),
        },
      }),
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
}

function hex(colour: string): `#${string}` {
  return `#${colour.replace('#', '')}`;
}

function cornersOf({ coordinates }: Polygon): LngLat[] {
  return (coordinates[0] ?? []).slice(0, -1).map(([lng = 0, lat = 0]): LngLat => [lng, lat]);
}

/** Takes the map until `stop`; the canvas takes the focus. */
export function startDrawing({ map, theme, mode, corners, onDraft, onFinish, onCancel }: DrawingOptions): Drawing {
  const draw = makeDraw(map, theme);
  const cursor = new DrawCursor(map, centreOf(map));
  let stopped = false;
  draw.start();

  const editing = mode === 'draw' ? null : editor(draw, corners, cursor, onDraft);
  if (editing === null) draw.setMode('polygon');
  draw.on('finish', () => {
    if (stopped) return;
    // In the next frame: the click that closed the outline is still to come, and must not select what is under it.
    if (editing === null) requestAnimationFrame(() => stopped || onFinish(ringOf(draw)));
    else editing.moved();
  });
  draw.on('change', () => {
    if (!stopped && editing === null) onDraft(ringOf(draw));
  });
  if (editing === null) setCorners(map, cursor, corners);

  const control: DrawControl = {
    undo: () => (editing === null ? void draw.undo() : editing.undo()),
    redo: () => (editing === null ? void draw.redo() : editing.redo()),
    finish: () => (editing === null ? finishShape(map) : onFinish(ringOf(draw))),
  };

  const release = takeKeys(map, (event) => {
    const step = STEPS[event.key];
    const again = event.ctrlKey || event.metaKey;
    if (step !== undefined) (editing === null ? cursor.move : editing.move)(step, event.shiftKey);
    else if (event.key === 'Enter' && event.shiftKey) control.finish();
    else if (event.key === 'Enter') (editing === null ? cursor.click : editing.insert)();
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Backspace' || event.key === 'Delete') (editing === null ? control.undo : editing.remove)();
    else if (again && event.key.toLowerCase() === 'z') (event.shiftKey ? control.redo : control.undo)();
    else if (again && event.key.toLowerCase() === 'y') control.redo();
    else if (event.key === 'PageDown' || event.key === 'PageUp') editing?.choose(event.key === 'PageDown' ? 1 : -1);
    else return false;
    return true;
  });

  return {
    control,
    corners() {
      const outline = outlineOf(draw);
      return outline.corners.slice(0, outline.set);
    },
    stop() {
      if (stopped) return;
      stopped = true;
      release();
      cursor.remove();
      draw.stop();
    },
  };
}

/** Editing by keyboard: one corner at a time, with a history that the pointer's moves join. */
function editor(
  draw: TerraDraw,
  start: readonly LngLat[],
  cursor: DrawCursor,
  onDraft: (ring: readonly LngLat[]) => void,
) {
  const [added] = draw.addFeatures([{ type: 'Feature', geometry: polygonOf(start), properties: { mode: 'polygon' } }]);
  const id = added?.id;
  const history: LngLat[][] = [[...start]];
  let at = 0;
  let corner = 0;
  if (id !== undefined) draw.selectFeature(id);
  const show = (ring: readonly LngLat[]): void => {
    corner = Math.min(corner, ring.length - 1);
    const place = ring[corner];
    if (place !== undefined) cursor.put(place);
    onDraft(ring);
  };
  const keep = (ring: LngLat[]): void => {
    history.splice(at + 1, history.length, ring);
    at = history.length - 1;
    show(ring);
  };
  const set = (ring: LngLat[]): void => {
    if (id === undefined || crossesItself(ring)) return;
    draw.updateFeatureGeometry(id, polygonOf(ring));
    keep(ring);
  };
  const go = (to: number): void => {
    const ring = history[to];
    if (ring === undefined || id === undefined) return;
    at = to;
    draw.updateFeatureGeometry(id, polygonOf(ring));
    show(ring);
  };
  show(start);
  return {
    /** The pointer has moved something. */
    moved: () => keep(ringOf(draw)),
    undo: () => go(at - 1),
    redo: () => go(at + 1),
    choose(by: number) {
      const ring = ringOf(draw);
      corner = (corner + by + ring.length) % ring.length;
      show(ring);
    },
    move: (step: readonly [number, number], fine: boolean) => {
      const ring = ringOf(draw);
      const from = ring[corner];
      if (from !== undefined) set(withCorner(ring, corner, cursor.beside(from, step, fine)));
    },
    insert() {
      const next = withNewCorner(ringOf(draw), corner).map(rounded);
      corner += 1;
      set(next);
    },
    remove: () => set(withoutCorner(ringOf(draw), corner)),
  };
}

/**
 * Drawing and editing an outline: terra-draw takes the pointer; the keyboard has a cursor of its own whose
 * Enter is a click at that place, so that both hands work on one outline and one history.
 */
import type { Feature, Polygon } from 'geojson';
import type { MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { BASE_COLOURS } from '../domain/base-colours.ts';
import type { Theme } from '../domain/colours.ts';
import type { LngLat } from '../domain/position.ts';
import { rounded } from '../state/address/plan-address.ts';
import { crossesItself, distinct } from '../state/plan/outline.ts';
import type { DrawControl } from '../state/plan/plan.ts';
import { DrawCursor, STEPS } from './draw-cursor.ts';
import { FINISH, finishShape, takeKeys } from './draw-keys.ts';
import { centreOf } from './interaction.ts';
import { editKeys, editShape, type ShapeForm } from './shape-editor.ts';

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

const OUTLINE: ShapeForm = {
  mode: 'polygon',
  isClosed: true,
  least: 3,
  geometryOf: polygonOf,
  isFit: (ring) => !crossesItself(ring),
};

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
              coordinates: { midpoints: { draggable: true }, draggable: true, deletable: true },
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

  const editing = mode === 'draw' ? null : editShape(draw, OUTLINE, corners, cursor, onDraft);
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
    if (editing !== null) return editKeys(event, editing, control, onCancel);
    const step = STEPS[event.key];
    const again = event.ctrlKey || event.metaKey;
    if (step !== undefined) cursor.move(step, event.shiftKey);
    else if (event.key === 'Enter' && (event.shiftKey || cursor.pointerLeads)) control.finish();
    else if (event.key === 'Enter') cursor.click();
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Backspace' || event.key === 'Delete') control.undo();
    else if (again && event.key.toLowerCase() === 'z') (event.shiftKey ? control.redo : control.undo)();
    else if (again && event.key.toLowerCase() === 'y') control.redo();
    else return event.key === 'PageDown' || event.key === 'PageUp';
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

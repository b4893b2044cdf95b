/** Drawing a sketch, or giving one another shape: terra-draw takes the pointer, the keyboard has the cursor of the outlines. */
import type { MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { BASE_COLOURS } from '../domain/base-colours.ts';
import type { Theme } from '../domain/colours.ts';
import type { LngLat } from '../domain/position.ts';
import { isOnePlace, LEAST_PLACES, type SketchKind, sketchGeometry } from '../domain/sketch.ts';
import type { DrawControl } from '../state/plan/plan.ts';
import { DrawCursor, STEPS } from './draw-cursor.ts';
import { FINISH, finishShape, takeKeys } from './draw-keys.ts';
import { centreOf } from './interaction.ts';
import { editKeys, editShape, placesOf, type ShapeForm } from './shape-editor.ts';

interface SketchingOptions {
  readonly map: MapLibreMap;
  readonly theme: Theme;
  readonly kind: SketchKind;
  /** Of the sketch that gets another shape; absent where one is drawn. */
  readonly places?: readonly LngLat[];
  /** Places so far, with the one that follows the pointer, after every change of what is drawn. */
  onDraft?(places: readonly LngLat[]): void;
  onFinish(places: readonly LngLat[]): void;
  onCancel(): void;
}

const MODES: Record<SketchKind, ShapeForm['mode']> = {
  point: 'point',
  words: 'point',
  line: 'linestring',
  arrow: 'linestring',
  area: 'polygon',
};

const formOf = (kind: SketchKind): ShapeForm => ({
  mode: MODES[kind],
  isClosed: kind === 'area',
  least: LEAST_PLACES[kind],
  geometryOf: (places) => sketchGeometry(kind, places),
  isFit: (places) => places.length >= LEAST_PLACES[kind],
});

type Hex = `#${string}`;

/** Its corners are moved, added in the middle of an edge and taken out; it is dragged as a whole. */
const EDITABLE = { draggable: true, coordinates: { midpoints: { draggable: true }, draggable: true, deletable: true } };

function makeDraw(map: MapLibreMap, theme: Theme): TerraDraw {
  const { sketch, halo } = BASE_COLOURS[theme];
  const [ink, paper]: readonly [Hex, Hex] = [`#${sketch.slice(1)}`, `#${halo.slice(1)}`];
  const keyEvents = { cancel: null, finish: FINISH };
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 9 }),
    modes: [
      new TerraDrawPointMode({ styles: { pointColor: ink, pointWidth: 5 } }),
      new TerraDrawLineStringMode({ keyEvents, styles: { lineStringColor: ink, lineStringWidth: 2 } }),
      new TerraDrawPolygonMode({
        keyEvents,
        styles: { fillColor: ink, fillOpacity: 0.08, outlineColor: ink, outlineWidth: 2 },
      }),
      new TerraDrawSelectMode({
        keyEvents: null,
        allowManualDeselection: false,
        flags: {
          point: { feature: { draggable: true } },
          linestring: { feature: EDITABLE },
          polygon: { feature: EDITABLE },
        },
        styles: {
          selectedPointColor: ink,
          selectedPointWidth: 6,
          selectedLineStringColor: ink,
          selectedLineStringWidth: 2,
          selectedPolygonColor: ink,
          selectedPolygonFillOpacity: 0.08,
          selectedPolygonOutlineColor: ink,
          selectedPolygonOutlineWidth: 2,
          ...{ selectionPointColor: paper, selectionPointOutlineColor: ink, selectionPointWidth: 5 },
          ...{ selectionPointOutlineWidth: 2, midPointColor: paper, midPointOutlineColor: ink },
          ...{ midPointWidth: 3, midPointOutlineWidth: 2 },
        },
      }),
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
}

/** What has been drawn so far. */
const drawnPlaces = (draw: TerraDraw, kind: SketchKind): LngLat[] =>
  placesOf(draw.getSnapshot().find((each) => each.properties['mode'] === MODES[kind])?.geometry);

/** Takes the map until `stop`; the canvas takes the focus. */
export function startSketching({ map, theme, kind, places, onDraft, onFinish, onCancel }: SketchingOptions) {
  const draw = makeDraw(map, theme);
  const cursor = new DrawCursor(map, centreOf(map));
  let stopped = false;
  draw.start();
  const editing = places === undefined ? null : editShape(draw, formOf(kind), places, cursor, () => undefined);
  if (editing === null) draw.setMode(MODES[kind]);
  draw.on('finish', () => {
    if (stopped) return;
    // In the next frame: the click that ended it is still to come, and must not select what is under it.
    if (editing === null) requestAnimationFrame(() => stopped || onFinish(drawnPlaces(draw, kind)));
    else editing.moved();
  });
  draw.on('change', () => {
    if (!stopped && editing === null) onDraft?.(drawnPlaces(draw, kind));
  });
  const control: DrawControl =
    editing === null
      ? { undo: () => void draw.undo(), redo: () => void draw.redo(), finish: () => finishShape(map) }
      : { undo: editing.undo, redo: editing.redo, finish: () => onFinish(editing.corners()) };
  const release = takeKeys(map, (event) => {
    if (editing !== null) return editKeys(event, editing, control, onCancel);
    const step = STEPS[event.key];
    if (step !== undefined) cursor.move(step, event.shiftKey);
    else if (event.key === 'Enter' && (event.shiftKey || cursor.pointerLeads) && !isOnePlace(kind)) control.finish();
    else if (event.key === 'Enter') cursor.click();
    else if (event.key === 'Escape') onCancel();
    else if (event.key === 'Backspace' || event.key === 'Delete') control.undo();
    else return false;
    return true;
  });
  return {
    control,
    stop() {
      if (stopped) return;
      stopped = true;
      release();
      cursor.remove();
      draw.stop();
    },
  };
}

/** Drawing a sketch: terra-draw takes the pointer, and the keyboard has the cursor of the outlines. */
import type { MapLibreMap } from 'maplibre-gl';
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { BASE_COLOURS, type Theme } from '../domain/colours.ts';
import type { LngLat } from '../domain/position.ts';
import { isOnePlace, type SketchKind } from '../domain/sketch.ts';
import { rounded } from '../state/address/plan-address.ts';
import { distinct } from '../state/plan/outline.ts';
import type { DrawControl } from '../state/plan/plan.ts';
import { DrawCursor, STEPS } from './draw-cursor.ts';
import { FINISH, finishShape, takeKeys } from './draw-keys.ts';
import { centreOf } from './interaction.ts';

interface SketchingOptions {
  readonly map: MapLibreMap;
  readonly theme: Theme;
  readonly kind: SketchKind;
  onFinish(places: readonly LngLat[]): void;
  onCancel(): void;
}

const MODES: Record<SketchKind, 'point' | 'linestring' | 'polygon'> = {
  point: 'point',
  words: 'point',
  line: 'linestring',
  arrow: 'linestring',
  area: 'polygon',
};

function makeDraw(map: MapLibreMap, theme: Theme): TerraDraw {
  const ink: `#${string}` = `#${BASE_COLOURS[theme].sketch.slice(1)}`;
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
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
}

function placesOf(draw: TerraDraw, kind: SketchKind): LngLat[] {
  const { geometry } = draw.getSnapshot().find((each) => each.properties['mode'] === MODES[kind]) ?? { geometry: null };
  const at = ([lng = 0, lat = 0]: readonly number[]): LngLat => rounded([lng, lat]);
  if (geometry?.type === 'Point') return [at(geometry.coordinates)];
  if (geometry?.type === 'LineString')
    return geometry.coordinates
      .map(at)
      .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]?.[0] || y !== all[i - 1]?.[1]);
  return geometry?.type === 'Polygon' ? distinct((geometry.coordinates[0] ?? []).slice(0, -1).map(at)) : [];
}

/** Takes the map until `stop`; the canvas takes the focus. */
export function startSketching({ map, theme, kind, onFinish, onCancel }: SketchingOptions) {
  const draw = makeDraw(map, theme);
  const cursor = new DrawCursor(map, centreOf(map));
  let stopped = false;
  draw.start();
  draw.setMode(MODES[kind]);
  draw.on('finish', () => {
    // In the next frame: the click that ended it is still to come, and must not select what is under it.
    requestAnimationFrame(() => stopped || onFinish(placesOf(draw, kind)));
  });
  const control: DrawControl = {
    undo: () => void draw.undo(),
    redo: () => void draw.redo(),
    finish: () => finishShape(map),
  };
  const release = takeKeys(map, (event) => {
    const step = STEPS[event.key];
    if (step !== undefined) cursor.move(step, event.shiftKey);
    else if (event.key === 'Enter' && event.shiftKey && !isOnePlace(kind)) control.finish();
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

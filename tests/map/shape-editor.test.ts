import type { LineString, Point, Polygon } from 'geojson';
import { describe, expect, it, vi } from 'vitest';
import type { LngLat } from '../../src/domain/position.ts';
import { sketchGeometry } from '../../src/domain/sketch.ts';
import { editKeys, editShape, type ShapeForm } from '../../src/map/shape-editor.ts';

const LINE: readonly LngLat[] = [
  [113, 23],
  [113.1, 23],
];
const form = (kind: 'line' | 'area' | 'point'): ShapeForm => ({
  mode: kind === 'area' ? 'polygon' : kind === 'line' ? 'linestring' : 'point',
  isClosed: kind === 'area',
  least: kind === 'area' ? 3 : kind === 'line' ? 2 : 1,
  geometryOf: (places) => sketchGeometry(kind, places),
  isFit: () => true,
});

/** What terra-draw keeps of one shape, and an editor over it that is driven by keys alone. */
function editing(kind: 'line' | 'area' | 'point', start: readonly LngLat[]) {
  let geometry: Point | LineString | Polygon = sketchGeometry(kind, start);
  const put = vi.fn<(at: LngLat) => void>();
  const editor = editShape(
    {
      addFeatures: () => [{ id: 'a', valid: true }],
      selectFeature: vi.fn(),
      getSnapshotFeature: () => ({ type: 'Feature', id: 'a', geometry, properties: {} }),
      updateFeatureGeometry: (_, next) => {
        geometry = next;
      },
    },
    form(kind),
    start,
    {
      put,
      beside: ([lng, lat], [dx, dy], fine) => [lng + dx * (fine ? 0.001 : 0.01), lat - dy * (fine ? 0.001 : 0.01)],
    },
    vi.fn(),
  );
  const done = { finish: vi.fn(), cancel: vi.fn() };
  const control = { undo: editor.undo, redo: editor.redo, finish: done.finish };
  const press = (key: string, more: Partial<Pick<KeyboardEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>> = {}) =>
    editKeys({ key, shiftKey: false, ctrlKey: false, metaKey: false, ...more }, editor, control, done.cancel);
  return { editor, press, put, done, byPointer: (next: typeof geometry) => (geometry = next) };
}

describe('a shape that is edited by keys', () => {
  it('has its corners moved, added and taken out, and every step taken back', () => {
    const { editor, press, put } = editing('line', LINE);
    expect(put).toHaveBeenLastCalledWith([113, 23]);
    press('ArrowUp');
    press('ArrowRight', { shiftKey: true });
    expect(editor.corners()[0]).toEqual([113.001, 23.01]);
    press('PageDown');
    // After the last corner of a line there is none: the new one stands before it.
    press('Enter');
    expect(editor.corners()).toHaveLength(3);
    expect(editor.corners()[2]).toEqual([113.1, 23]);
    expect(put).toHaveBeenLastCalledWith(editor.corners()[1]);
    press('Backspace');
    expect(editor.corners()).toEqual([
      [113.001, 23.01],
      [113.1, 23],
    ]);
    // Two stay.
    press('Delete');
    expect(editor.corners()).toHaveLength(2);
    for (let n = 0; n < 9; n++) press('z', { ctrlKey: true });
    expect(editor.corners()).toEqual(LINE);
    press('y', { ctrlKey: true });
    expect(editor.corners()[0]).toEqual([113, 23.01]);
  });

  it('shares its history with the pointer', () => {
    const { editor, press, byPointer } = editing('area', [...LINE, [113.1, 23.1]]);
    byPointer(sketchGeometry('area', [...LINE, [113.2, 23.2]]));
    editor.moved();
    press('Enter');
    expect(editor.corners()).toHaveLength(4);
    press('z', { metaKey: true });
    press('z', { metaKey: true });
    expect(editor.corners()[2]).toEqual([113.1, 23.1]);
    press('z', { metaKey: true, shiftKey: true });
    expect(editor.corners()[2]).toEqual([113.2, 23.2]);
  });

  it('is moved where it is a point, ended and given up, and leaves other keys to the page', () => {
    const { editor, press, done } = editing('point', [[113, 23]]);
    press('ArrowLeft');
    press('Enter');
    press('Backspace');
    expect(editor.corners()).toEqual([[112.99, 23]]);
    press('Enter', { shiftKey: true });
    expect(done.finish).toHaveBeenCalledOnce();
    press('Escape');
    expect(done.cancel).toHaveBeenCalledOnce();
    expect(press('a')).toBe(false);
  });
});

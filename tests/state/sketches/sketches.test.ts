import { describe, expect, it, vi } from 'vitest';
import { deviceSketches, type SketchStore } from '../../../src/data/device/sketch-store.ts';
import type { LngLat } from '../../../src/domain/position.ts';
import { readSketches } from '../../../src/domain/schema/sketch.ts';
import { SKETCH_KINDS, type Sketch, sketchCollection } from '../../../src/domain/sketch.ts';
import { bearingOf, sketchFeatures } from '../../../src/map/sketch-features.ts';
import { createSketches } from '../../../src/state/sketches/sketches.ts';

const LINE: readonly LngLat[] = [
  [113, 23],
  [113.1, 23],
  [113.1, 23.1],
];

function memory(first: readonly Sketch[] = [], keeps = true) {
  const written: (readonly Sketch[])[] = [];
  const store: SketchStore = {
    read: () => ({ value: written.at(-1) ?? first, aside: [], keeps }),
    write: (value) => {
      written.push(value);
      return keeps;
    },
    onChange: vi.fn(),
  };
  return { store, written };
}

describe('sketches', () => {
  it('of every kind come back from their file as they went', () => {
    const { store } = memory();
    const sketches = createSketches(store);
    for (const kind of SKETCH_KINDS)
      sketches.add(kind, LINE.slice(0, kind === 'point' || kind === 'words' ? 1 : 3), kind);
    const file = JSON.stringify(sketchCollection(sketches.list.value));
    const { sketches: read, rejected } = readSketches(JSON.parse(file), () => 'new');
    expect(rejected).toEqual([]);
    expect(read.map(({ kind, places, text }) => ({ kind, places, text }))).toEqual(
      sketches.list.value.map(({ kind, places, text }) => ({ kind, places, text })),
    );
  });

  it('are kept at every change, named, removed, and taken back', () => {
    const { store, written } = memory();
    const sketches = createSketches(store);
    sketches.draw('line');
    sketches.add('line', LINE);
    expect(sketches.drawing.value).toBeNull();
    const id = sketches.fresh.value ?? '';
    sketches.say(id, '规划路');
    expect(written.at(-1)?.[0]?.text).toBe('规划路');
    sketches.remove(id);
    expect(sketches.list.value).toEqual([]);
    sketches.undo();
    expect(sketches.list.value[0]?.text).toBe('规划路');
    // Two places are no area.
    sketches.add('area', LINE.slice(0, 2));
    expect(sketches.list.value).toHaveLength(1);
  });

  it('get another shape, which is kept and taken back; one that is given up or too small is as it was', () => {
    const { store, written } = memory();
    const sketches = createSketches(store);
    sketches.add('line', LINE);
    sketches.add('area', LINE);
    const [line = '', area = ''] = sketches.list.value.map(({ id }) => id);
    sketches.reshape(line);
    expect(sketches.reshaping.value).toBe(line);
    sketches.place(line, [...LINE, [113.2, 23.1]]);
    expect(sketches.reshaping.value).toBeNull();
    expect(written.at(-1)?.[0]?.places).toHaveLength(4);
    const writes = written.length;
    sketches.reshape(area);
    sketches.draw(null);
    sketches.place(area, LINE.slice(0, 2));
    sketches.place(area, LINE);
    expect(written).toHaveLength(writes);
    sketches.undo();
    expect(sketches.list.value[0]?.places).toEqual(LINE);
    // Whoever turns to another one keeps what the first has become.
    sketches.reshape(line);
    sketches.setControl({ undo: vi.fn(), redo: vi.fn(), finish: () => sketches.place(line, LINE.slice(0, 2)) });
    sketches.reshape(area);
    expect(sketches.list.value[0]?.places).toHaveLength(2);
    expect(sketches.reshaping.value).toBe(area);
    sketches.remove(area);
    expect(sketches.reshaping.value).toBeNull();
  });

  it('say when the device keeps nothing', () => {
    expect(createSketches(memory([], false).store).kept.value).toBe(false);
  });

  it('take what a file has, name what they leave out, and keep what was there where it is none', () => {
    const sketches = createSketches(memory().store);
    sketches.add('point', LINE.slice(0, 1));
    const point = { type: 'Point', coordinates: [113, 23] };
    const { rejected } = sketches.read(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          { type: 'Feature', geometry: point, properties: null },
          { type: 'Feature', geometry: { type: 'MultiPoint', coordinates: [] }, properties: {} },
          { type: 'Feature', geometry: { type: 'Point', coordinates: [2_500_000, 38_000_000] }, properties: {} },
          { type: 'Feature', geometry: { type: 'LineString', coordinates: [[113, 23]] }, properties: {} },
        ],
      }),
    );
    expect(rejected.map(({ n }) => n)).toEqual([2, 3, 4]);
    expect(sketches.list.value.map(({ kind }) => kind)).toEqual(['point', 'point']);
    expect(() => sketches.read('{"type":"Topology"}')).toThrow();
    expect(() => sketches.read('no json')).toThrow();
    expect(sketches.list.value).toHaveLength(2);
  });

  it('are kept on the device as their file', () => {
    const kept = new Map<string, string>();
    const device = () => ({
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    createSketches(deviceSketches(device, { addEventListener: vi.fn() })).add('arrow', LINE, '向东');
    expect(JSON.parse([...kept.values()][0] ?? '{}')).toMatchObject({ type: 'FeatureCollection' });
    expect(createSketches(deviceSketches(device, { addEventListener: vi.fn() })).list.value[0]).toMatchObject({
      kind: 'arrow',
      text: '向东',
    });
  });
});

describe('on the map', () => {
  it('an arrow has a head that points along its last leg, and words stand beside', () => {
    const { features } = sketchFeatures([{ id: 'a', kind: 'arrow', places: LINE, text: '北' }], 'light');
    expect(features.map(({ properties }) => properties?.['part'])).toEqual(['arrow', 'head', 'words']);
    expect(features[1]?.properties?.['bearing']).toBeCloseTo(0, 6);
    expect(bearingOf([113, 23], [113.1, 23])).toBeCloseTo(90, 6);
  });
});

describe('what is measured', () => {
  it('is shown when it is done, in no file, until it is cleared or measured anew', () => {
    const { store, written } = memory();
    const sketches = createSketches(store);
    sketches.measure('line');
    expect([sketches.drawing.value, sketches.measuring.value]).toEqual(['line', true]);
    sketches.measureAlong(LINE.slice(0, 2));
    expect(sketches.onMap.value).toEqual([]);
    sketches.endMeasure(LINE);
    expect([sketches.drawing.value, sketches.measuring.value]).toEqual([null, false]);
    sketches.sayMeasured('21 km');
    expect(sketches.onMap.value).toEqual([{ id: 'measured', kind: 'line', places: LINE, text: '21 km' }]);
    // Hidden are sketches alone.
    sketches.show(false);
    expect(sketches.onMap.value).toHaveLength(1);
    sketches.measure('area');
    expect(sketches.onMap.value).toEqual([]);
    sketches.forgetMeasured();
    expect([sketches.drawing.value, sketches.measured.value, written]).toEqual([null, null, []]);
  });

  it('becomes a sketch with its words where it is kept', () => {
    const { store, written } = memory();
    const sketches = createSketches(store);
    sketches.measure('area');
    sketches.endMeasure(LINE);
    sketches.sayMeasured('57 km²');
    sketches.keepMeasured();
    expect(written.at(-1)).toMatchObject([{ kind: 'area', places: LINE, text: '57 km²' }]);
    expect(sketches.measured.value).toBeNull();
    sketches.keepMeasured();
    expect(sketches.list.value).toHaveLength(1);
  });

  it('is nothing where too little was drawn, and is given up by Escape or by what is drawn next', () => {
    const sketches = createSketches(memory().store);
    sketches.measure('area');
    sketches.endMeasure(LINE.slice(0, 2));
    expect(sketches.measured.value).toBeNull();
    sketches.measure('line');
    sketches.draw(null);
    expect([sketches.measured.value, sketches.drawing.value]).toEqual([null, null]);
    sketches.measure('line');
    sketches.draw('line');
    expect([sketches.measuring.value, sketches.drawing.value]).toEqual([false, 'line']);
    // One that is done stays beside what is drawn.
    sketches.measure('line');
    sketches.endMeasure(LINE);
    sketches.draw('arrow');
    expect(sketches.measured.value?.done).toBe(true);
  });
});

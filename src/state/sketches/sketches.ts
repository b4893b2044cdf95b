/** The user's remarks and sketches: a layer of its own, kept on this device, in no address and in no count. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { newSketchId, type SketchStore } from '../../data/device/sketch-store.ts';
import type { LngLat } from '../../domain/position.ts';
import { readSketches } from '../../domain/schema/sketch.ts';
import { LEAST_PLACES, type Sketch, type SketchKind } from '../../domain/sketch.ts';
import type { DrawControl } from '../plan/plan.ts';

/** What is measured: a line or an area that is no sketch, unless it is kept as one. */
export interface Measured {
  readonly kind: 'line' | 'area';
  /** With the one that follows the pointer, until it is done. */
  readonly places: readonly LngLat[];
  readonly done: boolean;
  /** How long or large it is, in words; the empty string until somebody says it. */
  readonly text: string;
}

interface SketchSignals {
  readonly list: ReadonlySignal<readonly Sketch[]>;
  /** What is being drawn. */
  readonly drawing: ReadonlySignal<SketchKind | null>;
  /** Id of the one that gets another shape. */
  readonly reshaping: ReadonlySignal<string | null>;
  /** What the map offers while one is drawn or gets another shape. */
  readonly control: ReadonlySignal<DrawControl | null>;
  /** The one that was drawn last, whose words are asked for. */
  readonly fresh: ReadonlySignal<string | null>;
  /** Hidden ones stay kept. */
  readonly shown: ReadonlySignal<boolean>;
  readonly measured: ReadonlySignal<Measured | null>;
  /** What is being drawn is measured, and no sketch. */
  readonly measuring: ReadonlySignal<boolean>;
  /** What the map shows: the sketches unless they are hidden, and what was measured. */
  readonly onMap: ReadonlySignal<readonly Sketch[]>;
  /** False where the device keeps nothing, so that they go with the page. */
  readonly kept: ReadonlySignal<boolean>;
}

export type Sketches = ReturnType<typeof createSketches>;

const NONE: readonly Sketch[] = [];
const NOTHING: Measured = { kind: 'line', places: [], done: false, text: '' };

export function createSketches(store: SketchStore) {
  const first = store.read();
  const list = signal<readonly Sketch[]>(first.value);
  const drawing = signal<SketchKind | null>(null);
  const reshaping = signal<string | null>(null);
  const control = signal<DrawControl | null>(null);
  const fresh = signal<string | null>(null);
  const shown = signal(true);
  const kept = signal(first.keeps);
  const measured = signal<Measured | null>(null);
  const measuring = computed(() => measured.value?.done === false);
  const onMap = computed(() => {
    const sketches = shown.value ? list.value : NONE;
    const { kind, places, text, done } = measured.value ?? NOTHING;
    return done ? [...sketches, { id: 'measured', kind, places, text }] : sketches;
  });
  const signals: SketchSignals = {
    ...{ list, drawing, reshaping, control, fresh, shown, kept },
    ...{ measured, measuring, onMap },
  };
  /** What is still being measured is given up. */
  const stopMeasuring = () => {
    if (measuring.peek()) measured.value = null;
  };
  /** Lists before the present one, the last at the end. */
  const before: (readonly Sketch[])[] = [];
  const put = (next: readonly Sketch[]) => {
    list.value = next;
    kept.value = store.write(next);
  };
  const change = (next: readonly Sketch[]) => {
    before.push(list.peek());
    put(next);
  };
  store.onChange(() => {
    list.value = store.read().value;
  });
  return {
    ...signals,
    draw(kind: SketchKind | null): void {
      batch(() => {
        stopMeasuring();
        drawing.value = kind;
        reshaping.value = null;
        shown.value = true;
      });
    },
    /** Begins to give a sketch another shape; null gives it up. What another one has become by then is kept. */
    reshape(id: string | null): void {
      if (id !== null && reshaping.peek() !== null) control.peek()?.finish();
      batch(() => {
        stopMeasuring();
        drawing.value = null;
        reshaping.value = list.peek().some((each) => each.id === id) ? id : null;
        shown.value = true;
      });
    },
    /** Takes the places that a sketch has been given; too few are none. */
    place(id: string, places: readonly LngLat[]): void {
      const old = list.peek().find((each) => each.id === id);
      batch(() => {
        reshaping.value = null;
        if (old === undefined || places.length < LEAST_PLACES[old.kind]) return;
        if (JSON.stringify(old.places) === JSON.stringify(places)) return;
        change(list.peek().map((each) => (each === old ? { ...each, places } : each)));
      });
    },
    /** Begins to measure; what was measured before goes. */
    measure(kind: Measured['kind']): void {
      batch(() => {
        measured.value = { kind, places: [], done: false, text: '' };
        drawing.value = kind;
        reshaping.value = null;
      });
    },
    /** How far it is drawn. */
    measureAlong(places: readonly LngLat[]): void {
      const now = measured.peek();
      if (now?.done === false) measured.value = { ...now, places };
    },
    /** It is drawn to its end; too few places are nothing. */
    endMeasure(places: readonly LngLat[]): void {
      const now = measured.peek();
      if (now?.done !== false) return;
      batch(() => {
        measured.value = places.length < LEAST_PLACES[now.kind] ? null : { ...now, places, done: true };
        drawing.value = null;
      });
    },
    sayMeasured(text: string): void {
      const now = measured.peek();
      if (now !== null && now.text !== text) measured.value = { ...now, text };
    },
    forgetMeasured(): void {
      batch(() => {
        if (measuring.peek()) drawing.value = null;
        measured.value = null;
      });
    },
    /** Keeps what was measured as a sketch, with its words. */
    keepMeasured(): void {
      const now = measured.peek();
      if (now?.done !== true) return;
      const { kind, places, text } = now;
      batch(() => {
        measured.value = null;
        change([...list.peek(), { id: newSketchId(), kind, places, text }]);
      });
    },
    setControl(next: DrawControl | null): void {
      control.value = next;
    },
    /** Takes what was drawn; too few places are no sketch. */
    add(kind: SketchKind, places: readonly LngLat[], text = ''): void {
      if (places.length < LEAST_PLACES[kind]) return;
      const id = newSketchId();
      batch(() => {
        change([...list.peek(), { id, kind, places, text }]);
        fresh.value = id;
        drawing.value = null;
      });
    },
    say(id: string, text: string): void {
      if (list.peek().find((each) => each.id === id)?.text === text) return;
      change(list.peek().map((each) => (each.id === id ? { ...each, text } : each)));
    },
    remove(id: string): void {
      if (reshaping.peek() === id) reshaping.value = null;
      change(list.peek().filter((each) => each.id !== id));
    },
    /** Takes the last change back; false where there is none. */
    undo(): boolean {
      const last = before.pop();
      if (last !== undefined) put(last);
      return last !== undefined;
    },
    show(on: boolean): void {
      shown.value = on;
    },
    /** Puts others in the place of all, which can be taken back. */
    replaceAll(next: readonly Sketch[]): void {
      reshaping.value = null;
      change(next);
    },
    /** Adds what a file holds. Throws where it is no GeoJSON; what was there stays. */
    read(text: string): ReturnType<typeof readSketches> {
      const read = readSketches(JSON.parse(text), newSketchId);
      if (read.sketches.length > 0) change([...list.peek(), ...read.sketches]);
      return read;
    },
  };
}

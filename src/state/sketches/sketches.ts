/** The user's remarks and sketches: a layer of its own, kept on this device, in no address and in no count. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { newSketchId, type SketchStore } from '../../data/device/sketch-store.ts';
import type { LngLat } from '../../domain/position.ts';
import { readSketches } from '../../domain/schema/sketch.ts';
import { LEAST_PLACES, type Sketch, type SketchKind } from '../../domain/sketch.ts';
import type { DrawControl } from '../plan/plan.ts';

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
  /** False where the device keeps nothing, so that they go with the page. */
  readonly kept: ReadonlySignal<boolean>;
}

export type Sketches = ReturnType<typeof createSketches>;

export function createSketches(store: SketchStore) {
  const first = store.read();
  const list = signal<readonly Sketch[]>(first.value);
  const drawing = signal<SketchKind | null>(null);
  const reshaping = signal<string | null>(null);
  const control = signal<DrawControl | null>(null);
  const fresh = signal<string | null>(null);
  const shown = signal(true);
  const kept = signal(first.keeps);
  const signals: SketchSignals = { list, drawing, reshaping, control, fresh, shown, kept };
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
        drawing.value = kind;
        reshaping.value = null;
        shown.value = true;
      });
    },
    /** Begins to give a sketch another shape; null gives it up. What another one has become by then is kept. */
    reshape(id: string | null): void {
      if (id !== null && reshaping.peek() !== null) control.peek()?.finish();
      batch(() => {
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

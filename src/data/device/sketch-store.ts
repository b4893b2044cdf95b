/** Remarks and sketches as this device keeps them: the same GeoJSON as their file. */
import { readSketches } from '../../domain/schema/sketch.ts';
import { type Sketch, sketchCollection } from '../../domain/sketch.ts';
import { type KeptText, keptText } from './kept-text.ts';
import { DEVICE_KEYS } from './keys.ts';
import type { Device } from './storage.ts';

export type SketchStore = Pick<KeptText<readonly Sketch[]>, 'read' | 'write' | 'onChange'>;

export const newSketchId = (): string => crypto.randomUUID();

export function deviceSketches(device?: Device, target?: Pick<Window, 'addEventListener'>): SketchStore {
  return keptText<readonly Sketch[]>(
    {
      key: DEVICE_KEYS.sketches,
      empty: [],
      parse(text) {
        const { sketches, rejected } = readSketches(JSON.parse(text), newSketchId);
        return { value: sketches, whole: rejected.length === 0 };
      },
      format: (sketches) => (sketches.length === 0 ? null : JSON.stringify(sketchCollection(sketches))),
    },
    device,
    target,
  );
}

/** The sketches with what they need of the device. */
import { deviceSketches } from '../../data/device/sketch-store.ts';
import type { AppState } from '../app-state.ts';
import { createSketches } from './sketches.ts';

/** Gives `state.sketches`, once. */
export function startSketches(state: AppState): void {
  if (state.sketches.peek() === null) state.provide({ sketches: createSketches(deviceSketches()) });
}

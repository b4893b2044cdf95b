/** The user's corrections with what they need of the device. */
import { deviceStore } from '../../data/device/corrections-store.ts';
import type { AppState } from '../app-state.ts';
import { createCorrecting } from './correcting.ts';
import type { Correcting } from './corrections.ts';

/** Begins the work on them, once: calling again gives the same. */
export function startCorrections({ base, corrections }: AppState): Correcting {
  return corrections.work.peek() ?? createCorrecting(base, corrections, deviceStore());
}

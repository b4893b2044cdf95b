/** The overlay's way in: imported sets of the state, drawn over whatever map there is. */
import { computed } from '@preact/signals';
import type { AppState } from '../../state/app-state.ts';
import type { OverlayMaker } from '../map-overlay.ts';
import { createOverlay, type OverlayScene } from './overlay.ts';

export function overlayMaker(state: AppState, fail: (reason: string) => void): OverlayMaker {
  const scene = computed<OverlayScene>(() => ({
    theme: state.theme.value,
    sets: state.imports.value?.visible.value ?? [],
    chosen: state.imports.value?.chosen.value ?? null,
  }));
  return (map, still) => createOverlay(map, scene, fail, still);
}

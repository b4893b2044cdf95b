/** The overlay's way in: imported sets of the state, drawn over whatever map there is. */
import { computed } from '@preact/signals';
import type { AppState } from '../../state/app-state.ts';
import { zoomOf } from '../../state/imports/set-counts.ts';
import { shownSets } from '../../state/imports/shown-sets.ts';
import type { OverlayMaker } from '../map-overlay.ts';
import { createOverlay, type OverlayScene } from './overlay.ts';

export function overlayMaker(state: AppState, fail: (reason: string) => void): OverlayMaker {
  const scene = computed<OverlayScene>(() => {
    const sets = shownSets(state);
    const chosen = state.imports.value?.chosen.value ?? null;
    // Only hexagons are drawn anew where the map comes to rest.
    const zoom = sets.some(({ look }) => look.display === 'hexagons') ? zoomOf(state) : 0;
    return { theme: state.theme.value, sets, chosen, zoom };
  });
  return (map, still) => createOverlay(map, scene, fail, still);
}

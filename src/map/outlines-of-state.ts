/** State → the outlines that the map draws: of the sites that are shown, and the one that is being corrected. */
import type { OutlineCoordinates } from '../domain/schema/outline.ts';
import type { AppState } from '../state/app-state.ts';
import { outlineAt } from '../state/outlines.ts';
import type { SceneOutlines } from './scene.ts';

const made = new WeakMap<AppState, SceneOutlines>();
const NONE: SceneOutlines = new Map();

/** The same map again where nothing in it has changed, so that nothing is uploaded. */
export function outlinesOf(state: AppState): SceneOutlines {
  const { sketch } = state.corrections;
  const own = sketch.value;
  const now = new Map<string, OutlineCoordinates>();
  for (const site of state.visibleSites.value) {
    const outline = own?.record === site.id ? own.outline : outlineAt(state, site);
    if (outline !== null) now.set(site.id, outline);
  }
  const last = made.get(state) ?? NONE;
  const same = last.size === now.size && [...now].every(([id, outline]) => last.get(id) === outline);
  if (same) return last;
  made.set(state, now);
  return now;
}

/** What drawing an outline and drawing a sketch share: the keys of the canvas, and the key that ends a shape. */
import type { MapLibreMap } from 'maplibre-gl';

/** A key name that no keyboard sends: the finish of terra-draw, called by us. */
export const FINISH = 'FinishDrawing';

/** Ends the shape that is being drawn, as terra-draw does. */
export function finishShape(map: MapLibreMap): void {
  map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: FINISH, bubbles: true }));
}

/**
 * Keys go to whoever draws in place of the map, and the canvas takes the focus.
 *
 * @param onKey false where the key is none of theirs
 * @returns gives the keys back
 */
export function takeKeys(map: MapLibreMap, onKey: (event: KeyboardEvent) => boolean): () => void {
  const canvas = map.getCanvas();
  const take = (event: KeyboardEvent): void => {
    if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  map.keyboard.disable();
  canvas.addEventListener('keydown', take, { capture: true });
  canvas.focus({ preventScroll: true });
  return () => {
    canvas.removeEventListener('keydown', take, { capture: true });
    map.keyboard.enable();
  };
}

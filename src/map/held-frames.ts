/**
 * Frames of a map that is not whole yet: each takes the graphics as long as a whole one and shows half of it. While
 * they are held the map works on and draws nothing, until all its tiles are there, it is moved, or it is let go.
 * `scripts/maplibre-source.mjs` has the map heed this; MapLibre's own bundles draw every frame.
 */
import type { MapLibreMap } from 'maplibre-gl';

/**
 * So often the map looks again whether it is whole, ms: what came last may have come without a word, and frames that were
 * drawn for nothing used to hide that.
 */
const LOOK_MS = 250;
/** Longer than this nobody waits for what comes behind the first view, ms. */
const MOST_MS = 1000;
/** Who does something wants to see it in the next frame. */
const TOUCHES = ['pointerdown', 'wheel', 'keydown', 'click'] as const;

export class HeldFrames {
  readonly #map: MapLibreMap;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on('idle', () => {
      clearInterval(this.#looking);
      this.#set(false);
    });
    map.on('remove', () => {
      clearInterval(this.#looking);
      this.#set(false);
    });
  }

  /** Until all is there, however long that takes: there is nothing to see before. Or no longer. */
  untilWhole(isHeld: boolean): void {
    this.#set(isHeld);
    if (!isHeld) this.#map.triggerRepaint();
  }

  /** Until what was added is there, for a second at most, or until something else is done or to be shown. */
  shortly(): void {
    this.#set(true);
    this.#timer = setTimeout(this.letGo, MOST_MS);
    for (const touch of TOUCHES) addEventListener(touch, this.letGo, { capture: true, passive: true });
  }

  /** Ends what `shortly` began. */
  readonly letGo = (): void => {
    if (this.#timer === undefined) return;
    this.#set(false);
    this.#map.triggerRepaint();
  };

  #set(isHeld: boolean): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const touch of TOUCHES) removeEventListener(touch, this.letGo, { capture: true });
    Object.assign(this.#map, { holdsFrames: isHeld });
    if (!isHeld) return;
    clearInterval(this.#looking);
    this.#looking = setInterval(() => this.#map.triggerRepaint(), LOOK_MS);
  }
}

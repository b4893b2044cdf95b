/**
 * Frames of a map that is not whole yet: each takes the graphics as long as a whole one and shows half of it. While
 * they are held the map works on and draws nothing, until all its tiles are there, it is moved, or it is let go.
 * `scripts/maplibre-source.mjs` has the map heed this; MapLibre's own bundles draw every frame.
 */
/** So often the map looks again whether it is whole, ms: one that waited for a word that never comes would stay blank. */
const LOOK_MS = 250;
/** Longer than this nobody waits for what comes behind the first view, ms. */
const MOST_MS = 1000;
/** Who does something wants to see it in the next frame. */
const TOUCHES = ['pointerdown', 'wheel', 'keydown', 'click'] as const;

/** What of a map is needed. */
interface Holdable {
  on(event: 'idle' | 'remove', call: () => void): unknown;
  triggerRepaint(): void;
  /** Ours: MapLibre as we build it draws nothing while that stands, unless all is there or it is moved. */
  holdsFrames?: boolean;
}

export class HeldFrames {
  readonly #map: Holdable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(map: Holdable) {
    this.#map = map;
    const end = (): void => {
      clearInterval(this.#looking);
      this.#set(false);
    };
    map.on('idle', end);
    map.on('remove', end);
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
    this.#map.holdsFrames = isHeld;
    if (!isHeld) return;
    clearInterval(this.#looking);
    this.#looking = setInterval(() => this.#map.triggerRepaint(), LOOK_MS);
  }
}

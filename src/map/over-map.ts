/** Bars, buttons and legends that stand over a map: names of the map keep out of them. */
import type { Room } from './scene.ts';

/** What covers more of the map than this is no control: a page over it, or the picture before it. */
const MOST_SHARE = 0.25;

/** Edges, CSS pixels of the window. */
type Edges = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/**
 * The rooms of boxes in a map, px from its upper left; what is not over it, or over too much of it, holds none. Pure.
 */
export function roomsIn(map: Edges, boxes: readonly Edges[]): Room[] {
  const whole = (map.right - map.left) * (map.bottom - map.top);
  return boxes.flatMap((box): Room[] => {
    const [left, right] = [Math.max(box.left, map.left), Math.min(box.right, map.right)];
    const [top, bottom] = [Math.max(box.top, map.top), Math.min(box.bottom, map.bottom)];
    const [w, h] = [right - left, bottom - top];
    if (w < 1 || h < 1 || w * h > MOST_SHARE * whole) return [];
    return [{ x: left - map.left, y: top - map.top, w, h }];
  });
}

/** Keeps the rooms of what stands beside the map in its frame, and of the map's own controls. */
export class OverMap {
  rooms: readonly Room[] = [];
  readonly #map: HTMLElement;
  readonly #onChange: () => void;
  readonly #sizes = new ResizeObserver(() => this.#look());
  readonly #observed = new WeakSet<Element>();
  readonly #children = new MutationObserver(() => this.#look());

  /** @param onChange called when the rooms are others */
  constructor(map: HTMLElement, onChange: () => void) {
    this.#map = map;
    this.#onChange = onChange;
    this.#sizes.observe(map);
    if (map.parentElement !== null) this.#children.observe(map.parentElement, { childList: true });
  }

  stop(): void {
    this.#sizes.disconnect();
    this.#children.disconnect();
  }

  #look(): void {
    const beside = [...(this.#map.parentElement?.children ?? [])].filter(
      // A card at the pointer goes where the pointer goes.
      (each) => each !== this.#map && getComputedStyle(each).pointerEvents !== 'none',
    );
    const own = [...this.#map.querySelectorAll('.maplibregl-ctrl')];
    for (const each of [...beside, ...own]) {
      // To observe again what is observed is to be told again, frame after frame.
      if (this.#observed.has(each)) continue;
      this.#observed.add(each);
      this.#sizes.observe(each);
    }
    const rooms = roomsIn(
      this.#map.getBoundingClientRect(),
      [...beside, ...own].map((each) => each.getBoundingClientRect()),
    );
    if (JSON.stringify(rooms) === JSON.stringify(this.rooms)) return;
    this.rooms = rooms;
    this.#onChange();
  }
}

/** Where the keyboard would set a corner: a cross over the map that arrow keys move. */
import type { MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '../domain/position.ts';
import { rounded } from '../state/address/plan-address.ts';

/** Steps of the arrow keys, right and down. */
export const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP_PX = 16;
const FINE_PX = 2;
/** Nearer to the edge than this the map moves instead. */
const MARGIN_PX = 40;

export class DrawCursor {
  readonly #map: MapLibreMap;
  readonly #element = document.createElement('div');
  #at: LngLat;
  #pointerLeads = false;
  readonly #follow = (): void => this.#place();
  readonly #pressed = ({ isTrusted }: PointerEvent): void => {
    // What the cursor sends itself is no hand's.
    if (isTrusted) this.#pointerLeads = true;
  };

  constructor(map: MapLibreMap, [x, y]: readonly [number, number]) {
    this.#map = map;
    const { lng, lat } = map.unproject([x, y]);
    this.#at = [lng, lat];
    this.#element.className = 'draw-cursor';
    this.#element.setAttribute('aria-hidden', 'true');
    map.getContainer().append(this.#element);
    map.on('move', this.#follow);
    map.getCanvas().addEventListener('pointerdown', this.#pressed);
    this.#place();
  }

  /** The last corner was set by hand and the cursor was not moved since: where it stands is nobody's choice. */
  get pointerLeads(): boolean {
    return this.#pointerLeads;
  }

  put(at: LngLat): void {
    this.#at = at;
    this.#place();
  }

  /** The place one step from `from`; a fine step is two pixels. */
  beside([lng, lat]: LngLat, [dx, dy]: readonly [number, number], fine: boolean): LngLat {
    const px = fine ? FINE_PX : STEP_PX;
    const { x, y } = this.#map.project([lng, lat]);
    const next = this.#map.unproject([x + dx * px, y + dy * px]);
    return rounded([next.lng, next.lat]);
  }

  readonly move = (step: readonly [number, number], fine: boolean): void => {
    this.#pointerLeads = false;
    this.#at = this.beside(this.#at, step, fine);
    const { x, y } = this.#map.project([...this.#at]);
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const beyond = x < MARGIN_PX || y < MARGIN_PX || x > clientWidth - MARGIN_PX || y > clientHeight - MARGIN_PX;
    if (beyond) this.#map.panBy([step[0] * 120, step[1] * 120], { duration: 0 });
    this.#place();
    this.#send('pointermove');
  };

  /** A click of the pointer at the cursor. */
  readonly click = (): void => {
    for (const type of ['pointermove', 'pointerdown', 'pointerup'] as const) this.#send(type);
  };

  remove(): void {
    this.#map.off('move', this.#follow);
    this.#map.getCanvas().removeEventListener('pointerdown', this.#pressed);
    this.#element.remove();
  }

  #place(): void {
    const { x, y } = this.#map.project([...this.#at]);
    this.#element.style.left = `${x}px`;
    this.#element.style.top = `${y}px`;
  }

  #send(type: 'pointermove' | 'pointerdown' | 'pointerup'): void {
    const canvas = this.#map.getCanvas();
    const { left, top } = canvas.getBoundingClientRect();
    const { x, y } = this.#map.project([...this.#at]);
    canvas.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        cancelable: true,
        isPrimary: true,
        pointerId: 1,
        pointerType: 'mouse',
        button: type === 'pointermove' ? -1 : 0,
        buttons: type === 'pointerdown' ? 1 : 0,
        clientX: left + x,
        clientY: top + y,
      }),
    );
  }
}

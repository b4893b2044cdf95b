/** Pointer, wheel and keys of the plain map. A finger or the mouse drags it; two fingers do nothing of their own. */

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Hands {
  /** `reach` is how far beside something the point may be, px. */
  click(point: Point, touched: boolean): void;
  hover(point: Point | null): void;
  /** While it is held: px from where it was taken. */
  drag(dx: number, dy: number): void;
  drop(dx: number, dy: number): void;
  /** What is at the point stays there; without one, the middle does. */
  zoom(steps: number, point: Point | null): void;
  pan(dx: number, dy: number): void;
  enter(): void;
}

/** A press that moves less than this is a click, px. */
const STILL_PX = 4;
const KEY_PX = 100;
/** Pixels of the wheel a zoom. */
const WHEEL = 400;

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-KEY_PX, 0],
  ArrowRight: [KEY_PX, 0],
  ArrowUp: [0, -KEY_PX],
  ArrowDown: [0, KEY_PX],
};
const ZOOMS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

/** @param shared the page stands in a frame: wheel and finger scroll the page around, unless the map has the focus or Ctrl is held */
export function takeHands(element: SVGElement, hands: Hands, shared: boolean): void {
  let held: { readonly id: number; readonly from: Point; moved: boolean } | null = null;
  const at = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  element.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return;
    held = { id: event.pointerId, from: at(event), moved: false };
  });
  element.addEventListener('pointermove', (event) => {
    const point = at(event);
    if (held === null) {
      if (event.pointerType !== 'touch') hands.hover(point);
      return;
    }
    if (held.id !== event.pointerId || (shared && event.pointerType === 'touch')) return;
    const [dx, dy] = [point.x - held.from.x, point.y - held.from.y];
    if (!held.moved && Math.hypot(dx, dy) < STILL_PX) return;
    if (!held.moved) {
      held.moved = true;
      // Only a drag: a click keeps its target.
      element.setPointerCapture(event.pointerId);
      hands.hover(null);
    }
    hands.drag(dx, dy);
  });
  const release = (event: PointerEvent): void => {
    if (held === null || held.id !== event.pointerId) return;
    const { from, moved } = held;
    held = null;
    const point = at(event);
    if (moved) hands.drop(point.x - from.x, point.y - from.y);
    else if (event.type === 'pointerup') hands.click(point, event.pointerType === 'touch');
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('pointerleave', () => hands.hover(null));
  element.addEventListener(
    'wheel',
    (event) => {
      const isMeant = event.ctrlKey || event.metaKey || document.activeElement === element;
      if (shared && !isMeant) return;
      event.preventDefault();
      hands.zoom(Math.max(-1, Math.min(1, -event.deltaY / WHEEL)), at(event));
    },
    { passive: false },
  );
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const [pan, zoom] = [PANS[event.key], ZOOMS[event.key]];
    if (pan !== undefined) hands.pan(...pan);
    else if (zoom !== undefined) hands.zoom(zoom, null);
    else if (event.key === 'Enter') hands.enter();
    else return;
    event.preventDefault();
  });
}

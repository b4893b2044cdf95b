/** What a mouse or a finger does on the stage: click, swipe, long press for the spotlight, and being still. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StageAction } from './keys.ts';

const SWIPE_PX = 60;
const LONG_PRESS_MS = 550;
/** Controls and the pointer are gone so long after the last move. */
const IDLE_MS = 3000;

/** True on a control or anything else that takes its own clicks. */
export function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, select, textarea, dialog, fieldset') !== null;
}

/** What the movement of a finger means: a swipe leftwards is next. */
export function swipeOf(dx: number, dy: number): StageAction | null {
  if (Math.abs(dx) < SWIPE_PX || Math.abs(dx) < Math.abs(dy) * 1.5) return null;
  return { do: dx < 0 ? 'next' : 'previous' };
}

/** Handlers for the stage's element; `idle` tells that nobody has touched the mouse for a while. */
export function useStagePointer(onAction: (action: StageAction) => void) {
  const idle = useSignal(false);
  const held = useSignal(false);
  const at = useRef({ x: 0, y: 0 });
  const start = useRef<{ x: number; y: number } | null>(null);
  const handled = useRef(false);
  const stillTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const holdTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const wake = () => {
    idle.value = false;
    clearTimeout(stillTimer.current);
    stillTimer.current = setTimeout(() => (idle.value = true), IDLE_MS);
  };
  useEffect(() => {
    wake();
    return () => {
      clearTimeout(stillTimer.current);
      clearTimeout(holdTimer.current);
    };
  }, []);

  const place = (event: PointerEvent) => {
    at.current = { x: event.clientX, y: event.clientY };
    const stage = event.currentTarget;
    if (!(stage instanceof HTMLElement)) return;
    stage.style.setProperty('--x', `${event.clientX}px`);
    stage.style.setProperty('--y', `${event.clientY}px`);
  };
  return {
    idle,
    held,
    handlers: {
      onPointerMove(event: PointerEvent) {
        // Some browsers send a move without one after a layout.
        if (event.clientX !== at.current.x || event.clientY !== at.current.y) wake();
        place(event);
        const from = start.current;
        if (from !== null && Math.hypot(event.clientX - from.x, event.clientY - from.y) > 12) {
          clearTimeout(holdTimer.current);
        }
      },
      onPointerDown(event: PointerEvent) {
        place(event);
        handled.current = false;
        if (isControl(event.target)) return;
        start.current = { x: event.clientX, y: event.clientY };
        holdTimer.current = setTimeout(() => {
          held.value = true;
          handled.current = true;
        }, LONG_PRESS_MS);
      },
      onPointerUp(event: PointerEvent) {
        clearTimeout(holdTimer.current);
        const from = start.current;
        start.current = null;
        if (held.value) {
          held.value = false;
          return;
        }
        const swipe = from === null ? null : swipeOf(event.clientX - from.x, event.clientY - from.y);
        if (swipe === null) return;
        handled.current = true;
        onAction(swipe);
      },
      onPointerCancel() {
        clearTimeout(holdTimer.current);
        start.current = null;
        held.value = false;
      },
      onClick(event: MouseEvent) {
        if (isControl(event.target)) return;
        if (handled.current) handled.current = false;
        else onAction({ do: 'next' });
      },
      /** A menu over the map is nothing for a room. */
      onContextMenu(event: MouseEvent) {
        event.preventDefault();
      },
    },
  };
}

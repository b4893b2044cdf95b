/**
 * What is chosen opens its panel first: the map, whose frame takes many times as long without a graphics card, is drawn
 * anew behind it.
 */
import { afterFrames } from '../state/after-paint.ts';

/** A panel comes in two frames: what is seen of it at first, and the rest. */
const PANEL_FRAMES = 2;

export interface AfterPanel {
  /** Behind the panel's frames, in the order in which it was asked for. */
  later(call: () => void): void;
  /** At once, with all that waits before it. */
  now(call?: () => void): void;
}

export function afterPanel(): AfterPanel {
  let waiting: (() => void)[] = [];
  let giveUp = (): void => undefined;
  const now = (call?: () => void): void => {
    giveUp();
    const calls = waiting;
    waiting = [];
    for (const each of calls) each();
    call?.();
  };
  return {
    now,
    later(call) {
      waiting.push(call);
      if (waiting.length === 1) giveUp = afterFrames(PANEL_FRAMES, now);
    },
  };
}

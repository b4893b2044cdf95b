/** How long a page is held up, watched from its first script on. */
import type { Page } from '@playwright/test';

export interface HeldUp {
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** Longest time between two frames. */
  readonly longestFrameMs: number;
}

const WATCH = `
  const seen = window.heldUp = { longestTaskMs: 0, longTasks: 0, longestFrameMs: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.longTasks += 1;
      seen.longestTaskMs = Math.max(seen.longestTaskMs, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
  let last = performance.now();
  requestAnimationFrame(function frame() {
    const now = performance.now();
    seen.longestFrameMs = Math.max(seen.longestFrameMs, now - last);
    last = now;
    requestAnimationFrame(frame);
  });
`;

/** Watches the page's main thread; the returned function gives what was seen since it was called last. */
export async function watchPage(page: Page): Promise<() => Promise<HeldUp>> {
  // As text: compiled on the way, a function would ask for helpers that the page has not.
  await page.addInitScript({ content: WATCH });
  return () =>
    page.evaluate((): HeldUp => {
      const found: HeldUp = Reflect.get(window, 'heldUp');
      const copy = { ...found };
      Object.assign(found, { longestTaskMs: 0, longTasks: 0, longestFrameMs: 0 });
      return copy;
    });
}

/** A phone's size, touch and pace: from a tap on a site to its panel. */
import type { Browser, Page } from '@playwright/test';

/** As Lighthouse slows the processor for a phone of the middle. */
const SLOWER = 4;

/** @returns milliseconds from the tap to the frame that shows the panel */
export async function tapMs(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'zh-CN',
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  await context.addInitScript('globalThis.__name = (what) => what;');
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    await page.locator('html[data-ready="1"]').waitFor({ state: 'attached' });
    // Somebody who looks for a site has the whole view, and what is fetched after it.
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => /site-panel/.test(name)),
    );
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const { x, y } = await page.evaluate(siteInSight);
    await page.evaluate(watchPanel);
    await page.touchscreen.tap(x, y);
    return await waited(page);
  } finally {
    await context.close();
  }
}

async function waited(page: Page): Promise<number> {
  await page.waitForFunction(() => Reflect.get(window, 'benchTapMs') !== undefined);
  return page.evaluate((): number => Reflect.get(window, 'benchTapMs'));
}

/** Runs in the page: a site's symbol that no panel covers. */
function siteInSight(): { x: number; y: number } {
  interface Live {
    queryRenderedFeatures(options: { layers: string[] }): { geometry: { coordinates: [number, number] } }[];
    project(at: [number, number]): { x: number; y: number };
  }
  const element = document.querySelector('.map-view');
  if (element === null) throw new Error('no map');
  const map: Live = Reflect.get(element, 'map');
  const { left, top } = element.getBoundingClientRect();
  for (const { geometry } of map.queryRenderedFeatures({ layers: ['sites'] })) {
    const { x, y } = map.project(geometry.coordinates);
    const at = { x: left + x, y: top + y };
    if (document.elementFromPoint(at.x, at.y)?.tagName === 'CANVAS') return at;
  }
  throw new Error('no site is in sight');
}

/**
 * Runs in the page: notes when the frame with the site's panel stands on the screen, counted from the touch itself. The
 * browser tells when it has shown the frame that answers the click; where the panel came later, that frame counts.
 */
function watchPanel(): void {
  const before = document.querySelector('article.panel');
  let start = Number.NaN;
  let shown = Number.NaN;
  let drawn = Number.NaN;
  const told = (): void => {
    if (Number.isNaN(shown) || Number.isNaN(drawn)) return;
    Reflect.set(window, 'benchTapMs', Math.max(shown, drawn) - start);
  };
  const watched = { type: 'event', durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name === 'click') shown = startTime + duration;
    }
    told();
  }).observe(watched);
  addEventListener('touchend', ({ timeStamp }) => (start = timeStamp), { capture: true, once: true });
  // In the frame that shows it, before its layout.
  const look = (): void => {
    const panel = document.querySelector('article.panel[aria-label]');
    if (panel === null || panel === before || panel.querySelector('h2') === null) requestAnimationFrame(look);
    else {
      drawn = performance.now();
      told();
    }
  };
  look();
}
